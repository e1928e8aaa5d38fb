"""The tables of decisions, and of what is under way with a contact."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified

CASE_KINDS = ("complaint", "escalation", "recovery")
VERDICTS = ("send", "queue", "suppress")


class SendDecision(Identified, Base, table=True):
    """Whether a contact was to be asked by a program, and every reason why not. Rows are only ever added; those of
    a contact who became part of another one are that one's.

    reasons: {code, detail, until} each, in the order of the checks; reason: the first one's code. key: makes it once:
    `<wave>/<contact>`, or `<event>/<subject>/<program or none>` with the cycle of a ticket. probability: of having been
    sampled.
    ticket_id, project_id, recovery_case_id, response_id: what triggered it.
    """

    __tablename__ = "send_decision"
    __table_args__ = (
        CheckConstraint(f"verdict IN {VERDICTS}", name="verdict"),
        Index("uq_send_decision_key", "key", unique=True),
        Index("ix_send_decision_contact_id_id", "contact_id", "id", postgresql_where=text("contact_id IS NOT NULL")),
        Index("ix_send_decision_program_id_id", "program_id", "id", postgresql_where=text("program_id IS NOT NULL")),
        Index("ix_send_decision_wave_id_id", "wave_id", "id", postgresql_where=text("wave_id IS NOT NULL")),
        Index("ix_send_decision_ticket_id_id", "ticket_id", "id", postgresql_where=text("ticket_id IS NOT NULL")),
        Index("ix_send_decision_at", "at", postgresql_where=text("wave_id IS NULL")),
        Index("ix_send_decision_verdict_id", "verdict", "id"),
        Index("ix_send_decision_reason_id", "reason", "id", postgresql_where=text("reason IS NOT NULL")),
    )

    key: str = Field(sa_type=Text)
    contact_id: UUID | None = None
    account_id: UUID | None = None
    program_id: UUID | None = None
    wave_id: UUID | None = None
    at: datetime
    verdict: str = Field(sa_type=Text)
    reasons: list[dict[str, Any]] = Field(sa_type=JSONB)
    reason: str | None = Field(default=None, sa_type=Text)
    next_eligible_at: datetime | None = None
    probability: float = 1.0
    ticket_id: UUID | None = None
    project_id: UUID | None = None
    recovery_case_id: UUID | None = None
    response_id: UUID | None = None
    trace_id: UUID | None = None


class ServiceCase(Base, table=True):
    """A complaint, an escalation or a recovery, as ticketing told it last: nobody is asked while one is open.

    id: the complaint's, the escalation's ticket's, or the recovery case's. ended: it is over; merged: an escalation
    whose ticket is part of another one, which is over as long as it is. A case whose opening comes late has a row
    without a contact until then. ended_sequence, merged_sequence: of the newest fact that said so.
    """

    __tablename__ = "service_case"
    __table_args__ = (
        CheckConstraint(f"kind IN {CASE_KINDS}", name="kind"),
        Index(
            "ix_service_case_contact_id",
            "contact_id",
            postgresql_where=text("contact_id IS NOT NULL AND NOT ended AND NOT merged"),
        ),
    )

    id: UUID = Field(primary_key=True)
    kind: str = Field(sa_type=Text)
    contact_id: UUID | None = None
    trace_id: UUID | None = None
    ended: bool = False
    merged: bool = False
    ended_sequence: int = Field(default=0, sa_type=BigInteger)
    merged_sequence: int = Field(default=0, sa_type=BigInteger)
