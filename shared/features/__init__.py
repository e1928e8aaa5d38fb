"""Rooms that every service has, built like any feature."""
