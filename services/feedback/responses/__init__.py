"""Responses: what customers answered, and what their answers set off."""
