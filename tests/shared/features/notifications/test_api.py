"""Reading notifications over HTTP."""

from dataclasses import replace
from datetime import UTC, datetime

from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.notifications import addresses, queries, service
from shared.features.notifications.service import About, Notice, Recipient
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest

CAUSE = Cause("request/test", "key/test", datetime(2026, 11, 22, 10, 15, tzinfo=UTC))


def notice(number: int) -> Notice:
    return Notice(
        template="opened",
        recipient=Recipient(kind="staff", address="mailto:mia@us.example", staff_id=uuid7(), role="csm"),
        dedup_key=f"opened:{number}",
        trace_id=uuid7(),
        about=About(response_id=uuid7(), ticket_id=uuid7()),
        values={"text": "not shown"},
    )


async def test_shows_a_notification_as_the_contract_says(onboarding: ServiceUnderTest) -> None:
    told = notice(1)
    async with transaction(onboarding.database) as session:
        [notification_id] = await service.queue(session, CAUSE, [told])

    assert await onboarding.get(f"/v1/notifications/{notification_id}") == {
        "id": str(notification_id),
        "template": "opened",
        "locale": "en",
        "channel": "email",
        "recipient": {
            "kind": "staff",
            "staff_id": str(told.recipient.staff_id),
            "contact_id": None,
            "role": "csm",
            "address": "mia@us.example",
        },
        "state": "queued",
        "attempts": 0,
        "about": {
            "response_id": str(told.about.response_id),
            "ticket_id": str(told.about.ticket_id),
            "recovery_case_id": None,
            "account_id": None,
            "handoff_id": None,
            "project_id": None,
        },
        "dedup_key": "opened:1",
        "queued_at": "2026-11-22T10:15:00Z",
        "not_before": None,
        "held_for": None,
        "digest_id": None,
        "sent_at": None,
        "failed_at": None,
        "error_code": None,
        "last_error": None,
        "tries": [],
        "evidence": None,
        "trace_id": str(told.trace_id),
    }


async def test_lists_narrow_and_page(onboarding: ServiceUnderTest) -> None:
    notices = [notice(number) for number in range(3)]
    async with transaction(onboarding.database) as session:
        await service.queue(session, CAUSE, notices)
    second = notices[1]
    for name, value in {
        "response_id": second.about.response_id,
        "ticket_id": second.about.ticket_id,
        "staff_id": second.recipient.staff_id,
    }.items():
        found = await onboarding.get("/v1/notifications", **{name: str(value), "state": "queued"})
        assert [item["dedup_key"] for item in found["items"]] == ["opened:1"]
    assert (await onboarding.get("/v1/notifications", state="sent"))["items"] == []
    first = await onboarding.get("/v1/notifications", limit=2)
    rest = await onboarding.get("/v1/notifications", limit=2, cursor=first["next_cursor"])
    keys = [item["dedup_key"] for item in first["items"] + rest["items"]]
    assert (keys, rest["next_cursor"]) == (["opened:0", "opened:1", "opened:2"], None)


async def test_refuses_what_does_not_fit(onboarding: ServiceUnderTest) -> None:
    for query, status in (("state=lost", 422), ("staff_id=7", 422), ("unheard=1", 422)):
        assert (await onboarding.client.get(f"/v1/notifications?{query}")).status_code == status
    assert (await onboarding.client.get(f"/v1/notifications/{uuid7()}")).status_code == 404
    async with onboarding.client_with("onboarding:accounts:read") as other:
        assert (await other.get("/v1/notifications")).status_code == 403


async def test_tries_a_failed_one_again_and_no_other(onboarding: ServiceUnderTest) -> None:
    async with transaction(onboarding.database) as session:
        [notification_id] = await service.queue(session, CAUSE, [notice(1)])
    path = f"/v1/notifications/{notification_id}"
    refused = await onboarding.client.post(f"{path}/retry", json={})
    assert (refused.status_code, refused.json()["code"]) == (409, "notification_not_failed")
    async with transaction(onboarding.database) as session:
        row = await queries.notification(session, notification_id)
        row.add_try(CAUSE.at, "mail_refused", "550 No such person")
        row.state, row.attempts, row.error_code, row.failed_at = "failed", 1, "mail_refused", CAUSE.at

    again = await onboarding.post(f"{path}/retry", {"reason": "The mailbox is back"})

    assert (again["state"], again["attempts"], again["error_code"], again["failed_at"]) == ("queued", 0, None, None)
    tried = {"at": "2026-11-22T10:15:00Z", "outcome": "mail_refused", "detail": "550 No such person"}
    assert again["tries"] == [tried]
    [entry] = (await onboarding.get("/v1/audit", entity_id=str(notification_id)))["items"]
    assert (entry["action"], entry["reason"]) == ("notification.retry", "The mailbox is back")
    assert (entry["before"]["state"], entry["after"]["state"]) == ("failed", "queued")


async def test_shows_no_secret_of_an_address(onboarding: ServiceUnderTest) -> None:
    address = addresses.sealed("https://hooks.us.example/t0ken#whsec_c2VjcmV0", "s" * 32)
    told = replace(notice(1), recipient=Recipient(kind="address", address=address))
    async with transaction(onboarding.database) as session:
        [notification_id] = await service.queue(session, CAUSE, [told])
    shown = await onboarding.get(f"/v1/notifications/{notification_id}")
    assert (shown["channel"], shown["recipient"]["address"]) == ("webhook", "https://hooks.us.example/…")
