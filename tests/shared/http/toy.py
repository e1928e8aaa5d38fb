"""A service of one table, with every kind of route that the real ones have."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import FastAPI, Query
from pydantic import Field as PydanticField
from sqlalchemy import CheckConstraint, Select, SmallInteger, UniqueConstraint, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from shared.contracts.feedback import ResponseReceived
from shared.db.base import Identified, Stamped, Versioned, new_registry
from shared.db.session import Database
from shared.events.outbox import tell
from shared.features.audit import service as audit
from shared.http import etags
from shared.http.app import create_app
from shared.http.dependencies import Actor, Answer, IfMatch, Page, RequestCause, Session
from shared.http.errors import Conflict, NotFound, SourceConflict
from shared.http.fields import (
    Body,
    Filters,
    Id,
    Instant,
    Int32,
    JsonObject,
    Listed,
    PastInstant,
    ShortText,
    Text,
    View,
    digest,
    example,
)
from shared.http.routes import Router, requires
from shared.ops.clock import Clock, system_clock
from shared.ops.settings import ServiceSettings

SECRET_KEY = "toy-secret-key-of-at-least-32-characters"


class Base(SQLModel, registry=new_registry()):
    """The toy's tables."""


class Thing(Identified, Stamped, Versioned, Base, table=True):
    """A thing with a unique source_id, a checked score, and a slot that is only checked at commit."""

    __tablename__ = "thing"
    __table_args__ = (
        CheckConstraint("score <> 13", name="no_thirteen"),
        UniqueConstraint("slot", name="uq_thing_slot", deferrable=True, initially="DEFERRED"),
    )

    source_id: str = Field(unique=True)
    digest: str
    name: str
    score: int
    small: int | None = Field(default=None, sa_type=SmallInteger)
    slot: int | None = None
    happened_at: datetime | None = None
    custom: dict[str, object] = Field(sa_type=JSONB)


class Locked(Conflict):
    """The thing is locked."""

    code = "locked"


class ThingIn(Body):
    model_config = example({"source_id": "a-1", "name": "Anvil", "score": 3})

    source_id: ShortText
    name: Text
    score: Int32
    small: int | None = None
    slot: Int32 | None = None
    happened_at: PastInstant | None = None
    due_at: Instant | None = None
    other_id: Id | None = None
    custom: JsonObject = PydanticField(default_factory=dict)


class ThingPatch(Body):
    model_config = example({"name": "Hammer"})

    name: Text | None = None


class ThingOut(View):
    model_config = example({"id": "01a1b2c3-0000-7000-8000-000000000000", "name": "Anvil", "version": 1})

    id: Id
    source_id: str
    name: str
    score: int
    happened_at: datetime | None
    created_at: datetime
    custom: dict[str, object]
    version: int

    @classmethod
    def of(cls, row: Thing) -> Self:
        return cls.model_validate(row)


class ThingFilters(Filters):
    name: str | None = None


class Who(View):
    actor: str
    staff_id: UUID | None


router = Router(prefix="/v1/things", tags=["things"], scope="toy:things", about="Things to try.")
slow = asyncio.Event()
"""Set by a test to let `wait_for_it` go on."""


@router.post("", status_code=201)
async def create_thing(body: ThingIn, session: Session, cause: RequestCause, answer: Answer) -> ThingOut:
    """Make a thing."""
    sum_ = digest(body)
    held = await session.scalar(select(Thing).where(col(Thing.source_id) == body.source_id))
    if held is not None:
        if held.digest != sum_:
            raise SourceConflict(conflicting_id=held.id)
        return answer.existing(ThingOut.of(held))
    row = await _store(session, body, cause.at)
    await audit.record(session, cause, action="thing.create", entity="thing", entity_id=row.id)
    tell(session, ResponseReceived.model_validate(ResponseReceived.example), cause, trace_id=row.id)
    return answer.created(ThingOut.of(row))


@router.post("/unchecked", status_code=201)
async def create_unchecked(body: ThingIn, session: Session, cause: RequestCause, answer: Answer) -> ThingOut:
    """Make a thing without looking whether there is one."""
    return answer.created(ThingOut.of(await _store(session, body, cause.at)))


