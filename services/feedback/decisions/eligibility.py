"""Whether a program may ask a contact: one function for each check, in the order in which their reasons are kept.

Pure. Whoever asks gathers what is known (`Person`) and what set it off (`Occasion`). `at` is when the contact would be
asked: for all checks but the window's that is when the window is open, so that who waits for Monday is judged as of
Monday. Every check is either of what holds then, without an end that is known, or bound to time: then `until` is the
first instant from which it passes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Final, Literal, NamedTuple
from uuid import UUID

from services.feedback.programs import windows
from services.feedback.programs.windows import Window

Verdict = Literal["send", "queue", "suppress"]

FOLLOW_UP: Final = "follow_up"
SPACE = 2.0**64  # of what a draw is a share


class Reason(NamedTuple):
    """Why a contact is not asked, or not yet. until: the first instant from which this stands no more in the way."""

    code: str
    detail: str | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What a program asks of those whom it asks. Empty sets of the audience are for everybody.

    account_cap: contacts of one account, within `cap_period`, or within a wave where that is None. zone: where that of
    the contact is not known.
    """

    program_id: UUID
    quarantine_class: str
    roles: frozenset[str] = frozenset()
    account_ids: frozenset[UUID] = frozenset()
    tiers: frozenset[str] = frozenset()
    segments: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    channels: tuple[str, ...] = ("email",)
    min_tenure: timedelta = timedelta()
    cadence: timedelta = timedelta()
    gap: timedelta = timedelta()
    account_cap: int | None = None
    cap_period: timedelta | None = None
    sampling_rate: float = 1.0
    window: Window | None = None
    zone: str = "UTC"


@dataclass(slots=True)
class Person:
    """What is known of a contact. A row of it is changed where several considerations follow one another.

    suppressed_until: None while `suppressed` is for good. open_cases: kind and story of each. last_asked_at and
    last_of_type_at: when they were, or are to be, asked last by a survey that counts for the gap, and by one of the
    program's type. account_asked: when contacts of their account were asked, as far as the cap counts them.
    """

    contact_id: UUID
    account_id: UUID | None = None
    email: str | None = None
    consent_email: bool | None = None
    active: bool = True
    roles: Sequence[str] = ()
    tier: str | None = None
    segment: str | None = None
    tags: Sequence[str] = ()
    zone: str | None = None
    locale: str | None = None
    since_at: datetime | None = None
    suppressed: str | None = None
    suppressed_until: datetime | None = None
    open_cases: Sequence[tuple[str, UUID | None]] = ()
    last_asked_at: datetime | None = None
    last_of_type_at: datetime | None = None
    account_asked: list[datetime] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What they would be asked about. name: of the wave, or of what happened; sampling is by it. None: not known yet,
    and nobody is sampled out. trace_id: of the story.
    """

    name: str | None
    trace_id: UUID | None = None


Check = Callable[[Rules, Person, Occasion, datetime], Reason | None]


def share(*names: str | UUID) -> float:
    """A number from 0 to under 1 that is always the same for these names, and evenly spread over them."""
    digest = blake2b("/".join(map(str, names)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / SPACE


def opted_out(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """They said that they want no mails."""
    return Reason("opted_out") if person.consent_email is False else None


def suppressed(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """They, or their address, get no surveys any more, or not until some time."""
    if person.suppressed is None:
        return None
    if person.suppressed_until is not None and at >= person.suppressed_until:
        return None
    return Reason("suppressed", person.suppressed, person.suppressed_until)


def no_channel(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """Nothing reaches them."""
    if not person.active:
        return Reason("no_channel", "the contact is not active")
    return Reason("no_channel", "no address") if channel_of(rules, person) is None else None


def role(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """They are not in the program's audience."""
    if rules.roles and rules.roles.isdisjoint(person.roles):
        return Reason("role", "not in a role of the audience")
    if rules.account_ids and person.account_id not in rules.account_ids:
        return Reason("role", "not of an account of the audience")
    if rules.tiers and person.tier not in rules.tiers:
        return Reason("role", "not in a tier of the audience")
    if rules.segments and person.segment not in rules.segments:
        return Reason("role", "not in a segment of the audience")
    if rules.tags and rules.tags.isdisjoint(person.tags):
        return Reason("role", "without a tag of the audience")
    return None


