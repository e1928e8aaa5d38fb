"""Facts of other services, as ticketing hears them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from shared.contracts import story
from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.feedback import ResponseDeleted, ResponseEdited, ResponseReceived
from shared.contracts.onboarding import AccountCreated, AccountTeamChanged, ContactCreated, StaffUpdated
from shared.ids import uuid7

CARE = "01935f2e-7c00-7000-8000-000000000101"
"""The group that ships."""


def received(**changes: Any) -> ResponseReceived:
    """An answer; NPS 3 unless changed, each call another one."""
    return ResponseReceived.model_validate({**story.ANSWER_NPS_3, "response_id": uuid7(), **changes})


def edited(answer: ResponseReceived, score: int, outcome: str, **changes: Any) -> ResponseEdited:
    """The same answer with another score."""
    return ResponseEdited.model_validate(
        {
            **answer.model_dump(),
            "previous_score": answer.score,
            "previous_outcome": answer.outcome,
            "edited_at": story.COMPLETED_AT,
            "score": score,
            "outcome": outcome,
            **changes,
        }
    )


def deleted(answer: ResponseReceived) -> ResponseDeleted:
    """The same answer, removed."""
    return ResponseDeleted.model_validate(
        {**ResponseDeleted.example, "response_id": answer.response_id, "account_id": answer.account_id}
    )


def team(account_id: UUID | str, *members: dict[str, Any]) -> AccountTeamChanged:
    """The whole team of an account."""
    return AccountTeamChanged.model_validate({"account_id": account_id, "members": members})


def member(staff_id: UUID | str, *, backup: bool = False, role: str = "csm") -> dict[str, Any]:
    """A member of a team."""
    return {
        "role": role,
        "staff_id": str(staff_id),
        "name": "Mia",
        "email": f"{staff_id}@us.example",
        "notify_address": None,
        "backup": backup,
        "since_at": story.DIRECTORY_AT,
    }


def staff(staff_id: UUID | str, **changes: Any) -> StaffUpdated:
    """A member of staff, active and present unless changed."""
    email = f"{staff_id}@us.example"
    return StaffUpdated.model_validate(
        {**StaffUpdated.example, "staff_id": staff_id, "email": email, "notify_address": None, **changes}
    )


def account(account_id: UUID | str, **changes: Any) -> AccountCreated:
    """A customer; tier gold unless changed."""
    return AccountCreated.model_validate({**story.ACME_ACCOUNT, "account_id": account_id, **changes})


def contact(contact_id: UUID | str, account_id: UUID | str) -> ContactCreated:
    """A person at a customer."""
    return ContactCreated.model_validate({**story.ANA_CONTACT, "contact_id": contact_id, "account_id": account_id})


def repair(answer: ResponseReceived, *, step: str = "escalation_opened", **changes: Any) -> AutomationRepairRequested:
    """A request to do a lost step for an answer."""
    trigger = {
        **AutomationRepairRequested.example["trigger"],
        "subject": str(answer.response_id),
        "correlationid": answer.response_id,
        "data": answer.model_dump(mode="json"),
    }
    return AutomationRepairRequested.model_validate(
        {
            **AutomationRepairRequested.example,
            "repair_id": uuid7(),
            "step": step,
            "trigger": trigger,
            **changes,
        }
    )


def types(facts: Sequence[Any]) -> list[str]:
    """The types of facts, without their version."""
    return [fact.type.removesuffix(".v1") for fact in facts]
