"""`python -m services.feedback migrate|api|worker|all|keys|dead-letters|republish|topics`."""

from pathlib import Path

from services.feedback import seeds, worker
from services.feedback.base import Base
from services.feedback.settings import Settings
from shared.commands import Service, main
from shared.db.base import Platform
from shared.features.calendars.models import CalendarBase

SERVICE = Service(
    name="feedback",
    settings=Settings,
    tables=(Platform.metadata, Base.metadata, CalendarBase.metadata),
    migrations=Path(__file__).with_name("migrations"),
    app="services.feedback.app",
    duties=worker.duties,
    seed=seeds.seed,
)

if __name__ == "__main__":
    main(SERVICE)
