"""The ledger: what had to happen, what did, what is missing, and the request to make it good.

The observer is independent of the services that act: it derives what should happen from the facts and the
rule version in force, never from what a service says of itself.

A reader follows a fact through `service.observe` → `ledger` (the tables, in sets) → `judgement` (pure) →
`findings` → `repairs`; `rules` and `recipients` are pure too.
"""
