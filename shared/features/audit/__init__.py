"""Who changed what, and why: append-only rows, written in the change's own transaction."""
