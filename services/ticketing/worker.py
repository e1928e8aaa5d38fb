"""What ticketing's worker does: the facts it obeys, what time triggers, what its mails say, what is done in bulk."""

from services.ticketing.channels import jobs as channels
from services.ticketing.complaints import exporting as complaints
from services.ticketing.escalation import assigning, wordings
from services.ticketing.escalation_rules import jobs as escalation_rules
from services.ticketing.escalation_rules import wordings as levels
from services.ticketing.handlers import HANDLERS
from services.ticketing.ola import jobs as ola
from services.ticketing.privacy import ages, places
from services.ticketing.settings import Settings
from services.ticketing.sla import jobs as sla
from services.ticketing.tickets import bulk, exporting, importing, rerouting
from services.ticketing.tickets import jobs as tickets
from services.ticketing.watchers import wordings as watched
from shared.features.privacy import jobs as privacy
from shared.features.retention import jobs as retention
from shared.worker.worker import Duties


def duties(settings: Settings) -> Duties:
    """The worker's duties."""
    return Duties(
        handlers=HANDLERS,
        jobs=[
            *sla.JOBS,
            *ola.JOBS,
            *escalation_rules.JOBS,
            assigning.JOB,
            *rerouting.JOBS,
            tickets.close_solved_tickets(settings.reopen_window),
            *privacy.jobs(settings, places.PLACES),
            *retention.jobs(ages.ENTITIES),
        ],
        loops=channels.loops(settings),
        templates=(*wordings.TEMPLATES, *levels.TEMPLATES, *watched.TEMPLATES),
        bulk=[bulk.rows(settings.reopen_window), importing.ROWS],
        exports=(*exporting.ENTITIES, *complaints.ENTITIES),
    )
