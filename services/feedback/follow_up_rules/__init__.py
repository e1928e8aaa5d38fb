"""Follow-up rules: which answers set off what, version by version."""
