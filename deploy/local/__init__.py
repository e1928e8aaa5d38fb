"""Everything on one machine, without Docker: PostgreSQL, a broker, a mail catcher, the four services."""
