"""Programs as the tests make them, and people whom they may ask."""

from typing import Any
from uuid import UUID

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts

DAY = 86_400  # seconds


async def survey(feedback: ServiceUnderTest, kind: str = "nps") -> str:
    """The id of a survey of a type: the shipped one where there is one, or a new one."""
    found: list[Any] = (await feedback.get("/v1/surveys", type=kind))["items"]
    if not found:
        texts = {"title": "How was it?", "thanks": "Thank you.", "questions": {"why": {"label": "Why?"}}}
        made = await feedback.post(
            "/v1/surveys",
            {"name": kind, "type": kind, "questions": [{"key": "why", "kind": "text"}], "locales": {"en": texts}},
        )
        return str(made["id"])
    return str(found[0]["id"])


async def program(feedback: ServiceUnderTest, kind: str = "nps", *, active: bool = True, **changes: Any) -> Any:
    """A program of waves, unless `trigger` says otherwise, for everybody, without any quarantine."""
    body = {
        "name": f"Ask {kind}",
        "survey_id": await survey(feedback, kind),
        "trigger": {"kind": "wave"},
        "quarantine_class": "relationship",
        **changes,
    }
    made = await feedback.post("/v1/programs", body)
    return await feedback.post(f"/v1/programs/{made['id']}/activate") if active else made


async def on_event(feedback: ServiceUnderTest, event: str, kind: str = "csat", **changes: Any) -> Any:
    """A program that an event sets off; those that ship for it are ended, so that it is the only one."""
    await end_all(feedback)
    delay = changes.pop("delay_seconds", 0)
    return await program(
        feedback,
        kind,
        **{
            "trigger": {"kind": "event", "event": event, "delay_seconds": delay},
            "quarantine_class": "transactional",
            **changes,
        },
    )


async def end_all(feedback: ServiceUnderTest) -> None:
    """End every program that there is."""
    for one in (await feedback.get("/v1/programs", limit=200))["items"]:
        await feedback.post(f"/v1/programs/{one['id']}/end")


async def people(
    feedback: ServiceUnderTest, number: int = 1, *, account_id: UUID | None = None, **changes: Any
) -> list[UUID]:
    """So many contacts, of an account each unless one is named, in the order of their ids."""
    ids = sorted(uuid7() for _ in range(number))
    told = [
        facts.contact(
            contact_id,
            account_id or uuid7(),
            **{"email": f"{contact_id}@acme.example", "created_at": "2020-01-01T00:00:00Z", **changes},
        )
        for contact_id in ids
    ]
    await feedback.deliver(*told, times=1)
    return ids


async def person(feedback: ServiceUnderTest, **changes: Any) -> UUID:
    """One contact."""
    [contact_id] = await people(feedback, **changes)
    return contact_id


async def decisions(feedback: ServiceUnderTest, **filters: Any) -> list[Any]:
    """The decisions that fit, oldest first."""
    found: list[Any] = (await feedback.get("/v1/decisions", limit=200, **filters))["items"]
    return found[::-1]


def codes(decision: Any) -> list[str]:
    """Why a contact was not asked."""
    return [reason["code"] for reason in decision["reasons"]]
