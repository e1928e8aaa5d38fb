"""Requests to erase a contact from all services, and who has done it."""
