"""Escalation rules: who hears of a clock, and what is done to its ticket, at which levels."""
