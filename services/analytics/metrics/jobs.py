"""What time triggers for metrics."""

from services.analytics.metrics import cells
from shared.worker.jobs import Job

JOBS = [Job("add_up_metric_hours", every_seconds=5.0, deed=cells.add_up_hours, batch=cells.MOST_HOURS)]
