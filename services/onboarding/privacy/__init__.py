"""Where onboarding holds a contact's data: the directory, and what sales said of them in hand-offs."""