def tenure(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """They have not been a contact for long enough."""
    if not rules.min_tenure or person.since_at is None:
        return None
    return _before(person.since_at + rules.min_tenure, at, "tenure")


def open_complaint(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """They have a complaint that is not closed."""
    return _open("complaint", rules, person, occasion)


def open_escalation(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """An answer of theirs is escalated."""
    return _open("escalation", rules, person, occasion)


def open_recovery(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """Something is being made good for them."""
    return _open("recovery", rules, person, occasion)


def quarantine(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """They were asked something a short while ago, or are about to be."""
    if not rules.gap or person.last_asked_at is None:
        return None
    return _before(person.last_asked_at + rules.gap, at, "quarantine")


def cadence(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """They were asked a survey of this type not long ago."""
    if not rules.cadence or person.last_of_type_at is None:
        return None
    return _before(person.last_of_type_at + rules.cadence, at, "cadence")


def account_cap(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """As many contacts of their account are asked as may be."""
    if rules.account_cap is None or len(person.account_asked) < rules.account_cap:
        return None
    if rules.cap_period is None:
        return Reason("account_cap", f"{rules.account_cap} of the account in this wave")
    newest_first = sorted(person.account_asked, reverse=True)
    return _before(newest_first[rules.account_cap - 1] + rules.cap_period, at, "account_cap")


def sampled_out(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """The draw went against them."""
    if rules.sampling_rate >= 1 or occasion.name is None:
        return None
    drawn = share(person.contact_id, rules.program_id, occasion.name)
    return (
        None if drawn < rules.sampling_rate else Reason("sampled_out", f"1 in {1 / rules.sampling_rate:.3g} is asked")
    )


def outside_window(rules: Rules, person: Person, occasion: Occasion, at: datetime) -> Reason | None:
    """It is no time to write to them; `until` is when the next one begins."""
    if rules.window is None:
        return None
    opens = opening(rules, person, at)
    return Reason("outside_window", None, opens) if opens > at else None


CHECKS: Final[tuple[Check, ...]] = (
    opted_out,
    suppressed,
    no_channel,
    role,
    tenure,
    open_complaint,
    open_escalation,
    open_recovery,
    quarantine,
    cadence,
    account_cap,
    sampled_out,
    outside_window,
)
"""In the order in which their reasons are kept."""

SKIPPED_BY_FOLLOW_UPS: Final = frozenset({tenure, quarantine, cadence, account_cap, sampled_out})
"""A survey that closes a story is asked all the same."""

_BEFORE_THE_WINDOW: Final = CHECKS[:-1]
_OF_FOLLOW_UPS: Final = tuple(check for check in _BEFORE_THE_WINDOW if check not in SKIPPED_BY_FOLLOW_UPS)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of all checks. not_before: when they are asked, where they are; next_eligible_at: the first time at
    which they could be, where they are not at once; None where that is not known.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    not_before: datetime
    next_eligible_at: datetime | None


def judge(rules: Rules, person: Person, occasion: Occasion, at: datetime, more: Iterable[Reason] = ()) -> Judgement:
    """Make every check. more: reasons against it that lie in what happened."""
    closed = outside_window(rules, person, occasion, at)
    opens = at if closed is None or closed.until is None else closed.until
    found = [reason for check in _before_the_window(rules) if (reason := check(rules, person, occasion, opens))]
    if closed is not None:
        found.append(closed)
    reasons = (*found, *more)
    if not reasons:
        return Judgement("send", (), at, None)
    if all(reason.code == "outside_window" for reason in reasons):
        return Judgement("queue", reasons, opens, opens)
    return Judgement("suppress", reasons, at, _next_eligible_at(rules, person, reasons))


def _before_the_window(rules: Rules) -> tuple[Check, ...]:
    return _OF_FOLLOW_UPS if rules.quarantine_class == FOLLOW_UP else _BEFORE_THE_WINDOW


def channel_of(rules: Rules, person: Person) -> str | None:
    """The first of the program's channels that reaches them."""
    return next((channel for channel in rules.channels if channel == "link" or person.email), None)


def _next_eligible_at(rules: Rules, person: Person, reasons: Sequence[Reason]) -> datetime | None:
    ends = [reason.until for reason in reasons]
    known = [end for end in ends if end is not None]
    return opening(rules, person, max(known)) if len(known) == len(ends) else None


def opening(rules: Rules, person: Person, at: datetime) -> datetime:
    """When the window is open for them, from this time on."""
    return windows.opening(rules.window, person.zone, rules.zone, at)


def _before(passes_at: datetime, at: datetime, code: str) -> Reason | None:
    return Reason(code, None, passes_at) if at < passes_at else None


def _open(kind: str, rules: Rules, person: Person, occasion: Occasion) -> Reason | None:
    for case, trace_id in person.open_cases:
        own = trace_id is not None and trace_id == occasion.trace_id and rules.quarantine_class == FOLLOW_UP
        if case == kind and not own:
            return Reason(f"open_{kind}")
    return None
