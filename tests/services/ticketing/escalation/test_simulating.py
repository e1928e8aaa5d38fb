"""A dry run of the outcome routes: it explains, and changes nothing."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from services.ticketing.escalation import matching
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts

TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
A_ROUTE = {
    "name": "Gold and safety",
    "rank": 10,
    "match": {"account_tier": ["gold"], "score_max": 3, "words": ["not safe"]},
    "priority": "urgent",
    "group": "customer-care",
    "assignee_role": "csm",
    "notify_roles": ["csm", "billing", "group_lead"],
    "plan_due_seconds": 3_600,
    "plan_calendar_id": "01935f2e-7c00-7000-8000-000000000001",
    "contact_due_seconds": 7_200,
}
ANSWER: dict[str, Any] = {"survey_type": "nps", "score": 3, "comment": "It is not safe."}


async def digest(service: ServiceUnderTest) -> str:
    """Of all rows but those of keys, which know when they were used."""
    seen = hashlib.sha256()
    for table in sorted(row.relname for row in await service.rows(TABLES)):
        if table != "api_key":
            rows = await service.rows(f'SELECT t::text AS row FROM "{table}" AS t ORDER BY 1')
            seen.update("\n".join(row.row for row in rows).encode())
    return seen.hexdigest()


async def test_it_says_which_route_would_take_it_whom_it_would_tell_and_by_when(ticketing: ServiceUnderTest) -> None:
    account, csm = uuid7(), uuid7()
    ticketing.clock.stop_at(datetime(2026, 11, 20, 16, 30, tzinfo=UTC))  # a Friday; the desk is open 9–17
    await ticketing.deliver(facts.account(account), facts.team(account, facts.member(csm)))
    route = await ticketing.post("/v1/outcome-routes", A_ROUTE)
    before = await digest(ticketing)
    said = await ticketing.post("/v1/outcome-routes/simulate", {**ANSWER, "account_id": str(account)})
    assert (said["escalates"], said["route_id"], said["priority"], said["group_id"]) == (
        True,
        route["id"],
        "urgent",
        facts.CARE,
    )
    assert (said["owner_id"], said["owner_source"]) == (str(csm), "csm")
    assert (said["recipients"], said["nobody_holds"]) == (
        [{"role": "csm", "staff_id": str(csm)}],
        ["billing", "group_lead"],
    )
    assert (said["plan_due_at"], said["contact_due_at"]) == ("2026-11-23T09:30:00Z", "2026-11-20T18:30:00Z")
    assert await digest(ticketing) == before
    # What would come of it is what comes of it.
    answer = facts.received(account_id=account, score=3, comment=ANSWER["comment"])
    await ticketing.deliver(answer, times=1)
    [opened] = await ticketing.told("escalation.opened.v1")
    case = (await ticketing.get("/v1/recovery-cases", response_id=str(answer.response_id)))["items"][0]
    assert (opened.data["route_id"], opened.data["owner_id"]) == (said["route_id"], said["owner_id"])
    assert (case["plan_due_at"], case["contact_due_at"]) == (said["plan_due_at"], said["contact_due_at"])


async def test_it_says_why_a_route_passed_it_by_and_why_nothing_comes_of_it(ticketing: ServiceUnderTest) -> None:
    await ticketing.post("/v1/outcome-routes", A_ROUTE)
    said = await ticketing.post("/v1/outcome-routes/simulate", {**ANSWER, "score": 4, "comment": None})
    assert [(tried["name"], tried["takes_it"], tried["missed"]) for tried in said["tried"]] == [
        ("Gold and safety", False, ["account_tier", "score", "words"]),
        ("Default", True, []),
    ]
    assert (said["owner_id"], said["owner_source"], said["recipients"]) == (None, "group", [])
    for changes, reason in (({"outcome": "neutral"}, "not_negative"), ({"survey_type": "employee"}, "employee")):
        none = await ticketing.post("/v1/outcome-routes/simulate", {**ANSWER, **changes})
        assert (none["escalates"], none["reason"], none["tried"]) == (False, reason, [])
    for wrong in ({"score": 2**40}, {"comment": "a\x00b"}, {"tags": ["x"] * 101}, {"route_id": str(uuid7())}):
        answer = await ticketing.client.post("/v1/outcome-routes/simulate", json={**ANSWER, **wrong})
        assert answer.status_code == 422, wrong


WORDS = st.sampled_from(["nps", "gold", "speed", "not safe", "negative"])
LISTS = st.lists(WORDS, max_size=3)
SCORES = st.none() | st.integers(0, 10)


@given(
    st.fixed_dictionaries(
        {"survey_type": LISTS, "outcome": LISTS, "account_tier": LISTS, "tags": LISTS, "words": LISTS}
        | {"score_min": SCORES, "score_max": SCORES}
    ),
    st.builds(matching.Answer, WORDS, WORDS, SCORES, st.none() | WORDS, LISTS, st.none() | WORDS),
)
def test_nothing_is_missed_exactly_where_a_route_fits(match: dict[str, Any], answer: matching.Answer) -> None:
    assert matching.fits(match, answer) == (not matching.missed(match, answer))
