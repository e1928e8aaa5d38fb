"""The page of a dry run: whom a program would ask over the next days, by day, and why not the rest."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from starlette.responses import Response

from services.feedback.programs import queries
from services.feedback.studio import charts, desk, words
from services.feedback.waves import dry_run
from services.feedback.waves.schemas import ProgramDryRunIn
from shared.pages import forms
from shared.pages.visit import Visit

PERIODS: Final = (("14", "2 weeks"), ("30", "30 days"), ("90", "90 days"))
MOST_FIRST: Final = 8  # people who are named


@dataclass(frozen=True, slots=True)
class Next:
    """Somebody who is asked next."""

    contact_id: UUID
    on: str


async def show_dry_run(visit: Visit) -> Response:
    """Bars by day, the same as a table, and the reasons."""
    program = await queries.program(visit.session, desk.named(visit, "program"))
    chosen = visit.asked("days") or PERIODS[-1][0]
    asked = forms.read(ProgramDryRunIn, {"days": int(chosen) if chosen.isascii() and chosen.isdigit() else chosen})
    found = await dry_run.dry_run(visit.session, program.id, asked.days, visit.now)
    days = [day for day in found.days if day.asked]
    first = [
        Next(contact_id, f"{day.on:%a} {day.on.day} {day.on:%b}") for day in days for contact_id in day.contact_ids
    ]
    busiest = max(days, key=lambda day: day.asked, default=None)
    return visit.show(
        "dry_run.html",
        me=await desk.me(visit),
        program=program,
        found=found,
        days=days,
        chosen=str(asked.days),
        periods=PERIODS,
        busiest=busiest,
        chart=charts.bars([(day.on, day.asked) for day in days], found.from_.date(), found.until.date()),
        most=max((reason.contacts for reason in found.reasons), default=1),
        first=first[:MOST_FIRST],
        names=await desk.names(visit, contacts=[each.contact_id for each in first[:MOST_FIRST]]),
        say=words,
    )
