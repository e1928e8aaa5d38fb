"""`python -m services.ticketing migrate|api|worker|all|keys|dead-letters|republish|topics`."""

from pathlib import Path

from services.ticketing import seeds, worker
from services.ticketing.base import Base
from services.ticketing.settings import Settings
from shared.commands import Service, main
from shared.db.base import Platform
from shared.features.calendars.models import CalendarBase

SERVICE = Service(
    name="ticketing",
    settings=Settings,
    tables=(Platform.metadata, Base.metadata, CalendarBase.metadata),
    migrations=Path(__file__).with_name("migrations"),
    app="services.ticketing.app",
    duties=worker.duties,
    seed=seeds.seed,
)

if __name__ == "__main__":
    main(SERVICE)
