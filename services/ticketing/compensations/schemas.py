"""HTTP bodies of compensations and authority limits."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.compensations.models import AuthorityLimit, Compensation
from shared.features.access.roles import Role
from shared.http.fields import Body, Currency, Filters, Id, LongText, ShortText, View, example

LARGEST_AMOUNT = 10**12  # minor units

CompensationKind = Literal["refund", "credit", "discount", "gift", "apology", "other"]
CompensationState = Literal["pending_approval", "approved", "rejected"]
Amount = Annotated[int, Field(ge=0, le=LARGEST_AMOUNT)]

_MIA = "01a1f82f-1e81-7a12-8f27-91b0e3c86d03"
_LIMIT = {"staff_id": None, "role": "team_lead", "currency": "EUR", "amount_minor": 50_000}
COMPENSATION = {
    "id": "01a20850-2a00-7d47-8c31-5e09b7d4a216",
    "kind": "refund",
    "amount_minor": 120_000,
    "currency": "EUR",
    "reason": "The month in which exports failed.",
    "state": "approved",
    "requested_at": "2026-11-23T12:00:00Z",
    "requested_by": "staff/01a1f82f-1e81-7a12-8f27-91b0e3c86d03",
    "requested_by_id": _MIA,
    "approved_by": "01a19b45-b800-7001-8d10-4be61c2a7f05",
    "decided_by": "01a19b45-b800-7001-8d10-4be61c2a7f05",
    "decided_at": "2026-11-23T12:30:00Z",
    "decision_note": None,
}


class CompensationIn(Body):
    """What the customer is given. An amount needs its currency; without one it costs nothing."""

    model_config = example(
        {
            "kind": "refund",
            "amount_minor": 120_000,
            "currency": "EUR",
            "reason": "The month in which exports failed.",
        }
    )

    kind: CompensationKind
    amount_minor: Amount = 0
    currency: Currency | None = None
    reason: LongText | None = None

    @model_validator(mode="after")
    def _names_its_currency(self) -> Self:
        if self.amount_minor > 0 and self.currency is None:
            raise PydanticCustomError("no_currency", "An amount needs its currency")
        return self


class CompensationDecisionIn(Body):
    """Why it is approved or rejected, where that need be said."""

    model_config = example({"note": "Agreed with the account's sponsor."})

    note: LongText | None = None


class CompensationOut(View):
    """What the customer was given, or waits for somebody's approval.

    requested_by: who asked, as the audit trail names them; requested_by_id: as a member of staff.
    approved_by: null until somebody agreed; the giver where it was within their limit.
    """

    model_config = example(COMPENSATION)

    id: UUID
    kind: CompensationKind
    amount_minor: int
    currency: str | None
    reason: str | None
    state: CompensationState
    requested_at: datetime
    requested_by: str
    requested_by_id: UUID | None
    approved_by: UUID | None
    decided_by: UUID | None
    decided_at: datetime | None
    decision_note: str | None

    @classmethod
    def of(cls, row: Compensation) -> Self:
        """The view of a row."""
        return cls.model_validate(row, from_attributes=True)


class LimitFilters(Filters):
    """What the list of authority limits may be narrowed to."""

    staff_id: Id | None = None
    role: Role | None = None
    currency: ShortText | None = None


class LimitIn(Body):
    """How much may be given on a case without another person's approval.

    Of one member of staff, or of whoever may all that a role may; naming neither, of everybody. A person's
    own limit holds before that of a role, and that before everybody's; without any, nothing may be given alone.
    """

    model_config = example(_LIMIT)

    staff_id: Id | None = None
    role: Role | None = None
    currency: Currency
    amount_minor: Amount

    @model_validator(mode="after")
    def _is_of_one(self) -> Self:
        if self.staff_id is not None and self.role is not None:
            raise PydanticCustomError("whose", "Name a staff_id or a role, not both")
        return self


class LimitPatch(Body):
    """The limit's new amount. Whose it is and in which currency stays."""

    model_config = example({"amount_minor": 75_000})

    amount_minor: Amount


class LimitOut(View):
    """An authority limit."""

    model_config = example(
        {
            "id": "01a19b45-b800-7008-9f02-6d41c7b8e30a",
            **_LIMIT,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    staff_id: UUID | None
    role: str | None
    currency: str
    amount_minor: int
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: AuthorityLimit) -> Self:
        """The view of a row."""
        return cls.model_validate(row, from_attributes=True)
