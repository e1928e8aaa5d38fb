"""API keys: who may call a service. A key is shown once and stored as a keyed digest."""
