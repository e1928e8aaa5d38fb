"""The HTTP bodies of erasures."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from services.onboarding.erasures.models import Erasure, ErasureAnswer
from shared.contracts import story
from shared.events.handlers import SERVICES
from shared.http.fields import Body, View, example

Reason = Literal["no_longer_needed", "consent_withdrawn", "objection", "unlawful", "legal_obligation", "child"]
"""The grounds of Art. 17 (1) GDPR, a to f."""

_DONE = {"state": "done", "records": 4, "erased_at": story.ERASED_AT}
_WAITING = {"state": "waiting", "records": None, "erased_at": None}


class ErasureIn(Body):
    """Why a person is erased. It is a code, since a text would name the person again."""

    model_config = example({"reason": "consent_withdrawn"})

    reason: Reason | None = None


class ServiceErasure(View):
    """How far one service is. records: how many of its rows lost something."""

    service: str
    state: Literal["waiting", "overdue", "done"]
    records: int | None
    erased_at: datetime | None


class ErasureOut(View):
    """How far the erasure of a contact is: complete once all four services have done it, overdue after due_at."""

    model_config = example(
        {
            "contact_id": story.ANA,
            "account_id": story.ACME,
            "state": "requested",
            "requested_at": story.ERASURE_ASKED_AT,
            "due_at": "2026-12-05T08:00:00Z",
            "completed_at": None,
            "services": [{"service": "ticketing", **_DONE}, {"service": "feedback", **_WAITING}],
        }
    )

    contact_id: UUID
    account_id: UUID
    state: Literal["requested", "overdue", "complete"]
    requested_at: datetime
    due_at: datetime
    completed_at: datetime | None
    services: list[ServiceErasure]

    @classmethod
    def of(cls, row: Erasure, answers: Iterable[ErasureAnswer], at: datetime) -> Self:
        """A request with the answers that have come, as it stands at a time."""
        by_service = {answer.service: answer for answer in answers}
        late = at > row.due_at
        services = [_of_service(service, by_service.get(service), late=late) for service in SERVICES]
        complete = len(by_service) == len(SERVICES)
        return cls(
            contact_id=row.contact_id,
            account_id=row.account_id,
            state="complete" if complete else "overdue" if late else "requested",
            requested_at=row.requested_at,
            due_at=row.due_at,
            completed_at=max(answer.erased_at for answer in by_service.values()) if complete else None,
            services=services,
        )


def _of_service(service: str, answer: ErasureAnswer | None, *, late: bool) -> ServiceErasure:
    if answer is None:
        return ServiceErasure(service=service, state="overdue" if late else "waiting", records=None, erased_at=None)
    return ServiceErasure(service=service, state="done", records=answer.records, erased_at=answer.erased_at)
