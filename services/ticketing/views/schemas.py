"""HTTP bodies of views."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.tickets.filters import TicketFilters
from services.ticketing.views.models import TicketView
from shared.http.fields import Body, Filters, Id, ShortText, View, example

MOST_COUNTED = 1_000
"""Tickets of one view: who has more than these does not count them."""

Sort = Literal["newest", "oldest"]
Audience = Literal["everyone", "group", "me"]

_LEO = "01a19b45-b800-7001-8d10-4be61c2a7f05"
_BODY = {
    "name": "My open incidents",
    "filters": {"status": ["new", "open"], "type": ["incident"], "q": "assignee:me"},
    "sort": "oldest",
    "audience": "everyone",
    "group_id": None,
}
_COUNT = {"count": 17, "more": False, "text": "17"}


class ViewFilters(TicketFilters):
    """What a view shows: the filters of the list of tickets, `q` among them. In it "me" is who looks."""

    model_config = ConfigDict(extra="forbid")

    @field_validator("include")
    @classmethod
    def _is_asked_for_when_it_is_read(cls, include: list[str]) -> list[str]:
        if include:
            raise PydanticCustomError("include", "What comes with a ticket is asked for when the view is read")
        return include

    def stored(self) -> dict[str, Any]:
        """The filters that are set, as JSON."""
        return self.model_dump(mode="json", exclude_unset=True, exclude={"include"}, exclude_none=True)


class TicketViewIn(Body):
    """A list of tickets with a name. audience: everyone, the members of a group, or the caller alone."""

    model_config = example(_BODY)

    name: ShortText
    filters: ViewFilters = ViewFilters()
    sort: Sort = "newest"
    audience: Audience = "everyone"
    group_id: Id | None = None

    @model_validator(mode="after")
    def _a_group_s_view_names_it(self) -> Self:
        if (self.audience == "group") != (self.group_id is not None):
            raise PydanticCustomError("audience", "The audience group, and no other, names a group_id")
        return self


class TicketViewPatch(Body):
    """What changes about a view, as a merge-patch: a filter that is null is taken away."""

    model_config = example({"name": "Open incidents", "filters": {"q": None}})

    name: ShortText | None = None
    filters: dict[str, Any] | None = Field(default=None, max_length=30)
    sort: Sort | None = None
    audience: Audience | None = None
    group_id: Id | None = None


class ViewCountOut(View):
    """How many tickets a view shows. Counting stops at 1,000; `more`: there are more. text: for a badge."""

    model_config = example(_COUNT, {"count": 1000, "more": True, "text": "1000+"})

    count: int
    more: bool
    text: str

    @classmethod
    def of(cls, rows: int) -> Self:
        """What was counted, no further than one beyond MOST_COUNTED."""
        count, more = min(rows, MOST_COUNTED), rows > MOST_COUNTED
        return cls(count=count, more=more, text=f"{count}+" if more else str(count))


class TicketViewOut(View):
    """A view. count: null unless it was asked for by counts=true."""

    model_config = example(
        {
            "id": "01a207e6-dd40-7d40-8a95-72e0c61fb321",
            **_BODY,
            "owner_id": None,
            "count": None,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    name: str
    filters: dict[str, Any]
    sort: Sort
    audience: Audience
    group_id: UUID | None
    owner_id: UUID | None
    count: ViewCountOut | None
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: TicketView, count: ViewCountOut | None = None) -> Self:
        """A row as the API shows it."""
        return cls.model_validate({**row.model_dump(), "audience": audience_of(row), "count": count})


class TicketViewFilters(Filters):
    """How the views are listed. counts: count the tickets of each, which takes up to 50 views a page."""

    counts: bool = False


def audience_of(row: TicketView) -> Audience:
    """Who sees a view."""
    if row.owner_id is not None:
        return "me"
    return "everyone" if row.group_id is None else "group"


def as_body(row: TicketView) -> Mapping[str, Any]:
    """A view as the body that makes it."""
    group_id = None if row.group_id is None else str(row.group_id)
    shown = {"audience": audience_of(row), "group_id": group_id}
    return {"name": row.name, "filters": row.filters, "sort": row.sort, **shown}
