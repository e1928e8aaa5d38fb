"""Triage: answers that a person must see at once, for what they say or because they contradict themselves."""
