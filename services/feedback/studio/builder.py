"""A survey's definition as the fields of a form, and back. Pure.

The form holds the questions, their logic, and what is said in one locale; what the others say stays. What is new is
said in the form's locale everywhere, until somebody translates it. Scale and bands stay: answers are compared by them.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Final

Definition = dict[str, Any]

KINDS: Final = ("choice", "text", "matrix", "score")
LONGEST_KEY: Final = 50
KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,49}")
NEW: Final = "new"
"""The name of the block for one more question."""


def fields_of(definition: Definition, locale: str) -> dict[str, str]:
    """The form's fields by name, as they stand before anybody types."""
    texts = definition["locales"][locale]
    found = {
        "locale": locale,
        "title": texts["title"],
        "thanks": texts["thanks"],
        "fallback_locale": definition["fallback_locale"],
    }
    for number, question in enumerate(definition["questions"]):
        found |= {f"q.{number}.{name}": value for name, value in _fields(question, texts, number)}
    return found


def blocks(form: Mapping[str, str]) -> list[str]:
    """The names of the questions' blocks on a form, in the order of their fields: `q.0`, `q.1`, …"""
    found: list[str] = []
    while f"q.{len(found)}.key" in form:
        found.append(f"q.{len(found)}")
    return found


def definition_of(form: Mapping[str, str], held: Definition) -> Definition:
    """The definition that a form asks for, as the API would take it. held: the newest version's.

    What is wrong with it the API's own schema says.
    """
    locale = form.get("locale", "")
    kept, texts = [], {}
    for number, block in enumerate(blocks(form)):
        if form.get(f"{block}.remove"):
            continue
        question, said = _question(form, block, form[f"{block}.key"], form.get(f"{block}.kind", ""))
        kept.append((_place(form, block, number), question))
        texts[question["key"]] = said
    if form.get(f"{NEW}.label", "").strip():
        taken = {question["key"] for _, question in kept}
        key = _free(form.get(f"{NEW}.key", "").strip() or slug(form[f"{NEW}.label"]), taken)
        question, said = _question(form, NEW, key, form.get(f"{NEW}.kind", ""))
        kept.append((_place(form, NEW, len(kept)), question))
        texts[key] = said
    questions = [question for _, question in sorted(kept, key=lambda pair: pair[0])]
    made = deepcopy(held) | {"questions": questions, "fallback_locale": form.get("fallback_locale", "")}
    ours = {"title": form.get("title", ""), "thanks": form.get("thanks", ""), "questions": texts}
    made["locales"] = {tag: _aligned(theirs, ours, questions) for tag, theirs in held["locales"].items()}
    made["locales"][locale] = ours
    added = form.get("add_locale", "").strip()
    if added and added not in made["locales"]:
        made["locales"][added] = deepcopy(ours)
    if form.get("remove_locale"):
        del made["locales"][locale]
    return made


def slug(text: str) -> str:
    """A key for what a text says: `How quick were we?` is `how_quick_were_we`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST_KEY].rstrip("_")
    return words if words[:1].isalpha() else f"q_{words}"[:LONGEST_KEY].rstrip("_")


def _fields(question: Mapping[str, Any], texts: Mapping[str, Any], number: int) -> Iterator[tuple[str, str]]:
    said, condition = texts["questions"][question["key"]], question["show_if"] or {}
    yield "key", question["key"]
    yield "kind", question["kind"]
    yield "place", str(number + 1)
    yield "label", said["label"]
    yield "low", said["low"] or ""
    yield "high", said["high"] or ""
    yield "options", _lines(question["options"], said["options"])
    yield "rows", _lines(question["rows"], said["rows"])
    yield "show", condition.get("question", "")
    yield "min", _number(condition.get("min"))
    yield "max", _number(condition.get("max"))
    yield "any_of", ", ".join(condition.get("any_of", ()))
    if question["required"]:
        yield "required", "1"


def _question(form: Mapping[str, str], block: str, key: str, kind: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A block as the question, and as what it says."""

    def field(name: str) -> str:
        return form.get(f"{block}.{name}", "")

    options = _named(field("options")) if kind in ("choice", "matrix") else {}
    rows = _named(field("rows")) if kind == "matrix" else {}
    question = {
        "key": key,
        "kind": kind,
        "required": bool(field("required")),
        "options": list(options),
        "rows": list(rows),
        "show_if": _condition(field),
    }
    said = {
        "label": field("label"),
        "low": (field("low") or None) if kind == "score" else None,
        "high": (field("high") or None) if kind == "score" else None,
        "options": options,
        "rows": rows,
    }
    return question, said


def _condition(field: Any) -> dict[str, Any] | None:
    if not field("show").strip():
        return None
    named = [each.strip() for each in field("any_of").split(",") if each.strip()]
    return {
        "question": field("show").strip(),
        "min": _whole(field("min")),
        "max": _whole(field("max")),
        "any_of": named,
    }


def _aligned(theirs: Mapping[str, Any], ours: Mapping[str, Any], questions: Sequence[Mapping[str, Any]]) -> Any:
    """What another locale says of these questions: what it said, and where it says nothing what ours does."""
    found = {}
    for question in questions:
        key = question["key"]
        said, here = theirs["questions"].get(key), ours["questions"][key]
        if said is None:
            found[key] = deepcopy(here)
            continue
        found[key] = {
            **said,
            "options": {name: said["options"].get(name, here["options"].get(name, "")) for name in question["options"]},
            "rows": {name: said["rows"].get(name, here["rows"].get(name, "")) for name in question["rows"]},
        }
    return {"title": theirs["title"], "thanks": theirs["thanks"], "questions": found}


def _lines(keys: Sequence[str], said: Mapping[str, str]) -> str:
    """An option or row a line: its key, and what it says."""
    return "\n".join(f"{key} = {' '.join(said[key].split())}" for key in keys)


def _named(text: str) -> dict[str, str]:
    """Lines as keys and what they say; a line without a key gets one."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        key, equals, said = line.partition("=")
        if not equals:
            key, said = "", line
        if said.strip():
            named = key.strip() if KEY.fullmatch(key.strip()) else slug(key if key.strip() else said)
            found[_free(named, found)] = said.strip()
    return found


def _free(key: str, taken: Any) -> str:
    """The key, or one like it that is not taken."""
    found, number = key, 2
    while found in taken:
        found = f"{key[: LONGEST_KEY - 3]}_{number}"
        number += 1
    return found


def _place(form: Mapping[str, str], block: str, number: int) -> tuple[int, int, int]:
    """Where a question comes: by its field; one that was moved up stands before the one that was there."""
    wanted = _whole(form.get(f"{block}.place", ""))
    place = wanted if isinstance(wanted, int) else number + 1
    moved = (place > number + 1) - (place < number + 1)
    return place, moved, number


def _whole(text: str) -> int | str | None:
    """A whole number; what is none as it is, for the schema to refuse; None where there is nothing."""
    said = text.strip().replace("−", "-")
    if not said:
        return None
    return int(said) if re.fullmatch(r"-?[0-9]{1,9}", said) else said


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
