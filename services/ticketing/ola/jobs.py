"""What time does to internal clocks."""

from services.ticketing.ola import service
from shared.worker.jobs import InBatches, Job

JOBS = [Job("ola_due", 5.0, InBatches(service.tell_due, most=100))]
"""`ola_due` tells ola.breached. One that comes late tells the same, and when it saw it."""
