"""Messages to people: a row in the transaction that causes it, sent and recorded by the worker.

A row is queued once for its dedup_key. The mail goes out at least once, always under the same
Message-ID; the fact that it was sent, or that it failed for good, is told exactly once.
"""
