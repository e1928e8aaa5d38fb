"""Counting answers one by one: by accounts and segments, of a part of them, and weighed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, DateTime, Select, case, cast, func, literal, null, select, true
from sqlalchemy.sql.selectable import LateralFromClause
from sqlmodel import col

from services.feedback.directory.models import Account
from services.feedback.invitations.models import Invitation
from services.feedback.responses.models import Response
from services.feedback.scores.schemas import Answered, Metric

GROUPS: Mapping[str, Any] = {
    "account_id": col(Response.account_id),
    "program_id": col(Response.program_id),
    "brand": col(Response.brand),
    "locale": col(Response.locale),
    "segment": col(Account.segment),
}

NARROWING = ("account_id", "program_id", "brand", "locale")

POINTS: Mapping[Metric, Any] = {
    "nps": case((col(Response.outcome) == "positive", 100), (col(Response.outcome) == "negative", -100), else_=0),
    "csat": case((col(Response.outcome) == "positive", 1), else_=0),
    "ces": col(Response.score),
}
"""What one answer adds to a score that is a mean."""

Tallies = Select[*tuple[Any, ...]]


def narrowed(asked: Answered) -> bool:
    """Whether it asks for a part of the answers to this type of survey."""
    return asked.wave_id is not None or any(getattr(asked, name) is not None for name in NARROWING)


def of_answers(asked: Answered, group_by: str | None, edges: Sequence[datetime]) -> Tallies:
    """One row for each period (by its place, from 1) and group in which anybody answered. edges: of the periods."""
    # Period by period: all at once, the planner takes accounts and periods for so many groups that it sorts a million.
    periods = func.unnest(_instants(edges[:-1]), _instants(edges[1:]))
    period = periods.table_valued("begins_at", "ends_at", with_ordinality="place").render_derived("period")
    group = GROUPS[group_by] if group_by else null()
    outcome = col(Response.outcome)
    answered: Tallies = select(
        group.label("grouped"),
        func.count().label("n"),
        func.count().filter(outcome == "positive").label("positives"),
        func.count().filter(outcome == "neutral").label("neutrals"),
        func.count().filter(outcome == "negative").label("negatives"),
    ).select_from(Response)
    answered = answered.where(
        col(Response.survey_type) == asked.metric,
        col(Response.answered_at) >= period.c.begins_at,
        col(Response.answered_at) < period.c.ends_at,
        col(Response.state) == "completed",
        col(Response.score).is_not(None),
        col(Response.deleted_at).is_(None),
        *(GROUPS[name] == getattr(asked, name) for name in NARROWING if getattr(asked, name) is not None),
    )
    if asked.wave_id is not None:
        of_wave = select(col(Invitation.id)).where(col(Invitation.wave_id) == asked.wave_id)
        answered = answered.where(col(Response.invitation_id).in_(of_wave))
    if group_by == "segment":
        answered = answered.outerjoin(Account, col(Account.account_id) == col(Response.account_id))
    if group_by is not None:
        answered = answered.group_by("grouped")
    tallied = WEIGHED[asked.weighting](asked.metric, answered.correlate(period))
    return (
        select(period.c.place, *tallied.c)
        .select_from(period.join(tallied, true()))
        .where(tallied.c.n > 0)
        .order_by(period.c.place, tallied.c.grouped)
    )


def _instants(given: Sequence[datetime]) -> Any:
    # The boundaries come from one place, so that the database's idea of a zone's days cannot differ.
    return cast(literal(list(given), ARRAY(DateTime(timezone=True))), ARRAY(DateTime(timezone=True)))


def _each(metric: Metric, answered: Tallies) -> LateralFromClause:
    score = col(Response.score)
    sums = (func.sum(score).label("total"), func.sum(score * score).label("squares"))
    return answered.add_columns(*sums).lateral("tallied")


def _by_account(metric: Metric, answered: Tallies) -> LateralFromClause:
    account_id = col(Response.account_id)
    own = answered.add_columns(func.avg(POINTS[metric]).label("own"))
    each = own.where(account_id.is_not(None)).group_by(account_id).lateral("each")
    return (
        select(
            each.c.grouped,
            *(func.sum(each.c[name]).label(name) for name in ("n", "positives", "neutrals", "negatives")),
            func.count().label("accounts"),
            func.avg(each.c.own).label("mean"),
            func.var_samp(each.c.own).label("variance"),
        )
        .group_by(each.c.grouped)
        .lateral("tallied")
    )


def _by_inclusion(metric: Metric, answered: Tallies) -> LateralFromClause:
    weight, points = 1 / col(Invitation.probability), POINTS[metric]
    sums = {
        "weights": weight,
        "squares": weight * weight,
        "total": weight * points,
        "first": weight * weight * points,
        "second": weight * weight * points * points,
    }
    # Answers that nobody asked for were drawn by no probability: the join leaves them out.
    asked_for = answered.join(Invitation, col(Invitation.id) == col(Response.invitation_id))
    return asked_for.add_columns(*(func.sum(each).label(name) for name, each in sums.items())).lateral("tallied")


WEIGHED: Mapping[str, Callable[[Metric, Tallies], LateralFromClause]] = {
    "respondent": _each,
    "account": _by_account,
    "inclusion": _by_inclusion,
}
