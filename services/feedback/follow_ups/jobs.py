"""What time triggers in follow-ups."""

from services.feedback.follow_ups import service
from shared.worker.jobs import Job

JOBS = (Job("follow_up_due", every_seconds=1.0, deed=service.execute_due, batch=service.AT_ONCE),)
