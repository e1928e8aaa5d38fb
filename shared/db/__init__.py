"""What every service's database has alike: tables' base, engine, sessions, migrations."""
