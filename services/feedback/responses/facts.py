"""What the others are told of an answer."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from services.feedback.responses.models import EMPLOYEE
from shared.contracts.feedback import ResponseDeleted, ResponseEdited, ResponseReceived


def received(columns: Mapping[str, Any], *, share_comment: bool) -> ResponseReceived:
    """A new answer, from its columns."""
    return ResponseReceived(**_snapshot(columns, share_comment))


def edited(
    columns: Mapping[str, Any], previous: Mapping[str, Any], at: datetime, *, share_comment: bool
) -> ResponseEdited:
    """An answer as it is now. previous: the columns as they were."""
    return ResponseEdited(
        **_snapshot(columns, share_comment),
        previous_score=previous["score"],
        previous_outcome=previous["outcome"],
        edited_at=at,
    )


def deleted(columns: Mapping[str, Any], reason: str | None, at: datetime) -> ResponseDeleted:
    """An answer that counts no more. columns: as they were."""
    known = columns["survey_type"] != EMPLOYEE
    return ResponseDeleted(
        response_id=columns["id"],
        account_id=columns["account_id"] if known else None,
        contact_id=columns["contact_id"] if known else None,
        reason=reason,
        deleted_at=at,
    )


_TOLD_OF_ALL = (
    "survey_id",
    "survey_version",
    "survey_type",
    "program_id",
    "ticket_id",
    "brand",
    "locale",
    "source",
    "score",
    "outcome",
    "themes",
    "needs_triage",
    "answered_at",
    "recorded_at",
    "silent",
)
_TOLD_OF_CUSTOMERS = ("invitation_id", "account_id", "contact_id", "sentiment")


def _snapshot(columns: Mapping[str, Any], share_comment: bool) -> dict[str, Any]:
    told = {name: columns[name] for name in _TOLD_OF_ALL}
    told["response_id"] = columns["id"]
    if columns["survey_type"] == EMPLOYEE:
        return told | dict.fromkeys(_TOLD_OF_CUSTOMERS)
    told |= {name: columns[name] for name in _TOLD_OF_CUSTOMERS}
    if share_comment:
        told["comment"] = columns["comment"]
    if columns["contact_id"] is None:  # else the owner finds name and address by the contact
        told["respondent"] = columns["respondent"]
    return told
