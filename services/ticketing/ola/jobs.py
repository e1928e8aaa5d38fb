"""What time does to internal clocks."""

from services.ticketing.ola import service
from shared.worker.jobs import Job

JOBS = [Job("ola_due", 5.0, service.tell_due, batch=service.AT_ONCE)]
"""`ola_due` tells ola.breached. One that comes late tells the same, and when it saw it."""
