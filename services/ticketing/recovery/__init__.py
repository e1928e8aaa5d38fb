"""Recovery of unhappy customers: who makes it good, with which plan, by when, and how it ended."""
