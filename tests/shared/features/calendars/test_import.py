"""iCalendar files into calendars: what they close, in whose time, and files that are sent to do harm."""

from datetime import date
from typing import Any

import pytest

from shared.features.calendars import expansion, ical
from tests.fixtures.services import ServiceUnderTest

NINE_TO_FIVE = [{"weekday": day, "from": "09:00", "to": "17:00"} for day in range(5)]
DESK: dict[str, Any] = {"name": "Oslo desk", "timezone": "Europe/Oslo", "intervals": NINE_TO_FIVE}
OVER = "from=2026-12-01&to=2027-12-31"


def a_file(*events: str) -> str:
    """A file of events, each as its lines, parted by |."""
    bodies = (
        ["BEGIN:VEVENT", f"UID:{number}@example.com", "DTSTAMP:20261101T000000Z", *event.split("|"), "END:VEVENT"]
        for number, event in enumerate(events)
    )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//test//EN",
        *(line for body in bodies for line in body),
        "END:VCALENDAR",
    ]
    return "\r\n".join(lines) + "\r\n"


async def a_desk(onboarding: ServiceUnderTest, **changes: Any) -> str:
    made = await onboarding.post("/v1/calendars", {**DESK, **changes})
    return f"/v1/calendars/{made['id']}"


async def sent(onboarding: ServiceUnderTest, path: str, file: str | bytes, query: str = OVER, **headers: str) -> Any:
    kind = {"content-type": "text/calendar; charset=utf-8", **headers}
    return await onboarding.client.post(f"{path}/import?{query}", content=file, headers=kind)


