"""A program as its decisions are made by it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from services.feedback.decisions.eligibility import Rules
from services.feedback.programs import windows
from services.feedback.programs.models import Program
from services.feedback.surveys.models import Survey

WITHOUT_WAVES = ("event", "manual")


@dataclass(frozen=True, slots=True)
class Asking:
    """A program, its rules, and the survey that it asks now."""

    program: Program
    rules: Rules
    survey_version: int
    survey_type: str


def asking(program: Program, survey: Survey) -> Asking:
    """A program with the newest version of its survey."""
    return Asking(program, rules_of(program), survey.version, survey.type)


def rules_of(program: Program) -> Rules:
    """What the checks need of a program."""
    audience = program.audience
    without_waves = program.trigger_kind in WITHOUT_WAVES
    return Rules(
        program_id=program.id,
        quarantine_class=program.quarantine_class,
        roles=frozenset(audience["roles"]),
        account_ids=frozenset(map(UUID, audience["account_ids"])),
        tiers=frozenset(audience["tiers"]),
        segments=frozenset(audience["segments"]),
        tags=frozenset(audience["tags"]),
        channels=tuple(program.channels),
        min_tenure=timedelta(seconds=program.min_tenure_seconds),
        cadence=timedelta(seconds=program.cadence_seconds),
        gap=timedelta(seconds=program.gap_seconds),
        account_cap=program.account_cap,
        cap_period=timedelta(seconds=program.cadence_seconds) if without_waves else None,
        sampling_rate=program.sampling_rate,
        window=windows.read(program.sending_window),
        zone=program.timezone,
    )
