"""What a person must see comes before them at once, is decided once, and goes when the answer no longer says it."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from services.feedback.responses import service as responses
from services.feedback.responses.schemas import ResponseIn
from services.feedback.surveys.schemas import QUESTIONS_EXAMPLE
from services.feedback.triage.templates import TRIAGE_NEEDED
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.notification_templates.templates import Templates
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.services.feedback import facts
from tests.services.feedback.answers import answer, of_customer

LAWYER = {"comment": "Our lawyer will write to you", "locale": "en"}


async def case_of(feedback: ServiceUnderTest, item: dict[str, Any]) -> dict[str, Any]:
    [case] = (await feedback.get("/v1/triage", response_id=item["id"]))["items"]
    assert isinstance(case, dict)
    return case


async def resolve(feedback: ServiceUnderTest, case: dict[str, Any], outcome: str = "confirmed", **more: Any) -> Any:
    return await feedback.post(f"/v1/triage/{case['id']}/resolve", {"outcome": outcome, **more})


@pytest.mark.parametrize(
    ("score", "comment", "reasons"),
    [
        (3, "Our lawyer will write to you", ["legal"]),
        (10, "I want to make a complaint", ["contradictory"]),
        (10, "Terrible, and a fire too", ["contradictory", "safety"]),
        (8, "We are switching to a competitor", ["leaving"]),
    ],
)
async def test_an_answer_comes_to_triage_with_its_reasons(
    feedback: ServiceUnderTest, score: int, comment: str, reasons: list[str]
) -> None:
    item = await feedback.post("/v1/responses", of_customer(score, comment=comment, locale="en"))
    case = await case_of(feedback, item)
    assert item["needs_triage"] is True
    assert (case["reasons"], case["state"], case["occasion"]) == (reasons, "open", 1)
    assert (case["account_id"], case["trace_id"]) == (item["account_id"], item["trace_id"])
    assert await feedback.get(f"/v1/triage/{case['id']}") == case


async def test_plain_silent_and_employee_answers_do_not(feedback: ServiceUnderTest) -> None:
    await feedback.post("/v1/responses", of_customer(3, comment="Slow", locale="en"))
    survey = await feedback.post("/v1/surveys", {"name": "Our week", "type": "employee", **QUESTIONS_EXAMPLE})
    await feedback.post("/v1/responses", answer(1, survey_type="employee", survey_id=survey["id"], **LAWYER))
    async with transaction(feedback.database) as session:
        cause = Cause("job/import", "service/feedback", feedback.clock())
        silent = ResponseIn.model_validate(of_customer(3, **LAWYER))
        await responses.record(session, cause, silent, silent=True)
    assert (await feedback.get("/v1/triage"))["items"] == []


async def test_the_same_request_again_makes_no_second_case(feedback: ServiceUnderTest) -> None:
    body = of_customer(3, **LAWYER)
    first, *_ = await asyncio.gather(*(feedback.client.post("/v1/responses", json=body) for _ in range(6)))
    assert first.is_success
    assert len((await feedback.get("/v1/triage"))["items"]) == 1


async def test_what_waits_is_listed_first_and_narrowed(feedback: ServiceUnderTest) -> None:
    items = [await feedback.post("/v1/responses", of_customer(3, **LAWYER)) for _ in range(5)]
    cases = [await case_of(feedback, item) for item in items]
    await resolve(feedback, cases[0])
    await resolve(feedback, cases[2], "dismissed")
    seen, page = [], await feedback.get("/v1/triage", limit=2)
    while page["next_cursor"]:
        seen += page["items"]
        page = await feedback.get("/v1/triage", limit=2, cursor=page["next_cursor"])
    seen += page["items"]
    order = [cases[number]["id"] for number in (1, 3, 4, 0, 2)]
    assert [case["id"] for case in seen] == order
    mia = str(uuid7())
    await feedback.post(f"/v1/triage/{cases[1]['id']}/assign", {"assignee_id": mia})
    for query, expected in (
        ({"state": "open"}, [1, 3, 4]),
        ({"state": "resolved"}, [0, 2]),
        ({"assignee_id": mia}, [1]),
        ({"account_id": items[3]["account_id"]}, [3]),
        ({"trace_id": items[4]["trace_id"]}, [4]),
        ({"reason": "legal"}, [1, 3, 4, 0, 2]),
        ({"reason": "safety"}, []),
    ):
        found = [case["id"] for case in (await feedback.get("/v1/triage", **query))["items"]]
        assert found == [cases[number]["id"] for number in expected], query


async def test_it_is_decided_once_with_an_audit(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3, **LAWYER))
    case = await case_of(feedback, item)
    path = f"/v1/triage/{case['id']}/resolve"
    stale = await feedback.client.post(path, json={"outcome": "confirmed"}, headers={"If-Match": '"7"'})
    assert stale.status_code == 412
    answers = await asyncio.gather(
        *(feedback.client.post(path, json={"outcome": outcome}) for outcome in ("confirmed", "corrected", "dismissed"))
    )
    assert sorted(one.status_code for one in answers) == [200, 409, 409]
    [decided] = [one.json() for one in answers if one.is_success]
    assert {one.json()["code"] for one in answers if one.status_code == 409} <= {"triage_closed", "version_conflict"}
    again = await feedback.post(path, {"outcome": decided["outcome"]})
    assert again == decided == await feedback.get(f"/v1/triage/{case['id']}")
    assert (decided["state"], decided["decided_by"][:4]) == ("resolved", "key/")
    refused = await feedback.client.post(f"/v1/triage/{case['id']}/assign", json={"assignee_id": str(uuid7())})
    assert (refused.status_code, refused.json()["code"]) == (409, "triage_closed")
    rows = await feedback.rows("SELECT action, after FROM audit WHERE entity = 'triage_case'")
    assert [(row.action, row.after["outcome"]) for row in rows] == [("triage_case.resolve", decided["outcome"])]


async def test_an_edit_brings_to_triage_takes_out_and_opens_again(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3, comment="Great", locale="en"))
    assert (await feedback.get("/v1/triage"))["items"] == []
    path = f"/v1/responses/{item['id']}"
    await feedback.patch(path, {"comment": "Our lawyer will write to you"})
    case = await case_of(feedback, item)
    assert (case["state"], case["reasons"]) == ("open", ["legal"])
    await feedback.patch(path, {"comment": "Great"})
    withdrawn = await case_of(feedback, item)
    assert (withdrawn["state"], withdrawn["withdrawn_for"], withdrawn["outcome"]) == (
        "withdrawn",
        "response_edited",
        None,
    )
    await feedback.patch(path, {"comment": "The lawyer, the court and a fire"})
    again = await case_of(feedback, item)
    assert (again["state"], again["reasons"], again["occasion"]) == ("open", ["legal", "safety"], 2)
    await resolve(feedback, again, "dismissed")
    await feedback.patch(path, {"comment": "The court"})
    assert (await case_of(feedback, item))["state"] == "resolved"  # that was seen
    await feedback.patch(path, {"comment": "The court, and we are leaving"})
    reopened = await case_of(feedback, item)
    assert (reopened["state"], reopened["reasons"], reopened["occasion"]) == ("open", ["leaving", "legal"], 3)
    await feedback.patch(path, {"comment": "The court"})
    assert (await case_of(feedback, item))["reasons"] == ["legal"]


async def test_a_score_alone_can_contradict_what_was_said(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3, comment="I must complain", locale="en"))
    assert (await feedback.get("/v1/triage"))["items"] == []
    await feedback.patch(f"/v1/responses/{item['id']}", {"score": 10})
    assert (await case_of(feedback, item))["reasons"] == ["contradictory"]


async def test_a_deleted_answer_waits_for_nobody(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3, **LAWYER))
    await feedback.client.delete(f"/v1/responses/{item['id']}")
    case = await case_of(feedback, item)
    assert (case["state"], case["withdrawn_for"]) == ("withdrawn", "response_deleted")
    assert await feedback.run_job("triage_untold") == 0
    refused = await feedback.client.post(f"/v1/triage/{case['id']}/resolve", json={"outcome": "confirmed"})
    assert refused.status_code == 409


async def test_the_account_s_team_is_told_once_on_each_occasion(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3, **LAWYER))
    assert await feedback.run_job("triage_untold") == 0  # the team is waited for
    await feedback.deliver(
        facts.account(item["account_id"]),
        facts.contact(item["contact_id"], item["account_id"]),
        facts.team(item["account_id"], facts.member(facts.MIA), facts.member(facts.IDA, backup=True, name="Ida")),
    )
    assert [await feedback.run_job("triage_untold") for _ in range(2)] == [1, 0]
    told = await feedback.rows("""SELECT template, address, "values" FROM notification""")
    assert [(row.template, row.address) for row in told] == [("triage_needed", "mia@us.example")]
    for locale in TRIAGE_NEEDED.wordings:
        mail = Templates([TRIAGE_NEEDED]).render("triage_needed", locale, told[0][2], {})
        case = await case_of(feedback, item)
        assert all(part in f"{mail.subject}\n{mail.text}" for part in ("Acme", "Ana", "legal", "lawyer", case["id"]))
    await feedback.patch(f"/v1/responses/{item['id']}", {"comment": "Our lawyer, and a fire"})
    assert [await feedback.run_job("triage_untold") for _ in range(2)] == [1, 0]
    assert len(await feedback.rows("SELECT 1 FROM notification")) == 2


async def test_without_a_team_the_named_address_is_told_after_five_minutes(fresh_database: Any) -> None:
    settings = {"FEEDBACK_TRIAGE_ADDRESS": "mailto:triage@us.example"}
    async with service_under_test("feedback", fresh_database("feedback"), **settings) as feedback:
        feedback.clock.stop_at(feedback.clock())
        await feedback.post("/v1/responses", of_customer(3, **LAWYER))
        feedback.clock.advance(seconds=299)
        assert await feedback.run_job("triage_untold") == 0
        feedback.clock.advance(seconds=1)
        assert await feedback.run_job("triage_untold") == 1
        [row] = await feedback.rows("SELECT recipient_kind, address FROM notification")
        assert tuple(row) == ("address", "triage@us.example")


async def test_with_nobody_to_tell_it_still_waits_in_the_list(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", answer(3, **LAWYER))
    assert await feedback.run_job("triage_untold") == 1
    assert await feedback.rows("SELECT 1 FROM notification") == []
    case = await case_of(feedback, item)
    assert (case["state"], case["told_at"] is not None) == ("open", True)


async def test_who_is_away_is_stood_in_for(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3, **LAWYER))
    await feedback.deliver(
        facts.team(item["account_id"], facts.member(facts.MIA), facts.member(facts.IDA, backup=True, name="Ida")),
        facts.staff(facts.MIA, away=(feedback.clock() - timedelta(days=1), None)),
    )
    await feedback.run_job("triage_untold")
    assert [row.address for row in await feedback.rows("SELECT address FROM notification")] == ["ida@us.example"]


async def test_its_scopes_are_its_own(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3, **LAWYER))
    case = await case_of(feedback, item)
    async with feedback.client_with("feedback:responses:write", "feedback:triage:read") as reader:
        assert (await reader.get(f"/v1/triage/{case['id']}")).status_code == 200
        refused = await reader.post(f"/v1/triage/{case['id']}/resolve", json={"outcome": "confirmed"})
        assert refused.status_code == 403
