"""Facts: told in the transaction that makes them true, carried by one relay, applied once by each listener.

A reader follows one fact through `fact` → `outbox` → `relay` → `consumer` → the service's handlers.
"""