async def _store(session: AsyncSession, body: ThingIn, at: datetime) -> Thing:
    row = Thing(
        **body.model_dump(include={"source_id", "name", "score", "small", "slot", "happened_at", "custom"}),
        digest=digest(body),
        created_at=at,
        updated_at=at,
    )
    session.add(row)
    await session.flush()
    return row


@router.get("")
async def list_things(session: Session, page: Page, filters: Annotated[ThingFilters, Query()]) -> Listed[ThingOut]:
    """Things by score."""
    rows: Select[Thing] = select(Thing).order_by(col(Thing.score).desc(), col(Thing.id))
    if filters.name is not None:
        rows = rows.where(col(Thing.name) == filters.name)
    return await page.of(session, rows, ThingOut.of)


@router.get("/newest")
async def list_newest(session: Session, page: Page) -> Listed[ThingOut]:
    """Things, newest first."""
    return await page.of(session, select(Thing).order_by(col(Thing.created_at), col(Thing.id)), ThingOut.of)


@router.get("/whoami")
async def read_caller(actor: Actor, session: Session) -> Who:
    """Who asks."""
    return Who(actor=actor.actor, staff_id=actor.staff_id)


@router.get("/{thing_id}")
async def read_thing(thing_id: Id, session: Session, answer: Answer) -> ThingOut:
    """One thing."""
    row = await session.get(Thing, thing_id)
    if row is None:
        raise NotFound("There is no thing with this id.")
    return answer.item(ThingOut.of(row))


@router.patch("/{thing_id}")
async def change_thing(
    thing_id: Id, body: ThingPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> ThingOut:
    """Change a thing."""
    row = await session.get(Thing, thing_id, with_for_update=True)
    if row is None:
        raise NotFound
    etags.check(row.version, if_match)
    row.name = body.name or row.name
    row.updated_at = cause.at
    await session.flush()
    return answer.item(ThingOut.of(row))


@router.patch("/{thing_id}/unlocked")
async def change_unlocked(thing_id: Id, body: ThingPatch, session: Session, answer: Answer) -> ThingOut:
    """Change a thing without a lock; the test changes it in between."""
    row = await session.get(Thing, thing_id)
    assert row is not None
    await slow.wait()
    row.name = body.name or row.name
    await session.flush()
    return answer.item(ThingOut.of(row))


@router.post("/{thing_id}/lock")
async def lock_thing(thing_id: Id) -> None:
    """Always refused."""
    raise Locked("It is locked.", allowed=["unlock"], conflicting_id=thing_id)


@router.post("/wait", status_code=201)
async def wait_for_it(body: ThingIn, session: Session, cause: RequestCause, answer: Answer) -> ThingOut:
    """Write, then wait until the test says so."""
    row = await _store(session, body, cause.at)
    await slow.wait()
    return answer.created(ThingOut.of(row))


@router.post("/broken")
async def break_down(body: ThingIn, session: Session, cause: RequestCause) -> None:
    """A fault of ours."""
    await _store(session, body, cause.at)
    raise RuntimeError("a password in a message")


@router.post("/approve")
@requires("toy:things:approve")
async def approve_things() -> None:
    """Needs a scope of its own."""


@router.delete("/{thing_id}", status_code=204)
async def delete_thing(thing_id: Id, session: Session) -> None:
    """Delete a thing."""
    row = await session.get(Thing, thing_id)
    if row is None:
        raise NotFound
    await session.delete(row)


def settings(url: str, **others: object) -> ServiceSettings:
    return ServiceSettings.model_validate({"database_url": url, "secret_key": SECRET_KEY, **others})


def toy_app(
    database: Database, *, clock: Clock = system_clock, routers: Sequence[Router] = (), **others: object
) -> FastAPI:
    return create_app(
        name="toy",
        title="Toy",
        description="A toy.",
        settings=settings(database.url, **others),
        database=database,
        routers=[router, *routers],
        clock=clock,
    )
