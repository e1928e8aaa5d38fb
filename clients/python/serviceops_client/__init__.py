"""Typed clients of the four serviceops APIs: `serviceops_client.ticketing`, `.feedback`, `.onboarding`, `.analytics`."""
