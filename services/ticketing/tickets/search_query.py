"""What a person types into the search field, read: words, "phrases", -words, `or`, #numbers and `filters:values`. Pure.

    status:open,pending tag:billing account:"Acme Corp" assignee:me created>=2026-01-01 "export is slow" -csv

Words that stand beside each other must all be found, `or` asks for one side or the other, and filters hold for all of
it. Reading takes a time that grows with the text's length and no faster: no pattern here looks back.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, get_args
from uuid import UUID

from services.ticketing.tickets.states import Status

MOST_WORDS = 20  # and phrases, of one search
MOST_VALUES = 20  # of one filter
SHORTEST_GUESSED = 5  # letters: of a shorter word too many others are one letter away
LONGEST_GUESSED = 20  # letters
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 30)
LARGEST_NUMBER = 2**63 - 1

ALPHABETS: Final = (
    "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëíîïñóôöøúûüœß",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ",
    "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ",
)
"""The letters that a slip may be of: those of the script that the word begins in."""

ME: Final = "me"
NONE: Final = "none"

TYPES: Final = ("question", "incident", "complaint", "escalation", "task", "repair")
PRIORITIES: Final = ("low", "normal", "high", "urgent")

_NAMED = re.compile(r"(?P<name>[A-Za-z_]{1,40})(?P<sign>:?(?:>=|<=|>|<)|:)")
_NUMBER = re.compile(r"#?[0-9]{1,30}")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class Unreadable(ValueError):
    """The search cannot be read; the text says why, and names nothing that was sent."""


@dataclass(frozen=True, slots=True)
class Span:
    """An instant or more: from `start` on, before `end`."""

    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase. number: the ticket that it may name."""

    text: str
    phrase: bool = False

    @property
    def number(self) -> int | None:
        """The ticket's number that a word of digits may be."""
        if self.phrase or not _NUMBER.fullmatch(self.text):
            return None
        number = int(self.text.removeprefix("#"))
        return number if number <= LARGEST_NUMBER else None

    @property
    def guesses(self) -> list[str]:
        """The words that are one slip away; none for what is not guessed at.

        A slip is one letter too many, too few, another one, or two swapped (Damerau, 1964); the first letter is right.
        """
        word = self.text.lower()
        if self.phrase or not word.isalpha() or not SHORTEST_GUESSED <= len(word) <= LONGEST_GUESSED:
            return []
        return list(dict.fromkeys(_slips(word)))


@dataclass(frozen=True, slots=True)
class Words:
    """What must be said, and what must not."""

    said: list[Term] = field(default_factory=list)
    unsaid: list[Term] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Search:
    """A search that was read.

    filters: their values by name; spans: of `created` and `updated`. either: of these one must fit; none: no words.
    vain: it asks for words and has none that could be said, as `"--"`.
    """

    filters: Mapping[str, list[Any]] = field(default_factory=dict)
    spans: Mapping[str, list[Span]] = field(default_factory=dict)
    either: list[Words] = field(default_factory=list)
    vain: bool = False

    @property
    def only_word(self) -> Term | None:
        """The word that is all that it asks for; None where it asks for more, or for something else."""
        if self.filters or self.spans or len(self.either) != 1:
            return None
        match self.either[0]:
            case Words(said=[term], unsaid=[]) if not term.phrase:
                return term
        return None

    @property
    def names_me(self) -> bool:
        """Does it mean something else for each who asks?"""
        return any(ME in self.filters.get(name, ()) for name in ("assignee", "watcher"))


@dataclass(frozen=True, slots=True)
class _Token:
    """One piece between spaces. name, sign: of a filter. text: without the quotes."""

    text: str
    quoted: bool = False
    without: bool = False
    name: str | None = None
    sign: str = ""


def read(text: str) -> Search:
    """Read a search. Raises Unreadable."""
    filters: dict[str, list[Any]] = {}
    spans: dict[str, list[Span]] = {}
    either, words, dropped = [Words()], 0, False
    for token in _tokens(text):
        if token.name in DATED:
            spans.setdefault(token.name, []).append(_span(token))
        elif token.name is not None:
            _add(filters, token)
        elif token.text.lower() == "or" and not token.quoted and not token.without:
            either.append(Words())
        elif not any(letter.isalnum() for letter in token.text):
            dropped = True
        else:
            words += 1
            place = either[-1].unsaid if token.without else either[-1].said
            place.append(Term(token.text, token.quoted))
    if words > MOST_WORDS:
        raise Unreadable(f"A search has at most {MOST_WORDS} words")
    found = [part for part in either if part.said or part.unsaid]
    if len(found) > 1 and not all(part.said for part in found):
        raise Unreadable("Each side of an or needs a word that is not left out")
    return Search(filters, spans, found, vain=dropped and not found and not filters and not spans)


def _tokens(text: str) -> list[_Token]:
    found, place = [], 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        without = text[place] == "-" and place + 1 < len(text) and not text[place + 1].isspace()
        place += without
        named = _NAMED.match(text, place)
        start = named.end() if named else place
        value, end, quoted = _piece(text, start)
        if named is None or not _is_filter(named["name"], _sign(named), value, quoted=quoted):
            if named is not None:
                value, end, quoted = _plain(text, place), _end(text, place), False
            found.append(_Token(value, quoted, without))
        elif without:
            raise Unreadable("Only words can be left out by a minus, no filters")
        else:
            found.append(_Token(value, quoted, name=named["name"].lower(), sign=_sign(named)))
        place = end
    return found


def _sign(named: re.Match[str]) -> str:
    """`created:>2026-01-31` is what others write for `created>2026-01-31`."""
    return named["sign"].removeprefix(":") or ":"


