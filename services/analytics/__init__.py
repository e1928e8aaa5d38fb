"""Analytics: numbers that can be recomputed, and proof that every automated step happened.

Owns the fact store, metrics and their values, the assurance ledger (rules, expectations, findings, repairs,
heartbeats), and traces. Tells on `analytics-events` what is missing and asks the owning service to make it
good (`shared/contracts/analytics.py`). Listens to every fact of every service.
"""
