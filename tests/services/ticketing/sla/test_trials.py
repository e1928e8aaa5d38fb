"""What is only tried out: a changed policy on past tickets, a history again, a ticket that is not there."""

import asyncio
from typing import Any

import pytest

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import account
from tests.services.ticketing.sla.clocks import (
    HOUR,
    MONDAY,
    a_policy,
    a_ticket,
    later,
    moved,
    only,
    replied,
    target,
    wrote,
)

PREVIEW = "/v1/sla-policies/preview"
DEFAULT = "01935f2e-7c00-7000-8000-000000000301"


@pytest.fixture(autouse=True)
def still(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)


async def digest(ticketing: ServiceUnderTest) -> dict[str, str]:
    """What every table holds."""
    tables = await ticketing.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    found = {}
    for (table,) in tables:
        [(held,)] = await ticketing.rows(
            f"SELECT md5(coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '')) FROM \"{table}\" AS t"
        )
        found[table] = held
    assert len(found) > 20
    return found


async def replay(ticketing: ServiceUnderTest, path: str) -> dict[str, Any]:
    found: dict[str, Any] = await ticketing.post(f"{path}/sla/replay", {})
    return found


async def simulate(ticketing: ServiceUnderTest, policy_id: str, change: dict[str, Any], **over: Any) -> dict[str, Any]:
    body = {"change": change, **(over or {"over": {"from": later(), "to": later(days=9)}})}
    found: dict[str, Any] = await ticketing.post(f"/v1/sla-policies/{policy_id}/simulate", body)
    return found


