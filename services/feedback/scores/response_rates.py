"""Response rates: completed by delivered invitations, of those that were delivered in a period."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ARRAY, DateTime, Select, cast, func, literal, null, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.invitations.models import Invitation
from services.feedback.responses.models import EMPLOYEE
from services.feedback.scores import formulas, periods
from services.feedback.scores.schemas import DefinitionOut, RateFilters, ResponseRateOut
from shared.http.errors import Invalid, place

DEFINITION = DefinitionOut(id="response_rate", version=1)
MOST_ITEMS = 10_000

GROUPS: Mapping[str, Any] = {
    name: getattr(Invitation, name)
    for name in ("account_id", "program_id", "wave_id", "survey_type", "brand", "locale", "channel")
}

_reached_at = func.least(
    col(Invitation.sent_at),
    col(Invitation.delivered_at),
    col(Invitation.opened_at),
    col(Invitation.started_at),
    col(Invitation.partial_at),
    col(Invitation.completed_at),
)
"""When an invitation was delivered: what was sent and did not come back was. Few servers say more. It has an index."""


async def rates(session: AsyncSession, asked: RateFilters) -> list[ResponseRateOut]:
    """The rates of each period and group; an ungrouped period in which nothing was delivered has none.

    Raises Invalid for too many groups.
    """
    edges = periods.edges(asked.start, asked.end, asked.interval, ZoneInfo(asked.timezone))
    rows = (await session.execute(_counts(asked, edges).limit(MOST_ITEMS + 1))).all()
    if len(rows) > MOST_ITEMS:
        msg = f"That makes more than {MOST_ITEMS} rates"
        raise Invalid(errors=[place("query", "group_by", msg=msg, code="too_many")])
    return list(_rated(asked, list(pairwise(edges)), rows))


def _counts(asked: RateFilters, edges: Sequence[datetime]) -> Select[*tuple[Any, ...]]:
    boundaries = cast(literal(list(edges[:-1]), ARRAY(DateTime(timezone=True))), ARRAY(DateTime(timezone=True)))
    counted = (
        func.width_bucket(_reached_at, boundaries).label("place"),
        (GROUPS[asked.group_by] if asked.group_by else null()).label("grouped"),
        func.count().label("delivered"),
        func.count(col(Invitation.completed_at)).label("completed"),
    )
    found: Select[*tuple[Any, ...]] = select(*counted).where(
        _reached_at >= edges[0],
        _reached_at < edges[-1],
        col(Invitation.state) != "bounced",
        col(Invitation.survey_type) != EMPLOYEE,
    )
    if asked.program_id is not None:
        found = found.where(col(Invitation.program_id) == asked.program_id)
    if asked.wave_id is not None:
        found = found.where(col(Invitation.wave_id) == asked.wave_id)
    return found.group_by("place", "grouped").order_by("place", "grouped")


def _rated(
    asked: RateFilters, spans: Sequence[tuple[datetime, datetime]], rows: Sequence[Any]
) -> Iterator[ResponseRateOut]:
    if asked.group_by is not None:
        for row in rows:
            yield _rate(spans[row.place - 1], row.grouped, row.delivered, row.completed)
        return
    counted = {row.place: (row.delivered, row.completed) for row in rows}
    for number, span in enumerate(spans, start=1):
        yield _rate(span, None, *counted.get(number, (0, 0)))


def _rate(span: tuple[datetime, datetime], group: Any, delivered: int, completed: int) -> ResponseRateOut:
    found = formulas.share(completed, delivered)
    return ResponseRateOut(
        start=span[0],
        end=span[1],
        group=group,
        delivered=delivered,
        completed=completed,
        rate=found.value,
        margin=found.margin,
        small_n=delivered < formulas.SMALL_BELOW,
        definition=DEFINITION,
    )
