"""Scores: NPS, CSAT and CES with their uncertainty."""
