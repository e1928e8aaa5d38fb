"""What Alembic runs for every service; the service's tables and address come with the configuration."""

from shared.db import migrations

migrations.run()
