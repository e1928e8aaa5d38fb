"""What a form of the answer page says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.feedback.surveys import logic
from services.feedback.surveys.logic import Checked, Question, Wrong
from services.feedback.surveys.outcome import Range

SCORE = "score"
"""The field of the score, whatever its question's key is; links in mails name it too."""

_NUMBER = re.compile(r"-?[0-9]{1,9}")
_LATER = ("required", "row_missing")
"""What may be missing of an answer that is saved to be gone on with."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent. asked: the questions that were on it; whole: it is sent, not only saved."""

    answers: Mapping[str, Any]
    asked: frozenset[str]
    whole: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a form. more: its answers lead to further questions, which are asked before it is whole."""

    checked: Checked
    wrong: tuple[Wrong, ...]
    whole: bool
    more: bool


def sent(form: Mapping[str, str], questions: Sequence[Question]) -> Sent:
    """Read a form's fields as answers; a field that was left empty is none."""
    answers = {question.key: answer for question in questions if logic.is_given(answer := _answer(form, question))}
    asked = frozenset(form.get("asked", "").split())
    return Sent(answers, asked, whole=form.get("do") != "save")


def judge(said: Sent, questions: Sequence[Question], scale: Range | None, *, completed: bool) -> Verdict:
    """What counts of a form, what is wrong with it, and whether it is the whole answer.

    completed: the answer was sent before, so that it can only be changed as a whole.
    """
    checked = logic.check(questions, said.answers, scale)
    visible = [question.key for question in logic.shown(questions, said.answers)]
    unseen = {key for key in visible if key not in said.asked and key not in said.answers}
    whole = completed or (said.whole and not unseen)
    wrong = [fault for fault in checked.wrong if whole or not _can_wait(fault, said, unseen)]
    if not whole and not checked.kept and not wrong:
        wrong = [Wrong(visible[0], "required", "Something is needed to save")]
    unfinished = {fault.question for fault in checked.wrong if fault.code == "row_missing"}
    kept = {key: value for key, value in checked.kept.items() if whole or key not in unfinished}
    return Verdict(Checked(kept, checked.hidden, checked.wrong), tuple(wrong), whole, more=said.whole and bool(unseen))


def score_of(text: str | None, scale: Range | None) -> int | None:
    """The score that a link or a field names, if it lies on the scale."""
    if scale is None or text is None or not _NUMBER.fullmatch(text.strip()):
        return None
    return score if (score := int(text)) in scale else None


def name_of(question: Question, row: str | None = None) -> str:
    """The name of a question's field, or of a row's."""
    if question.kind == "score":
        return SCORE
    return f"q.{question.key}" if row is None else f"q.{question.key}.{row}"


def comment_of(questions: Sequence[Question], kept: logic.Answers) -> str | None:
    """What was written, for those who read comments: the texts in the order of their questions."""
    texts = [str(kept[question.key]) for question in questions if question.kind == "text" and question.key in kept]
    return "\n\n".join(texts)[: logic.LONGEST_ANSWER] or None


def _can_wait(fault: Wrong, said: Sent, unseen: set[str]) -> bool:
    if fault.code not in _LATER:
        return False
    return not said.whole or fault.question in unseen


def _answer(form: Mapping[str, str], question: Question) -> Any:
    if question.kind == "matrix":
        rows = {row: form.get(name_of(question, row), "").strip() for row in question.rows}
        return {row: option for row, option in rows.items() if option}
    text = form.get(name_of(question), "").replace("\x00", "").strip()
    return int(text) if question.kind == "score" and _NUMBER.fullmatch(text) else text
