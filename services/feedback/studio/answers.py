"""The page of what people said."""

from typing import Final

from starlette.responses import Response as Answer

from services.feedback.responses import queries
from services.feedback.responses.schemas import ResponseFilters, ResponseOut
from services.feedback.studio import desk, words
from shared.pages import forms
from shared.pages.visit import Visit

OUTCOMES: Final = (("", "All"), ("negative", "Negative"), ("neutral", "Neutral"), ("positive", "Positive"))


async def show_answers(visit: Visit) -> Answer:
    """What people said, the latest first."""
    chosen = {name: visit.asked(name) for name in ("outcome", "survey_type")}
    filters = forms.read(ResponseFilters, {name: value for name, value in chosen.items() if value})
    listed = await desk.page(visit).of(visit.session, queries.responses(filters), ResponseOut.of)
    return visit.show(
        "answers.html",
        me=await desk.me(visit),
        answers=listed.items,
        next_cursor=listed.next_cursor,
        chosen=chosen,
        outcomes=OUTCOMES,
        names=await desk.names(
            visit,
            contacts=[each.contact_id for each in listed.items],
            accounts=[each.account_id for each in listed.items],
        ),
        say=words,
    )
