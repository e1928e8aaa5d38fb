"""Onboarding: the bridge from a closed deal to a customer who gets value, and the suite's directory.

Owns: accounts, contacts, staff, account teams, deals, hand-offs, erasures, calendars.
Tells: account.created, account.updated, account.team_changed, contact.created, contact.updated,
contact.erasure_requested, staff.updated, deal.received, handoff.received, handoff.accepted, handoff.rejected,
and what every service tells.
Listens to: every service (contact.erased), analytics (repair requests); outside, where ONBOARDING_DEALS_TOPIC
names a topic, to deal.closed_won.
"""
