"""What time triggers for metrics."""

from services.analytics.metrics import cells
from shared.worker.jobs import InBatches, Job

JOBS = [Job("add_up_metric_hours", every_seconds=5.0, deed=InBatches(cells.add_up_hours, most=50))]
