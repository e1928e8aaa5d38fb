"""What other services tell feedback."""

from datetime import datetime
from typing import Any
from uuid import UUID

from shared.contracts import story
from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.onboarding import AccountCreated, AccountTeamChanged, ContactCreated, StaffUpdated
from shared.contracts.ticketing import (
    EscalationOpened,
    RecoveryCompleted,
    RecoveryContacted,
    RecoveryOpened,
    RecoveryPlanned,
    TicketAssigned,
    TicketSolved,
)
from shared.events.fact import Fact
from shared.ids import uuid7

TICKET = UUID(story.TICKET)
CASE = UUID(story.CASE)
MIA = UUID(story.MIA)
IDA = UUID(story.IDA)


def escalation(response_id: Any, owner_id: UUID | None = MIA) -> EscalationOpened:
    return EscalationOpened.model_validate(
        {
            **EscalationOpened.example,
            "response_id": response_id,
            "owner_id": owner_id,
            "owner_source": "csm" if owner_id else "group",
        }
    )


def assignment(response_id: Any, assignee_id: UUID | None) -> TicketAssigned:
    return TicketAssigned.model_validate(
        {**TicketAssigned.example, "response_id": response_id, "assignee_id": assignee_id, "reason": "team_changed"}
    )


def opened(response_id: Any) -> RecoveryOpened:
    return RecoveryOpened.model_validate({**RecoveryOpened.example, "response_id": response_id})


def planned(response_id: Any) -> RecoveryPlanned:
    return RecoveryPlanned.model_validate({**RecoveryPlanned.example, "response_id": response_id})


def contacted(response_id: Any) -> RecoveryContacted:
    return RecoveryContacted.model_validate({**RecoveryContacted.example, "response_id": response_id})


def completed(response_id: Any, outcome: str = "recovered") -> RecoveryCompleted:
    state = "completed" if outcome in ("recovered", "partly") else "failed"
    return RecoveryCompleted.model_validate(
        {**RecoveryCompleted.example, "response_id": response_id, "outcome": outcome, "state": state}
    )


def account(account_id: Any, name: str = "Acme", segment: str | None = "mid", **changes: Any) -> AccountCreated:
    return AccountCreated.model_validate(
        {**AccountCreated.example, "account_id": account_id, "name": name, "segment": segment, **changes}
    )


def contact(contact_id: Any, account_id: Any, name: str | None = "Ana", **changes: Any) -> ContactCreated:
    return ContactCreated.model_validate(
        {**ContactCreated.example, "contact_id": contact_id, "account_id": account_id, "name": name, **changes}
    )


def solved(contact_id: Any, **changes: Any) -> TicketSolved:
    """A question of a contact was solved by an agent, each call another ticket."""
    said = {"ticket_id": uuid7(), "contact_id": contact_id, "type": "question", **changes}
    return TicketSolved.model_validate({**TicketSolved.example, **said})


def recovered(contact_id: Any, **changes: Any) -> RecoveryCompleted:
    """A recovery of a contact ended, each call another one."""
    said = {"recovery_case_id": uuid7(), "ticket_id": uuid7(), "response_id": None, "contact_id": contact_id, **changes}
    return RecoveryCompleted.model_validate({**RecoveryCompleted.example, **said})


def member(
    staff_id: UUID, role: str = "csm", *, backup: bool = False, name: str = "Mia", notify_address: str | None = None
) -> dict[str, Any]:
    return {
        "role": role,
        "staff_id": staff_id,
        "name": name,
        "email": f"{name.lower()}@us.example",
        "notify_address": notify_address,
        "backup": backup,
        "since_at": story.DIRECTORY_AT,
    }


def team(account_id: Any, *members: dict[str, Any]) -> AccountTeamChanged:
    return AccountTeamChanged.model_validate({"account_id": account_id, "members": members})


def staff(
    staff_id: UUID, *, active: bool = True, away: tuple[datetime, datetime | None] | None = None, name: str = "Mia"
) -> StaffUpdated:
    away_from, away_until = away or (None, None)
    return StaffUpdated.model_validate(
        {
            **StaffUpdated.example,
            "staff_id": staff_id,
            "name": name,
            "email": f"{name.lower()}@us.example",
            "notify_address": None,
            "active": active,
            "away_from": away_from,
            "away_until": away_until,
        }
    )


def repair(
    step: str,
    response_id: Any,
    *,
    service: str = "feedback",
    trigger: Fact | None = None,
    data: dict[str, Any] | None = None,
) -> AutomationRepairRequested:
    """trigger: the fact that was lost; data: what came instead of its own."""
    told = {"response_id": str(response_id)} if trigger is None else data or trigger.model_dump(mode="json")
    lost = {**AutomationRepairRequested.example["trigger"], "data": told}
    if trigger is not None:
        lost["type"] = trigger.fact_type
    return AutomationRepairRequested.model_validate(
        {
            **AutomationRepairRequested.example,
            "repair_id": uuid7(),
            "rule_id": "positive_response",
            "step": step,
            "service": service,
            "trigger": lost,
        }
    )
