"""Feedback: what customers say, what it sets off, and the scores that come of it.

Owns: surveys, brands, programs, waves, decisions, invitations, suppressions, responses, scores, triage, word lists,
themes, loop cases, follow-ups.
Tells: program.state_changed, wave.decided, survey.queued, survey.suppressed, response.received, response.edited,
response.deleted, loop.opened, loop.assigned, loop.contacted, loop.closed, loop.overdue, follow_up.executed.
Listens to: onboarding (accounts, contacts, erasures, staff, teams), ticketing (escalations, assignments, recovery,
complaints, tickets that are solved, reopened, merged and closed), analytics (repair requests).
"""
