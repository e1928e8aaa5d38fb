"""The directory's newest word is what every mirror holds: accounts, teams, contacts, staff, groups' leads.

From: "the other services keep mirrors from its facts"; projections apply a fact only if its sequence is newer
than what they hold for that subject and kind of snapshot (account.updated and account.team_changed apart).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tests.chaos.checker.databases import Row
from tests.chaos.checker.states import same
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World

ACCOUNTS = ("account.created", "account.updated")
CONTACTS = ("contact.created", "contact.updated")
TEAMS = ("account.team_changed",)
STAFF = ("staff.updated",)

MIRRORS = (
    ("ticketing", "account", "account_id", ACCOUNTS),
    ("ticketing", "account_team", "account_id", TEAMS),
    ("ticketing", "contact", "contact_id", CONTACTS),
    ("ticketing", "staff", "staff_id", STAFF),
    ("feedback", "account", "account_id", ACCOUNTS),
    ("feedback", "account_team", "account_id", TEAMS),
    ("feedback", "contact", "contact_id", CONTACTS),
    ("feedback", "staff", "staff_id", STAFF),
    ("analytics", "staff_member", "staff_id", STAFF),
)
HISTORIES = (
    ("analytics", "account_team", "account_id", TEAMS),
    ("analytics", "group_lead", "group_id", ("group.changed",)),
)
"""The observer keeps every version, to say who was right when."""


def check(world: World, verdict: Verdict) -> None:
    """Compare the newest fact of each subject with each mirror of it."""
    for service, table, key, kinds in MIRRORS:
        _mirror(world.newest(*kinds), world.by(service, table, key), f"{service}.{table}", verdict)
    for service, table, key, kinds in HISTORIES:
        facts = {(fact.subject, fact.sequence): fact for fact in world.of_type(*kinds)}
        rows = {(row[key], row["sequence"]): row for row in world.rows(service, table)}
        _mirror(facts, rows, f"{service}.{table}", verdict)


def _mirror(newest: Mapping[Any, Fact], rows: Mapping[Any, Row], name: str, verdict: Verdict) -> None:
    for subject, fact in newest.items():
        row = rows.get(subject)
        ids = {"mirror": name, "subject": fact.subject, "fact": fact.id}
        if row is None:
            verdict.count("causes_without_effect", "mirror", f"{name} lacks what the directory told", **ids)
        elif row["sequence"] < fact.sequence:
            verdict.count("reordered", "mirror", f"{name} holds an older fact than the newest", **ids)
        elif row["sequence"] > fact.sequence or _differs(row, fact.data):
            verdict.count("effects_without_cause", "mirror", f"{name} says what no fact says", **ids)
    for subject in rows.keys() - newest.keys():
        verdict.count(
            "effects_without_cause", "mirror", f"{name} holds what no fact says", mirror=name, subject=subject
        )


def _differs(row: Row, data: Mapping[str, Any]) -> bool:
    return any(
        not _same(name, held, data[name]) for name, held in row.items() if name in data and name not in ("sequence",)
    )


def _same(name: str, held: Any, told: Any) -> bool:
    compare: Callable[[Any, Any], bool] = _same_members if name == "members" else same
    return compare(held, told)


def _same_members(held: Iterable[Mapping[str, Any]], told: Iterable[Mapping[str, Any]]) -> bool:
    return _seats(held) == _seats(told)


def _seats(members: Iterable[Mapping[str, Any]]) -> list[tuple[str, bool, str]]:
    return sorted((member["role"], bool(member["backup"]), member["staff_id"]) for member in members)
