"""Promised times: policies, their clocks, and what a late one sets off."""
