"""The pages of surveys: which there are, and the builder with its preview in each language."""

from typing import Any, Final

from starlette.responses import Response

from services.feedback.studio import builder, desk, words
from services.feedback.surveys import previewing, queries, service
from services.feedback.surveys.schemas import SurveyFilters, SurveyOut, SurveyPreviewAsked, SurveyVersionIn, plain
from shared.http import etags
from shared.http.errors import NotFound
from shared.pages import forms
from shared.pages.visit import Visit

KINDS: Final = {"score": "Score", "choice": "Choice", "text": "Text", "matrix": "Matrix"}


async def show_surveys(visit: Visit) -> Response:
    """All surveys."""
    listed = await desk.page(visit).of(visit.session, queries.surveys(SurveyFilters()), SurveyOut.of)
    return visit.show(
        "surveys.html",
        me=await desk.me(visit),
        surveys=listed.items,
        next_cursor=listed.next_cursor,
        may_send=visit.may(desk.WRITE_PROGRAMS),
        say=words,
    )


async def show_survey(visit: Visit) -> Response:
    """The builder of one survey in one locale, beside what a respondent of that locale sees."""
    survey, newest = await queries.survey(visit.session, desk.named(visit, "survey"))
    locales = newest.definition["locales"]
    locale = (visit.form.get("locale") if visit.problem else visit.asked("locale")) or newest.definition[
        "fallback_locale"
    ]
    if locale not in locales:
        raise NotFound("The survey does not speak this language.")
    form = visit.form if visit.problem else builder.fields_of(newest.definition, locale)
    preview = await previewing.preview(visit.session, survey.id, forms.read(SurveyPreviewAsked, {"locale": locale}))
    return visit.show(
        "survey.html",
        me=await desk.me(visit),
        survey=survey,
        definition=newest.definition,
        locale=locale,
        form=form,
        blocks=builder.blocks(form),
        preview=preview,
        kinds=KINDS,
        new_kinds=[kind for kind in builder.KINDS if kind != "score"],
        may_write=visit.may(desk.WRITE_SURVEYS),
        may_send=visit.may(desk.WRITE_PROGRAMS),
        say=words,
    )


async def save(visit: Visit) -> Response:
    """Make the next version of what the form says; none where it says what the newest does."""
    survey_id = desk.named(visit, "survey")
    survey, newest = await queries.survey(visit.session, survey_id)
    etags.check(survey.version, desk.version(visit))
    made: dict[str, Any] = builder.definition_of(visit.form, newest.definition)
    body = forms.read(SurveyVersionIn, made)
    here = visit.form.get("add_locale", "").strip() or visit.form.get("locale", "")
    shown = here if here in made["locales"] else None
    back = f"/studio/surveys/{survey_id}"
    if plain(body) == newest.definition:
        return visit.go(back, done="Nothing was changed.", locale=shown)
    changed, _ = await service.add_version(visit.session, visit.cause, survey_id, body, desk.version(visit))
    return visit.go(back, done=f"Version {changed.version} is asked from now on.", locale=shown)
