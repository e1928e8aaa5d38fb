"""Every notification has its reason, is sent once in effect, and its mail went out.

From platform.md: a row in the transaction, unique by dedup_key, lease → send → record; a failure is a fact.
contract.md: the fact once, the mail at least once, with Message-ID <notification_id@host>.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from tests.chaos.checker.databases import Row
from tests.chaos.checker.site import SERVICES
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.words import home
from tests.chaos.checker.world import World

MESSAGE_ID = re.compile(rb"^message-id:\s*<([0-9a-f-]{36})@", re.IGNORECASE | re.MULTILINE)
RECIPIENT = re.compile(rb"^x-rcptto:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
LONGEST_HEADER = 4096  # bytes


def check(world: World, verdict: Verdict) -> None:
    """Compare notifications with what caused them, with their facts, and with the mails that were caught."""
    rows = [(service, row) for service in SERVICES for row in world.rows(service, "notification")]
    _one_for_one_purpose(rows, verdict)
    _caused(world, rows, verdict)
    _told(world, rows, verdict)
    if world.site.mail is not None:
        _mails(world, world.site.mail, rows, verdict)


def _one_for_one_purpose(rows: list[tuple[str, Row]], verdict: Verdict) -> None:
    purposes = Counter(
        (service, row["template"], row["response_id"], row["staff_id"], row["contact_id"])
        for service, row in rows
        if row["response_id"] is not None
    )
    for (service, template, response_id, *_), times in purposes.items():
        for _ in range(times - 1):
            verdict.count(
                "doubled", "notification", f"{service} wrote {template} twice to one person", response=response_id
            )


def _caused(world: World, rows: list[tuple[str, Row]], verdict: Verdict) -> None:
    """An escalation's notification has its escalation."""
    escalated = {row["response_id"]: row["ticket_id"] for row in world.rows("ticketing", "escalation")}
    for service, row in rows:
        ours = service == "ticketing" and row["template"] == "escalation_opened"
        if ours and escalated.get(row["response_id"], "") != row["ticket_id"]:
            says = "a notification of an escalation that is not there"
            verdict.count("effects_without_cause", "notification", says, notification=row["id"])


def _told(world: World, rows: list[tuple[str, Row]], verdict: Verdict) -> None:
    """Each is sent or has failed, and either is told."""
    facts = {
        (fact.service, fact.subject): fact.type for fact in world.of_type("notification.sent", "notification.failed")
    }
    for service, row in rows:
        ids = {"notification": row["id"], "service": service, "response": row["response_id"]}
        told = facts.pop((service, row["id"]), None)
        if row["state"] == "queued":
            verdict.count("causes_without_effect", "not_sent", "a notification was neither sent nor given up", **ids)
        elif row["state"] in ("sent", "failed") and told != f"notification.{row['state']}.v1":
            verdict.count("lost", "notification_fact", f"a notification is {row['state']}, and that is not told", **ids)
    for _, subject in facts:
        verdict.count("lost", "notification_row", "a notification that was told of is not there", notification=subject)


def _mails(world: World, folder: Path, rows: list[tuple[str, Row]], verdict: Verdict) -> None:
    """A mail for each that was sent, to its address; no mail of which no row knows."""
    known = {row["id"]: {**row, "addresses": {row["address"]}} for _, row in rows}
    known |= _replies(world, verdict)
    caught: dict[str, set[str]] = {}
    for path in folder.glob("*.eml"):
        with path.open("rb") as file:
            head = file.read(LONGEST_HEADER)
        found, to = MESSAGE_ID.search(head), RECIPIENT.search(head)
        if found:
            caught.setdefault(found[1].decode(), set()).add(to[1].decode().rstrip(",") if to else "")
    for id_, addresses in caught.items():
        row = known.get(id_)
        if row is None:
            verdict.count("effects_without_cause", "mail", "a mail went out for nothing that is there", id=id_)
        elif addresses - row["addresses"]:
            verdict.count("wrong_recipients", "mail", "a mail went to another address", id=id_)
    for id_, row in known.items():
        if row["state"] == "sent" and id_ not in caught:
            verdict.count("lost", "mail", "what counts as sent went out as no mail", id=id_)


def _replies(world: World, verdict: Verdict) -> dict[str, Row]:
    """Replies that leave by mail, each with whom it may reach: the customers of the tickets that it was told to be on,
    and of those that were ever merged into them, on which it may have been written before it was split off."""
    contacts = {row["contact_id"]: row["email"] for row in world.rows("ticketing", "contact")}
    customers: dict[str, set[str | None]] = defaultdict(set)
    for ticket in world.rows("ticketing", "ticket"):
        customers[ticket["id"]] |= {ticket["requester_email"], contacts.get(ticket["contact_id"])}
    on: dict[str, set[str]] = defaultdict(set)
    for fact in world.of_type("ticket.message_added"):
        on[fact.data["message_id"]].add(fact.data["ticket_id"])
    joined: dict[str, set[str]] = defaultdict(set)
    for fact in world.of_type("ticket.merged"):
        joined[fact.data["into_ticket_id"]].add(fact.subject)
    messages = world.rows("ticketing", "message")
    for message in messages:
        customers[home(message)].add(message["author_address"])
    found: dict[str, Row] = {}
    for message in messages:
        if message["delivery_state"] == "queued":
            says = "a reply was neither sent nor given up"
            verdict.count("causes_without_effect", "not_sent", says, message=message["id"])
        if message["delivery_state"] in ("queued", "sent", "failed"):
            tickets = with_joined({home(message), message["ticket_id"], *on[message["id"]]}, joined)
            addresses = set().union(*(customers[ticket] for ticket in tickets))
            found[message["id"]] = {"state": message["delivery_state"], "addresses": addresses}
    return found


def with_joined(tickets: set[str], joined: Mapping[str, set[str]]) -> set[str]:
    """Tickets, and all that were merged into them, through others too."""
    found, waiting = set(tickets), list(tickets)
    while waiting:
        new = joined.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found
