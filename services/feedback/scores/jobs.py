"""What time triggers for scores."""

from services.feedback.responses import hours
from shared.worker.jobs import InBatches, Job

JOBS = (Job("add_up_score_hours", every_seconds=60.0, deed=InBatches(hours.add_up_hours, most=7 * 24)),)
