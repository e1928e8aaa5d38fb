"""Ticketing's mirror of onboarding's directory, as far as tickets need it. It is kept from facts alone."""
