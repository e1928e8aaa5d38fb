"""Compensations: within a limit one gives alone, over it another person agrees."""

import asyncio
from typing import Any

import httpx

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.recovery.cases import a_case, acting

MIA, LEO, IDA = uuid7(), uuid7(), uuid7()


async def limit(ticketing: ServiceUnderTest, amount: int, **whose: Any) -> dict[str, Any]:
    made: dict[str, Any] = await ticketing.post(
        "/v1/authority-limits", {"currency": "EUR", "amount_minor": amount, **whose}
    )
    return made


async def give(client: httpx.AsyncClient, case: dict[str, Any], amount: int, **changes: Any) -> dict[str, Any]:
    """Give something; answers the case."""
    body = {"kind": "refund", "amount_minor": amount, "currency": "EUR", **changes}
    answer = await client.post(f"/v1/recovery-cases/{case['id']}/compensations", json=body)
    assert answer.status_code == 200, answer.text
    held: dict[str, Any] = answer.json()
    return held


async def decide(client: httpx.AsyncClient, case: dict[str, Any], verb: str = "approve") -> httpx.Response:
    """Approve or reject the case's newest compensation."""
    path = f"/v1/recovery-cases/{case['id']}/compensations/{case['compensations'][-1]['id']}/{verb}"
    return await client.post(path, json={"note": "Agreed."})


async def test_exactly_at_the_limit_is_approved_by_the_giver_and_a_cent_more_waits(
    ticketing: ServiceUnderTest,
) -> None:
    await limit(ticketing, 500, staff_id=str(MIA))
    case = await a_case(ticketing)
    async with acting(ticketing, MIA) as mia:
        first = await give(mia, case, 300, reason="A month free")
        second = await give(mia, case, 200)
        third = await give(mia, case, 1)
    assert [each["state"] for each in third["compensations"]] == ["approved", "approved", "pending_approval"]
    assert [each["approved_by"] for each in third["compensations"]] == [str(MIA), str(MIA), None]
    assert [first["version"], second["version"], third["version"]] == [2, 3, 4]
    assert (await ticketing.get(f"/v1/recovery-cases/{case['id']}")) == third
    assert (await ticketing.get("/v1/recovery-cases"))["items"] == [third]
    noted = (await ticketing.get("/v1/audit", action="recovery_case.give_compensation"))["items"]
    assert [(row["after"]["amount_minor"], row["after"]["state"]) for row in noted] == [
        (1, "pending_approval"),
        (200, "approved"),
        (300, "approved"),
    ]
    assert "A month free" not in str(noted)


async def test_without_any_limit_nothing_but_what_costs_nothing_is_given_alone(ticketing: ServiceUnderTest) -> None:
    case = await a_case(ticketing)
    async with acting(ticketing, MIA) as mia:
        await give(mia, case, 1)
        held = await give(mia, case, 0, kind="apology", currency=None)
    assert [each["state"] for each in held["compensations"]] == ["pending_approval", "approved"]


async def test_the_giver_a_key_and_who_has_too_little_cannot_approve_and_another_person_can(
    ticketing: ServiceUnderTest,
) -> None:
    await limit(ticketing, 100)
    await limit(ticketing, 1_000, staff_id=str(LEO))
    case = await a_case(ticketing)
    async with acting(ticketing, MIA) as mia, acting(ticketing, LEO) as leo, acting(ticketing, IDA) as ida:
        held = await give(mia, case, 1_000)
        async with acting(ticketing, None) as machine:
            refused = [await decide(client, held) for client in (mia, machine, ida)]
        assert [(each.status_code, each.json()["code"]) for each in refused] == [
            (403, "own_compensation"),
            (403, "staff_needed"),
            (403, "over_your_limit"),
        ]
        assert (await ticketing.get(f"/v1/recovery-cases/{case['id']}"))["version"] == held["version"]
        await limit(ticketing, 9_000, staff_id=str(MIA))
        assert (await decide(mia, held)).json()["code"] == "own_compensation", "whatever her limit is by now"
        agreed = await decide(leo, held)
        [given] = agreed.json()["compensations"]
        assert (given["requested_by_id"], given["approved_by"], given["state"]) == (str(MIA), str(LEO), "approved")
        assert given["decision_note"] == "Agreed."
        again = await decide(leo, held)
        assert (again.status_code, again.json()["version"]) == (200, agreed.json()["version"])
        late = await decide(leo, held, "reject")
        assert (late.status_code, late.json()["code"]) == (409, "compensation_decided")
        # What Leo has agreed to on the case counts against his limit.
        over = await decide(leo, await give(ida, case, 101))
        assert over.json()["code"] == "over_your_limit"
    [noted] = (await ticketing.get("/v1/audit", action="recovery_case.approve_compensation"))["items"]
    assert (noted["after"]["requested_by_id"], noted["after"]["decided_by"]) == (str(MIA), str(LEO))


async def test_a_key_of_nobody_asks_and_somebody_approves(ticketing: ServiceUnderTest) -> None:
    await limit(ticketing, 1_000, role="agent")
    case = await a_case(ticketing)
    everything = ("*",)
    async with acting(ticketing, None, *everything) as machine, acting(ticketing, LEO, *everything) as leo:
        held = await give(machine, case, 1_000)
        assert held["compensations"][0]["state"] == "pending_approval"
        assert held["compensations"][0]["requested_by_id"] is None
        rejected = await decide(leo, held, "reject")
        assert (rejected.json()["compensations"][0]["state"], rejected.status_code) == ("rejected", 200)
        assert rejected.json()["compensations"][0]["approved_by"] is None


