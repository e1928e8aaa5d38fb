"""Writing a new answer, all that it sets off here, and the facts that tell it, in one statement.

POST /v1/responses is the busiest write of the suite: row by row through the ORM it took five round trips.
The statement writes the tables of its neighbours too; their columns stand in loop_cases/models.py,
follow_ups/models.py, triage/models.py and shared/features/audit/models.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.follow_up_rules.known import Rule
from services.feedback.invitations.models import Invitation
from services.feedback.loop_cases.promises import Dues
from services.feedback.responses import hours
from services.feedback.responses.models import Response
from shared.db import alone
from shared.events import outbox
from shared.events.cause import Cause
from shared.ids import uuid7

COLUMNS = tuple(Response.model_fields)
JSON_COLUMNS = frozenset({"respondent", "answers", "sentiment"})

_GIVEN = {name: f"${place}" for place, name in enumerate(COLUMNS, start=1)}
_DUES = tuple(field.name for field in fields(Dues))
_FINISHED = (
    "state",
    "updated_at",
    "delivered_at",
    "started_at",
    "completed_at",
    "answer_id",
    "next_at",
    "lease_until",
    "attempts",
)
"""What an invitation's end changes."""


@dataclass(frozen=True, slots=True)
class SetOff:
    """What an answer sets off here. dues: of its loop case. triage: why a person must see it. rules: that follow it.

    verifies: it says how a recovery went, and so verifies a loop case of its story: that of the ticket about_ticket,
    and where it names none the newest.
    """

    dues: Dues | None = None
    triage: tuple[str, ...] = ()
    rules: Sequence[Rule] = ()
    verifies: bool = False
    about_ticket: UUID | None = None


# The statements are put together from names and places in this file alone, hence S608 is off.
_RESPONSE = f"""
made AS (
    INSERT INTO response ({", ".join(COLUMNS)})
    SELECT {", ".join(_GIVEN.values())}
    WHERE (({_GIVEN["comment"]}::text IS NULL AND {_GIVEN["respondent"]}::jsonb IS NULL
            AND {_GIVEN["answers"]}::jsonb = '[]')
        OR NOT EXISTS (SELECT FROM erased_contact AS erased WHERE erased.contact_id = {_GIVEN["contact_id"]}::uuid))
      AND {{only_if}}
    ON CONFLICT DO NOTHING
    RETURNING id, loop_case_id, account_id, contact_id, trace_id, answered_at, recorded_at, survey_type, outcome
)"""  # noqa: S608
_AUDIT = """
noted AS (
    INSERT INTO audit (id, at, actor, action, entity, entity_id, before, after, cause)
    SELECT {0}, recorded_at, {1}, 'response.record', 'response', id, '{{}}', {2}::jsonb, {3} FROM made
)"""
_LOOP_CASE = """
looped AS (
    INSERT INTO loop_case (id, response_id, account_id, contact_id, trace_id, state, opened_at, version, {columns})
    SELECT loop_case_id, id, account_id, contact_id, trace_id, 'open', recorded_at, 1, {given} FROM made
)"""
_TRIAGE = """
triaged AS (
    INSERT INTO triage_case
        (id, response_id, account_id, trace_id, reasons, state, closed, occasion, opened_at, version)
    SELECT {0}, id, account_id, trace_id, {1}::text[], 'open', false, 1, recorded_at, 1 FROM made
)"""
_FOLLOW_UP_RUNS = """
followed AS (
    INSERT INTO follow_up_run
        (id, response_id, account_id, trace_id, state, rule_id, rule_version, opened_at, waits_until)
    SELECT run.id, made.id, account_id, trace_id, 'waiting', rule_id, rule_version, recorded_at, recorded_at + waits
    FROM made, unnest({0}::uuid[], {1}::text[], {2}::int[], {3}::interval[]) AS run (id, rule_id, rule_version, waits)
)"""
_VERIFIED = """
verified AS (
    UPDATE loop_case SET verified_at = made.answered_at, verified_by = made.id, version = loop_case.version + 1
    FROM made
    WHERE verified_at IS NULL AND loop_case.id = (
        SELECT story.id FROM loop_case AS story
        WHERE story.trace_id = made.trace_id AND story.response_id <> made.id
        ORDER BY coalesce(story.ticket_id = {0}::uuid, false) DESC, story.id DESC LIMIT 1
    )
)"""
_HELD = """
held AS (SELECT id FROM invitation WHERE id = {0} AND version = {1} FOR UPDATE)"""
_FINISH = """
finished AS (UPDATE invitation SET version = invitation.version + 1, {given} FROM made WHERE invitation.id = {0})"""


