"""More of an honest run, spoiled in one place each: waves, whom they considered, and when they ask them."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.chaos.spoiling import STRANGER, Row, Spoiled

LONG = timedelta(hours=1)


def _done(held: Spoiled) -> Row:
    """A wave that is over."""
    return held.first("feedback", "wave", state="done")


def _cancelled(held: Spoiled) -> Row:
    return held.first("feedback", "wave", state="cancelled")


def _refused(held: Spoiled) -> Row:
    """Its decision not to ask somebody."""
    return held.first("feedback", "send_decision", wave_id=_done(held)["id"], verdict="suppress")


def _asked(held: Spoiled) -> Row:
    """Its invitation."""
    return held.first("feedback", "invitation", wave_id=_done(held)["id"])


def _change(which: Callable[[Spoiled], Row], **values: Any) -> Callable[[Spoiled], None]:
    return lambda held: which(held).update(values)


def _untold(held: Spoiled) -> None:
    held.world.facts.remove(held.fact("wave.decided"))


def _never_ends(held: Spoiled) -> None:
    wave = _done(held)
    wave.update(state="running", not_before=wave["not_before"] - LONG)
    _untold(held)


def _considered_twice(held: Spoiled) -> None:
    held.add("feedback", "send_decision", _refused(held), id=str(uuid.uuid4()))


def _one_is_gone(held: Spoiled) -> None:
    held.world.tables["feedback"]["send_decision"].remove(_refused(held))


def _passed_over(held: Spoiled) -> None:
    """Somebody of whom feedback had heard an hour ago was not considered, and the numbers agree with it."""
    wave, decision = _done(held), _refused(held)
    contact = decision["key"].partition("/")[2]
    created = held.fact("contact.created", lambda fact: fact.subject == contact)
    held.first("feedback", "inbox", event_id=created.id)["received_at"] -= LONG
    held.world.tables["feedback"]["send_decision"].remove(decision)
    wave["counts"][decision["reason"]] -= 1
    wave["counts"] = {code: contacts for code, contacts in wave["counts"].items() if contacts}
    told = held.fact("wave.decided", lambda fact: fact.subject == wave["id"]).data
    told["counts"] = [{"code": code, "contacts": contacts} for code, contacts in wave["counts"].items()]
    told["considered"] -= 1


def _shifted(by: timedelta) -> Callable[[Spoiled], None]:
    def spoil(held: Spoiled) -> None:
        _asked(held)["reserved_at"] += by

    return spoil


def _told_otherwise(held: Spoiled) -> None:
    held.fact("wave.decided").data["considered"] += 1


OF_WAVES: dict[str, tuple[str, Callable[[Spoiled], None]]] = {
    "a wave is gone": ("lost/wave_row", lambda held: held.drop("feedback", "wave", state="done")),
    "an acknowledged wave is gone": ("lost/acknowledged", lambda held: held.drop("feedback", "wave")),
    "a wave ended in silence": ("lost/wave_fact", _untold),
    "a wave ended twice": ("doubled/told_twice", lambda held: held.tell(held.fact("wave.decided"))),
    "a wave came to something else": ("lost/wave_fact", _told_otherwise),
    "a wave does not go on": ("causes_without_effect/wave", _never_ends),
    "a wave considered somebody twice": ("doubled/wave", _considered_twice),
    "a wave considered somebody beyond it": (
        "effects_without_cause/wave",
        _change(_done, after_contact_id=STRANGER),
    ),
    "somebody was considered by no wave": ("effects_without_cause/wave", _change(_refused, wave_id=STRANGER)),
    "a decision of a wave is gone": ("lost/wave_counts", _one_is_gone),
    "a decision of a wave has another reason": ("lost/wave_counts", _change(_refused, reason="quarantine")),
    "a wave passed over somebody": ("causes_without_effect/wave", _passed_over),
    "somebody is asked before a wave": ("reordered/trickle", _shifted(-LONG)),
    "somebody is asked after a wave's time": ("reordered/trickle", _shifted(LONG)),
    "a wave asks too many of an account": (
        "doubled/account_cap",
        lambda held: held.add("feedback", "invitation", _asked(held), id=str(uuid.uuid4())),
    ),
    "an invitation names no wave": ("effects_without_cause/wave", _change(_asked, wave_id=None)),
    "a wave that was given up goes on": ("lost/wave_state", _change(_cancelled, state="running")),
    "a wave is numbered otherwise": ("doubled/wave_number", _change(_done, number=7)),
    "one request planned two waves": (
        "doubled/request",
        lambda held: held.double("feedback", "wave", where={}, number=3),
    ),
}
"""What is spoiled: column and rule under which the checker must count it, and how."""
