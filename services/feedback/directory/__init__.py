"""The mirror of onboarding's directory: what feedback needs to know of accounts, contacts and staff."""
