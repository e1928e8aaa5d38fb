"""Who follows a ticket that is not theirs, and what they hear of it."""
