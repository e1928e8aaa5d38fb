"""The fact store: every fact of every service, kept as it was told. Append-only."""
