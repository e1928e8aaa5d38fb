"""Holding a ticket's custom fields against what is declared.

What was there before a field was declared stays: a change is held to what it changes, and history that is imported
need not have what a desk asks for today.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.ticket_fields import queries, values
from services.ticketing.ticket_fields.errors import CustomInvalid
from services.ticketing.ticket_fields.queries import Declarations
from shared.http.errors import Place, place

MOST_NAMED = 50  # places of one problem
LONGEST_KEY = 100  # characters of a key in a place

NOTHING: tuple[Any, ...] = (None, "", [])
"""What does not count as a value where one must be given."""


async def check_new(session: AsyncSession, ticket_type: str, custom: Mapping[str, Any]) -> None:
    """Hold a new ticket's fields against the declared ones. Raises CustomInvalid."""
    known = await queries.declarations(session)
    _refuse([*_missing(known, ticket_type, custom, "create", "body"), *_wrong(known, ticket_type, custom)])


async def check_change(
    session: AsyncSession, ticket_type: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> None:
    """Hold what a change does to a ticket's fields against the declared ones. Raises CustomInvalid."""
    if before == after:
        return
    known = await queries.declarations(session)
    changed = {key: value for key, value in after.items() if key not in before or before[key] != value}
    lost = {key for key in before if before[key] not in NOTHING and after.get(key) in NOTHING}
    missing = [each for each in _missing(known, ticket_type, after, "create", "body") if each["loc"][-1] in lost]
    _refuse([*missing, *_wrong(known, ticket_type, changed)])


async def check_solved(session: AsyncSession, ticket_type: str, custom: Mapping[str, Any]) -> None:
    """Has a ticket that is to be solved what it must have by then? Raises CustomInvalid."""
    known = await queries.declarations(session)
    _refuse(_missing(known, ticket_type, custom, "solve", "ticket"))


async def imported(session: AsyncSession, ticket_type: str, custom: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an imported ticket, texts of CSV as what they stand for. Raises CustomInvalid."""
    known = await queries.declarations(session)
    read = {
        key: values.of_cell(known.fields[key].type, value) if key in known.fields else value
        for key, value in custom.items()
    }
    _refuse(_wrong(known, ticket_type, read))
    return read


def _missing(known: Declarations, ticket_type: str, custom: Mapping[str, Any], moment: str, whose: str) -> list[Place]:
    return [
        place(whose, "custom", key, msg="Field required", code="missing")
        for key, declared in known.fields.items()
        if moment in declared.required_on and declared.is_of(ticket_type) and custom.get(key) in NOTHING
    ]


def _wrong(known: Declarations, ticket_type: str, custom: Mapping[str, Any]) -> list[Place]:
    found = []
    for key, value in custom.items():
        declared = known.fields.get(key)
        if declared is None:
            if known.strict:
                found.append(_at(key, "There is no such field", "undeclared"))
        elif not declared.is_of(ticket_type):
            found.append(_at(key, "Tickets of this type have no such field", "other_type"))
        elif value is not None and (said := values.fault(declared.type, value, declared.options)):
            found.append(_at(key, said, declared.type))
    return found


def _at(key: str, said: str, code: str) -> Place:
    return place("body", "custom", key[:LONGEST_KEY], msg=said, code=code)


def _refuse(wrong: list[Place]) -> None:
    if wrong:
        raise CustomInvalid(errors=wrong[:MOST_NAMED])
