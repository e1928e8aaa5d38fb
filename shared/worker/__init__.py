"""A service's worker: relay, consumer and jobs in one process, until it is told to stop."""
