"""Whoever watches a ticket hears what its customer writes and is answered, and of its statuses; nobody else does.

From ticketing's documentation: each once, at what a ticket is merged into too, and never of what they did themselves;
of fired levels as well. Who watches is held against the requests of the load and against the audit trail, by numbers
and not by times, since the times there are those of clocks that may be wrong.

Whoever writes on a ticket holds it, and so does whoever begins or ends to watch it: of a ticket's own watchers it is
certain who came first. Of those who watch what is merged into it that is certain only after a while.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.chaos.checker.databases import Row
from tests.chaos.checker.directory import Directory, plain
from tests.chaos.checker.notices import with_joined
from tests.chaos.checker.site import Request
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World

COMMITS_WITHIN = timedelta(seconds=15)
"""How long a transaction may last, and a request that nobody waits for any more may still be done."""

TOLD, LEVEL = "watched_ticket", "escalation_level"
MOVES = ("ticket.merged", "ticket.unmerged", "ticket.message_added", "ticket.status_changed")

Pair = tuple[str, str]
"""A ticket, and a member of staff who watches it."""


@dataclass(frozen=True, slots=True)
class News:
    """What watchers are to hear. keys: by which of them a notification may name it. tree: the ticket, and what was
    merged into it then. authors: whose act it is."""

    ticket_id: str
    keys: tuple[str, ...]
    fact: Fact
    tree: frozenset[str]
    authors: frozenset[str]


def check(world: World, verdict: Verdict) -> None:
    """Hold who watches against what was asked for, and what they were told against what happened."""
    watchers = _Watchers(world, verdict)
    watchers.rows()
    watchers.acknowledged()
    news = list(_news(world))
    for each in news:
        watchers.heard(each)
    watchers.levels()
    watchers.told(news)


class _Watchers:
    def __init__(self, world: World, verdict: Verdict) -> None:
        self._world = world
        self._verdict = verdict
        self._rows = Counter((row["ticket_id"], row["staff_id"]) for row in world.rows("ticketing", "ticket_watcher"))
        self._begins: dict[Pair, list[Request]] = defaultdict(list)
        self._ends: dict[str, list[tuple[str, Request]]] = defaultdict(list)
        for request in world.site.requests:
            parts = request.path.split("/")
            if request.service != "ticketing" or parts[4:5] != ["watchers"] or not request.perhaps:
                continue
            if request.method == "PUT":
                self._begins[parts[3], parts[5]].append(request)
            elif request.method == "DELETE":
                self._ends[parts[5]].append((parts[3], request))
        self._joined: dict[str, set[str]] = defaultdict(set)
        for fact in world.of_type("ticket.merged"):
            self._joined[fact.data["into_ticket_id"]].add(fact.subject)
        self._watched: dict[str, dict[str, Pair]] = defaultdict(dict)
        for ticket_id, staff_id in self._begins:
            self._watched[ticket_id][staff_id] = (ticket_id, staff_id)
        self._gone = {fact.subject for fact in world.of_type("staff.updated") if not fact.data["active"]}
        notices = world.rows("ticketing", "notification")
        self._notices = [row for row in notices if row["template"] in (TOLD, LEVEL)]
        self._keys = Counter(row["dedup_key"] for row in self._notices)

    def rows(self) -> None:
        """Somebody watches a ticket who began to once more than they ended it."""
        stands = Counter(self._rows.keys())
        for row in self._world.rows("ticketing", "watching"):
            begins = row["action"] == "ticket.watch"
            said = row["after"] if begins else row["before"]
            stands[row["entity_id"], said["watcher_id"]] -= 1 if begins else -1
        for pair, differs in stands.items():
            if differs:
                says = "somebody watches a ticket, or does not, otherwise than the audit trail says"
                self._verdict.count("lost", "watcher", says, ticket=pair[0], staff=pair[1])
        for pair, times in self._rows.items():
            for _ in range(times - 1):
                says = "somebody watches a ticket twice"
                self._verdict.count("doubled", "watcher", says, ticket=pair[0], staff=pair[1])

    def acknowledged(self) -> None:
        """What was answered 2xx is so: who began and never ended it watches, and each end is in the trail."""
        for pair in self._begins:
            if self._since(pair) is not None and not self._ends_of(pair) and not self._rows[pair]:
                says = "somebody was acknowledged to watch a ticket, and does not"
                self._verdict.count("lost", "watcher", says, ticket=pair[0], staff=pair[1])
        ended: dict[str, set[str]] = defaultdict(set)
        for row in self._world.rows("ticketing", "watching"):
            if row["action"] == "ticket.unwatch":
                ended[row["before"]["watcher_id"]].add(row["cause"])
        for staff_id, requests in self._ends.items():
            for _ in range(sum(request.done for _, request in requests) - len(ended[staff_id])):
                says = "somebody was acknowledged to watch a ticket no more, and that was not done"
                self._verdict.count("lost", "watcher", says, staff=staff_id)

    def heard(self, news: News) -> None:
        """Everybody who certainly watched was told."""
        for pair in self._pairs(news.tree):
            staff_id = pair[1]
            if staff_id in news.authors or not self._certain(pair, news.ticket_id, news.fact.stored_at):
                continue
            if not any(self._keys[f"{TOLD}:{key}:{staff_id}"] for key in news.keys):
                says = "somebody who watches a ticket was not told what happened on it"
                ids = {"ticket": news.ticket_id, "staff": staff_id, "watched": pair[0], "fact": news.fact.id}
                self._verdict.count("causes_without_effect", "watcher", says, **ids)

    def levels(self) -> None:
        """Of a level that fired too, whoever heard it for a role or for watching."""
        for fact in self._world.of_type("escalation.level_fired"):
            data, ticket_id = fact.data, fact.data["ticket_id"]
            for pair in self._pairs({ticket_id}):
                if not self._certain(pair, None, fact.stored_at):
                    continue
                if not self._keys[f"{LEVEL}:{data['clock_id']}:{data['rule_id']}:{data['level']}:{pair[1]}"]:
                    says = "somebody who watches a ticket was not told that a level fired"
                    ids = {"ticket": ticket_id, "staff": pair[1], "fact": fact.id}
                    self._verdict.count("causes_without_effect", "watcher", says, **ids)

    def told(self, news: list[News]) -> None:
        """Each notification has its news, and is for somebody who may have watched then; once."""
        known = {f"{TOLD}:{key}": each for each in news for key in each.keys}
        for key, times in self._keys.items():
            for _ in range(times - 1):
                self._verdict.count("doubled", "watcher", "a watcher was told the same twice", key=key)
        directory = Directory(self._world, "ticketing")
        for row in self._notices:
            if row["role"] != "watcher":
                continue  # of a level, for what they are to the ticket
            addresses = directory.addresses(row["staff_id"])
            if addresses and plain(row["address"]) not in addresses:
                self._wrong(row, "a watcher was told at an address that is not theirs")
            if row["template"] == LEVEL:
                if not self._pairs(with_joined({row["ticket_id"]}, self._joined), row["staff_id"]):
                    self._wrong(row, "somebody was told of a level who never watched")
                continue
            happened = known.get(row["dedup_key"].rpartition(":")[0])
            if happened is None or happened.ticket_id != row["ticket_id"]:
                says = "a watcher was told what did not happen"
                self._verdict.count("effects_without_cause", "watcher", says, notification=row["id"])
            elif row["staff_id"] in happened.authors:
                self._wrong(row, "a watcher was told what they did themselves")
            elif not self._may_hear(row["staff_id"], happened):
                self._wrong(row, "somebody was told what happened on a ticket that they do not watch")

    def _may_hear(self, staff_id: str, news: News) -> bool:
        pairs = self._pairs(news.tree, staff_id)
        return any(not self._ended(pair, news.ticket_id, news.fact.stored_at) for pair in pairs)

    def _pairs(self, tickets: set[str] | frozenset[str], staff_id: str | None = None) -> list[Pair]:
        """Who ever wanted to watch one of these tickets; or whether one of them did."""
        watched = [self._watched[ticket] for ticket in tickets if ticket in self._watched]
        if staff_id is None:
            return [pair for each in watched for pair in each.values()]
        return [each[staff_id] for each in watched if staff_id in each]

    def _certain(self, pair: Pair, held: str | None, at: datetime) -> bool:
        """Whether they watched when this was told, whatever was under way then. held: the ticket that was locked."""
        since = self._since(pair)
        if since is None or pair[1] in self._gone:
            return False
        margin = timedelta(0) if pair[0] == held else self._margin
        return since + margin < at and all(request.at > at + COMMITS_WITHIN for request in self._ends_of(pair))

    def _ended(self, pair: Pair, held: str, at: datetime) -> bool:
        """Whether they had certainly ended it by then, and not begun again."""
        begun = max(request.until if request.done else request.until + self._margin for request in self._begins[pair])
        margin = timedelta(0) if pair[0] == held else self._margin
        ends = (request for of, request in self._ends[pair[1]] if of == pair[0] and request.done)
        return any(begun < request.at and request.until + margin < at for request in ends)

    def _since(self, pair: Pair) -> datetime | None:
        """From when on they watched, as far as was acknowledged."""
        return min((request.until for request in self._begins[pair] if request.done), default=None)

    def _ends_of(self, pair: Pair) -> list[Request]:
        """The requests that may have ended it: of the ticket, or of one that it ever was merged into."""
        return [request for of, request in self._ends[pair[1]] if pair[0] in with_joined({of}, self._joined)]

    @property
    def _margin(self) -> timedelta:
        return COMMITS_WITHIN + self._world.site.standstill

    def _wrong(self, row: Row, says: str) -> None:
        self._verdict.count("wrong_recipients", "watcher", says, notification=row["id"], staff=row["staff_id"])


def _news(world: World) -> Iterator[News]:
    """What happened on tickets that watchers are to hear, each with what was merged into the ticket at that moment."""
    merged: dict[str, set[str]] = defaultdict(set)
    written: dict[tuple[str, str], News] = {}
    made_by = {(fact.cause, fact.subject) for fact in world.of_type("ticket.created")}
    known: set[str] = set()
    for fact in sorted(world.of_type(*MOVES), key=lambda fact: fact.sequence):
        data, ticket_id = fact.data, fact.data["ticket_id"]
        act = (fact.cause, ticket_id)
        authors = {fact.headers["ce_actor"].removeprefix("staff/")}
        keys: tuple[str, ...]
        match fact.type.removesuffix(".v1"):
            case "ticket.merged":
                merged[data["into_ticket_id"]].add(ticket_id)
                continue
            case "ticket.unmerged":
                merged[data["into_ticket_id"]].discard(ticket_id)
                continue
            case "ticket.message_added":
                if data["visibility"] != "public" or data["message_id"] in known or act in made_by:
                    continue  # a note; or moved by a split; or the beginning of a ticket that nobody can watch yet
                known.add(data["message_id"])
                keys = (f"message:{data['message_id']}",)
                authors |= {data["author_id"]} if data["author_kind"] == "agent" else set()
            case _:
                keys = (f"{ticket_id}:{fact.recorded_at.isoformat()}:{data['status']}",)
                if act in written:  # it is told with the message that did it
                    keys, authors = (*keys, *written[act].keys), authors | written[act].authors
        news = News(ticket_id, keys, fact, frozenset(with_joined({ticket_id}, merged)), frozenset(authors))
        if fact.type == "ticket.message_added.v1":
            written[act] = news
        yield news
