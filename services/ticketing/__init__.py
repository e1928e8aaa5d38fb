"""Ticketing: the service desk, escalations of negative answers, and recovery.

Owns tickets and their messages, agents and groups, calendars, SLA policies and clocks, outcome routes,
recovery cases, complaints. Tells what happens to them on `ticketing-events` (`shared/contracts/ticketing`). Listens
to onboarding (accounts, contacts, account teams, staff), feedback (answers) and analytics (repair
requests): `handlers.py` says which fact sets off which deed.
"""
