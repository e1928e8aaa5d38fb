"""Complaints by the stages of ISO 10002: acknowledged and decided in time, with recourse for who is not content."""
