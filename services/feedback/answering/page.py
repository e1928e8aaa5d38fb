"""What an answer page shows, from what is asked and what was said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.feedback.answering import form, words
from services.feedback.answering.queries import Asked
from services.feedback.answering.words import Words
from services.feedback.surveys import logic
from services.feedback.surveys.logic import Question, Wrong


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a matrix: its field, what it says, and the option that is chosen."""

    field: str
    label: str
    chosen: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One question as the page shows it. fault: what is wrong with its answer, in words."""

    key: str
    kind: str
    field: str
    label: str
    low: str | None
    high: str | None
    required: bool
    options: Sequence[tuple[str, str]]
    rows: Sequence[Row]
    value: Any
    fault: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """The page in one locale. saved: a sentence on what is saved; refused: nothing of what was sent is."""

    words: Words
    locale: str
    languages: Sequence[tuple[str, str]]
    title: str
    thanks: str
    questions: Sequence[Shown]
    numbers: Sequence[int]
    saved: str | None
    more: bool
    refused: bool
    completed: bool
    until: str | None
    address: str | None


def locale_of(asked: Asked, chosen: str | None, accepted: str) -> str:
    """In which of its locales the survey is shown: as chosen, as the contact reads, as the browser does."""
    wanted = (chosen, asked.row["locale"], *words.accepted(accepted))
    return words.nearest(wanted, asked.definition["locales"], asked.definition["fallback_locale"])


def answers_of(asked: Asked, score: int | None) -> dict[str, Any]:
    """What was answered so far, by question. score: of a link, which stands before the one that is saved."""
    given = asked.given
    held = {} if given is None else {one["question"]: one["value"] for one in given.answers}
    saved = None if given is None else given.score
    chosen = saved if score is None else score
    scored = {question.key: chosen for question in asked.questions if question.kind == "score" and chosen is not None}
    return held | scored


def page(
    asked: Asked,
    locale: str,
    answers: Mapping[str, Any],
    *,
    faults: Sequence[Wrong] = (),
    more: bool = False,
    refused: bool = False,
) -> Page:
    """The form with these answers in it. Only questions that they show are on it."""
    said = words.of(locale)
    texts = asked.definition["locales"][locale]
    numbers = [] if asked.scale is None else range(asked.scale.min, asked.scale.max + 1)
    visible = logic.shown(asked.questions, answers)
    until = asked.changeable_until()
    return Page(
        words=said,
        locale=locale,
        languages=[(tag, words.name_of(tag)) for tag in sorted(asked.definition["locales"])],
        title=texts["title"],
        thanks=texts["thanks"],
        questions=list(_shown(asked, said, texts["questions"], visible, answers, faults)),
        numbers=numbers,
        saved=_saved(asked, said),
        more=more,
        refused=refused or bool(faults),
        completed=asked.completed,
        until=None if until is None else said.until.format(date=said.day(until)),
        address=asked.row["address"],
    )


def _shown(
    asked: Asked,
    said: Words,
    texts: Mapping[str, Any],
    visible: Sequence[Question],
    answers: Mapping[str, Any],
    faults: Sequence[Wrong],
) -> Iterator[Shown]:
    wrong = {fault.question: fault.code for fault in reversed(faults)}
    low, high = (asked.scale.min, asked.scale.max) if asked.scale else (None, None)
    for question in visible:
        text, value, code = texts[question.key], answers.get(question.key), wrong.get(question.key)
        chosen = value if question.kind == "matrix" and isinstance(value, Mapping) else {}
        yield Shown(
            key=question.key,
            kind=question.kind,
            field=form.name_of(question),
            label=text["label"],
            low=text["low"],
            high=text["high"],
            required=question.required,
            options=[(option, text["options"][option]) for option in question.options],
            rows=[Row(form.name_of(question, row), text["rows"][row], chosen.get(row)) for row in question.rows],
            value=value,
            fault=None if code is None else said.fault(code, question.kind, low, high),
        )


def _saved(asked: Asked, said: Words) -> str | None:
    if asked.given is None:
        return None
    if asked.given.score is None or asked.scale is None:
        return said.saved
    return said.saved_score.format(score=asked.given.score, high=asked.scale.max)
