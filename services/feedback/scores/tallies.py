"""Counting answers one by one: by accounts and segments, of a part of them, and weighed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, DateTime, Select, case, cast, func, literal, null, select
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
    # The boundaries come from one place, so that the database's idea of a zone's days cannot differ.
    boundaries = cast(literal(list(edges[:-1]), ARRAY(DateTime(timezone=True))), ARRAY(DateTime(timezone=True)))
    group = GROUPS[group_by] if group_by else null()
    outcome = col(Response.outcome)
    answered = (
        func.width_bucket(col(Response.answered_at), boundaries).label("place"),
        group.label("grouped"),
        func.count().label("n"),
        func.count().filter(outcome == "positive").label("positives"),
        func.count().filter(outcome == "neutral").label("neutrals"),
        func.count().filter(outcome == "negative").label("negatives"),
    )
    counted = (
        col(Response.survey_type) == asked.metric,
        col(Response.answered_at) >= edges[0],
        col(Response.answered_at) < edges[-1],
        col(Response.state) == "completed",
        col(Response.score).is_not(None),
        col(Response.deleted_at).is_(None),
        *(GROUPS[name] == getattr(asked, name) for name in NARROWING if getattr(asked, name) is not None),
    )
    if asked.wave_id is not None:
        of_wave = select(col(Invitation.id)).where(col(Invitation.wave_id) == asked.wave_id)
        counted = (*counted, col(Response.invitation_id).in_(of_wave))
    found: Tallies = select(*answered).select_from(Response).where(*counted)
    if group_by == "segment":
        found = found.outerjoin(Account, col(Account.account_id) == col(Response.account_id))
    return WEIGHED[asked.weighting](asked.metric, found.group_by("place", "grouped")).order_by("place", "grouped")


def _each(metric: Metric, answered: Tallies) -> Tallies:
    score = col(Response.score)
    return answered.add_columns(func.sum(score).label("total"), func.sum(score * score).label("squares"))


def _by_account(metric: Metric, answered: Tallies) -> Tallies:
    account_id = col(Response.account_id)
    own = answered.add_columns(func.avg(POINTS[metric]).label("own"))
    each = own.where(account_id.is_not(None)).group_by(account_id).subquery()
    return select(
        each.c.place,
        each.c.grouped,
        *(func.sum(each.c[name]).label(name) for name in ("n", "positives", "neutrals", "negatives")),
        func.count().label("accounts"),
        func.avg(each.c.own).label("mean"),
        func.var_samp(each.c.own).label("variance"),
    ).group_by(each.c.place, each.c.grouped)


def _by_inclusion(metric: Metric, answered: Tallies) -> Tallies:
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
    return asked_for.add_columns(*(func.sum(each).label(name) for name, each in sums.items()))


WEIGHED: Mapping[str, Callable[[Metric, Tallies], Tallies]] = {
    "respondent": _each,
    "account": _by_account,
    "inclusion": _by_inclusion,
}
