"""Follow-ups: a positive answer reaches the people who work with the customer."""
