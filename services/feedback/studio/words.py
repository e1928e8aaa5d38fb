"""What people read in the place of codes."""

from collections.abc import Mapping
from typing import Any, Final

from services.feedback.programs.models import Program
from shared.pages import words

REASONS: Final = {
    "opted_out": "Wants no mails",
    "suppressed": "Gets no surveys any more",
    "no_channel": "Nothing reaches them",
    "role": "Not in the audience",
    "tenure": "Has not been a contact for long enough",
    "open_complaint": "Has an open complaint",
    "open_escalation": "Has an open escalation",
    "open_recovery": "Has an open recovery",
    "quarantine": "Another survey went out lately",
    "cadence": "Was asked this kind of survey lately",
    "account_cap": "Enough people of the account are asked",
    "sampled_out": "Not drawn in the sample",
    "outside_window": "Waits for the sending window",
    "auto_closed": "The ticket was closed by no person",
    "spam": "The ticket was spam",
    "merged": "The ticket is part of another one",
    "escalation_ticket": "The ticket is an escalation itself",
    "story_exhausted": "Was disappointed three times in this story",
    "no_program": "No active program takes it",
    "no_contact": "No contact is known",
}
STATES: Final = {
    "draft": ("Draft", "", "note"),
    "active": ("Active", "ok", "check"),
    "paused": ("Paused", "hold", "pause"),
    "ended": ("Ended", "", "lock"),
}
WAVES: Final = {
    "planned": ("Planned", "info", "clock"),
    "running": ("Under way", "info", "bolt"),
    "paused": ("Paused", "hold", "pause"),
    "done": ("Done", "ok", "check"),
    "cancelled": ("Cancelled", "", "cross"),
}
VERDICTS: Final = {
    "send": ("Ask", "ok", "check"),
    "queue": ("Wait", "info", "clock"),
    "suppress": ("Not now", "hold", "pause"),
}
NEVER: Final = ("Not asked", "bad", "cross")
OUTCOMES: Final = {
    "positive": ("Positive", "ok", "up"),
    "neutral": ("Neutral", "hold", "same"),
    "negative": ("Negative", "bad", "down"),
    "unscored": ("No score", "", "note"),
}
TYPES: Final = {
    "nps": "NPS",
    "csat": "CSAT",
    "ces": "CES",
    "onboarding": "Onboarding",
    "post_recovery": "After a recovery",
    "employee": "Staff",
    "pulse": "Pulse",
    "custom": "Custom",
}
EVENTS: Final = {
    "ticket.solved": "a ticket is solved",
    "recovery.completed": "a recovery is completed",
    "project.completed": "a project is completed",
}
LOCALES: Final = {
    "en": "English",
    "es": "Español",
    "sv": "Svenska",
    "no": "Norsk",
    "sr": "Српски",
    "sr-Latn": "Srpski",
    "bg": "Български",
    "de": "Deutsch",
    "fr": "Français",
}


def verdict(decision: Mapping[str, Any]) -> tuple[str, str, str]:
    """A decision in a word, with its badge and icon: who is not asked may be later, or may not."""
    if decision["verdict"] == "suppress" and decision["next_eligible_at"] is None:
        return NEVER
    return VERDICTS[decision["verdict"]]


def trigger(program: Program) -> str:
    """What sets a program off."""
    if program.trigger_kind == "event":
        after = f"{words.duration(program.delay_seconds)} after " if program.delay_seconds else "As soon as "
        return after + EVENTS.get(program.event or "", program.event or "")
    if program.trigger_kind == "schedule":
        return "By its schedule"
    return "By waves" if program.trigger_kind == "wave" else "By hand"
