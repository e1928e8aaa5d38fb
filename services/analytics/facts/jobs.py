"""What time triggers in the fact store."""

from services.analytics.facts import service
from shared.worker.jobs import Job

EVERY = 6 * 3600.0  # seconds

JOBS = [Job("fact_partitions", every_seconds=EVERY, deed=service.make_partitions)]
