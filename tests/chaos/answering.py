"""Customers answer, correct what they said, and take it back."""

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
