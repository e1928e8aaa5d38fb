"""What an endpoint asks for by type: its session, who asks, why, which page, and how to answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

import sqlakeyset.asyncio as keyset
from fastapi import Request
from sqlakeyset import Marker
from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db import alone
from shared.db.listing import Listing
from shared.events.cause import Cause
from shared.http import cursors, etags, paths
from shared.http.errors import Invalid, NotModified, place
from shared.http.fields import Listed
from shared.http.principal import Principal
from shared.http.uploads import Uploaded
from shared.ops.settings import ServiceSettings

DEFAULT_LIMIT = 50
LARGEST_LIMIT = 200

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """Marks the type of a parameter that the route itself gives its endpoint: `of(request)`.

    FastAPI's Depends says the same, but what it resolves costs 0.03 ms a piece of every request.
    """

    of: Callable[[Request], Any]


def setting(name: str) -> Given:
    """A setting of the service, as in `Annotated[bool, setting("share_comment")]`."""
    return Given(lambda request: getattr(request.app.state.settings, name))


def if_match(request: Request) -> int | None:
    """Read If-Match."""
    return etags.expected(request.headers.get("if-match"))


class Answering:
    """How an endpoint answers with one item: the status and headers that belong to what happened."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self.status: int | None = None
        self.headers: dict[str, str] = {}
        self.kept: Any = None

    def item(self, view: T) -> T:
        """The item as it is. Its `version` becomes the ETag; If-None-Match with it gets a 304."""
        version = getattr(view, "version", None)
        if version is not None:
            self.headers["etag"] = etags.of(version)
            held = self._request.headers.get("if-none-match")
            if held is not None and self._request.method == "GET" and etags.matches(held, version):
                raise NotModified(etags.of(version))
        return view

    def created(self, view: T, location: str | None = None) -> T:
        """A new item: 201, its Location (by default this path and its id) and ETag."""
        self.status = 201
        scope = self._request.scope
        path = location or f"{paths.inside(scope)}/{getattr(view, 'id')}"  # noqa: B009 - a View has it
        self.headers["location"] = paths.outside(scope, path)
        return self.item(view)

    def accepted(self, view: T, location: str) -> T:
        """What is done later: 202, and where to see how far it is."""
        self.status = 202
        self.headers["location"] = paths.outside(self._request.scope, location)
        return view

    def once(self, view: T, *, kept: T) -> T:
        """An item that shows a secret this once. kept: what a repeated Idempotency-Key is answered, and is stored."""
        self.kept = kept
        return view

    def existing(self, view: T) -> T:
        """What the same natural key made before: 200 with the item."""
        self.status = 200
        return self.item(view)


class Paging:
    """The page of a list that was asked for."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self.limit = _limit(request.query_params.get("limit"))

    async def of(
        self, session: AsyncSession, rows: Select[*tuple[Any, ...]], view: Callable[[Any], T], *, unique: bool = False
    ) -> Listed[T]:
        """The rows of this page, each as `view` shows it.

        rows: a select with an ORDER BY over columns that are never null and unique together. A select of
        one entity hands that entity to `view`, any other the row.
        unique: for selects with joined collections.
        """
        after = self._after()
        marker = None if after is None else Marker(after, False)
        page = await keyset.select_page(session, rows, per_page=self.limit, page=marker, unique=unique)
        following = self._cursor(tuple(page.paging.next[0] or ())) if page.paging.has_next else None
        single = len(rows.column_descriptions) == 1
        return Listed(items=[view(row[0] if single else row) for row in page], next_cursor=following)

    async def by_id(self, session: AsyncSession, listing: Listing) -> Listed[Mapping[str, Any]]:
        """The rows of this page, as their columns."""
        after = self._after()
        rows = await alone.read(session, *listing.page(after[0] if after else None, self.limit + 1))
        following = self._cursor((rows[self.limit - 1]["id"],)) if len(rows) > self.limit else None
        return Listed.model_construct(items=list(rows[: self.limit]), next_cursor=following)

    def _after(self) -> tuple[Any, ...] | None:
        """The place that the request's cursor names."""
        cursor = self._request.query_params.get("cursor")
        return None if cursor is None else cursors.unseal(cursor, of=self._list, secret=self._secret)

    def _cursor(self, place: tuple[Any, ...]) -> str:
        return cursors.seal(place, of=self._list, secret=self._secret)

    @property
    def _list(self) -> str:
        return str(self._request.scope["route"].path_format)

    @property
    def _secret(self) -> str:
        return str(self._request.app.state.secret_key)


def _limit(text: str | None) -> int:
    if text is None:
        return DEFAULT_LIMIT
    if text.isascii() and text.isdigit() and len(text) <= 3 and 1 <= int(text) <= LARGEST_LIMIT:
        return int(text)
    raise Invalid(errors=[place("query", "limit", msg=f"A limit is a number from 1 to {LARGEST_LIMIT}", code="limit")])


WholeRequest = Annotated[Request, Given(lambda request: request)]
"""The request, for what no other of these tells."""

Settings = Annotated[ServiceSettings, Given(lambda request: request.app.state.settings)]
"""All settings of the service, for what needs several."""

Session = Annotated[AsyncSession, Given(lambda request: request.scope["state"]["session"])]
"""The request's one transaction: it commits before the answer is sent, and rolls back on any error."""

RequestCause = Annotated[Cause, Given(lambda request: request.scope["state"]["cause"])]
"""The request as the cause of what it changes."""

Actor = Annotated[Principal, Given(lambda request: request.scope["state"]["principal"])]
"""Who asks."""

IfMatch = Annotated[int | None, Given(if_match)]
"""The version that If-Match names; hand it to the service, which checks it once the row is locked."""

Answer = Annotated[Answering, Given(Answering)]
"""How to answer with one item."""

Limit = Annotated[int, Given(lambda request: _limit(request.query_params.get("limit")))]
"""How many items at most, for a list that goes on by something else than a cursor."""

Upload = Annotated[Uploaded, Given(lambda request: request.scope["state"]["upload"])]
"""The rows that came as CSV or JSON Lines, which are kept already; see `uploads`."""

Page = Annotated[Paging, Given(Paging)]
"""Which page of a list is asked for: `limit` and `cursor`."""