async def test_a_roles_limit_holds_for_who_may_what_the_role_may(ticketing: ServiceUnderTest) -> None:
    await limit(ticketing, 1_000, role="team_lead")
    case = await a_case(ticketing)
    lead = ("*:*:read", "ticketing:*:write", "feedback:*:write")
    async with acting(ticketing, LEO, *lead) as leo, acting(ticketing, MIA) as mia:
        await give(mia, case, 1_000)
        held = await give(leo, case, 1_000)
    assert [each["state"] for each in held["compensations"]] == ["pending_approval", "approved"]


async def test_of_two_approvals_at_a_time_one_holds(ticketing: ServiceUnderTest) -> None:
    await limit(ticketing, 1_000, staff_id=str(LEO))
    await limit(ticketing, 1_000, staff_id=str(IDA))
    case = await a_case(ticketing)
    async with acting(ticketing, MIA) as mia, acting(ticketing, LEO) as leo, acting(ticketing, IDA) as ida:
        held = await give(mia, case, 900)
        answers = await asyncio.gather(*(decide(client, held) for client in (leo, ida) for _ in range(4)))
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [200] * 4 + [409] * 4, "those of the one who was first, and those of the other"
    [given] = (await ticketing.get(f"/v1/recovery-cases/{case['id']}"))["compensations"]
    assert given["state"] == "approved"
    assert len((await ticketing.get("/v1/audit", action="recovery_case.approve_compensation"))["items"]) == 1


async def test_many_small_gifts_at_a_time_stay_within_the_limit(ticketing: ServiceUnderTest) -> None:
    await limit(ticketing, 300, staff_id=str(MIA))
    case = await a_case(ticketing)
    async with acting(ticketing, MIA) as mia:
        await asyncio.gather(*(give(mia, case, 100) for _ in range(6)))
    given = (await ticketing.get(f"/v1/recovery-cases/{case['id']}"))["compensations"]
    assert sorted(each["state"] for each in given) == ["approved"] * 3 + ["pending_approval"] * 3


async def test_a_case_ends_once_nothing_is_pending_and_then_nothing_more_is_given(ticketing: ServiceUnderTest) -> None:
    await limit(ticketing, 1_000, staff_id=str(LEO))
    case = await a_case(ticketing)
    end = {"to": "completed", "outcome": "recovered"}
    async with acting(ticketing, MIA) as mia, acting(ticketing, LEO) as leo:
        held = await give(mia, case, 10)
        early = await mia.post(f"/v1/recovery-cases/{case['id']}/transitions", json=end)
        assert (early.status_code, early.json()["code"]) == (409, "compensation_pending")
        await decide(leo, held, "reject")
        assert (await mia.post(f"/v1/recovery-cases/{case['id']}/transitions", json=end)).status_code == 200
        body = {"kind": "gift", "amount_minor": 1, "currency": "EUR"}
        late = await mia.post(f"/v1/recovery-cases/{case['id']}/compensations", json=body)
        assert (late.status_code, late.json()["code"]) == (409, "recovery_finished")


async def test_bodies_are_held_to_money_as_it_is(ticketing: ServiceUnderTest) -> None:
    case = await a_case(ticketing)
    path = f"/v1/recovery-cases/{case['id']}/compensations"
    for changes in (
        {"amount_minor": -1},
        {"amount_minor": 10**12 + 1},
        {"amount_minor": 2**70},
        {"amount_minor": 1.5},
        {"currency": "eur"},
        {"currency": "EURO"},
        {"currency": None},
        {"kind": "bribe"},
        {"reason": "a\x00b"},
        {"approved_by": str(MIA)},
    ):
        answer = await ticketing.client.post(
            path, json={"kind": "refund", "amount_minor": 1, "currency": "EUR", **changes}
        )
        assert answer.status_code == 422, changes
    unknown = await ticketing.client.post(f"{path}/{uuid7()}/approve", json={})
    assert unknown.status_code == 404


async def test_limits_are_kept_one_for_each_whom_and_currency(ticketing: ServiceUnderTest) -> None:
    everybody = await limit(ticketing, 100)
    of_leads = await limit(ticketing, 500, role="team_lead")
    for whose, held in (({}, everybody), ({"role": "team_lead"}, of_leads)):
        body = {"currency": "EUR", "amount_minor": 1, **whose}
        answer = await ticketing.client.post("/v1/authority-limits", json=body)
        assert (answer.status_code, answer.json()["conflicting_id"]) == (409, held["id"])
    both = {"currency": "EUR", "amount_minor": 1, "role": "agent", "staff_id": str(MIA)}
    assert (await ticketing.client.post("/v1/authority-limits", json=both)).status_code == 422
    path = f"/v1/authority-limits/{of_leads['id']}"
    changed = await ticketing.patch(path, {"amount_minor": 700}, headers={"If-Match": '"1"'})
    assert (changed["amount_minor"], changed["version"]) == (700, 2)
    stale = await ticketing.client.delete(path, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    assert (await ticketing.client.delete(path)).status_code == 204
    assert (await ticketing.client.get(path)).status_code == 404
    assert [each["id"] for each in (await ticketing.get("/v1/authority-limits"))["items"]] == [everybody["id"]]
    deeds = [row["action"] for row in (await ticketing.get("/v1/audit", entity="authority_limit"))["items"]]
    assert deeds == ["authority_limit.delete", "authority_limit.change"] + ["authority_limit.create"] * 2
    async with acting(ticketing, MIA) as mia:  # who works on cases sets no limits
        assert (await mia.post("/v1/authority-limits", json=both)).status_code == 403