@cache
def _statement(*, looped: bool, triaged: bool, followed: bool, verified: bool, finished: bool) -> str:
    """The statement with the parts that an answer needs; its parameters follow the row's own, part by part."""
    free = count(len(COLUMNS) + 1)

    def places(number: int) -> list[str]:
        return [f"${next(free)}" for _ in range(number)]

    parts = [
        _RESPONSE.format(only_if="EXISTS (SELECT FROM held)" if finished else "true"),
        _AUDIT.format(*places(4)),
        hours.MARK_LATE,
    ]
    parts.append(f"told AS ({outbox.storing(int(places(6)[0][1:]), where='EXISTS (SELECT FROM made)')})")
    if looped:
        given = ", ".join(f"{place}::timestamptz" for place in places(len(_DUES)))
        parts.append(_LOOP_CASE.format(columns=", ".join(_DUES), given=given))
    if triaged:
        parts.append(_TRIAGE.format(*places(2)))
    if followed:
        parts.append(_FOLLOW_UP_RUNS.format(*places(4)))
    if verified:
        parts.append(_VERIFIED.format(*places(1)))
    if finished:
        held, version = places(2)
        given = ", ".join(map("{} = {}".format, _FINISHED, places(len(_FINISHED))))
        parts = [_HELD.format(held, version), *parts, _FINISH.format(held, given=given)]
    return f"WITH {','.join(parts)}\nSELECT id FROM made"


async def insert(
    session: AsyncSession,
    cause: Cause,
    columns: Mapping[str, Any],
    following: SetOff,
    finished: Invitation | None = None,
) -> bool:
    """Store an answer, its audit row, what it sets off here, and the facts that were told of them.

    columns: all of `Response`. A loop_case_id in them makes the loop case. finished: its invitation as the answer
    leaves it, in no session; its version is the one that was read.
    Answers False where its keys are taken, its contact was erased and there are words of theirs in it, or the
    invitation has moved since it was read; then nothing is stored and nothing told.
    """
    noted = {name: columns[name] for name in ("source", "survey_type", "score", "outcome")}
    given = [
        *(_stored(name, columns[name]) for name in COLUMNS),
        uuid7(),
        cause.actor,
        to_json(noted).decode(),
        cause.id,
        *outbox.hand_over(session.sync_session),
    ]
    looped = columns["loop_case_id"] is not None
    if looped:
        given += [getattr(following.dues, name, None) for name in _DUES]
    if following.triage:
        given += [uuid7(), list(following.triage)]
    if following.rules:
        given += [
            [uuid7() for _ in following.rules],
            [rule.code for rule in following.rules],
            [rule.version for rule in following.rules],
            [rule.waits for rule in following.rules],
        ]
    if following.verifies:
        given.append(following.about_ticket)
    if finished is not None:
        given += [finished.id, finished.version, *(getattr(finished, name) for name in _FINISHED)]
    statement = _statement(
        looped=looped,
        triaged=bool(following.triage),
        followed=bool(following.rules),
        verified=following.verifies,
        finished=finished is not None,
    )
    return bool(await alone.fetch(session, statement, *given))


def _stored(name: str, value: Any) -> Any:
    if value is not None and name in JSON_COLUMNS:
        return to_json(value).decode()
    return value
