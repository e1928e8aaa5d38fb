"""Tickets and their messages: what somebody asked for, where it stands, and who works on it."""
