"""Answers as the tests post them."""

from typing import Any

from shared.ids import uuid7


def answer(score: int | None = 3, **changes: Any) -> dict[str, Any]:
    """The body of an answer, NPS 3 unless changed, each call under a source_id of its own."""
    return {"source": "phone", "source_id": str(uuid7()), "survey_type": "nps", "score": score, **changes}


def of_customer(score: int | None = 3, **changes: Any) -> dict[str, Any]:
    """An answer with an account and a contact."""
    return answer(score, **{"account_id": str(uuid7()), "contact_id": str(uuid7()), **changes})
