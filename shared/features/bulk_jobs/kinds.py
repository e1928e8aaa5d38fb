"""What kinds of bulk jobs a service has: deeds that take rows, and lists that can be exported."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin
from uuid import UUID

import sqlakeyset.asyncio as keyset
from pydantic import BaseModel
from sqlakeyset import unserialize_bookmark
from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db import alone
from shared.db.listing import Listing
from shared.events.cause import Cause
from shared.features.bulk_jobs.cells import Columns
from shared.features.bulk_jobs.models import Outcome
from shared.http.fields import Filters, View
from shared.http.principal import covers

F = TypeVar("F", bound=Filters)


@dataclass(frozen=True)
class Asked:
    """What a job was asked for. scopes: of who asked."""

    options: Mapping[str, Any]
    scopes: Collection[str]

    def may(self, scope: str) -> bool:
        """Could who asked do this by themselves?"""
        return any(covers(held, scope) for held in self.scopes)


@dataclass(frozen=True, slots=True)
class Dealt:
    """What came of a row that was not refused. code: why it was skipped."""

    thing_id: UUID | None
    outcome: Outcome = "succeeded"
    code: str | None = None


RowDeed = Callable[[AsyncSession, Cause, Asked, Any], Awaitable[Dealt]]
"""Deals with one row, a JSON value, inside its savepoint, by a service function. Raises what that raises."""


@dataclass(frozen=True)
class RowKind:
    """A kind of job that deals with rows.

    columns: those of CSV, where it takes that. thing: the id that a row names, for rows that are refused.
    """

    name: str
    deed: RowDeed
    columns: Columns = field(default_factory=lambda: Columns(frozenset()))
    thing: Callable[[Any], UUID | None] = lambda row: None


Items = tuple[list[dict[str, Any]], str | None]
"""A page's items as JSON, and the mark behind which the list goes on; None where it ends."""


@dataclass(frozen=True)
class Entity:
    """A list that can be exported.

    scope: what reading it in the API needs. columns: of its CSV. page: some of its items from a mark on.
    shown: filters for the documentation's example.
    """

    name: str
    scope: str
    filters: type[Filters]
    columns: tuple[str, ...]
    page: Callable[[AsyncSession, Any, str | None, int], Awaitable[Items]]
    shown: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """The kind of its jobs."""
        return f"export_{self.name}"


def selected(
    name: str,
    scope: str,
    filters: type[F],
    rows: Callable[[F], Select[*tuple[Any, ...]]],
    view: type[View],
    of: Callable[[Any], View],
    *,
    shown: Mapping[str, Any],
) -> Entity:
    """The export of a list that is a select of one entity, ordered as its page is. of: makes the view of a row."""

    async def page(session: AsyncSession, asked: F, mark: str | None, limit: int) -> Items:
        place = unserialize_bookmark(mark) if mark else None
        found = await keyset.select_page(session, rows(asked), per_page=limit, page=place)
        items = [of(row[0]).model_dump(mode="json", by_alias=True) for row in found]
        session.expunge_all()
        return items, found.paging.bookmark_next if found.paging.has_next else None

    return Entity(name, scope, filters, columns_of(view), page, shown)


def listed(
    name: str,
    scope: str,
    filters: type[F],
    rows: Callable[[F], Listing],
    view: type[View],
    of: Callable[[Mapping[str, Any]], View],
    *,
    shown: Mapping[str, Any],
    without: Collection[str] = (),
) -> Entity:
    """The export of a list by id. without: fields of the view that are not in it."""

    async def page(session: AsyncSession, asked: F, mark: str | None, limit: int) -> Items:
        found = await alone.read(session, *rows(asked).page(UUID(mark) if mark else None, limit + 1))
        given = found[:limit]
        items = [of(row).model_dump(mode="json", by_alias=True, exclude=set(without)) for row in given]
        return items, str(given[-1]["id"]) if len(found) > limit else None

    columns = tuple(column for column in columns_of(view) if column not in without)
    return Entity(name, scope, filters, columns, page, shown)


def columns_of(view: type[BaseModel]) -> tuple[str, ...]:
    """The columns of a view's CSV: its fields, and those of the views in it after a dot."""
    columns: list[str] = []
    for name, part in view.model_fields.items():
        inner = _model_in(part.annotation)
        columns += [f"{name}.{below}" for below in columns_of(inner)] if inner else [name]
    return tuple(columns)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    kinds = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)
