"""Macros: several deeds on a ticket by one request, with texts that fill themselves in."""
