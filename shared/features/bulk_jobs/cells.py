"""CSV's cells as what they stand for, both ways: a row's cells as a JSON body, and an item's fields as cells.

A cell that a spreadsheet would take for a formula (CWE-1236) is written with an apostrophe before it, which is taken
away again when it is read.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FORMULAS = ("=", "+", "-", "@", "\t", "\r")

_FLAGS = {"true": True, "false": False}
_INTEGER = re.compile(r"-?[0-9]{1,19}")


@dataclass(frozen=True)
class Columns:
    """The columns that an import knows, by the kind of their cells; dots lead into objects.

    lists: texts between commas. maps: objects of any texts, as `custom.order` is `order` of `custom`; flags: objects of
    true and false, as `consent.email`.
    """

    texts: frozenset[str]
    integers: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    maps: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()

    @property
    def known(self) -> list[str]:
        """All of them, for whoever named another."""
        return sorted({*self.texts, *self.integers, *self.lists, *(f"{name}.…" for name in self.maps | self.flags)})

    def unknown(self, names: Sequence[str]) -> list[int]:
        """The places of those names that are none of them, or that came before."""
        return [place for place, name in enumerate(names) if not self._knows(name) or name in names[:place]]

    def body(self, names: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
        """A row as the JSON body that says the same. An empty cell says nothing; an integer's says null."""
        body: dict[str, Any] = {}
        for name, cell in zip(names, cells, strict=True):
            text = _plain(cell)
            if text or name in self.integers:
                holder, last = self._place(body, name)
                holder[last] = self._value(name, text)
        return body

    def _knows(self, name: str) -> bool:
        holder, dot, key = name.partition(".")
        return name in self.texts | self.integers | self.lists or bool(dot and key and holder in self.maps | self.flags)

    def _place(self, body: dict[str, Any], name: str) -> tuple[dict[str, Any], str]:
        holder, dot, key = name.partition(".")
        return (body.setdefault(holder, {}), key) if dot else (body, name)

    def _value(self, name: str, text: str) -> Any:
        if name.partition(".")[0] in self.flags:
            return _FLAGS.get(text.strip().lower(), text)
        if name in self.lists:
            return [part.strip() for part in text.split(",") if part.strip()]
        if name in self.integers:
            number = text.strip()
            return int(number) if _INTEGER.fullmatch(number) else number or None
        return text


def written(columns: Sequence[str], items: Iterable[Mapping[str, Any]]) -> str:
    """The items as rows of CSV (RFC 4180). columns: their fields; dots lead into objects."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerows([_cell(_field(item, column)) for column in columns] for item in items)
    return out.getvalue()


def header(columns: Sequence[str]) -> str:
    """The row that names the columns."""
    return ",".join(columns) + "\r\n"


def _field(item: Any, column: str) -> Any:
    for name in column.split("."):
        if not isinstance(item, Mapping):
            return None
        item = item.get(name)
    return item


def _cell(value: Any) -> Any:
    """Numbers as they are, lists of texts between commas, all other JSON as JSON."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return _harmless(",".join(value))
    if not isinstance(value, str):
        return _harmless(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return _harmless(value)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULAS) else text


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULAS) else cell
