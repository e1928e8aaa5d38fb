"""Many things by one request: bulk changes, imports and exports, done by the worker in batches.

A batch is one transaction: some rows, each in a savepoint of its own and through the deed that the API calls, with
what came of each, the facts, and how far the job is. A worker that dies in it has done nothing of it.

What was sent is kept until its job has ended, what an export wrote for a day after that; both may hold personal data,
and an erasure need not look for it there: within a day it is gone. What came of each row is kept for 7 days, and holds
numbers, ids and codes, never what was sent.
"""
