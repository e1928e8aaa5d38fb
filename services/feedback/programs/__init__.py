"""Survey programs: who is asked what, when, by which channel, and how often at most."""
