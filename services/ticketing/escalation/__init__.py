"""Escalation of negative answers: one ticket, one recovery case, and word to those who must hear of it."""
