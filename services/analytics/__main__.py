"""`python -m services.analytics migrate|api|worker|all|keys|dead-letters|republish|topics`."""

from pathlib import Path

from services.analytics import seeds, worker
from services.analytics.base import Base
from services.analytics.settings import Settings
from shared.commands import Service, main
from shared.db.base import Platform

SERVICE = Service(
    name="analytics",
    settings=Settings,
    tables=(Platform.metadata, Base.metadata),
    migrations=Path(__file__).with_name("migrations"),
    app="services.analytics.app",
    duties=worker.duties,
    seed=seeds.seed,
)

if __name__ == "__main__":
    main(SERVICE)
