"""Stage: the answer page at /r/{token}, on one API worker.

To open it stands beside a bare ASGI program that fills a bare template of the same structure with values at hand, at
the same rate. To send it, a score and a reason, stands beside POST /v1/responses of the same score and the same words
by the same process, in turns.
"""

import http.client
import re
from typing import Any

from tests.load import guests, post
from tests.load.figures import Figure
from tests.load.post import CONNECTIONS, WARM_SECONDS
from tests.load.site import Running, Site

OPENED, SENT = "answer page, opened", "answer page, sent"
PER_SECOND = 100
OPEN_SECONDS = 6.0
BROWSE_SECONDS = 3.0
SEND_SECONDS = 4.0
OPEN_REACH, SEND_REACH = 2.0, 0.5

DATABASE = "page"
FORMS_A_ROUND = 10_000  # more than anybody sends

TAG = re.compile(rb"<[a-z/!][a-z0-9]*")
AS_LONG = 0.02  # share by which the two pages' lengths may differ

DECISIONS = """
INSERT INTO send_decision (id, key, at, verdict, reasons, probability)
SELECT md5('decision' || n)::uuid, 'bench/' || n, now(), 'send', '[]', 1 FROM generate_series(0, {many} - 1) AS n
"""
INVITATIONS = """
INSERT INTO invitation (id, decision_id, program_id, survey_id, survey_version, survey_type, quarantine_class,
                        contact_id, account_id, trace_id, brand, locale, channel, address, state, probability,
                        not_before, reminded, reserved_at, sent_at, next_at, expires_at, edit_window_seconds,
                        created_at, updated_at)
SELECT invitation_id, md5('decision' || n)::uuid, program.id, survey_id, 1, 'nps', quarantine_class, invitation_id,
       invitation_id, invitation_id, brand, 'en', 'email', 'ana-' || n || '@acme.example', 'sent', 1, now(), 0, now(),
       now(), now() + interval '3 days', now() + interval '14 days', edit_window_seconds, now(), now()
FROM program CROSS JOIN generate_series(0, {many} - 1) AS n
CROSS JOIN LATERAL CAST('{prefix}' || lpad(to_hex({first} + n), 12, '0') AS uuid) AS invitation_id
WHERE shipped = 'relationship_nps'
"""
KEPT = {
    "answers": "SELECT count(*) FROM response WHERE source = 'page' AND state = 'completed' AND comment IS NOT NULL",
    "loop cases": "SELECT count(*) FROM loop_case JOIN response ON response_id = response.id WHERE source = 'page'",
    "completed invitations": "SELECT count(*) FROM invitation JOIN response ON answer_id = response.id"
    " AND invitation_id = invitation.id WHERE invitation.state = 'completed'",
    "facts of answers": "SELECT count(*) FROM outbox JOIN response ON response.id = outbox.subject::uuid"
    " WHERE type = 'response.received.v1' AND source = 'page'",
    "facts of loop cases": "SELECT count(*) FROM outbox JOIN response ON loop_case_id = outbox.subject::uuid"
    " WHERE type = 'loop.opened.v1' AND source = 'page'",
    "audit rows": "SELECT count(*) FROM audit JOIN response ON response.id = entity_id"
    " WHERE action = 'response.record' AND source = 'page'",
}
"""What each form of the load leaves one of."""

Measured = dict[str, Any]


