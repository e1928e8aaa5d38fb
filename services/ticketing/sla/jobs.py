"""What time does to clocks."""

from services.ticketing.sla import service
from shared.worker.jobs import Job

JOBS = [Job("sla_due", 1.0, service.tell_due_clocks, batch=service.AT_ONCE)]
"""`sla_due` tells sla.warned and sla.breached. One that comes late tells the same, and when it saw it."""
