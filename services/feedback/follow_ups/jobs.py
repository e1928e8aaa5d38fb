"""What time triggers in follow-ups."""

from services.feedback.follow_ups import service
from shared.worker.jobs import InBatches, Job

JOBS = (Job("follow_up_due", every_seconds=1.0, deed=InBatches(service.execute_due, most=100)),)
