"""What happened to tickets, from the audit trail alone: nothing here is read off a clock.

The trail is read in the order in which its rows were made. Who changes a ticket holds its row, so that is the order in
which its clocks heard of it, whatever times the requests came in at.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import queries as directory
from services.ticketing.sla.clock import Fact, Kind
from services.ticketing.sla.past import Choice, Deed, History, Named, PastTraits
from services.ticketing.sla.service import RETARGETED
from shared.db.statements import fetch

MOST_ROWS: Final = 5_000
"""Rows of the audit trail that are read of one ticket; one with more is left alone."""

_OPENING = frozenset({"ticket.create", "ticket.escalate", "ticket.follow_up", "ticket.split_off"})
_MOVES = frozenset({"ticket.transition", "ticket.close"})
_MERGES = {"ticket.merge": Kind.MERGED, "ticket.unmerge": Kind.UNMERGED}
_READ = sorted({*_OPENING, *_MOVES, *_MERGES, "ticket.change", "ticket.message", RETARGETED})
_OPENED_IN = frozenset({"new", "open"})
_WITH_A_MESSAGE = frozenset({"customer_wrote", "agent_replied"})
"""Reasons of moves that a message made: both are one deed."""

_SAID = {"customer": Kind.CUSTOMER_WROTE, "agent": Kind.AGENT_REPLIED}
_TRAITS = ("type", "tags", "priority", "brand", "account_id")

_TICKETS = """
SELECT id, status, created_at, type, channel, tags, priority, brand, account_id, silent
FROM ticket WHERE id = ANY ($1)
"""
_TRAIL = """
SELECT told.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT entity_id, id, at, action, cause, reason, before, after FROM audit
    WHERE entity_id = asked.id AND action = ANY ($2::text[]) ORDER BY at, id LIMIT $3
) AS told
ORDER BY told.entity_id, told.id
"""


async def histories(session: AsyncSession, ticket_ids: Iterable[UUID]) -> dict[UUID, History | None]:
    """The histories of tickets that have clocks, by id; None where it is not whole, or too long.

    A trail whose oldest rows were removed is not whole: the retention of the audit trail takes them first.
    """
    rows = [row for row in await fetch(session, _TICKETS, list(ticket_ids)) if not row.silent]
    ids = [row.id for row in rows]
    told = await fetch(session, _TRAIL, ids, _READ, MOST_ROWS + 1)
    trails = {ticket_id: list(trail) for ticket_id, trail in groupby(told, key=lambda row: row.entity_id)}
    tiers = await _tiers(session, rows, told)
    return {row.id: _history(row, trails.get(row.id, []), tiers) for row in rows}


async def _tiers(session: AsyncSession, tickets: Sequence[Any], told: Sequence[Any]) -> dict[str, str | None]:
    """The tiers that the accounts of tickets have now, by account_id: nobody kept those that they had."""
    named = {row.account_id for row in tickets if row.account_id is not None}
    changes = [
        side.get("account_id") for row in told if row.action == "ticket.change" for side in (row.before, row.after)
    ]
    named |= {UUID(account_id) for account_id in changes if account_id is not None}
    known = await directory.known(session, named)
    return {str(account_id): customer.tier for account_id, customer in known.customers.items()}


def _history(ticket: Any, trail: Sequence[Any], tiers: Mapping[str, str | None]) -> History | None:
    if len(trail) > MOST_ROWS or not any(row.action in _OPENING for row in trail):
        return None
    moves = [row for row in trail if row.action in _MOVES]
    status = moves[0].before["status"] if moves else ticket.status
    if not _is_whole(status, moves, ticket.status):
        return None
    traits = {name: getattr(ticket, name) for name in _TRAITS}
    for row in reversed(trail):
        if row.action == "ticket.change":
            traits.update(_traits_in(row.before))
    first_choice = next((row.before for row in trail if row.action == RETARGETED), None)
    opening = Deed(
        facts=(Fact(ticket.created_at, Kind.CREATED),),
        traits=_seen(ticket.channel, traits, tiers),
        chosen=None if first_choice is None else _choice(first_choice),
    )
    return History(ticket.id, status, (opening, *_deeds(ticket.channel, traits, trail, tiers)))


def _is_whole(status: str, moves: Sequence[Any], last: str) -> bool:
    """Whether each move begins where the one before it ended, and the last one ends where the ticket is."""
    if status not in _OPENED_IN:
        return False
    for row in moves:
        if row.before["status"] != status:
            return False
        status = row.after["status"]
    return status == last


def _deeds(channel: str, traits: dict[str, Any], trail: Sequence[Any], tiers: Mapping[str, str | None]) -> list[Deed]:
    deeds: list[Deed] = []
    chosen: Choice | None = None
    moved_by: Any = None  # the move that a message made, whose row comes next
    for row in trail:
        if row.action == RETARGETED:
            chosen = _choice(row.after)
            continue
        if row.action == "ticket.change":
            traits.update(_traits_in(row.after))
        facts = _facts(row)
        seen = _seen(channel, traits, tiers)
        if row.action == "ticket.message" and moved_by is not None and moved_by.cause == row.cause:
            facts = [*deeds.pop().facts, *facts]
        by_message = row.action == "ticket.transition" and row.reason in _WITH_A_MESSAGE
        moved_by = row if by_message else None
        if facts:
            deeds.append(Deed(tuple(facts), seen, chosen if row.action == "ticket.change" else None))
        chosen = None
    return deeds


def _facts(row: Any) -> list[Fact]:
    """What of a row of the audit trail the clocks hear."""
    at: datetime = row.at
    if row.action == "ticket.transition":
        to = row.after["status"]
        return [Fact(at, Kind.SOLVED) if to == "solved" else Fact(at, Kind.STATUS_CHANGED, to)]
    if row.action == "ticket.message":
        kind = _SAID.get(row.after["author_kind"]) if row.after["visibility"] == "public" else None
        return [] if kind is None else [Fact(at, kind)]
    if row.action == "ticket.change":
        return [Fact(at, Kind.RETARGETED)] if _traits_in(row.after) else []
    return [Fact(at, _MERGES[row.action])] if row.action in _MERGES else []


def _traits_in(side: Mapping[str, Any]) -> dict[str, Any]:
    return {name: side[name] for name in _TRAITS if name in side}


def _seen(channel: str, traits: Mapping[str, Any], tiers: Mapping[str, str | None]) -> PastTraits:
    account_id = traits["account_id"]
    return PastTraits(
        type=traits["type"],
        channel=channel,
        tags=tuple(traits["tags"]),
        priority=traits["priority"],
        brand=traits["brand"],
        account_tier=None if account_id is None else tiers.get(str(account_id)),
    )


def _choice(side: Mapping[str, Any]) -> Choice:
    if side["policy_id"] is None:
        return Choice(None)
    return Choice(Named(UUID(side["policy_id"]), side["policy_version"]))


def chosen_first(history: History, choice: Choice) -> History:
    """The history with what is recorded elsewhere of the policy that it began with, unless it says so itself."""
    first, *rest = history.deeds
    if first.chosen is not None or any(fact.kind is Kind.RETARGETED for deed in rest for fact in deed.facts):
        return history
    return replace(history, deeds=(replace(first, chosen=choice), *rest))