async def shown(onboarding: ServiceUnderTest, path: str, file: str, query: str = OVER) -> dict[str, Any]:
    answer = await sent(onboarding, path, file, query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def hours(*pairs: str) -> list[dict[str, str]]:
    return [dict(zip(("from", "to"), pair.split("-"), strict=True)) for pair in pairs]


async def test_days_become_days_of_its_own(onboarding: ServiceUnderTest) -> None:
    path = await a_desk(onboarding, own_holidays=[{"on": "2026-12-24", "name": "Closed"}])
    file = a_file(
        "DTSTART;VALUE=DATE:20261224|DTEND;VALUE=DATE:20261227|SUMMARY:Christmas|TRANSP:TRANSPARENT",
        "DTSTART;VALUE=DATE:20251231|RRULE:FREQ=YEARLY|SUMMARY:New Year's\\, Eve",
        "DTSTART;VALUE=DATE:20270501|STATUS:CANCELLED",
        "DTSTART;VALUE=DATE:20300101|SUMMARY:Later",
    )
    found = await shown(onboarding, path, file)
    assert found["own_holidays"] == [
        {"on": "2026-12-25", "name": "Christmas"},
        {"on": "2026-12-26", "name": "Christmas"},
        {"on": "2026-12-31", "name": "New Year's, Eve"},
        {"on": "2027-12-31", "name": "New Year's, Eve"},
    ]
    assert (found["applied"], found["exceptions"], found["version"]) == (False, [], 1)
    assert (await onboarding.get(path)) == found["calendar"]


async def test_hours_are_taken_from_those_of_their_day(onboarding: ServiceUnderTest) -> None:
    path = await a_desk(onboarding, exceptions=[{"on": "2026-12-23", "intervals": hours("09:00-11:00", "12:00-14:00")}])
    file = a_file(
        "DTSTART:20261222T130000|DTEND:20261222T150000",  # floating: the desk's own
        "DTSTART:20261223T090000Z|DTEND:20261223T113000Z",  # 10:00 to 12:30 in Oslo
        "DTSTART;TZID=America/New_York:20261228T020000|DURATION:PT26H",  # from 08:00 till 10:00 the next day
        "DTSTART:20270102T090000Z|DTEND:20270102T110000Z",  # a Saturday: closed anyway
        "DTSTART:20270105T090000Z|DTEND:20270105T110000Z|TRANSP:TRANSPARENT",
        "DTSTART:20270325T120000Z|DTEND:20270325T130000Z|RRULE:FREQ=DAILY;COUNT=5",  # over the clocks' change
    )
    found = await shown(onboarding, path, file)
    assert {each["on"]: each["intervals"] for each in found["exceptions"]} == {
        "2026-12-22": hours("09:00-13:00", "15:00-17:00"),
        "2026-12-23": hours("09:00-10:00", "12:30-14:00"),
        "2026-12-28": [],
        "2026-12-29": hours("10:00-17:00"),
        "2027-03-25": hours("09:00-13:00", "14:00-17:00"),
        "2027-03-26": hours("09:00-13:00", "14:00-17:00"),
        "2027-03-29": hours("09:00-14:00", "15:00-17:00"),
    }
    assert found["own_holidays"] == []


async def test_what_was_shown_is_done_once_as_a_new_version(onboarding: ServiceUnderTest) -> None:
    path = await a_desk(onboarding)
    file = a_file("DTSTART;VALUE=DATE:20261225|SUMMARY:Christmas", "DTSTART:20261222T130000|DTEND:20261222T150000")
    first = await shown(onboarding, path, file)
    stale = await sent(onboarding, path, file, f"{OVER}&apply=true", **{"if-match": '"7"'})
    assert stale.status_code == 412
    done = await sent(onboarding, path, file, f"{OVER}&apply=true", **{"if-match": '"1"'})
    assert (done.status_code, done.headers["etag"], done.json()["applied"]) == (200, '"2"', True)
    assert {name: done.json()[name] for name in ("own_holidays", "exceptions")} == {
        name: first[name] for name in ("own_holidays", "exceptions")
    }
    calendar = await onboarding.get(path)
    assert calendar == done.json()["calendar"]
    assert (calendar["version"], calendar["own_holidays"]) == (2, [{"on": "2026-12-25", "name": "Christmas"}])
    again = (await sent(onboarding, path, file, f"{OVER}&apply=true")).json()
    assert (again["version"], again["own_holidays"], again["exceptions"]) == (2, [], [])
    due = await onboarding.post(f"{path}/due", {"from": "2026-12-22T11:30:00Z", "seconds": 3600})
    assert due == {"due_at": "2026-12-22T14:30:00Z"}
    entry = (await onboarding.get(f"/v1/audit?entity_id={calendar['id']}"))["items"][0]
    assert entry["action"] == "calendar.change"
    assert entry["after"]["own_holidays"] == calendar["own_holidays"]


async def test_a_repeated_key_adds_nothing(onboarding: ServiceUnderTest) -> None:
    path = await a_desk(onboarding)
    file = a_file("DTSTART;VALUE=DATE:20261225|SUMMARY:Christmas")
    answers = [
        await sent(onboarding, path, file, f"{OVER}&apply=true", **{"idempotency-key": "x" * 20}) for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json()
    other = a_file("DTSTART;VALUE=DATE:20261226|SUMMARY:Other")
    reused = await sent(onboarding, path, other, f"{OVER}&apply=true", **{"idempotency-key": "x" * 20})
    assert reused.status_code == 422


# ── Refused ──

BOMBS = {
    "every second": "DTSTART:20260101T000000Z|DTEND:20260101T000001Z|RRULE:FREQ=SECONDLY",
    "a minute's seconds": "DTSTART:20260101T000000Z|RRULE:FREQ=DAILY;BYHOUR=0,1,2;BYMINUTE=0,1,2,3;BYSECOND=1,2,3",
    "never": "DTSTART:19700101T000000Z|RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
}


@pytest.mark.parametrize("bomb", BOMBS)
async def test_a_rule_that_never_ends_is_refused_in_time(
    onboarding: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch, bomb: str
) -> None:
    monkeypatch.setattr(ical, "LONGEST_SECONDS", 1.5)
    refused = await sent(onboarding, await a_desk(onboarding), a_file(BOMBS[bomb]))
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["type"] in ("too_many_events", "too_costly")


async def test_bad_files_are_refused(onboarding: ServiceUnderTest) -> None:
    path = await a_desk(onboarding)
    for file in (b"", b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"):
        refused = await sent(onboarding, path, file)
        assert (refused.status_code, refused.json()["errors"][0]["type"]) == (422, "unreadable_calendar")
    large = await sent(onboarding, path, b"BEGIN:VCALENDAR\r\n" + b"x" * 1_000_000)
    assert (large.status_code, large.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("BEGIN:VCALENDAR\r\n\x00\udcff\r\nEND:VCALENDAR\r\n", "unreadable_calendar"),
        (a_file("DTSTART:99999999T999999Z"), "unreadable_calendar"),
        (a_file("DTSTART;VALUE=DATE:20261225|RRULE:FREQ=NEVER"), "unreadable_calendar"),
        (a_file(*["DTSTART;VALUE=DATE:20261225"] * 2001), "too_many_events"),
        (a_file("DTSTART;VALUE=DATE:20100101|RRULE:FREQ=DAILY"), "too_many_events"),
    ],
)
def test_what_no_desk_can_be_closed_by_is_refused(file: str, code: str) -> None:
    with pytest.raises(expansion.Refused, match=code):
        expansion.occurrences(file.encode("utf-8", "surrogateescape"), date(2020, 1, 1), date(2027, 1, 1))


async def test_other_kinds_and_times_are_refused(onboarding: ServiceUnderTest) -> None:
    path, file = await a_desk(onboarding), a_file("DTSTART;VALUE=DATE:20261225")
    other = await sent(onboarding, path, file, **{"content-type": "application/json"})
    assert (other.status_code, other.json()["code"]) == (415, "not_a_calendar")
    for query in ("from=2027-01-01&to=2026-01-01", "from=2026-01-01&to=2036-01-01", "from=yesterday", "to=0001-01-01"):
        assert (await sent(onboarding, path, file, query)).status_code == 422, query
    assert (await sent(onboarding, path, file, "apply=perhaps")).status_code == 422
    unknown = "/v1/calendars/01935f2e-7c00-7000-8000-00000000ffff"
    assert (await sent(onboarding, unknown, file)).status_code == 404


async def test_more_days_than_a_calendar_holds_are_refused(onboarding: ServiceUnderTest) -> None:
    path = await a_desk(onboarding)
    refused = await sent(
        onboarding, path, a_file("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=DAILY"), "from=2027-01-01&to=2031-01-01"
    )
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["loc"] == ["body", "own_holidays"]


def test_a_long_event_is_as_long_as_what_is_asked_for() -> None:
    first, last = date(2026, 12, 1), date(2026, 12, 3)
    raw = a_file(
        "DTSTART;VALUE=DATE:19000101|DTEND;VALUE=DATE:22000101", "DTSTART:20000101T000000Z|DTEND:20991231T000000Z"
    )
    received = ical.Received(first, last, expansion.occurrences(raw.encode(), first, last), b"")
    found = ical.closures(received, "America/Santiago")
    assert list(found.days) == list(found.hours) == [date(2026, 12, day) for day in (1, 2, 3)]
