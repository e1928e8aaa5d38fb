"""Facts of answers and tickets as they arrive, told in order by a teller who numbers them."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from shared.contracts.feedback import ResponseDeleted, ResponseEdited, ResponseReceived
from shared.contracts.ticketing import (
    RecoveryContacted,
    RecoveryOpened,
    SlaApplied,
    SlaBreached,
    SlaFulfilled,
    SlaPaused,
    SlaResumed,
    TicketClosed,
    TicketCreated,
    TicketMessageAdded,
    TicketReopened,
    TicketSolved,
    TicketStatusChanged,
    TicketUpdated,
)
from shared.events.envelope import Envelope
from shared.events.event import Event
from shared.events.fact import Fact
from shared.events.inbox import as_event
from shared.ids import uuid7

MONDAY = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)

_sequence = itertools.count(1)


def outcome_of(survey_type: str, score: int) -> str:
    """The outcome as feedback's standard bands have it."""
    negative, positive = {"nps": (6, 9), "csat": (2, 4), "ces": (3, 5)}[survey_type]
    return "negative" if score <= negative else "positive" if score >= positive else "neutral"


class Teller:
    """Tells what happens in one story; `envelopes` keeps it in order."""

    def __init__(self) -> None:
        self.trace_id = uuid7()
        self.envelopes: list[Envelope] = []

    def tell(self, fact: Fact, at: datetime, time: datetime | None = None) -> Envelope:
        """Tell a fact. at: when it is recorded; time: when it happened."""
        told = Envelope(
            id=uuid7(),
            source=f"/{type(fact).teller}",
            type=type(fact).fact_type,
            subject=fact.key,
            time=time or at,
            recorded_at=at,
            sequence=next(_sequence),
            trace_id=self.trace_id,
            causation_id="request/test",
            actor="key/tests",
            traceparent=None,
            raw=fact.model_dump(mode="json"),
        )
        self.envelopes.append(told)
        return told

    @property
    def events(self) -> list[Event[Any]]:
        """The story as handlers take it."""
        return [as_event(envelope, service="analytics", at=MONDAY) for envelope in self.envelopes]


class AnswerStory(Teller):
    """One customer's answer and the recovery that follows it."""

    def __init__(self, survey_type: str = "nps", account_id: UUID | None = None, **fields: Any) -> None:
        super().__init__()
        self.response_id, self.case_id = uuid7(), uuid7()
        self.account_id = account_id or uuid7()
        self.fields = {"survey_type": survey_type, "program_id": None, **fields}

    def received(self, score: int | None, at: datetime, answered_at: datetime | None = None) -> Envelope:
        data = self._snapshot(ResponseReceived, score, answered_at or at)
        return self.tell(ResponseReceived.model_validate(data), at, data["answered_at"])

    def edited(self, score: int, before: int, at: datetime, answered_at: datetime) -> Envelope:
        outcome = outcome_of(self.fields["survey_type"], before)
        data = self._snapshot(ResponseEdited, score, answered_at)
        data |= {"previous_score": before, "previous_outcome": outcome, "edited_at": at}
        return self.tell(ResponseEdited.model_validate(data), at)

    def deleted(self, at: datetime) -> Envelope:
        return self.tell(self._of(ResponseDeleted, deleted_at=at), at)

    def case_opened(self, at: datetime) -> Envelope:
        return self.tell(self._of(RecoveryOpened, recovery_case_id=self.case_id), at)

    def contacted(self, contacted_at: datetime, at: datetime | None = None) -> Envelope:
        fact = self._of(RecoveryContacted, recovery_case_id=self.case_id, contacted_at=contacted_at)
        return self.tell(fact, at or contacted_at, contacted_at)

    def _snapshot(self, contract: type[Fact], score: int | None, answered_at: datetime) -> dict[str, Any]:
        outcome = "unscored" if score is None else outcome_of(self.fields["survey_type"], score)
        told = {"score": score, "outcome": outcome, "answered_at": answered_at, "recorded_at": answered_at}
        ids = {"response_id": self.response_id, "account_id": self.account_id}
        return {**contract.example, **self.fields, **ids, **told}

    def _of(self, contract: type[Fact], **fields: Any) -> Any:
        ids = {"response_id": self.response_id, "account_id": self.account_id}
        return contract.model_validate({**contract.example, **ids, **fields})


class TicketStory(Teller):
    """One ticket; `ticket` is its snapshot as it stands."""

    def __init__(self, at: datetime, **fields: Any) -> None:
        super().__init__()
        self.ticket_id = uuid7()
        self.ticket = {**TicketCreated.example, "ticket_id": self.ticket_id, "account_id": uuid7(), **fields}
        self.ticket |= {"status": "open", "created_at": at, "solved_at": None, "closed_at": None}
        self.tell(TicketCreated.model_validate(self.ticket), at)

    def updated(self, at: datetime, **fields: Any) -> None:
        self.ticket |= fields
        self.tell(TicketUpdated.model_validate(self.ticket), at)

    def said(self, at: datetime, author_kind: str = "agent", visibility: str = "public") -> None:
        fields = {"ticket_id": self.ticket_id, "author_kind": author_kind, "visibility": visibility, "at": at}
        self.tell(TicketMessageAdded.model_validate({**TicketMessageAdded.example, **fields}), at)

    def solved(self, at: datetime) -> None:
        self._moved("solved", at, TicketSolved)
        self.updated(at, status="solved", solved_at=at)

    def reopened(self, at: datetime) -> None:
        self._moved("open", at, TicketReopened)
        self.updated(at, status="open", solved_at=None)

    def closed(self, at: datetime) -> None:
        self._moved("closed", at, TicketClosed)
        self.updated(at, status="closed", closed_at=at)

    def merged(self, at: datetime) -> None:
        self.updated(at, merged_into_id=uuid7())

    def unmerged(self, at: datetime) -> None:
        self.updated(at, merged_into_id=None)

    def clock(self, contract: type[Fact], clock_id: UUID, at: datetime, **fields: Any) -> None:
        given = {"ticket_id": self.ticket_id, "clock_id": clock_id, "at": at, "breached_at": None, **fields}
        self.tell(contract.model_validate({**contract.example, **given}), at, given["breached_at"])

    def _moved(self, status: str, at: datetime, contract: type[Fact]) -> None:
        fields = {"ticket_id": self.ticket_id, "status": status, "previous_status": self.ticket["status"], "at": at}
        for kind in (TicketStatusChanged, contract):
            self.tell(kind.model_validate({**kind.example, **fields}), at)


CLOCKS = (SlaApplied, SlaPaused, SlaResumed, SlaBreached, SlaFulfilled)


def hours(count: float) -> timedelta:
    return timedelta(hours=count)
