"""Response plans: what is to be done when something of a kind has failed, ready to become a case's plan."""
