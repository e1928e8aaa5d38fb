"""The checks: their order, their bounds, and that `next_eligible_at` is when somebody may first be asked."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.decisions import eligibility
from services.feedback.decisions.eligibility import Occasion, Person, Reason, Rules, judge, share
from services.feedback.programs.windows import Window

ANA, STORY, PROGRAM = UUID(int=1), UUID(int=2), UUID(int=3)
WEDNESDAY = datetime(2026, 11, 25, 12, tzinfo=UTC)
DAY = timedelta(days=1)
OCCASION = Occasion("1", STORY)
ORDER = [check.__name__ for check in eligibility.CHECKS]

instants = st.integers(0, 730 * 86_400).map(lambda second: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=second))
zones = st.sampled_from(["UTC", "Europe/Stockholm", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "Nowhere/At"])
spans = st.integers(0, 120).map(lambda days: timedelta(days=days))
windows = st.none() | st.builds(
    lambda days, opens, length: Window(tuple(sorted(days)), opens, min(1440, opens + length)),
    st.sets(st.integers(1, 7), min_size=1),
    st.integers(0, 1439),
    st.integers(1, 1440),
)
rules = st.builds(
    Rules,
    program_id=st.just(PROGRAM),
    quarantine_class=st.sampled_from(["relationship", "transactional", "follow_up"]),
    roles=st.sampled_from([frozenset(), frozenset({"champion"})]),
    min_tenure=spans,
    cadence=spans,
    gap=spans,
    account_cap=st.none() | st.integers(1, 3),
    cap_period=st.none() | st.integers(1, 60).map(lambda days: timedelta(days=days)),
    sampling_rate=st.sampled_from([0.001, 0.5, 1.0]),
    window=windows,
)
people = st.builds(
    Person,
    contact_id=st.just(ANA),
    email=st.none() | st.just("ana@acme.example"),
    consent_email=st.none() | st.booleans(),
    active=st.booleans(),
    roles=st.sampled_from([(), ("champion",), ("user",)]),
    zone=st.none() | zones,
    since_at=st.none() | instants,
    suppressed=st.none() | st.just("manual"),
    suppressed_until=st.none() | instants,
    open_cases=st.lists(
        st.tuples(st.sampled_from(["complaint", "escalation", "recovery"]), st.sampled_from([STORY, PROGRAM, None])),
        max_size=2,
    ),
    last_asked_at=st.none() | instants,
    last_of_type_at=st.none() | instants,
    account_asked=st.lists(instants, max_size=4),
)
easy_people = st.builds(
    Person,
    contact_id=st.just(ANA),
    email=st.just("ana@acme.example"),
    zone=zones,
    since_at=instants,
    suppressed=st.just("manual"),
    suppressed_until=instants,
    last_asked_at=instants,
    last_of_type_at=instants,
    account_asked=st.lists(instants, max_size=4),
)


def ana(**changes: Any) -> Person:
    return Person(contact_id=ANA, email="ana@acme.example", **changes)


def asks(**changes: Any) -> Rules:
    return Rules(**{"program_id": PROGRAM, "quarantine_class": "relationship", **changes})


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


def test_the_order_is_that_of_the_contract() -> None:
    assert [
        *("opted_out", "suppressed", "no_channel", "role", "tenure", "open_complaint", "open_escalation"),
        *("open_recovery", "quarantine", "cadence", "account_cap", "sampled_out", "outside_window"),
    ] == ORDER


def test_everything_at_once_keeps_all_reasons() -> None:
    hopeless = Person(
        contact_id=ANA,
        consent_email=False,
        suppressed="bounced",
        since_at=WEDNESDAY,
        open_cases=[("recovery", None), ("complaint", None), ("escalation", None)],
        last_asked_at=WEDNESDAY,
        last_of_type_at=WEDNESDAY,
        account_asked=[WEDNESDAY],
    )
    strict = asks(
        roles=frozenset({"champion"}),
        min_tenure=DAY,
        gap=DAY,
        cadence=DAY,
        account_cap=1,
        sampling_rate=1e-9,
        window=Window((7,), 0, 60),
    )
    # As of Sunday, when the window opens, the day of quarantine is over: a week of it is not.
    judgement = judge(strict, hopeless, OCCASION, WEDNESDAY, more=(Reason("spam"),))
    assert codes(judgement.reasons) == [code for code in ORDER if code not in ("tenure", "quarantine", "cadence")] + [
        "spam"
    ]
    week = dict.fromkeys(("min_tenure", "gap", "cadence"), 7 * DAY)
    again = judge(asks(**{**_fields(strict), **week}), hopeless, OCCASION, WEDNESDAY, more=(Reason("spam"),))
    assert codes(again.reasons) == [*ORDER, "spam"]
    assert (again.verdict, again.next_eligible_at) == ("suppress", None)


def _fields(rules: Rules) -> dict[str, Any]:
    return {name: getattr(rules, name) for name in Rules.__dataclass_fields__}


@given(rules=rules, person=people, at=instants)
def test_reasons_come_in_the_order_of_the_checks_and_decide_the_verdict(
    rules: Rules, person: Person, at: datetime
) -> None:
    judgement = judge(rules, person, OCCASION, at)
    found = codes(judgement.reasons)
    assert found == [code for code in ORDER if code in found], "in order, each once"
    expected = "send" if not found else "queue" if found == ["outside_window"] else "suppress"
    assert judgement.verdict == expected
    assert all(reason.until is None or reason.until > at for reason in judgement.reasons)
    if rules.quarantine_class == "follow_up":
        assert not {"tenure", "quarantine", "cadence", "account_cap", "sampled_out"} & set(found)


@given(rules=rules, person=easy_people, at=instants, between=st.floats(0, 1))
def test_next_eligible_at_is_the_first_time_at_which_they_may_be_asked(
    rules: Rules, person: Person, at: datetime, between: float
) -> None:
    judgement = judge(rules, person, Occasion(None), at)
    first = judgement.next_eligible_at
    if judgement.verdict == "send":
        assert first is None
        return
    if first is None:
        assert {"role", "account_cap"} & set(codes(judgement.reasons)), "all others are bound to time"
        return
    assert first > at
    assert judge(rules, person, Occasion(None), first).verdict == "send"
    just_before = first - timedelta(microseconds=1)
    for moment in (min(at + between * (first - at), just_before), just_before):
        earlier = judge(rules, person, Occasion(None), moment)
        assert earlier.verdict != "send"
        assert earlier.next_eligible_at == first, "a later look says the same time"


@given(rules=rules, person=easy_people, at=instants, later=spans)
def test_who_may_be_asked_may_be_asked_later_when_the_window_is_open(
    rules: Rules, person: Person, at: datetime, later: timedelta
) -> None:
    if judge(rules, person, Occasion(None), at).verdict != "suppress":
        assert judge(rules, person, Occasion(None), at + later).verdict != "suppress"


@pytest.mark.parametrize(
    ("check", "person", "limits"),
    [
        ("tenure", ana(since_at=WEDNESDAY - 30 * DAY), {"min_tenure": 30 * DAY}),
        ("quarantine", ana(last_asked_at=WEDNESDAY - 30 * DAY), {"gap": 30 * DAY}),
        ("cadence", ana(last_of_type_at=WEDNESDAY - 90 * DAY), {"cadence": 90 * DAY}),
        ("suppressed", ana(suppressed="manual", suppressed_until=WEDNESDAY), {}),
        (
            "account_cap",
            ana(account_asked=[WEDNESDAY - 14 * DAY, WEDNESDAY - 20 * DAY, WEDNESDAY - DAY]),
            {"account_cap": 2, "cap_period": 14 * DAY},
        ),
    ],
)
def test_a_check_passes_from_its_end_on(check: str, person: Person, limits: dict[str, Any]) -> None:
    just_before = judge(asks(**limits), person, OCCASION, WEDNESDAY - timedelta(microseconds=1))
    assert [(reason.code, reason.until) for reason in just_before.reasons] == [(check, WEDNESDAY)]
    assert just_before.next_eligible_at == WEDNESDAY
    assert judge(asks(**limits), person, OCCASION, WEDNESDAY).verdict == "send"


def test_who_is_to_be_asked_later_is_quarantined_now() -> None:
    ahead = ana(last_asked_at=WEDNESDAY + 5 * DAY)
    judgement = judge(asks(gap=14 * DAY), ahead, OCCASION, WEDNESDAY)
    assert (codes(judgement.reasons), judgement.next_eligible_at) == (["quarantine"], WEDNESDAY + 19 * DAY)


def test_who_waits_for_the_window_is_judged_as_of_its_opening() -> None:
    """The quarantine ends on Sunday, and the window opens on Monday."""
    saturday, sunday, monday = (WEDNESDAY + days * DAY for days in (3, 4, 5))
    asked = ana(last_asked_at=sunday - 90 * DAY)
    working = Window((1, 2, 3, 4, 5), 9 * 60, 17 * 60)
    judgement = judge(asks(gap=90 * DAY, window=working), asked, OCCASION, saturday)
    assert (judgement.verdict, judgement.not_before) == ("queue", monday.replace(hour=9))


@pytest.mark.parametrize(
    ("zone", "at", "opens"),
    [
        ("Europe/Stockholm", "2026-11-25T07:59:59Z", "2026-11-25T08:00:00Z"),
        ("Europe/Stockholm", "2026-11-25T16:00:00Z", "2026-11-26T08:00:00Z"),  # 17:00 is no more in it
        ("Europe/Stockholm", "2026-03-27T17:00:00Z", "2026-03-30T07:00:00Z"),  # over the weekend it is summer time
        ("Europe/Stockholm", "2026-10-23T17:00:00Z", "2026-10-26T08:00:00Z"),
        ("America/New_York", "2026-11-25T08:00:00Z", "2026-11-25T14:00:00Z"),
        ("Pacific/Apia", "2026-11-25T08:00:00Z", "2026-11-25T20:00:00Z"),  # their Thursday
        ("Asia/Kathmandu", "2026-11-25T00:00:00Z", "2026-11-25T03:15:00Z"),
        ("Nowhere/At", "2026-11-25T00:00:00Z", "2026-11-25T09:00:00Z"),  # the program's own
    ],
)
def test_the_window_is_the_contacts_own(zone: str, at: str, opens: str) -> None:
    working = asks(window=Window((1, 2, 3, 4, 5), 9 * 60, 17 * 60))
    judgement = judge(working, ana(zone=zone), OCCASION, datetime.fromisoformat(at))
    assert (judgement.verdict, judgement.not_before) == ("queue", datetime.fromisoformat(opens))


def test_a_window_that_a_clock_change_swallows_opens_a_week_later() -> None:
    night = asks(window=Window((7,), 2 * 60, 3 * 60))
    judgement = judge(night, ana(zone="Europe/Stockholm"), OCCASION, datetime(2026, 3, 28, 12, tzinfo=UTC))
    assert judgement.not_before == datetime(2026, 4, 5, 0, tzinfo=UTC)


@given(st.uuids(), st.uuids(), st.integers(1, 1000))
def test_a_draw_is_always_the_same(contact: UUID, program: UUID, wave: int) -> None:
    assert 0 <= share(contact, program, str(wave)) < 1
    assert share(contact, program, str(wave)) == share(contact, program, str(wave))


def test_draws_are_as_likely_as_they_say_and_new_in_each_wave() -> None:
    quarter = asks(sampling_rate=0.25)
    drawn = [
        {
            number
            for number in range(4000)
            if judge(quarter, Person(UUID(int=number), email="a@b.example"), Occasion(wave), WEDNESDAY).verdict
            == "send"
        }
        for wave in ("1", "2")
    ]
    for each in drawn:
        assert abs(len(each) - 1000) < 120  # over four standard deviations
    assert abs(len(drawn[0] & drawn[1]) - 250) < 70


@pytest.mark.parametrize(
    ("audience", "in_it"),
    [
        ({"roles": frozenset({"champion", "user"})}, True),
        ({"roles": frozenset({"user"})}, False),
        ({"account_ids": frozenset({STORY})}, True),
        ({"account_ids": frozenset({PROGRAM})}, False),
        ({"tiers": frozenset({"gold"})}, True),
        ({"tiers": frozenset({"silver"})}, False),
        ({"segments": frozenset({"mid"})}, True),
        ({"segments": frozenset({"large"})}, False),
        ({"tags": frozenset({"beta", "vip"})}, True),
        ({"tags": frozenset({"beta"})}, False),
        ({"tiers": frozenset({"gold"}), "roles": frozenset({"user"})}, False),
    ],
)
def test_the_audience(audience: dict[str, Any], in_it: bool) -> None:
    person = ana(roles=("champion",), account_id=STORY, tier="gold", segment="mid", tags=("vip",))
    assert (judge(asks(**audience), person, OCCASION, WEDNESDAY).verdict == "send") is in_it


def test_a_link_reaches_who_has_no_address() -> None:
    mute = Person(contact_id=ANA)
    assert codes(judge(asks(), mute, OCCASION, WEDNESDAY).reasons) == ["no_channel"]
    either = asks(channels=("email", "link"))
    assert judge(either, mute, OCCASION, WEDNESDAY).verdict == "send"
    assert eligibility.channel_of(either, mute) == "link"
    assert eligibility.channel_of(either, ana()) == "email"
