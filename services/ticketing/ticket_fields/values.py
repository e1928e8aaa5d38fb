"""What a value of a declared field may be. Pure."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal

FieldType = Literal["text", "integer", "decimal", "boolean", "date", "choice", "multi_choice"]
CHOSEN: Final = ("choice", "multi_choice")
"""The types that have options."""

_SAID: Final = {
    "text": "A text",
    "integer": "A whole number",
    "decimal": "A number",
    "boolean": "true or false",
    "date": "A day, as in 2026-01-31",
    "choice": "One of the field's options",
    "multi_choice": "A list of the field's options, each once",
}
_FLAGS: Final = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}


def fault(kind: str, value: Any, options: Sequence[str] = ()) -> str | None:
    """What a value should have been; None if it is that. options: of a choice."""
    fits = {
        "text": lambda: isinstance(value, str),
        "integer": lambda: isinstance(value, int) and not isinstance(value, bool),
        "decimal": lambda: isinstance(value, int | float) and not isinstance(value, bool),
        "boolean": lambda: isinstance(value, bool),
        "date": lambda: isinstance(value, str) and _is_day(value),
        "choice": lambda: isinstance(value, str) and value in options,
        "multi_choice": lambda: _are_options(value, options),
    }[kind]()
    return None if fits else _SAID[kind]


def of_cell(kind: str, value: Any) -> Any:
    """The value that a cell of CSV, which is always a text, stands for; what does not read stays as it is."""
    if not isinstance(value, str):
        return value
    said = value.strip()
    try:
        if kind == "integer":
            return int(said)
        if kind == "decimal":
            return float(said) if said.lower().strip("+-") not in ("nan", "inf", "infinity") else value
    except ValueError:
        return value
    if kind == "boolean":
        return _FLAGS.get(said.lower(), value)
    if kind == "multi_choice":
        return [part.strip() for part in said.split(",") if part.strip()]
    return value


def _is_day(value: str) -> bool:
    try:
        return len(value) == 10 and date.fromisoformat(value) is not None
    except ValueError:
        return False


def _are_options(value: Any, options: Sequence[str]) -> bool:
    if not isinstance(value, list) or not all(isinstance(each, str) and each in options for each in value):
        return False
    return len(set(value)) == len(value)