def counts(found: dict[str, Any], metric: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Met, breached and pending, then and now."""
    [shown] = [each for each in found["metrics"] if each["metric"] == metric]
    then, now = (tuple(shown[side][verdict] for verdict in ("met", "breached", "pending")) for side in ("then", "now"))
    return then, now


async def a_story(ticketing: ServiceUnderTest) -> str:
    """A ticket to which about everything has happened."""
    body = {
        "name": "Oslo",
        "timezone": "Europe/Oslo",
        "intervals": [{"weekday": n, "from": "09:00", "to": "17:00"} for n in range(5)],
    }
    desk = await ticketing.post("/v1/calendars", body)
    terms = {"calendar_id": desk["id"], "pause_statuses": ["pending"]}
    every = ("first_reply", "next_reply", "requester_wait", "agent_work", "periodic_update", "total_resolution")
    await a_policy(ticketing, *(target(metric, 4 * HOUR, **terms) for metric in every), on_reopen="resume")
    await a_policy(
        ticketing, *(target(metric, HOUR, "urgent") for metric in every[:3]), rank=5, conditions={"tags": ["hot"]}
    )
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=3)
    await moved(ticketing, path, "pending")
    ticketing.clock.advance(hours=20)
    await wrote(ticketing, path)
    ticketing.clock.advance(minutes=7, microseconds=5)
    await replied(ticketing, path)
    await replied(ticketing, path, author={"kind": "bot"})
    ticketing.clock.advance(seconds=1)
    await ticketing.patch(f"/v1/calendars/{desk['id']}", {"intervals": body["intervals"][:3]})
    ticketing.clock.advance(hours=5)
    await wrote(ticketing, path)
    await ticketing.run_job("sla_due")
    ticketing.clock.advance(hours=1)
    await ticketing.patch(path, {"tags": ["hot"], "priority": "urgent"})
    ticketing.clock.advance(hours=2)
    await moved(ticketing, path, "on_hold")
    ticketing.clock.advance(hours=30)
    await ticketing.patch(path, {"tags": [], "priority": "normal"})
    await ticketing.run_job("sla_due")
    await moved(ticketing, path, "solved")
    ticketing.clock.advance(days=2)
    await wrote(ticketing, path)
    ticketing.clock.advance(hours=2)
    await ticketing.post(f"{path}/assign", {"assignee_id": str(uuid7())})
    await replied(ticketing, path)
    ticketing.clock.advance(hours=1)
    return path


# ── Replay ──


async def test_a_history_that_is_gone_through_again_comes_to_what_is_kept(ticketing: ServiceUnderTest) -> None:
    path = await a_story(ticketing)
    before = await digest(ticketing)
    found = await replay(ticketing, path)
    assert found["differences"] == []
    assert (found["deeds"], found["clocks"]) == (11, len((await ticketing.get(f"{path}/sla"))["items"]))
    assert await digest(ticketing) == before


@pytest.mark.parametrize(
    ("corruption", "field", "kept"),
    [
        (
            "UPDATE sla_clock SET due_at = due_at + interval '1 hour' WHERE metric = 'first_reply'",
            "due_at",
            later(hours=9),
        ),
        ("UPDATE sla_clock SET elapsed_us = 7 WHERE metric = 'first_reply'", "elapsed_us", 7),
        ("UPDATE sla_clock SET target_seconds = 9 WHERE metric = 'first_reply'", "target_seconds", 9),
        ("UPDATE sla_clock SET state = 'cancelled', next_at = NULL WHERE metric = 'first_reply'", "state", "cancelled"),
        ("UPDATE sla_clock SET policy_version = 4 WHERE metric = 'first_reply'", "policy_version", 4),
    ],
)
async def test_a_clock_that_was_tampered_with_is_found(
    ticketing: ServiceUnderTest, corruption: str, field: str, kept: Any
) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=1)
    await moved(ticketing, path, "open")
    honest = (await only(ticketing, path, "first_reply"))["id"]
    await ticketing.execute(corruption)
    [difference] = (await replay(ticketing, path))["differences"]
    assert (difference["clock_id"], difference["metric"], difference["cycle"]) == (honest, "first_reply", 1)
    assert (difference["field"], difference["kept"]) == (field, kept)
    assert difference["replayed"] != kept


async def test_pasts_and_whole_clocks_that_are_gone_are_found(ticketing: ServiceUnderTest) -> None:
    path = await a_story(ticketing)
    await ticketing.execute("DELETE FROM sla_stretch WHERE reason = 'pending'")
    found = (await replay(ticketing, path))["differences"]
    assert {each["field"] for each in found} == {"stretches"}
    assert {each["kept"] for each in found} == {None}
    await ticketing.execute("DELETE FROM sla_stretch")
    await ticketing.execute("DELETE FROM sla_clock WHERE metric = 'next_reply'")
    gone = [each for each in (await replay(ticketing, path))["differences"] if each["field"] == "clock"]
    assert {(each["clock_id"], each["metric"], each["kept"]) for each in gone} == {(None, "next_reply", None)}


async def test_a_history_that_was_cut_is_not_guessed(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    await moved(ticketing, path, "pending")
    await ticketing.execute("DELETE FROM audit WHERE action = 'ticket.transition'")
    refused = await ticketing.client.post(f"{path}/sla/replay")
    assert (refused.status_code, refused.json()["code"]) == (409, "history_not_whole")
    await ticketing.execute("DELETE FROM audit")
    assert (await ticketing.client.post(f"{path}/sla/replay")).status_code == 409
    assert (await ticketing.client.post(f"/v1/tickets/{uuid7()}/sla/replay")).status_code == 404


async def test_another_tier_later_is_no_difference(ticketing: ServiceUnderTest) -> None:
    account_id = uuid7()
    await ticketing.deliver(account(account_id, tier="gold"))
    await a_policy(ticketing, target("first_reply"), conditions={"account_tier": ["gold"]})
    path = await a_ticket(ticketing, account_id=str(account_id))
    ticketing.clock.advance(hours=2)
    await ticketing.deliver(account(account_id, tier="silver", sequence=2))
    assert (await replay(ticketing, path))["differences"] == []
    await ticketing.patch(path, {"priority": "high"})
    ticketing.clock.advance(hours=2)
    await ticketing.deliver(account(account_id, tier="gold", sequence=3))
    await replied(ticketing, path)
    assert (await replay(ticketing, path))["differences"] == []


# ── Simulation ──


async def test_a_stricter_policy_would_have_been_late_and_nothing_changes(ticketing: ServiceUnderTest) -> None:
    policy = await a_policy(ticketing, target("first_reply", 2 * HOUR))
    paths = [await a_ticket(ticketing) for _ in range(3)]
    for hours, path in zip((1, 1, 4), paths, strict=True):
        ticketing.clock.advance(hours=hours / 2)
        await replied(ticketing, path)
    before = await digest(ticketing)
    found = await simulate(ticketing, policy["id"], {"targets": [target("first_reply", HOUR // 2)]})
    assert await digest(ticketing) == before
    assert (found["tickets"], found["left_out"], found["whole"], found["differ"]) == (3, 0, True, 1)
    assert counts(found, "first_reply") == ((2, 1, 0), (1, 2, 0))
    [differing] = found["differing"]
    assert paths[1].endswith(differing["ticket_id"])
    assert (differing["then"]["verdict"], differing["then"]["target_seconds"]) == ("met", 2 * HOUR)
    assert (differing["now"]["verdict"], differing["now"]["breached_at"]) == ("breached", later(minutes=30))
    assert differing["now"]["policy_version"] == policy["version"] + 1


async def test_a_change_of_nothing_differs_in_nothing(ticketing: ServiceUnderTest) -> None:
    await a_story(ticketing)
    for policy in (await ticketing.get("/v1/sla-policies"))["items"]:
        found = await simulate(ticketing, policy["id"], {})
        assert (found["tickets"], found["differ"], found["differing"]) == (1, 0, [])
        assert all(metric["then"] == metric["now"] for metric in found["metrics"])


async def test_conditions_and_ranks_choose_anew_and_the_rest_stays(ticketing: ServiceUnderTest) -> None:
    policy = await a_policy(ticketing, target("first_reply", HOUR), conditions={"tags": ["vip"]})
    vip, other = await a_ticket(ticketing, tags=["vip"]), await a_ticket(ticketing)
    ticketing.clock.advance(hours=2)
    for path in (vip, other):
        await replied(ticketing, path)
    found = await simulate(ticketing, policy["id"], {"conditions": {"tags": []}})
    assert counts(found, "first_reply") == ((1, 1, 0), (0, 2, 0))
    assert {each["metric"]: each["now"] for each in found["differing"]}["total_resolution"] is None
    beneath = await simulate(ticketing, policy["id"], {"rank": 2000}, ticket_ids=[vip.rpartition("/")[2]])
    assert (beneath["tickets"], counts(beneath, "first_reply")) == (1, ((0, 1, 0), (1, 0, 0)))


async def test_only_the_tickets_that_are_asked_for(ticketing: ServiceUnderTest) -> None:
    policy_id = DEFAULT
    await a_ticket(ticketing)
    ticketing.clock.advance(hours=1)
    cut = await a_ticket(ticketing)
    await ticketing.execute("DELETE FROM audit WHERE entity_id = :id", id=cut.rpartition("/")[2])
    at = {"from": later(hours=1), "to": later(hours=1, seconds=1)}
    found = await simulate(ticketing, policy_id, {}, over=at)
    assert (found["tickets"], found["left_out"], found["metrics"]) == (0, 1, [])
    found = await simulate(ticketing, policy_id, {}, over={**at, "from": later()})
    assert (found["tickets"], found["left_out"]) == (1, 1)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"change": {}}, ["body"]),
        ({"change": {}, "ticket_ids": [], "over": None}, ["body", "ticket_ids"]),
        ({"change": {}, "ticket_ids": [str(uuid7())] * 1001}, ["body", "ticket_ids"]),
        ({"change": {}, "over": {"from": later(), "to": later()}}, ["body", "over"]),
        ({"change": {"effective_from": later()}, "ticket_ids": [str(uuid7())]}, ["body", "change", "effective_from"]),
        ({"change": {"rank": -1}, "ticket_ids": [str(uuid7())]}, ["body", "change", "rank"]),
        (
            {"change": {"targets": [target("first_reply", calendar_id=str(uuid7()))]}, "ticket_ids": [str(uuid7())]},
            ["body", "targets", 0, "calendar_id"],
        ),
    ],
)
async def test_bad_simulations_name_the_place(
    ticketing: ServiceUnderTest, body: dict[str, Any], place: list[Any]
) -> None:
    refused = await ticketing.client.post(f"/v1/sla-policies/{DEFAULT}/simulate", json=body)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["loc"] == place
    unknown = await ticketing.client.post(
        f"/v1/sla-policies/{uuid7()}/simulate", json={"change": {}, "ticket_ids": [str(uuid7())]}
    )
    assert unknown.status_code == 404


async def test_a_simulation_ends_in_time(ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        await a_ticket(ticketing)
    monkeypatch.setattr("services.ticketing.sla.simulation.AT_ONCE", 1)
    monkeypatch.setattr("services.ticketing.sla.simulation.LONGEST_SECONDS", 0.0)
    found = await simulate(ticketing, DEFAULT, {})
    assert (found["tickets"], found["whole"]) == (0, False)


# ── Preview ──


async def test_a_ticket_that_is_not_there_is_promised_what_it_would_be(ticketing: ServiceUnderTest) -> None:
    account_id = uuid7()
    await ticketing.deliver(account(account_id, tier="gold"))
    body = {
        "name": "Desk",
        "timezone": "UTC",
        "intervals": [{"weekday": n, "from": "09:00", "to": "17:00"} for n in range(5)],
    }
    desk = await ticketing.post("/v1/calendars", body)
    gold = await a_policy(
        ticketing,
        target("first_reply", 10 * HOUR, calendar_id=desk["id"], warn_at_share=0.5),
        target("next_reply", HOUR),
        conditions={"account_tier": ["gold"]},
    )
    tasks = await a_policy(ticketing, target("first_reply"), rank=1, conditions={"type": ["task"], "tags": ["x"]})
    planned = await a_policy(ticketing, target("first_reply"), rank=0, effective_from=later(days=1))
    before = await digest(ticketing)
    ticket = {"type": "question", "account_id": str(account_id)}
    found = await ticketing.post(PREVIEW, ticket)
    assert await digest(ticketing) == before
    assert (found["policy_id"], found["account_tier"], found["as_of"]) == (gold["id"], "gold", later())
    first, following = found["clocks"]
    assert (first["due_at"], first["warn_at"], first["starts_with"]) == (later(days=1, hours=2), later(hours=5), None)
    assert (following["metric"], following["due_at"], following["starts_with"]) == (
        "next_reply",
        None,
        "customer_wrote",
    )
    assert [(each["policy_id"], each["reasons"]) for each in found["considered"]] == [
        (planned["id"], ["not_effective_yet"]),
        (tasks["id"], ["tags", "type"]),
        (gold["id"], []),
        (DEFAULT, ["outranked"]),
    ]
    path = await a_ticket(ticketing, **ticket)
    assert (await only(ticketing, path, "first_reply"))["due_at"] == first["due_at"]
    tomorrow = await ticketing.post(PREVIEW, {**ticket, "created_at": later(days=1), "priority": "low"})
    assert tomorrow["policy_id"] == planned["id"]
    assert tomorrow["clocks"] == []  # it promises tickets of low priority nothing


async def test_a_history_of_deeds_at_once_comes_to_what_is_kept(ticketing: ServiceUnderTest) -> None:
    """Who asked first need not have got the ticket first: the trail is read in the order of the deeds."""
    await a_policy(
        ticketing,
        *(
            target(metric, HOUR, pause_statuses=["pending"])
            for metric in ("first_reply", "next_reply", "requester_wait", "periodic_update")
        ),
    )
    paths = [await a_ticket(ticketing) for _ in range(4)]

    async def stir(path: str, n: int) -> None:
        ticketing.clock.advance(minutes=1)
        match n % 4:
            case 0:
                await ticketing.client.post(f"{path}/messages", json={"body": "Yes?", "visibility": "public"})
            case 1:
                customer = {"kind": "customer"}
                await ticketing.client.post(
                    f"{path}/messages", json={"body": "No.", "visibility": "public", "author": customer}
                )
            case 2:
                await ticketing.client.post(
                    f"{path}/transitions", json={"to": ("pending", "open", "on_hold")[n // 4 % 3]}
                )
            case _:
                await ticketing.client.patch(path, json={"priority": ("low", "normal", "high")[n // 4 % 3]})

    await asyncio.gather(*(stir(path, n) for n in range(16) for path in paths))
    for path in paths:
        found = await replay(ticketing, path)
        assert (found["differences"], found["deeds"] > 8) == ([], True)
