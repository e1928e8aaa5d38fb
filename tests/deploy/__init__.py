"""The servers of one machine."""
