"""More of an honest run, spoiled in one place each: who watches tickets, and with whom they rest."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.chaos.checker.site import Request
from tests.chaos.spoiling import STRANGER, Row, Spoiled

LONG = timedelta(hours=1)
OPEN = ("running", "paused")


def _of_watchers(held: Spoiled, begins: str = "watched_ticket:") -> list[Row]:
    """What those who watch were told."""
    rows = held.rows("ticketing", "notification", role="watcher")
    return [row for row in rows if row["dedup_key"].startswith(begins)]


def _watches(held: Spoiled, row: Row) -> bool:
    """Whether they watch the ticket itself, and not what is merged into it."""
    return bool(held.rows("ticketing", "ticket_watcher", ticket_id=row["ticket_id"], staff_id=row["staff_id"]))


def _own(held: Spoiled, begins: str = "watched_ticket:") -> Row:
    return next(row for row in _of_watchers(held, begins) if _watches(held, row))


def _drop(held: Spoiled, row: Row) -> None:
    held.world.tables["ticketing"]["notification"].remove(row)


def _not_told_of_status(held: Spoiled) -> None:
    rows = [row for row in _of_watchers(held) if row["dedup_key"].startswith(f"watched_ticket:{row['ticket_id']}:")]
    _drop(held, next(row for row in rows if _watches(held, row)))


def _not_told_of_the_other(held: Spoiled) -> None:
    """Who watches what is merged into a ticket, for an hour by now."""
    _long_ago(held, "/watchers/")
    _drop(held, next(row for row in _of_watchers(held) if not _watches(held, row)))


def _not_told_of_a_level(held: Spoiled) -> None:
    _long_ago(held, "/watchers/")
    _drop(held, _own(held, "escalation_level:"))


def _long_ago(held: Spoiled, path: str) -> None:
    """What was asked for at such a path was asked an hour before."""
    requests = held.world.site.requests
    for place, request in enumerate(requests):
        if path in request.path and request.method in ("PUT", "POST"):
            requests[place] = replace(request, at=request.at - LONG, until=request.until - LONG)


def _forgotten_without_a_trace(held: Spoiled) -> None:
    row = held.first("ticketing", "ticket_watcher")
    held.world.tables["ticketing"]["ticket_watcher"].remove(row)
    _untrace(held, "ticket.watch", row["ticket_id"], row["staff_id"])


def _never_ended(held: Spoiled) -> None:
    """The trail knows neither of the beginning nor of the end."""
    row = held.first("ticketing", "watching", action="ticket.unwatch")
    staff = row["before"]["watcher_id"]
    held.world.tables["ticketing"]["watching"].remove(row)
    _untrace(held, "ticket.watch", row["entity_id"], staff)


def _untrace(held: Spoiled, action: str, ticket: str, staff: str) -> None:
    rows = held.rows("ticketing", "watching", action=action, entity_id=ticket)
    held.world.tables["ticketing"]["watching"].remove(next(row for row in rows if staff in row["after"].values()))


def _told_who_did_it(held: Spoiled) -> None:
    author = {row["staff_id"] for row in held.rows("ticketing", "ticket_watcher")}
    own = held.fact("ticket.message_added", lambda fact: fact.data["author_id"] in author)
    row = next(row for row in _of_watchers(held) if row["ticket_id"] == own.subject)
    key = f"watched_ticket:message:{own.data['message_id']}:{own.data['author_id']}"
    held.add("ticketing", "notification", row, id=str(uuid.uuid4()), staff_id=own.data["author_id"], dedup_key=key)


def _told_who_had_ended_it(held: Spoiled) -> None:
    ended = held.first("ticketing", "watching", action="ticket.unwatch")
    row = next(row for row in _of_watchers(held, "watched_ticket:message:") if row["ticket_id"] == ended["entity_id"])
    staff = ended["before"]["watcher_id"]
    key = f"{row['dedup_key'].rpartition(':')[0]}:{staff}"
    held.add("ticketing", "notification", row, id=str(uuid.uuid4()), staff_id=staff, dedup_key=key)


def _watch(**other: Any) -> Callable[[Spoiled], None]:
    return lambda held: _own(held).update(other)


OF_WATCHERS: dict[str, tuple[str, Callable[[Spoiled], None]]] = {
    "a watch is gone": ("lost/watcher", lambda held: held.drop("ticketing", "ticket_watcher")),
    "a watch is gone without a trace": ("lost/watcher", _forgotten_without_a_trace),
    "a watch that was ended is not": ("lost/watcher", _never_ended),
    "somebody watches twice": ("doubled/watcher", lambda held: held.double("ticketing", "ticket_watcher", where={})),
    "a watcher was not told of a word": (
        "causes_without_effect/watcher",
        lambda held: _drop(held, _own(held, "watched_ticket:message:")),
    ),
    "a watcher was not told of a status": ("causes_without_effect/watcher", _not_told_of_status),
    "a watcher of what is merged was not told": ("causes_without_effect/watcher", _not_told_of_the_other),
    "a watcher was not told of a level": ("causes_without_effect/watcher", _not_told_of_a_level),
    "a watcher was told twice": (
        "doubled/watcher",
        lambda held: held.add("ticketing", "notification", _own(held), id=str(uuid.uuid4())),
    ),
    "a watcher was told of nothing": (
        "effects_without_cause/watcher",
        _watch(dedup_key=f"watched_ticket:message:{STRANGER}:{STRANGER}"),
    ),
    "a watcher was told of another ticket": ("effects_without_cause/watcher", _watch(ticket_id=STRANGER)),
    "who watches nothing was told": ("wrong_recipients/watcher", _watch(staff_id=STRANGER)),
    "who watches nothing was told of a level": (
        "wrong_recipients/watcher",
        lambda held: _own(held, "escalation_level:").update(staff_id=STRANGER),
    ),
    "who did it was told": ("wrong_recipients/watcher", _told_who_did_it),
    "who had seen enough was told": ("wrong_recipients/watcher", _told_who_had_ended_it),
    "a watcher was told elsewhere": ("wrong_recipients/watcher", _watch(address="x@elsewhere.example")),
}
"""What is spoiled: column and rule under which the checker must count it, and how."""


def _stay(held: Spoiled, fits: Callable[[Row], Any] = lambda row: True, **where: Any) -> Row:
    return next(row for row in held.rows("ticketing", "ola_clock", **where) if fits(row))


def _standing(held: Spoiled) -> Row:
    """An open stay of a ticket that is merged into no other."""
    return _stay(held, lambda row: row["state"] in OPEN and row["reason"] != "merged", metric="handling")


def _late(held: Spoiled) -> Row:
    """A stay that was late, and is over."""
    return _stay(held, lambda row: row["breached_at"], state="fulfilled")


def _change(which: Callable[[Spoiled], Row], **values: Any) -> Callable[[Spoiled], None]:
    return lambda held: which(held).update(values)


def _untold(type_: str) -> Callable[[Spoiled], None]:
    return lambda held: held.world.facts.remove(held.fact(type_))


def _before_its_begin(held: Spoiled) -> None:
    held.fact("ola.ended").sequence = 0


def _of_fact(type_: str, **values: Any) -> Callable[[Spoiled], None]:
    return lambda held: held.fact(type_).data.update(values)


def _too_soon(held: Spoiled) -> None:
    row = _late(held)
    row["breached_at"] -= timedelta(microseconds=1)


def _a_microsecond_more(held: Spoiled) -> None:
    _stay(held)["elapsed_us"] += 1


def _uncounted(held: Spoiled) -> None:
    """A group promised something an hour ago."""
    _long_ago(held, "/ola")
    held.world.tables["ticketing"]["ola_clock"].remove(_standing(held))


def _wait_uncounted(held: Spoiled) -> None:
    row = _stay(held, metric="supplier_wait")
    for place, request in enumerate(held.world.site.requests):
        if _made(request, row["supplier_id"]):
            held.world.site.requests[place] = replace(request, until=request.until - LONG)
    held.world.tables["ticketing"]["ola_clock"].remove(row)


def _made(request: Request, supplier: str) -> bool:
    return request.path == "/v1/suppliers" and request.done and bool(request.answer["id"] == supplier)


OF_STAYS: dict[str, tuple[str, Callable[[Spoiled], None]]] = {
    "a stay is gone": ("lost/stay_row", lambda held: held.drop("ticketing", "ola_clock")),
    "a stay began in silence": ("lost/stay_fact", _untold("ola.started")),
    "a stay was late in silence": ("lost/stay_fact", _untold("ola.breached")),
    "a stay ended in silence": ("lost/stay_fact", _untold("ola.ended")),
    "a stay began twice": ("doubled/stay_told", lambda held: held.tell(held.fact("ola.started"))),
    "a stay was late twice": ("doubled/stay_told", lambda held: held.tell(held.fact("ola.breached"))),
    "a stay ended before it began": ("reordered/stay", _before_its_begin),
    "a stay was promised otherwise": ("lost/stay_state", _of_fact("ola.started", target_seconds=7)),
    "a stay ended otherwise": ("lost/stay_state", _of_fact("ola.ended", elapsed_seconds=7_777)),
    "a ticket rests with others": ("lost/stay_standing", _change(_standing, group_id=STRANGER)),
    "a solved ticket rests": (
        "lost/stay_standing",
        lambda held: held.first("ticketing", "ticket", id=_standing(held)["ticket_id"]).update(status="solved"),
    ),
    "a stay stands still for nothing": ("lost/stay_standing", _change(_standing, state="paused", reason="merged")),
    "a merged ticket's stay runs": (
        "lost/stay_standing",
        _change(lambda held: _stay(held, reason="merged"), state="running", reason="given"),
    ),
    "a ticket rests twice": (
        "doubled/stay",
        lambda held: held.add("ticketing", "ola_clock", _standing(held), id=str(uuid.uuid4())),
    ),
    "a stay's time is another": ("lost/stay_time", _a_microsecond_more),
    "a stay is late too soon": ("effects_without_cause/stay", _too_soon),
    "a stay is late, and nobody saw it": (
        "causes_without_effect/stay",
        _change(_late, breached_at=None, detected_at=None),
    ),
    "a ticket rests, and nothing counts": ("causes_without_effect/stay", _uncounted),
    "a wait for a supplier is not counted": ("causes_without_effect/stay", _wait_uncounted),
    "an acknowledged promise is gone": ("lost/acknowledged", lambda held: held.drop("ticketing", "ola_target")),
    "an acknowledged supplier is gone": ("lost/acknowledged", lambda held: held.drop("ticketing", "supplier")),
}
"""What is spoiled: column and rule under which the checker must count it, and how."""
