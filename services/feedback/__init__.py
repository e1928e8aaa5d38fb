"""Feedback: what customers say, what it sets off, and the scores that come of it.

Owns: surveys, responses, scores, triage, word lists, themes, loop cases, follow-ups.
Tells: response.received, response.edited, response.deleted, loop.opened, loop.assigned, loop.contacted,
loop.closed, loop.overdue, follow_up.executed.
Listens to: onboarding (accounts, contacts, erasures, staff, teams), ticketing (escalations, assignments, recovery),
analytics (repair requests).
"""
