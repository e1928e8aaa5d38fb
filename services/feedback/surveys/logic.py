"""Which questions are shown for given answers, and whether answers fit the questions of a version.

A hidden question never counts. What was answered to it is dropped and not refused: it was given before an earlier
answer hid the question, and whoever gave it no longer sees it and cannot take it back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from services.feedback.surveys.outcome import Range

LONGEST_ANSWER = 20_000  # characters, as of a comment

Kind = Literal["score", "choice", "text", "matrix"]
Answers = Mapping[str, Any]
"""What was answered, by the question's key: a whole number, an option, a text, or {row: option}."""


@dataclass(frozen=True, slots=True)
class Condition:
    """An earlier question was shown and answered within min and max, and with one of any_of; what is unset holds."""

    question: str
    min: int | None = None
    max: int | None = None
    any_of: tuple[str, ...] = ()

    def holds(self, answer: Any) -> bool:
        """Does it hold for what was answered to its question? Without an answer it never does."""
        if not is_given(answer):
            return False
        if self.min is not None and not (_whole(answer) and answer >= self.min):
            return False
        if self.max is not None and not (_whole(answer) and answer <= self.max):
            return False
        return not self.any_of or answer in self.any_of


@dataclass(frozen=True, slots=True)
class Question:
    """One question as its version asks it."""

    key: str
    kind: Kind
    required: bool = False
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    show_if: Condition | None = None


class Wrong(NamedTuple):
    """Why an answer does not fit: a code for programs, a sentence for people."""

    question: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Checked:
    """kept: what counts, in the order of the questions. hidden: the questions whose answers were dropped."""

    kept: Mapping[str, Any]
    hidden: tuple[str, ...]
    wrong: tuple[Wrong, ...]


def is_given(answer: Any) -> bool:
    """Is it an answer at all? null, blank text and an empty matrix are none."""
    if isinstance(answer, str):
        return bool(answer.strip())
    return answer is not None and answer != {}


def shown(questions: Sequence[Question], answers: Answers) -> list[Question]:
    """The questions that are shown for these answers, in their order.

    An answer to a question that is hidden itself shows nothing, so that a chain ends where its first link does.
    """
    seen: dict[str, Any] = {}
    found = []
    for question in questions:
        condition = question.show_if
        if condition is None or condition.holds(seen.get(condition.question)):
            found.append(question)
            seen[question.key] = answers.get(question.key)
    return found


def check(questions: Sequence[Question], answers: Answers, scale: Range | None) -> Checked:
    """What of these answers counts, and what is wrong with it; an unknown question is wrong, hidden or not."""
    visible = shown(questions, answers)
    kept = {question.key: answers[question.key] for question in visible if is_given(answers.get(question.key))}
    known = {question.key for question in questions}
    wrong = [Wrong(key, "unknown_question", "The survey has no such question") for key in answers if key not in known]
    for question in visible:
        if question.key in kept:
            wrong += _faults(question, kept[question.key], scale)
        elif question.required:
            wrong.append(Wrong(question.key, "required", "This question needs an answer"))
    hidden = known - {question.key for question in visible}
    dropped = tuple(question.key for question in questions if question.key in hidden & answers.keys())
    return Checked(kept, dropped, tuple(wrong))


def _faults(question: Question, answer: Any, scale: Range | None) -> list[Wrong]:
    if question.kind == "matrix":
        return _faults_of_rows(question, answer)
    if question.kind == "score":
        found = _fault_of_score(answer, scale)
    elif question.kind == "text":
        found = _fault_of_text(answer)
    elif not isinstance(answer, str):
        found = ("wrong_kind", "The answer is one of the options")
    else:
        found = None if answer in question.options else _NOT_OFFERED
    return [Wrong(question.key, *found)] if found else []


def _fault_of_score(answer: Any, scale: Range | None) -> tuple[str, str] | None:
    if not _whole(answer):
        return "wrong_kind", "The answer is a whole number"
    if scale is None or answer not in scale:
        return "off_scale", f"A score lies from {scale.min} to {scale.max}" if scale else "The survey has no score"
    return None


def _fault_of_text(answer: Any) -> tuple[str, str] | None:
    if not isinstance(answer, str | int | float) or isinstance(answer, bool):
        return "wrong_kind", "The answer is a text"  # or a number, which other tools leave without quotes
    return ("too_long", _TOO_LONG) if len(str(answer)) > LONGEST_ANSWER else None


def _faults_of_rows(question: Question, answer: Any) -> list[Wrong]:
    if not isinstance(answer, Mapping):
        return [Wrong(question.key, "wrong_kind", "The answer names an option for each row")]
    found = [("unknown_row", "The question has no such row") for row in answer if row not in question.rows]
    found += [("row_missing", f"The row {row} has no answer") for row in question.rows if not is_given(answer.get(row))]
    offered = (answer[row] in question.options for row in question.rows if is_given(answer.get(row)))
    found += [_NOT_OFFERED for is_offered in offered if not is_offered]
    return [Wrong(question.key, *fault) for fault in found]


_NOT_OFFERED = ("not_offered", "The question offers no such option")
_TOO_LONG = f"A text has at most {LONGEST_ANSWER} characters"


def _whole(answer: Any) -> bool:
    return isinstance(answer, int) and not isinstance(answer, bool)
