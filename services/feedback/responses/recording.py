"""Writing a new answer, all that it sets off here, and the facts that tell it, in one statement.

POST /v1/responses is the busiest write of the suite: row by row through the ORM it took five round trips.
The statement writes the tables of its neighbours too; their columns stand in loop_cases/models.py,
follow_ups/models.py and shared/features/audit/models.py.
"""

from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.responses import hours
from services.feedback.responses.models import EMPLOYEE, Response
from shared.db import alone
from shared.events import outbox
from shared.events.cause import Cause
from shared.ids import uuid7

COLUMNS = tuple(Response.model_fields)
JSON_COLUMNS = frozenset({"respondent", "answers", "sentiment"})

# The statements are put together from names and places in this file alone, hence S608 is off.
_FIRST_AFTER = len(COLUMNS)  # the parameters that follow the row's own
_GIVEN = {name: f"${place}" for place, name in enumerate(COLUMNS, start=1)}
_TOLD = f"told AS ({outbox.storing(_FIRST_AFTER + 5, where='EXISTS (SELECT FROM made)')})"
_RESPONSE = f"""
made AS (
    INSERT INTO response ({", ".join(COLUMNS)})
    SELECT {", ".join(_GIVEN.values())}
    WHERE ({_GIVEN["comment"]}::text IS NULL AND {_GIVEN["respondent"]}::jsonb IS NULL
           AND {_GIVEN["answers"]}::jsonb = '[]')
       OR NOT EXISTS (SELECT FROM erased_contact AS erased WHERE erased.contact_id = {_GIVEN["contact_id"]}::uuid)
    ON CONFLICT DO NOTHING
    RETURNING id, loop_case_id, account_id, contact_id, trace_id, recorded_at, survey_type, outcome, answered_at
)"""  # noqa: S608
_AUDIT = f"""
noted AS (
    INSERT INTO audit (id, at, actor, action, entity, entity_id, before, after, cause)
    SELECT ${_FIRST_AFTER + 1}, recorded_at, ${_FIRST_AFTER + 2}, 'response.record', 'response', id, '{{}}',
           ${_FIRST_AFTER + 3}::jsonb, ${_FIRST_AFTER + 4}
    FROM made
)"""  # noqa: S608
_LOOP_CASE = """
looped AS (
    INSERT INTO loop_case (id, response_id, account_id, contact_id, trace_id, state, opened_at, version)
    SELECT loop_case_id, id, account_id, contact_id, trace_id, 'open', recorded_at, 1 FROM made
)"""
_FOLLOW_UP_RUN = f"""
followed AS (
    INSERT INTO follow_up_run (id, response_id, account_id, trace_id, state, opened_at)
    SELECT ${_FIRST_AFTER + 11}, id, account_id, trace_id, 'waiting', recorded_at FROM made
)"""  # noqa: S608


def _statement(*parts: str) -> str:
    return f"WITH {','.join((_RESPONSE, _AUDIT, hours.MARK_LATE, *parts, _TOLD))}\nSELECT id FROM made"


PLAIN = _statement()
NEGATIVE = _statement(_LOOP_CASE)
POSITIVE = _statement(_FOLLOW_UP_RUN)


async def insert(session: AsyncSession, cause: Cause, columns: Mapping[str, Any]) -> bool:
    """Store an answer, its audit row, its loop case or its follow-up, and the facts that were told of them.

    columns: all of `Response`. A loop_case_id in them makes the loop case.
    Answers False where its keys are taken, or its contact was erased and there are words of theirs in it; then
    nothing is stored and nothing told.
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
    statement = PLAIN
    if columns["loop_case_id"] is not None:
        statement = NEGATIVE
    elif columns["outcome"] == "positive" and columns["survey_type"] != EMPLOYEE and not columns["silent"]:
        statement = POSITIVE
        given.append(uuid7())
    return bool(await alone.fetch(session, statement, *given))


def _stored(name: str, value: Any) -> Any:
    if value is not None and name in JSON_COLUMNS:
        return to_json(value).decode()
    return value
