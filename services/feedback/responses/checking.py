"""Whether answers fit the questions that they were given to, and which of them count."""

from collections.abc import Sequence
from typing import Any

from services.feedback.surveys import logic
from services.feedback.surveys.known import KnownSurvey
from services.feedback.surveys.logic import Wrong
from shared.http.errors import Invalid, Place, place

Given = Sequence[dict[str, Any]]
"""[{"question": key, "value": answer}], as an answer's row keeps them."""


class UnknownQuestion(Invalid):
    """The survey asks no such question."""

    code = "unknown_question"


class AnswerRefused(Invalid):
    """The answers do not fit the survey's questions."""

    code = "answer_refused"


def fitting(survey: KnownSurvey, score: int | None, answers: Given) -> list[dict[str, Any]]:
    """The answers that count, in the order of the questions, without the score, which has a column of its own.

    No answers at all are no fault: a score alone is an answer. Raises UnknownQuestion, AnswerRefused.
    """
    if not answers:
        return []
    by_question = {answer["question"]: answer["value"] for answer in answers}
    if len(by_question) < len(answers):
        raise AnswerRefused(errors=[_twice(answers)])
    asks_score = survey.score_key
    if asks_score is not None and by_question.get(asks_score, score) != score:
        raise AnswerRefused(errors=[_at(answers, Wrong(asks_score, "other_score", "Another score is given as score"))])
    checked = logic.check(survey.questions, by_question | _scored(survey, score), survey.scale)
    # null is an answer without a score, whether or not the survey would let a respondent do without.
    wrong = [fault for fault in checked.wrong if fault.question != asks_score or fault.code != "required"]
    if wrong:
        unknown = any(fault.code == "unknown_question" for fault in wrong)
        raise (UnknownQuestion if unknown else AnswerRefused)(errors=[_at(answers, fault) for fault in wrong])
    return _listed(survey, checked.kept)


def still_shown(survey: KnownSurvey, score: int | None, answers: Given) -> list[dict[str, Any]]:
    """Answers without those to questions that this score hides; what was never asked by the survey stays."""
    by_question = {answer["question"]: answer["value"] for answer in answers}
    visible = {question.key for question in logic.shown(survey.questions, by_question | _scored(survey, score))}
    hidden = {question.key for question in survey.questions} - visible
    return [answer for answer in answers if answer["question"] not in hidden]


def _scored(survey: KnownSurvey, score: int | None) -> dict[str, Any]:
    return {} if survey.score_key is None else {survey.score_key: score}


def _listed(survey: KnownSurvey, kept: logic.Answers) -> list[dict[str, Any]]:
    return [{"question": key, "value": value} for key, value in kept.items() if key != survey.score_key]


def _at(answers: Given, fault: Wrong) -> Place:
    number = next((number for number, answer in enumerate(answers) if answer["question"] == fault.question), None)
    if number is None:
        return place("body", "answers", msg=f"{fault.message}: {fault.question}", code=fault.code)
    field = "question" if fault.code == "unknown_question" else "value"
    return place("body", "answers", number, field, msg=fault.message, code=fault.code)


def _twice(answers: Given) -> Place:
    seen: set[str] = set()
    for number, answer in enumerate(answers):
        if answer["question"] in seen:
            return place("body", "answers", number, "question", msg="It was answered before", code="answered_twice")
        seen.add(answer["question"])
    raise AssertionError("every question is answered once")
