"""Waiting until nothing moves any more: outboxes empty, consumers at the end, mails sent, jobs with nothing to do."""

import time
from collections.abc import Collection, Mapping, Sequence

from deploy.local.options import SERVICES
from deploy.local.processes import ServerError
from tests.chaos.site import Site

READS: Mapping[str, Collection[str]] = {
    "ticketing": ("analytics-events", "feedback-events", "onboarding-events"),
    "feedback": ("analytics-events", "onboarding-events", "ticketing-events"),
    "onboarding": tuple(f"{service}-events" for service in SERVICES),
    "analytics": tuple(f"{service}-events" for service in SERVICES),
}
"""What each service listens to, also where it has read nothing of it yet: its group may have waited for a dead
member all the while."""

STILL_SECONDS = 6.0  # without a new fact; the slowest job runs every 5
LOOK_SECONDS = 0.5
SOON_SECONDS = 10  # a clock of ticketing's that has something to tell within so long is waited for

_WAITING = """
SELECT (SELECT count(*) FROM outbox
        WHERE published_at IS NULL AND parked_at IS NULL AND type <> 'service.heartbeat.v1'),
       (SELECT count(*) FROM notification WHERE state = 'queued')
"""
_ABOUT_TO_TELL = f"""
SELECT (SELECT count(*) FROM message WHERE delivery_state = 'queued'), (SELECT count(*) FROM sla_unseen),
       (SELECT count(*) FROM account_to_assign),
       (SELECT count(*) FROM sla_clock WHERE least(next_at, levels_at) < now() + interval '{SOON_SECONDS} seconds')
     + (SELECT count(*) FROM ola_clock WHERE next_at < now() + interval '{SOON_SECONDS} seconds')
"""
_ABOUT_TO_SEND = f"""
SELECT (SELECT count(*) FROM invitation
        WHERE state = 'queued' AND next_at < now() + interval '{SOON_SECONDS} seconds'),
       (SELECT count(*) FROM wave
        WHERE state IN ('planned', 'running') AND not_before < now() + interval '{SOON_SECONDS} seconds')
"""
_NEWEST = "SELECT id FROM outbox WHERE type <> 'service.heartbeat.v1' ORDER BY id DESC LIMIT 1"
_ENDS = """
SELECT topic, partition, max("offset") FROM outbox
WHERE log_id = (SELECT log_id FROM relay_state) AND type <> 'service.heartbeat.v1' GROUP BY topic, partition
"""
_POSITIONS = """SELECT topic, partition, "offset", log_id = (SELECT log_id FROM relay_state) FROM consumer_position"""
_NUMBERED = "SELECT coalesce(max(id), 0) FROM outbox"
_TOLD = "SELECT count(*) FROM outbox WHERE type <> 'service.heartbeat.v1'"


class Busy(Exception):
    """Something still moves; the message says what."""


def told(site: Site, enough: int) -> int:
    """How many facts are stored to be published: exact once there may be enough, with heartbeats and gaps before.

    That all of them are published in the end is for `wait` to see. Raises ServerError while PostgreSQL is away.
    """
    facts = _sum(site, _NUMBERED)
    return facts if facts < enough else _sum(site, _TOLD)


def wait(site: Site, within: float) -> str | None:
    """Wait until all is quiet, and look after the site meanwhile; answers what still moves after `within` seconds."""
    deadline = time.monotonic() + within
    still_since, seen = time.monotonic(), ""
    why = "nothing was seen yet"
    while time.monotonic() < deadline:
        site.tend()
        try:
            newest = _newest(site)
            if newest != seen:
                still_since, seen = time.monotonic(), newest
            _look(site)
            if time.monotonic() - still_since >= STILL_SECONDS:
                return None
            why = "facts are still told"
        except Busy as busy:
            still_since, why = time.monotonic(), str(busy)
        except ServerError as error:
            why = str(error)
        time.sleep(LOOK_SECONDS)
    return why


def _sum(site: Site, number: str) -> int:
    return sum(int(site.postgres.query(number, database=service)[0]) for service in SERVICES)


def _newest(site: Site) -> str:
    return " ".join("".join(site.postgres.query(_NEWEST, database=service)) for service in SERVICES)


def _look(site: Site) -> None:
    """Raises Busy."""
    for service in SERVICES:
        unpublished, unsent = site.postgres.query(_WAITING, database=service)[0].split("|")
        if unpublished != "0" or unsent != "0":
            raise Busy(f"{service} has {unpublished} facts to publish and {unsent} notifications to send")
    invitations, waves = site.postgres.query(_ABOUT_TO_SEND, database="feedback")[0].split("|")
    if {invitations, waves} != {"0"}:
        raise Busy(f"feedback has {invitations} invitations to send and {waves} waves to decide")
    unsent, unseen, unowned, soon = site.postgres.query(_ABOUT_TO_TELL, database="ticketing")[0].split("|")
    if {unsent, unseen, unowned, soon} != {"0"}:
        raise Busy(
            f"ticketing has {unsent} replies to send, {unseen} stretches to look at, {unowned} accounts' waiting "
            f"cases to assign and {soon} clocks to tell of"
        )
    ends: dict[tuple[str, int], int] = {}
    for service in SERVICES:
        for line in site.postgres.query(_ENDS, database=service):
            topic, partition, offset = line.split("|")
            ends[topic, int(partition)] = int(offset)
    for service in SERVICES:
        _at_the_end(service, site.postgres.query(_POSITIONS, database=service), ends)


def _at_the_end(service: str, positions: Sequence[str], ends: Mapping[tuple[str, int], int]) -> None:
    """Every topic that the service listens to is read to its end. Raises Busy."""
    held: dict[tuple[str, int], int] = {}
    for line in positions:
        topic, partition, offset, same_log = line.split("|")
        if same_log == "t":
            held[topic, int(partition)] = int(offset)
    behind = sum(1 for place, end in ends.items() if place[0] in READS[service] and held.get(place, 0) <= end)
    if behind:
        raise Busy(f"{service} is behind in {behind} partitions")
