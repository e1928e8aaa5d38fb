"""What somebody wrote is kept once, on the ticket where its author meant it.

From ticketing §1 (replies to a merged ticket land on the other one and come back with the unmerge; a split's messages
move) and §2 (source_id makes redelivery harmless). A message is told where it landed, and again where a split took it.
"""

from collections import Counter, defaultdict

from tests.chaos.checker.databases import Row
from tests.chaos.checker.merges import path
from tests.chaos.checker.site import Request
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World

INBOUND = "/v1/inbound/"


def home(message: Row) -> str:
    """The ticket that its author wrote on, or that a split gave it to."""
    return str(message["addressed_to_id"] or message["ticket_id"])


def check(world: World, verdict: Verdict) -> None:
    """Hold messages against their facts, and what was acknowledged against both."""
    words = _Words(world, verdict)
    words.places()
    for request in world.done("ticketing", "POST"):
        parts = request.path.split("/")
        if request.path.startswith(INBOUND):
            words.came_in(request, parts[3])
        elif parts[-1] == "messages":
            words.written(request, parts[3])
        elif parts[-1] == "split":
            words.split(request, parts[3])
    words.one_ticket_a_mail()


class _Words:
    def __init__(self, world: World, verdict: Verdict) -> None:
        self._world = world
        self._verdict = verdict
        self._tickets = world.by("ticketing", "ticket")
        self._rows = world.by("ticketing", "message")
        self._by_source = {(row["channel"], row["source_id"]): row for row in self._rows.values() if row["source_id"]}
        self._links = {(row["from_id"], row["kind"], row["to_id"]) for row in world.rows("ticketing", "ticket_link")}
        self._told: dict[str, list[Fact]] = defaultdict(list)
        for fact in sorted(world.of_type("ticket.message_added"), key=lambda fact: fact.sequence):
            self._told[fact.data["message_id"]].append(fact)

    def places(self) -> None:
        """Each lies where it was told last, or was brought home by an unmerge after that."""
        keys = Counter((row["channel"], row["source_id"]) for row in self._rows.values() if row["source_id"])
        for _ in range(keys.total() - len(keys)):
            self._verdict.count("doubled", "message", "two messages have one source_id in a channel")
        unmerged = {fact.subject: fact.sequence for fact in self._world.newest("ticket.unmerged").values()}
        for id_, facts in self._told.items():
            row, last = self._rows.get(id_), facts[-1]
            if row is None:
                self._lost("message_row", "a message that was told of is not there", id_, fact=last.id)
            elif row["ticket_id"] != last.data["ticket_id"] and unmerged.get(row["ticket_id"], -1) < last.sequence:
                self._lost("message_place", "a message is on another ticket than was told last", id_, fact=last.id)
        for id_, row in self._rows.items():
            written_on = row["addressed_to_id"]
            if written_on is not None and row["ticket_id"] not in path(self._tickets, written_on)[1:]:
                says = "a message is on a ticket into which the one that it was written on is not merged"
                self._lost("message_place", says, id_, written_on=written_on, ticket=row["ticket_id"])

    def written(self, request: Request, ticket_id: str) -> None:
        """What was written on a ticket is that ticket's, or of a follow-up, unless it was split off."""
        row = self._rows.get(request.answer["id"])
        if row is None or len(self._told[row["id"]]) > 1 or home(row) == ticket_id:
            return  # where it is not there at all, `acknowledged` counts it
        if self._tickets.get(home(row), {}).get("parent_id") != ticket_id:
            self._lost("message_home", "a message does not belong to the ticket that it was written on", row["id"])

    def came_in(self, request: Request, channel: str) -> None:
        """A mail that was taken in is there under its name, whichever time it came."""
        if request.answer["outcome"] == "ignored":
            return
        row = self._by_source.get((channel, request.body["source_id"]))
        if row is None or row["id"] != request.answer["message"]["id"]:
            says = "a mail that was acknowledged is not there, or as another message"
            self._lost("inbound", says, request.answer["message"]["id"], source_id=request.body["source_id"])

    def split(self, request: Request, first: str) -> None:
        """A split's messages were told on the new ticket, which is linked to the first."""
        made = request.answer["id"]
        for id_ in request.body["message_ids"]:
            if made not in {fact.data["ticket_id"] for fact in self._told[id_]}:
                self._lost("split", "a message was split off, and that is not told", id_, ticket=made)
        if (made, "split_from", first) not in self._links:
            self._lost("split", "a ticket that was split off is not linked to the first", made)

    def one_ticket_a_mail(self) -> None:
        """A subject that only one mail has opened at most one ticket, however often the mail came."""
        names: dict[str, set[str]] = defaultdict(set)
        for request in self._world.site.requests:
            if request.path.startswith(INBOUND):
                names[request.body.get("subject")].add(request.body["source_id"])
        opened = Counter(row["subject"] for row in self._tickets.values())
        for subject, sources in names.items():
            for _ in range(opened[subject] - len(sources)):
                self._verdict.count("doubled", "inbound", "one mail opened two tickets", subject=subject)

    def _lost(self, rule: str, says: str, message_id: str, **ids: object) -> None:
        self._verdict.count("lost", rule, says, id=message_id, **ids)
