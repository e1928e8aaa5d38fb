"""How far an invitation came by its answer."""

from datetime import datetime
from uuid import UUID

from services.feedback.invitations.models import Invitation


def partly(invitation: Invitation, response_id: UUID, at: datetime) -> None:
    """Something was saved. It may still be reminded of, and runs out as it would."""
    invitation.answer_id = response_id
    invitation.state = "partial"
    invitation.started_at = invitation.started_at or at
    invitation.partial_at = invitation.updated_at = at


def wholly(invitation: Invitation, at: datetime) -> None:
    """The answer is sent, or has rested: there is nothing more to send, remind of, or wait for."""
    invitation.state = "completed"
    invitation.completed_at = invitation.updated_at = at
    invitation.next_at = None
