"""How an invitation moves, and when it is looked at next."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.invitations import course
from services.feedback.invitations.errors import InvitationMoved
from services.feedback.invitations.models import ENDED, OPEN, STATES, Invitation
from shared.ids import uuid7

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
REMINDERS = [3 * 86_400, 7 * 86_400]

ANSWER = uuid7()
DEEDS: dict[str, tuple[str, Any]] = {
    "send": ("sent", lambda one, at: one.send(at, REMINDERS)),
    "deliver": ("delivered", lambda one, at: one.deliver(at)),
    "bounce": ("bounced", lambda one, at: one.bounce(at, "5.1.1")),
    "save_part": ("partial", lambda one, at: one.save_part(at, ANSWER)),
    "complete": ("completed", lambda one, at: one.complete(at, ANSWER)),
    "cancel": ("cancelled", lambda one, at: one.cancel(at, "merged")),
    "expire": ("expired", lambda one, at: one.expire(at)),
}
"""Each with the state that it leads to."""


def invitation(state: str = "queued") -> Invitation:
    return Invitation(
        id=uuid7(),
        state=state,
        sent_at=NOW if state in ("sent", "delivered") else None,
        next_at=NOW,
        reminded=0,
        mails=[],
        expires_at=NOW + timedelta(days=14),
        updated_at=NOW,
    )


def test_every_state_says_where_it_leads() -> None:
    assert set(course.NEXT_STATES) == set(STATES)
    assert set(OPEN) | set(ENDED) == set(STATES)
    for state in ENDED:
        assert course.NEXT_STATES[state] == frozenset()


@given(
    st.lists(st.tuples(st.sampled_from([*DEEDS, "remind", "remind_no_more"]), st.integers(1, 5 * 86_400)), max_size=15)
)
def test_any_order_of_deeds_moves_forward_or_is_refused(deeds: list[tuple[str, int]]) -> None:
    one, at = invitation(), NOW
    for name, seconds in deeds:
        at += timedelta(seconds=seconds)
        before = one.model_dump()
        if name == "remind":
            _remind(one, at, before)
        elif name == "remind_no_more":
            one.remind_no_more(at)
            assert one.state == before["state"]
        else:
            state, deed = DEEDS[name]
            if one.may_become(state):
                deed(one, at)
                assert (one.state, one.updated_at) == (state, at)
                assert getattr(one, f"{state}_at") is not None
            else:
                with pytest.raises(InvitationMoved):
                    deed(one, at)
                assert one.model_dump() == before, "what is refused changes nothing"
        assert (one.next_at is None) == (one.state in (*ENDED, "partial")), "what is over is looked at no more"
        assert one.next_at is None or one.next_at <= one.expires_at
        assert one.reminded <= course.MOST_REMINDERS
        assert one.sent_at is None or before["sent_at"] in (None, one.sent_at), "it is sent once"
        if before["state"] in ENDED:
            assert one.state == before["state"]


def _remind(one: Invitation, at: datetime, before: dict[str, Any]) -> None:
    if one.is_asked:
        one.remind(at, REMINDERS)
        assert one.reminded > before["reminded"] or one.reminded == course.MOST_REMINDERS
    else:
        with pytest.raises(InvitationMoved):
            one.remind(at, REMINDERS)


@given(
    reminders=st.lists(st.integers(1, 30 * 86_400), max_size=2).map(sorted),
    late=st.integers(0, 60 * 86_400),
    reminded=st.integers(0, 2),
)
def test_each_reminder_goes_once_and_none_after_the_end(reminders: list[int], late: int, reminded: int) -> None:
    expires_at = NOW + timedelta(days=14)
    look = course.next_look(NOW, reminded, reminders, expires_at)
    assert NOW <= look <= expires_at
    assert look == expires_at or reminded < len(reminders)
    counted = course.overdue(NOW, reminded, reminders, NOW + timedelta(seconds=late))
    assert reminded < counted
    for seconds in reminders[:counted]:
        assert counted == reminded + 1 or seconds <= late, "what is counted was due"
