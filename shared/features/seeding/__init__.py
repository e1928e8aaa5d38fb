"""What ships with a service: stored by `migrate`, told as facts, and then the operator's own."""
