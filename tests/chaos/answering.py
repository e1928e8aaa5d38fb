"""Customers answer, on the phone and on the page of a mail, correct what they said, and take it back."""

import asyncio
from typing import Any

from tests.chaos.town import ALONE, Town

COMMENTS = (
    "The portal is slow every morning and nobody calls back.",
    "Support took four days to answer a simple question about our invoice.",
    "Too expensive for what it does; the reports are confusing.",
    "Friendly people, quick help, thank you.",
    None,
)
NEGATIVE = (0, 6)
PASSIVE = (7, 8)
POSITIVE = (9, 10)
SCORES = (1, 2, 3, 4, 5)  # of what is asked after a recovery
SCORES_TO_GIVE = (1, 1, 2, 2, 3, 4, 5)
TWICE = 0.2  # share of forms that are sent twice at once


async def answer_badly(town: Town) -> None:
    """A negative answer, which becomes an escalation."""
    await _answer(town, NEGATIVE)


async def answer_well(town: Town) -> None:
    """A positive or a passive answer."""
    await _answer(town, town.dice.choice((POSITIVE, POSITIVE, PASSIVE)))


async def correct(town: Town) -> None:
    """A score or a comment is corrected; often so that the answer means something else."""
    if not town.responses:
        return
    response = town.dice.choice(town.responses)
    body: dict[str, Any] = {"score": town.dice.randint(0, 10)}
    if town.dice.random() < 0.3:
        body["comment"] = town.dice.choice(COMMENTS)
    await town.write("feedback", "PATCH", f"/v1/responses/{response}", body)


async def read_mail(town: Town) -> None:
    """Somebody looks at new mails; a scanner has followed each link of them before."""
    for path in town.mailbox.new_pages():
        town.letters.append(path)
        for score in SCORES[:: town.dice.randint(1, 4)]:
            await town.caller.page("feedback", f"{path}?score={score}")


async def answer_on_page(town: Town) -> None:
    """An invitation is answered on its page: in part, whole, again otherwise, or by two fingers at once."""
    if not town.letters:
        return
    path = town.dice.choice(town.letters)
    score = str(town.dice.choice(SCORES_TO_GIVE))
    form = {"locale": "en", "asked": "score reason", "score": score, "do": town.dice.choice(("send", "send", "save"))}
    if comment := town.dice.choice(COMMENTS):
        form["q.reason"] = comment
    await town.caller.page("feedback", f"{path}?score={score}")
    taps = 2 if town.dice.random() < TWICE else 1
    await asyncio.gather(*(town.caller.page("feedback", path, form) for _ in range(taps)))


async def take_back(town: Town) -> None:
    """An answer is deleted."""
    if not town.responses:
        return
    response = town.dice.choice(town.responses)
    town.responses.remove(response)
    await town.write("feedback", "DELETE", f"/v1/responses/{response}", None)


async def _answer(town: Town, scores: tuple[int, int]) -> None:
    body: dict[str, Any] = {
        "source": f"chaos-{town.name}",
        "source_id": town.number(),
        "survey_type": "nps",
        "score": town.dice.randint(*scores),
        "comment": town.dice.choice(COMMENTS),
        "locale": "en",
    }
    contact = town.any_contact()
    if contact is not None and town.dice.random() >= ALONE:
        body["contact_id"], body["account_id"] = contact
    else:
        body["respondent"] = {"name": "Ana", "email": f"ana-{town.number()}@acme.example"}
    answer = await town.write("feedback", "POST", "/v1/responses", body, again=True)
    if answer.good:
        town.responses.append(answer.body["id"])
