"""A customer's answer and what follows it, as facts that tests hand to analytics."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from services.analytics.assurance.rules import Happened
from shared.contracts.feedback import (
    LoopClosed,
    ResponseDeleted,
    ResponseEdited,
    ResponseReceived,
    SurveyQueued,
    SurveySent,
    SurveySuppressed,
)
from shared.contracts.onboarding import AccountTeamChanged
from shared.contracts.platform import NotificationDeferred, NotificationFailed, NotificationSent, ServiceHeartbeat
from shared.contracts.ticketing import (
    EscalationOpened,
    GroupChanged,
    RecoveryCompleted,
    RecoveryContacted,
    RecoveryOpened,
    RecoveryPlanned,
    TicketSolved,
)
from shared.events.fact import Fact
from shared.ids import uuid7

F = TypeVar("F", bound=Fact)


class Story:
    """The facts of one answer, all with its ids; every method is one fact."""

    def __init__(self, *, account_id: UUID | None = None) -> None:
        self.response_id = uuid7()
        self.account_id = account_id or uuid7()
        self.ticket_id = uuid7()
        self.case_id = uuid7()
        self.group_id = uuid7()
        self.mia = uuid7()
        self.leo = uuid7()

    def received(self, outcome: str = "negative", **fields: Any) -> ResponseReceived:
        return self._of(ResponseReceived, outcome=outcome, **fields)

    def edited(self, outcome: str, previous_outcome: str, **fields: Any) -> ResponseEdited:
        return self._of(ResponseEdited, outcome=outcome, previous_outcome=previous_outcome, **fields)

    def deleted(self) -> ResponseDeleted:
        return self._of(ResponseDeleted)

    def escalated(self, *recipients: tuple[str, UUID], **fields: Any) -> EscalationOpened:
        named = [{"role": role, "staff_id": staff_id} for role, staff_id in recipients]
        return self._of(EscalationOpened, recipients=named, **{"notify_roles": ["csm", "group_lead"], **fields})

    def notified(self, staff_id: UUID, **fields: Any) -> NotificationSent:
        return self._notification(NotificationSent, staff_id, **fields)

    def not_notified(self, staff_id: UUID) -> NotificationFailed:
        return self._notification(NotificationFailed, staff_id, sent_at=None, error_code="smtp_550")

    def put_off(self, staff_id: UUID, until: datetime, **fields: Any) -> NotificationDeferred:
        return self._notification(NotificationDeferred, staff_id, sent_at=None, until=until, **fields)

    def case_opened(self, plan_due_at: datetime, contact_due_at: datetime) -> RecoveryOpened:
        return self._of(RecoveryOpened, plan_due_at=plan_due_at, contact_due_at=contact_due_at)

    def planned(self) -> RecoveryPlanned:
        return self._of(RecoveryPlanned)

    def contacted(self) -> RecoveryContacted:
        return self._of(RecoveryContacted)

    def completed(self) -> RecoveryCompleted:
        return self._of(RecoveryCompleted)

    def solved(self, times: int = 1) -> TicketSolved:
        """For the first time, or after it was reopened."""
        return self._of(TicketSolved, reopen_count=times - 1)

    def asked(self, *, solved: int | None = None, **fields: Any) -> SurveyQueued:
        """Whether it went well: after the recovery, or after the ticket was solved for the nth time."""
        return self._of(SurveyQueued, **{**_decided(solved), "invitation_id": uuid7(), **fields})

    def not_asked(self, *, solved: int | None = None) -> SurveySuppressed:
        return self._of(SurveySuppressed, **{**_decided(solved), "decision_id": uuid7()})

    def survey_sent(self) -> SurveySent:
        return self._of(SurveySent)

    def loop_closed(self) -> LoopClosed:
        return self._of(LoopClosed, loop_case_id=self.response_id)

    def team(self, *members: tuple[str, UUID] | tuple[str, UUID, bool]) -> AccountTeamChanged:
        return self._of(
            AccountTeamChanged,
            members=[
                {**AccountTeamChanged.example["members"][0], "role": role, "staff_id": staff_id, "backup": bool(backup)}
                for role, staff_id, *backup in members
            ],
        )

    def led_by(self, lead_id: UUID | None) -> GroupChanged:
        return self._of(GroupChanged, lead_id=lead_id, member_ids=[])

    def _notification(self, kind: type[F], staff_id: UUID, **fields: Any) -> F:
        recipient = {"kind": "staff", "staff_id": staff_id, "contact_id": None, "role": "csm"}
        return self._of(kind, **{"notification_id": uuid7(), "recipient": recipient, **fields})

    def _of(self, kind: type[F], **fields: Any) -> F:
        ours = {
            "response_id": self.response_id,
            "account_id": self.account_id,
            "ticket_id": self.ticket_id,
            "recovery_case_id": self.case_id,
            "group_id": self.group_id,
        }
        known = {name: value for name, value in ours.items() if name in kind.model_fields and name not in fields}
        return kind.model_validate({**kind.example, **known, **fields})


def _decided(solved: int | None) -> dict[str, Any]:
    return {} if solved is None else {"recovery_case_id": None, "response_id": None, "reopen_count": solved - 1}


def happened(fact: Fact, recorded_at: datetime, *, source: str | None = None) -> Happened:
    """The fact as the pure rules take it."""
    return Happened(
        fact_id=uuid7(),
        type=type(fact).fact_type,
        source=f"/{source or type(fact).teller}",
        subject=fact.key,
        trace_id=uuid7(),
        time=recorded_at,
        recorded_at=recorded_at,
        data=fact.model_dump(mode="json"),
    )


def heartbeat(
    service: str, at: datetime, *, published: Sequence[tuple[int, int]] = (), log_id: str = "log", oldest: int = 0
) -> ServiceHeartbeat:
    """A service's heartbeat. published: (partition, offset) of its own topic."""
    return ServiceHeartbeat.model_validate(
        {
            "service": service,
            "at": at,
            "log_id": log_id,
            "jobs": [],
            "outbox_oldest_seconds": oldest,
            "published": [
                {"topic": f"{service}-events", "partition": partition, "offset": offset}
                for partition, offset in published
            ],
            "consumed": [],
        }
    )
