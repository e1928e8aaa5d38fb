"""`make bench`: what the suite carries, each figure beside a program that was written by hand for that one thing."""
