"""Metrics: what counts, kept fact by fact, read with its uncertainty, and rebuilt to prove it.

    fact → reading (what it says) → registers (what all facts of one answer or ticket say together)
         → answers | tickets (what that contributes to which metric) → store (rows, by period)
    request → periods → queries (sums and quantiles) → values (value, interval, flags)

The first row is the projection: a consumer runs it on each batch of facts, a recompute on all stored ones.
"""
