"""Mirrors the tree; `fixtures/` starts the servers that tests run on."""
