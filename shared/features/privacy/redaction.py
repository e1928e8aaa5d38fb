"""Taking personal data out of JSON that stays: of facts, kept answers, dead letters."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from pydantic_core import from_json, to_json

from shared.features.privacy.person import ERASED

IN_FACTS = frozenset({"name", "email", "phone", "external_ids", "consent", "comment", "respondent"})
"""Fields of facts that hold a contact's data, or words of theirs."""

IN_ANSWERS = (
    IN_FACTS
    | {"answers", "subject", "body", "custom", "text", "title", "note", "content", "plan"}
    | {"reasons", "remedy", "compensations"}
)
"""Fields of the API's answers that do, beside those of facts."""

NEVER_NULL = frozenset({"subject", "body", "text", "title", "reasons"})

IN_AUDIT = IN_ANSWERS | {"email_folded", "requester_name", "requester_email", "requester_phone"}
"""Columns and fields that an audit row's before and after may name."""


def redacted(value: Any, fields: Collection[str], addresses: Collection[str]) -> Any:
    """JSON without these fields' values, and without the addresses wherever they stand. Its shape stays.

    addresses: without case.
    """
    return _walk(value, fields, _pattern(addresses))


def redacted_bytes(payload: bytes, fields: Collection[str], addresses: Collection[str]) -> bytes | None:
    """The same of JSON as bytes; None where they are none."""
    try:
        return to_json(redacted(from_json(payload), fields, addresses))
    except ValueError:
        return None


def without(text: str, addresses: Collection[str]) -> str:
    """A text without these addresses, whatever their case."""
    pattern = _pattern(addresses)
    return pattern.sub(ERASED, text) if pattern else text


def without_words(text: str, words: Iterable[str]) -> str:
    """A text without these words or names, each as a whole, whatever their case."""
    for word in words:
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", ERASED, text, flags=re.IGNORECASE)
    return text


def _pattern(addresses: Collection[str]) -> re.Pattern[str] | None:
    longest_first = sorted(addresses, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if longest_first else None


def _walk(value: Any, fields: Collection[str], pattern: re.Pattern[str] | None) -> Any:
    if isinstance(value, dict):
        return {
            name: _emptied(name, part) if name in fields else _walk(part, fields, pattern)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [_walk(part, fields, pattern) for part in value]
    if isinstance(value, str) and pattern is not None:
        return pattern.sub(ERASED, value)
    return value


def _emptied(name: str, value: Any) -> Any:
    """Nothing, in a form that contract or schema takes where it took the value."""
    if name in NEVER_NULL and isinstance(value, str):
        return ERASED
    return {} if isinstance(value, dict) else [] if isinstance(value, list) else None
