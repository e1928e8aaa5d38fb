"""What time triggers for scores."""

from services.feedback.responses import hours
from shared.worker.jobs import Job

JOBS = (Job("add_up_score_hours", every_seconds=60.0, deed=hours.add_up_hours, batch=hours.MOST_HOURS),)