def measure(site: Site, rounds: int) -> list[Figure]:
    """Open and send in turns. Raises AssertionError where an answer was not kept and told, or the pages differ."""
    url = site.database("feedback", DATABASE)
    _ask(site, guests.READ + rounds * FORMS_A_ROUND)
    site.admit("feedback", url)
    opened, bare, browsed, bare_browsed, sent, posted = ([] for _ in range(6))
    with site.service("feedback", "api", database_url=url) as api, site.limit("page", env={}) as limit:
        _check_alike(api, limit)
        before = post.load(site, api, "before", "commented")
        # Until the tables' sizes are known, plans are made for empty ones.
        site.postgres.execute("ANALYZE", database=DATABASE)
        for number in range(rounds):
            bare_browsed.append(_in_turn(site, limit, "browse", BROWSE_SECONDS))
            browsed.append(_in_turn(site, api, "browse", BROWSE_SECONDS))  # both are warm from here on
            bare.append(_load(site, limit, "open", PER_SECOND, OPEN_SECONDS, seconds=OPEN_SECONDS))
            opened.append(_load(site, api, "open", PER_SECOND, OPEN_SECONDS, seconds=OPEN_SECONDS))
            posted.append(post.load(site, api, f"posted-{number}", "commented"))
            sent.append(_in_turn(site, api, "send", SEND_SECONDS, guests.READ + number * FORMS_A_ROUND))
    _check_kept(site, sent, [before, *posted])
    return [
        Figure(OPENED, f"{PER_SECOND}/s, p50", "ms", "less", *_both(opened, bare, "p50_ms")),
        Figure(OPENED, f"{PER_SECOND}/s, p99", "ms", "less", *_both(opened, bare, "p99_ms"), OPEN_REACH),
        Figure(OPENED, "pages a second", "/s", "more", *_both(browsed, bare_browsed, "per_second")),
        Figure(OPENED, "CPU a page", "ms", "less", *_both(browsed, bare_browsed, "cpu_ms")),
        Figure(SENT, "answers a second", "/s", "more", *_both(sent, posted, "per_second"), SEND_REACH),
        Figure(SENT, "p99", "ms", "less", *_both(sent, posted, "p99_ms")),
        Figure(SENT, "CPU an answer", "ms", "less", *_both(sent, posted, "cpu_ms")),
    ]


def _ask(site: Site, many: int) -> None:
    """Make so many invitations that are out, with the numbers from 0 on."""
    prefix, _, first = str(guests.invitation_id(0)).rpartition("-")
    invitations = INVITATIONS.format(prefix=f"{prefix}-", first=int(first, 16), many=many)
    for statement in (DECISIONS.format(many=many), invitations):
        site.postgres.execute(statement, database=DATABASE)


def _load(site: Site, on: Running, what: str, *numbers: float, seconds: float) -> Measured:
    site.settle()
    before = on.cpu_seconds()
    measured = site.generate("tests.load.guests", what, str(on.port), *map(str, numbers), seconds=seconds)
    assert not measured["refused"], f"answer page, {what}: {measured['refused']} requests were refused"
    return {**measured, "cpu_ms": (on.cpu_seconds() - before) / measured["answered"] * 1000}


def _in_turn(site: Site, on: Running, what: str, seconds: float, *first: int) -> Measured:
    numbers = (*first, CONNECTIONS, WARM_SECONDS, seconds)
    return _load(site, on, what, *numbers, seconds=WARM_SECONDS + seconds)


def _check_alike(api: Running, limit: Running) -> None:
    """The bare page has the elements of ours in the same order, and is as long."""
    ours, bare = (_page(on) for on in (api, limit))
    assert TAG.findall(ours) == TAG.findall(bare), "the bare page is built otherwise than the suite's"
    assert abs(len(bare) / len(ours) - 1) <= AS_LONG, f"the bare page has {len(bare)} bytes, the suite's {len(ours)}"


def _page(on: Running) -> bytes:
    line = http.client.HTTPConnection("127.0.0.1", on.port, timeout=10)
    try:
        line.request("GET", guests.page(0), headers={"Accept-Language": "en"})
        answer = line.getresponse()
        body = answer.read()
    finally:
        line.close()
    assert answer.status == 200, f"answer page: {answer.status} {body[:500]!r}"
    return body


def _check_kept(site: Site, sent: list[Measured], posted: list[Measured]) -> None:
    """Whatever form was answered is an answer that is told, and so is each answer that was posted; nothing else is."""
    forms = sum(load["answered"] for load in sent)
    for what, counted in KEPT.items():
        kept = int(site.rows(counted, DATABASE)[0])
        assert kept == forms, f"answer page: {forms} forms were answered, but there are {kept} {what}"
    post.check(site, DATABASE, [*sent, *posted], post.ROWS)


def _both(suite: list[Measured], beside: list[Measured], name: str) -> tuple[list[float], list[float]]:
    return [load[name] for load in suite], [load[name] for load in beside]
