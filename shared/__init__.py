"""The small library under the four services. It imports no service."""
