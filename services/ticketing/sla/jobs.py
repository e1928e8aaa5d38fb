"""What time does to clocks."""

from services.ticketing.sla import service
from shared.worker.jobs import InBatches, Job

JOBS = [Job("sla_due", 1.0, InBatches(service.tell_due_clocks, most=100))]
"""`sla_due` tells sla.warned and sla.breached. One that comes late tells the same, and when it saw it."""