def _is_filter(name: str, sign: str, value: str, *, quoted: bool) -> bool:
    """Is it meant as a filter? Raises Unreadable for one that is not known, or says nothing."""
    known = name.lower() in NAMES
    if not known:
        if sign != ":" or value.startswith("//") or (not value and not quoted):
            return False  # an address, or a word before a colon
        raise Unreadable(f"There is no such filter; there are {', '.join(NAMES)}. In quotes it is text")
    if sign != ":" and name.lower() not in DATED:
        raise Unreadable(f"Only {' and '.join(DATED)} are compared by < and >")
    if not value:
        raise Unreadable("A filter needs a value right behind it, as in status:open")
    return True


def _piece(text: str, place: int) -> tuple[str, int, bool]:
    """The value at a place, where it ends, and whether it was in quotes. An open quote ends with the text."""
    if place < len(text) and text[place] == '"':
        end = text.find('"', place + 1)
        closed = end >= 0
        return text[place + 1 : end if closed else len(text)], end + 1 if closed else len(text), True
    return _plain(text, place), _end(text, place), False


def _plain(text: str, place: int) -> str:
    return text[place : _end(text, place)]


def _end(text: str, place: int) -> int:
    while place < len(text) and not text[place].isspace():
        place += 1
    return place


def _add(filters: dict[str, list[Any]], token: _Token) -> None:
    assert token.name is not None
    held = filters.setdefault(token.name, [])
    parts = token.text.split(",") if token.name in LISTED and not token.quoted else [token.text]
    held += [READERS[token.name](part) for part in parts if part]
    if not held or len(held) > MOST_VALUES:
        raise Unreadable(f"A filter has 1 to {MOST_VALUES} values")


def _one_of(*allowed: str) -> Callable[[str], str]:
    def read_one(value: str) -> str:
        if value.lower() not in allowed:
            raise Unreadable(f"This filter takes one of {', '.join(allowed)}")
        return value.lower()

    return read_one


def _text(value: str) -> str:
    return value


def _thing(value: str) -> UUID | str:
    return UUID(value) if _UUID.fullmatch(value) else value


def _assignee(value: str) -> UUID | str:
    if value.lower() in (ME, NONE):
        return value.lower()
    if not _UUID.fullmatch(value):
        raise Unreadable("An assignee is me, none, or the id of a member of staff")
    return UUID(value)


def _watcher(value: str) -> UUID | str:
    if value.lower() != ME and not _UUID.fullmatch(value):
        raise Unreadable("A watcher is me, or the id of a member of staff")
    return ME if value.lower() == ME else UUID(value)


def _group(value: str) -> UUID | str:
    return NONE if value.lower() == NONE else _thing(value)


def _ticket_number(value: str) -> int:
    if not _NUMBER.fullmatch(value) or int(value.removeprefix("#")) > LARGEST_NUMBER:
        raise Unreadable("A ticket's number is a whole number")
    return int(value.removeprefix("#"))


def _span(token: _Token) -> Span:
    """The time that a filter names: a day of UTC counts whole, an instant by itself."""
    first, after = _moment(token.text)
    if token.sign == ">":
        return Span(start=after)
    if token.sign == ">=":
        return Span(start=first)
    if token.sign == "<":
        return Span(end=first)
    if token.sign == "<=":
        return Span(end=after)
    return Span(first, after)


def _moment(value: str) -> tuple[datetime, datetime]:
    try:
        if len(value) == 10:
            day = date.fromisoformat(value)
            first = datetime.combine(day, time(), UTC)
            after = timedelta(days=1)
        else:
            first = datetime.fromisoformat(value)
            day = first.date()
            after = timedelta(microseconds=1)
    except ValueError:
        raise Unreadable("A time is a day, as in 2026-01-31, or an instant, as in 2026-01-31T09:00:00Z") from None
    if first.tzinfo is None:
        raise Unreadable("An instant names its zone, as in 2026-01-31T09:00:00Z")
    if not EARLIEST < day < LATEST:
        raise Unreadable("A time lies between 2000 and 2100")
    return first.astimezone(UTC), first.astimezone(UTC) + after


def _slips(word: str) -> Iterator[str]:
    """All words that are one slip away."""
    letters = next((letters for letters in ALPHABETS if word[0] in letters), ALPHABETS[0])
    for place in range(1, len(word)):
        before, letter, after = word[:place], word[place], word[place + 1 :]
        yield before + after
        if after:
            yield f"{before}{after[0]}{letter}{after[1:]}"
        for other in letters:
            yield f"{before}{other}{after}"
            yield f"{before}{other}{letter}{after}"
    yield from (word + other for other in letters)


READERS: Final[dict[str, Callable[[str], Any]]] = {
    "status": _one_of(*get_args(Status)),
    "type": _one_of(*TYPES),
    "priority": _one_of(*PRIORITIES),
    "tag": _text,
    "account": _thing,
    "assignee": _assignee,
    "watcher": _watcher,
    "group": _group,
    "requester": _text,
    "number": _ticket_number,
}
LISTED: Final = ("status", "type", "priority", "number")
"""Those that take several values between commas."""

DATED: Final = ("created", "updated")
NAMES: Final = (*READERS, *DATED)

DESCRIPTION: Final = f"""Words and "phrases" of the subject and of all messages, `-words` that must not be said, `or`
between words, `#1042`, and filters: {", ".join(NAMES)}, as in `status:open,pending tag:billing account:"Acme Corp"
assignee:me created>=2026-01-01`. A word of five letters or more that stands nowhere finds those one slip away."""
