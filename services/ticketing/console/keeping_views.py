"""The forms that keep what the queue shows as a view, rename that, and take it away."""

from typing import Any, Final
from uuid import UUID

from starlette.responses import Response

from services.ticketing.console import queue
from services.ticketing.views import service
from services.ticketing.views.schemas import TicketViewIn, TicketViewPatch
from shared.http.errors import NotFound
from shared.pages import forms
from shared.pages.visit import Visit

WRITE: Final = "ticketing:views:write"


async def keep(visit: Visit) -> Response:
    """Keep what is shown, search and filters, under a name."""
    what = queue.asked(visit)
    body = {"name": visit.form.get("name", "").strip(), "filters": _filters(visit, what), **_audience(visit)}
    view = await service.create(visit.session, visit.cause, forms.read(TicketViewIn, body))
    name = view.name
    await visit.session.flush()
    return visit.go(queue.LIST, done=f"“{name}” is kept.", view=str(view.id))


async def change(visit: Visit) -> Response:
    """Give it another name, or show it to others."""
    patch = forms.read(TicketViewPatch, {**forms.given(visit.form, "name"), **_audience(visit)})
    view = await service.change(visit.session, visit.cause, _id(visit), patch, _version(visit))
    return visit.go(queue.LIST, done=f"“{view.name}” is changed.", view=str(view.id))


async def remove(visit: Visit) -> Response:
    """Take it away; its tickets stay."""
    await service.remove(visit.session, visit.cause, _id(visit), _version(visit))
    return visit.go(queue.LIST, done="The view is gone. Its tickets are where they were.")


def _filters(visit: Visit, what: queue.Asked) -> dict[str, Any]:
    """What the address asks for, "mine" as a search: in a view "me" is who looks."""
    found: dict[str, Any] = {"status": list(what.view.statuses)}
    said = ["assignee:me"] * what.view.mine + ["assignee:none"] * (what.view.condition is not None) + [what.q]
    found["q"] = " ".join(filter(None, said))
    found |= {"priority": [what.priority] if what.priority else [], "group_id": what.group}
    return {name: value for name, value in found.items() if value}


def _audience(visit: Visit) -> dict[str, Any]:
    chosen = visit.form.get("audience", "")
    return {"audience": chosen} if chosen in ("everyone", "me") else {}


def _id(visit: Visit) -> UUID:
    try:
        return UUID(visit.request.path_params["view"])
    except ValueError:
        raise NotFound("There is no view with this id.") from None


def _version(visit: Visit) -> int | None:
    text = visit.form.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
