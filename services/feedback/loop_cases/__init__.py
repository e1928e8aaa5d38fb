"""Loop cases: a negative answer is followed until the customer was heard and the matter ended."""
