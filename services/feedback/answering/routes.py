"""Answering at /r/{token} and /embed/{token}: GET reads in a transaction that cannot write, POST saves."""

from typing import Final

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import RedirectResponse, Response

from services.feedback.answering import form, page, queries, unsubscribing
from services.feedback.answering.guests import PACKAGE, Guest
from services.feedback.answering.queries import Asked
from services.feedback.answering.token_routes import TokenRoute
from services.feedback.invitations import queries as invitations
from services.feedback.invitations.models import Invitation
from services.feedback.responses import partial
from services.feedback.responses.partial import Said
from services.feedback.surveys.logic import Answers, Wrong
from shared.http.errors import Problem
from shared.pages import assets, forms


class Refused(Exception):
    """The answers do not fit: nothing is kept of what was sent."""

    def __init__(self, wrong: tuple[Wrong, ...]) -> None:
        super().__init__("the answers do not fit")
        self.wrong = wrong


async def show(guest: Guest) -> Response:
    """The form, with what was saved in it; a score of the address is chosen, and saved by nothing but the button."""
    async with guest.reading() as session:
        found = await _asked(session, guest)
        if found is None:
            return guest.gate("forged", guest.locale())
        answer = _standing_page(guest, found)
        if answer is not None:
            return answer
        score = form.score_of(guest.request.query_params.get(form.SCORE), found.scale)
        locale = page.locale_of(found, guest.chosen_locale(), guest.accepted)
        more = guest.request.query_params.get("more") == "1"
        return _form_page(guest, found, page.page(found, locale, page.answers_of(found, score), more=more))


async def save(guest: Guest) -> Response:
    """Keep what was sent, and lead back to the page. What is refused is shown again with all that was typed."""
    guest.sent = True
    guest.form = await forms.receive(guest.request)
    try:
        return await _save(guest)
    except (Refused, Problem) as refused:
        return await _again(guest, refused)


async def _save(guest: Guest) -> Response:
    async with guest.saving() as session:
        return await _kept(session, guest) or await _kept_in_turn(session, guest)


async def _kept(session: AsyncSession, guest: Guest, held: Invitation | None = None) -> Response | None:
    """What is answered to a form. held: its invitation, locked.

    Without it only a whole answer is kept that is the first, as nearly all are; None where it cannot be.
    """
    found = await _asked(session, guest)
    if found is None:
        return guest.gate("forged", guest.locale())
    answer = _standing_page(guest, found)
    if answer is not None:
        return answer
    sent = form.sent(guest.form, found.questions)
    verdict = form.judge(sent, found.questions, found.scale, completed=found.completed)
    if verdict.wrong:
        raise Refused(verdict.wrong)
    locale = page.locale_of(found, guest.chosen_locale(), guest.accepted)
    said, cause = _said(found, verdict.checked.kept, locale), guest.cause
    shared = guest.request.app.state.settings.share_comment
    if held is None:
        if not verdict.whole or found.given is not None:
            return None
        if not await partial.submit_at_once(session, cause, found.invitation(), said, share_comment=shared):
            return None
    else:
        keep = partial.submit if verdict.whole else partial.save_partial
        await keep(session, cause, held, said, share_comment=shared)
    chosen = guest.chosen_locale()
    back = guest.address(locale=locale if chosen else None, more="1" if verdict.more else None)
    return RedirectResponse(back, status_code=303)


async def _kept_in_turn(session: AsyncSession, guest: Guest) -> Response:
    """The same while nobody else answers: all is read anew once the invitation is locked."""
    invitation_id = guest.invitation_id
    assert invitation_id is not None  # its page was read
    answer = await _kept(session, guest, await invitations.if_there(session, invitation_id, lock=True))
    assert answer is not None
    return answer


async def _again(guest: Guest, refused: Refused | Problem) -> Response:
    """The form once more; where it cannot even be read, the problem's page, which keeps what was typed as well."""
    try:
        async with guest.reading() as session:
            found = await _asked(session, guest)
            if found is None:
                return guest.gate("forged", guest.locale())
            sent = form.sent(guest.form, found.questions)
            locale = page.locale_of(found, guest.chosen_locale(), guest.accepted)
            faults = refused.wrong if isinstance(refused, Refused) else ()
            shown = page.page(found, locale, sent.answers, faults=faults, refused=True)
            status = refused.status if isinstance(refused, Problem) else 422
            answer = _form_page(guest, found, shown, status=status)
    except Problem:
        raise
    except Exception as error:
        if isinstance(refused, Problem):
            raise refused from error
        raise
    if isinstance(refused, Problem):
        answer.headers.update(refused.headers)
    return answer


async def _asked(session: AsyncSession, guest: Guest) -> Asked | None:
    invitation_id = guest.invitation_id
    found = None if invitation_id is None else await queries.asked(session, invitation_id)
    if found is not None:
        guest.guard(found.row["frame_origins"], found.brand.logo_url if found.brand else None)
    return found


def _standing_page(guest: Guest, found: Asked) -> Response | None:
    standing = found.standing(guest.now)
    if standing == "open":
        return None
    return guest.gate(standing, page.locale_of(found, guest.chosen_locale(), guest.accepted), found.brand)


def _form_page(guest: Guest, found: Asked, shown: page.Page, *, status: int = 200) -> Response:
    return guest.show("answer.html", shown.locale, status=status, brand=found.brand, page=shown)


def _said(found: Asked, kept: Answers, locale: str) -> Said:
    score_key = next((question.key for question in found.questions if question.kind == "score"), "")
    return Said(
        score=kept.get(score_key),
        answers={key: value for key, value in kept.items() if key != score_key},
        comment=form.comment_of(found.questions, kept),
        locale=locale,
    )


ROUTES: Final = (
    TokenRoute("/r/{token}", show, save),
    TokenRoute("/embed/{token}", show, save, framed=True),
    TokenRoute("/unsubscribe/{token}", unsubscribing.show, unsubscribing.stop),
)


def install(app: FastAPI) -> None:
    """Add these pages to an app whose site is there: their files are answered as the site's are."""
    assets.publish(PACKAGE)
    app.router.routes[:0] = ROUTES  # before a hundred others, which are looked through one by one
