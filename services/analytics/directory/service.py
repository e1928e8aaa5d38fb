"""Keeping the mirror."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from services.analytics.directory.models import AccountTeam, GroupLead, StaffMember
from shared.contracts.onboarding import AccountTeamChanged, StaffUpdated
from shared.contracts.ticketing import GroupChanged
from shared.events.event import Event
from shared.events.projection import keep_newest

TEAM_TELLER = "onboarding"
"""The service whose facts say who is in an account's team."""
GROUP_TELLER = "ticketing"
"""The service whose facts say who leads a group."""


async def keep(session: AsyncSession, events: list[Event[Any]]) -> None:
    """Keep what these facts say about teams, groups and staff; other facts are passed by."""
    teams = [_team(event) for event in events if event.type == AccountTeamChanged.fact_type]
    groups = [_group(event) for event in events if event.type == GroupChanged.fact_type]
    staff = [_staff(event) for event in events if event.type == StaffUpdated.fact_type]
    await _add(session, AccountTeam, teams, key="account_id")
    await _add(session, GroupLead, groups, key="group_id")
    await keep_newest(session, StaffMember, staff, key=("staff_id",))


async def _add(session: AsyncSession, model: type[SQLModel], rows: list[dict[str, Any]], *, key: str) -> None:
    """Add to a history; what is there already stays."""
    if rows:
        table: Table = model.__table__  # type: ignore[attr-defined]
        rows.sort(key=lambda row: (row[key], row["sequence"]))
        await session.execute(insert(table).on_conflict_do_nothing(), rows)


def _team(event: Event[Any]) -> dict[str, Any]:
    return {
        "account_id": UUID(event.raw["account_id"]),
        "sequence": event.sequence,
        "recorded_at": event.recorded_at,
        "members": [
            {"role": member["role"], "staff_id": member["staff_id"], "backup": bool(member["backup"])}
            for member in event.raw["members"]
        ],
    }


def _group(event: Event[Any]) -> dict[str, Any]:
    lead = event.raw["lead_id"]
    return {
        "group_id": UUID(event.raw["group_id"]),
        "sequence": event.sequence,
        "recorded_at": event.recorded_at,
        "lead_id": UUID(lead) if lead else None,
    }


def _staff(event: Event[Any]) -> dict[str, Any]:
    return {
        "staff_id": UUID(event.raw["staff_id"]),
        "sequence": event.sequence,
        "active": event.raw["active"],
        "away_from": _instant(event.raw.get("away_from")),
        "away_until": _instant(event.raw.get("away_until")),
    }


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
