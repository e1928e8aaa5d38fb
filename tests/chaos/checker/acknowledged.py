"""Whatever a user got a 2xx for is there; a request that was tried again under its key was done once.

From issue 4 ("what bad input and faults get"), platform.md (Idempotency-Key, ETag) and contract.md (natural
keys). A request without an answer may have happened or not, but not half: `states` holds every row against
its facts, so here it is enough to count rows.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from tests.chaos.checker.databases import Row
from tests.chaos.checker.site import Request
from tests.chaos.checker.states import same
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import World

ID = "[0-9a-f-]{36}"
ITEMS: tuple[tuple[str, str, str, str], ...] = (
    ("feedback", rf"/v1/responses(/{ID})?", "response", "id"),
    ("feedback", rf"/v1/programs(/{ID}(/activate)?)?", "program", "id"),
    ("feedback", rf"/v1/programs/{ID}/waves", "wave", "id"),
    ("feedback", rf"/v1/waves/{ID}/(pause|resume|cancel)", "wave", "id"),
    ("ticketing", rf"/v1/tickets/{ID}/messages", "message", "id"),
    ("ticketing", rf"/v1/tickets(/{ID}(/(transitions|assign|merge|unmerge|split))?)?", "ticket", "id"),
    (
        "ticketing",
        rf"/v1/recovery-cases/{ID}(/(plan|contacts|transitions|compensations(/{ID}/\w+)?|steps))?",
        "recovery_case",
        "id",
    ),
    ("ticketing", rf"/v1/tickets/{ID}/links", "ticket_link", "id"),
    ("ticketing", rf"/v1/complaints/{ID}/(transitions|decision|acceptance)", "complaint", "id"),
    ("ticketing", rf"/v1/agents/{ID}/presence", "agent_presence", "staff_id"),
    ("ticketing", rf"/v1/groups(/{ID})?", "agent_group", "id"),
    ("ticketing", rf"/v1/groups/{ID}/ola", "ola_target", "group_id"),
    ("ticketing", rf"/v1/suppliers(/{ID})?", "supplier", "id"),
    ("ticketing", rf"/v1/agents/{ID}", "agent", "staff_id"),
    ("onboarding", rf"/v1/accounts(/{ID})?", "account", "id"),
    ("onboarding", rf"/v1/contacts(/{ID})?", "contact", "id"),
    ("onboarding", rf"/v1/staff(/{ID})?", "staff", "id"),
    ("onboarding", rf"/v1/deals(/{ID})?", "deal", "id"),
    ("onboarding", rf"/v1/handoffs/{ID}(/(accept|reject))?", "handoff", "id"),
)
"""(service, path, table, the answer's field that names the row): what an answer to a write speaks of."""
_ITEMS = tuple((service, re.compile(path), table, name) for service, path, table, name in ITEMS)
_TEAM = re.compile(rf"/v1/accounts/({ID})/team/(\w+)")

Identity = Callable[[Any, str], tuple[Any, ...] | None]
"""What two rows of one request would share, of a body or a row; None where nothing tells them apart."""


def _ticket(body: Any, path: str) -> tuple[Any, ...] | None:
    return (body.get("subject"),) if body.get("subject") else None


IDENTITIES: dict[str, Identity] = {
    "response": lambda body, path: (body["source"], body["source_id"]),
    "ticket": _ticket,
    "message": lambda body, path: (body["body"],),  # on which ticket it is: `words`
    "account": lambda body, path: (body["name"],),
    "contact": lambda body, path: (body["account_id"], (body.get("email") or body["name"]).casefold()),
    "staff": lambda body, path: (body["email"].casefold(),),
    "deal": lambda body, path: (body["crm"], body["crm_id"]),
    "agent_group": lambda body, path: (body["name"],),
    "supplier": lambda body, path: (body["name"],),
    "program": lambda body, path: (body["name"],),
    "wave": lambda body, path: (body["name"],),
}
CREATES = re.compile(rf"/v1/(\w+|tickets/{ID}/(messages|split)|programs/{ID}/waves)")

SAME_AT_ONE_VERSION = (
    *("status", "priority", "assignee_id", "group_id", "score", "outcome", "state", "name", "tier", "segment"),
    *("owner_id", "planned_at", "contacted_at", "completed_at", "solved_at", "lead_id", "active", "merged_into_id"),
)


def check(world: World, verdict: Verdict) -> None:
    """Hold every acknowledged write against the rows, and every key against what it made."""
    writes = _Writes(world, verdict)
    for request in world.site.requests:
        if request.done and request.method != "GET":
            writes.is_there(request)
    _one_answer_a_key(world.site.requests, verdict)
    _once_each(world, verdict)
    _kept_answers(world, verdict)


def item_of(service: str, path: str) -> tuple[str, str] | None:
    """The table that a path's answer speaks of, and the answer's field that names the row."""
    for of, pattern, table, name in _ITEMS:
        if of == service and pattern.fullmatch(path):
            return table, name
    return None


class _Writes:
    def __init__(self, world: World, verdict: Verdict) -> None:
        self._world = world
        self._verdict = verdict
        self._tables: dict[tuple[str, str], dict[str, Row]] = {}
        self._versions: dict[tuple[str, str, Any], str] = {}
        self._edits = {(fact.subject, fact.data["edited_at"]) for fact in world.of_type("response.edited")}
        self._created = {fact.subject for fact in world.of_type("response.received", "ticket.created")}
        self._seats = {
            (row["account_id"], row["role"], row["staff_id"]) for row in world.rows("onboarding", "team_member")
        }

    def is_there(self, request: Request) -> None:
        """One write that was answered 2xx."""
        if team := _TEAM.fullmatch(request.path):
            self._seat(request, *team.groups())
            return
        item = item_of(request.service, request.path)
        if item is None:
            return
        table, name = item
        answer = request.answer if isinstance(request.answer, dict) else {}
        id_ = answer.get(name) or request.path.split("/")[3]
        row = self._rows(request.service, table, name).get(id_)
        if row is None:
            self._lost(request, f"an acknowledged {table} is not there", id_)
        elif request.method == "DELETE":
            if row.get("deleted_at") is None:
                self._lost(request, "an acknowledged deletion was not done", id_)
        elif answer:
            self._as_answered(request, table, id_, row, answer)

    def _as_answered(self, request: Request, table: str, id_: str, row: Row, answer: dict[str, Any]) -> None:
        edited_at = answer.get("edited_at") if table == "response" else None
        if edited_at is not None and (answer["id"], edited_at) not in self._edits:
            self._lost(request, "an acknowledged edit was not told of", answer["id"])
        version = answer.get("version")
        if version is None or "version" not in row:
            return
        if row["version"] < version:
            self._lost(request, f"a {table} has an older version than was acknowledged", id_)
        elif row["version"] == version and row.get("deleted_at") is None:
            names = [name for name in SAME_AT_ONE_VERSION if name in answer and name in row]
            differs = [name for name in names if not same(row[name], answer[name])]
            if differs:
                self._lost(request, f"a {table} is not as was acknowledged: {', '.join(differs)}", id_)
        said = json.dumps(answer, sort_keys=True)
        if self._versions.setdefault((table, id_, version), said) != said:
            self._lost(request, f"two writes of a {table} were acknowledged as one version", id_)

    def _seat(self, request: Request, account_id: str, role: str) -> None:
        for seat in ("staff", "backup") if request.method == "PUT" else ():
            person = request.answer.get(seat)
            if person and (account_id, role, person["staff_id"]) not in self._seats:
                self._lost(request, f"an acknowledged {seat} never sat in the team", account_id)

    def _rows(self, service: str, table: str, name: str) -> dict[str, Row]:
        if (service, table) not in self._tables:
            self._tables[service, table] = self._world.by(service, table, name)
        return self._tables[service, table]

    def _lost(self, request: Request, says: str, id_: Any) -> None:
        self._verdict.count("lost", "acknowledged", says, id=id_, method=request.method, path=request.path)


def _one_answer_a_key(requests: Iterable[Request], verdict: Verdict) -> None:
    """The same key gets the same answer."""
    first: dict[tuple[str, str, str, str], str] = {}
    for request in requests:
        if request.key is None or not request.done:
            continue
        place = (request.service, request.method, request.path, request.key)
        said = json.dumps(request.answer, sort_keys=True)
        if first.setdefault(place, said) != said:
            verdict.count("doubled", "key", "one Idempotency-Key got two answers", path=request.path, key=request.key)


def _once_each(world: World, verdict: Verdict) -> None:
    """As many rows as there were requests, whatever was tried again: at least those that were acknowledged."""
    asked: dict[tuple[str, str, tuple[Any, ...]], set[Any]] = defaultdict(set)
    for place, request in enumerate(world.site.requests):
        item = item_of(request.service, request.path)
        creates = request.method == "POST" and CREATES.fullmatch(request.path)
        if item is None or not creates or not (request.done or request.uncertain) or item[0] not in IDENTITIES:
            continue
        identity = IDENTITIES[item[0]](request.body, request.path)
        if identity is not None:
            asked[request.service, item[0], identity].add(request.key or place)
    held: dict[tuple[str, str], dict[tuple[Any, ...], int]] = {}
    for (service, table, identity), keys in asked.items():
        if (service, table) not in held:
            counted: dict[tuple[Any, ...], int] = defaultdict(int)
            for row in world.rows(service, table):
                if (of_row := IDENTITIES[table](row, "")) is not None:
                    counted[of_row] += 1
            held[service, table] = counted
        for _ in range(held[service, table].get(identity, 0) - len(keys)):
            verdict.count("doubled", "request", f"one request made two rows in {table}", identity=identity)


def _kept_answers(world: World, verdict: Verdict) -> None:
    """A kept answer was stored with what it speaks of."""
    for service in ("ticketing", "feedback", "onboarding"):
        tables: dict[str, dict[str, Row]] = {}
        for kept in world.rows(service, "idempotency_key"):
            item = item_of(service, kept["path"])
            if item is None or not kept["body"]:
                continue
            table, name = item
            rows = tables.setdefault(table, world.by(service, table, name))
            answer = json.loads(kept["body"])
            if isinstance(answer, dict) and name in answer and answer[name] not in rows:
                says = f"an answer was kept for a {table} that is not there"
                verdict.count("lost", "kept_answer", says, id=answer[name], path=kept["path"], key=kept["key"])
