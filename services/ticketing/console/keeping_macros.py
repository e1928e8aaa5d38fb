"""Macros on a page of their own: the usual ones as a form, and what the form cannot say as it was said over the API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from starlette.responses import Response

from services.ticketing.console import desk
from services.ticketing.console.deeds import version
from services.ticketing.macros import queries, service
from services.ticketing.macros.models import Macro
from services.ticketing.macros.schemas import MacroFilters, MacroIn, MacroPatch
from shared.http.errors import NotFound
from shared.pages import forms
from shared.pages.visit import Visit

LIST: Final = "/console/macros"
READ: Final = "ticketing:macros:read"
WRITE: Final = "ticketing:macros:write"
MOST_SHOWN: Final = 200

ORDER: Final = ("set", "reply", "transition")
SETS: Final = frozenset({"priority", "type", "tags_add", "tags_remove", "assignee_id"})
MOVES: Final = frozenset({"to", "resolution_code"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A macro as the form shows it. values: by field; None where the form cannot say what it does."""

    id: UUID
    name: str
    active: bool
    version: int
    values: Mapping[str, Any] | None


async def show(visit: Visit) -> Response:
    """All macros, each in its form, and an empty one."""
    rows = (await visit.session.scalars(queries.macros(MacroFilters()).limit(MOST_SHOWN))).all()
    sent = visit.request.path_params.get("macro") if visit.problem else None
    return visit.show(
        "macros.html",
        me=await desk.me(visit),
        macros=[_sheet(row) for row in rows],
        sent=sent,
        adding=visit.problem is not None and sent is None,
        may_keep=visit.may(WRITE),
    )


async def add(visit: Visit) -> Response:
    """Make a macro of what the form says."""
    body = {"name": visit.form.get("name", "").strip(), "actions": _actions(visit.form)}
    macro = await service.create(visit.session, visit.cause, forms.read(MacroIn, body))
    return visit.go(LIST, done=f"“{macro.name}” can be used from now on.")


async def change(visit: Visit) -> Response:
    """Change what a macro does, what it is called, or whether it may be used."""
    wanted: dict[str, Any] = {"name": visit.form.get("name", "").strip(), "active": "active" in visit.form}
    if "whole" in visit.form:
        wanted["actions"] = _actions(visit.form)
    patch = forms.read(MacroPatch, wanted)
    macro = await service.change(visit.session, visit.cause, _id(visit), patch, version(visit.form))
    return visit.go(LIST, done=f"“{macro.name}” is changed. What it did before stands.")


async def remove(visit: Visit) -> Response:
    """Take a macro away."""
    await service.remove(visit.session, visit.cause, _id(visit), version(visit.form))
    return visit.go(LIST, done="The macro is gone. What it did stands.")


def _sheet(macro: Macro) -> Sheet:
    return Sheet(macro.id, macro.name, macro.active, macro.version, _values(macro.actions))


def _values(actions: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """What stands in the form's fields; None where it has no fields for it."""
    kinds = [next(iter(action)) for action in actions]
    if kinds != [kind for kind in ORDER if kind in kinds]:
        return None
    said = {kind: action[kind] for kind, action in zip(kinds, actions, strict=True)}
    fields, reply, move = said.get("set", {}), said.get("reply", {}), said.get("transition", {})
    if not fields.keys() <= SETS or not move.keys() <= MOVES or fields.get("assignee_id", "me") != "me":
        return None
    return {
        **{name: fields.get(name) or "" for name in ("priority", "type")},
        **{name: ", ".join(fields.get(name, ())) for name in ("tags_add", "tags_remove")},
        "mine": "assignee_id" in fields,
        "body": reply.get("body", ""),
        "visibility": reply.get("visibility", "public"),
        "to": move.get("to", ""),
        "resolution_code": move.get("resolution_code") or "",
    }


def _actions(form: Mapping[str, str]) -> list[dict[str, Any]]:
    """What a form's fields say, in the order in which it is done."""
    fields: dict[str, Any] = forms.given(form, "priority", "type")
    for name in ("tags_add", "tags_remove"):
        tags = [tag.strip() for tag in form.get(name, "").split(",") if tag.strip()]
        if tags:
            fields[name] = tags
    if form.get("mine"):
        fields["assignee_id"] = "me"
    body = form.get("body", "").strip()
    said = {
        "set": fields,
        "reply": {"body": body, "visibility": form.get("visibility", "public")} if body else {},
        "transition": forms.given(form, "to", "resolution_code") if form.get("to") else {},
    }
    return [{kind: deed} for kind, deed in said.items() if deed]


def _id(visit: Visit) -> UUID:
    try:
        return UUID(visit.request.path_params["macro"])
    except ValueError:
        raise NotFound("There is no macro with this id.") from None
