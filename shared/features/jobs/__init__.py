"""Periodic work: when it ran, how it ended, when it is due next."""
