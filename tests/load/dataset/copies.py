"""A sample told again, as often as is wanted: other ids, other times, other customers, the same work.

The rows are text as COPY writes and reads it. Every id, time and number of the story in it has a place in a template,
wherever it stands: in a column, in a fact's JSON, in what a metric has heard. What was there before the story (a
policy, a group, a survey) stays.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tests.load import directory
from tests.load.answers import ACCOUNTS, account_id, contact_id
from tests.load.dataset.sample import FIRST_NUMBER, FIRST_SEQUENCE, STARTS_AT, TICKETS_OF_A_COPY, Sample

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
HOUR = timedelta(hours=1)
LASTS = timedelta(days=30)  # nothing of a story lies later

TOKEN = re.compile(
    rb"(?P<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
    rb"|(?P<time>\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|\+00:00|\+00))"
    rb"|(?<![\w.])(?P<number>\d{14,16})(?![\w.])"
)

AGENTS = 20
TICKETS_OF_AN_ACCOUNT = 50
SPREAD = 0x9E37_79B9_7F4A_7C15  # 2**64 by the golden ratio: the random parts of ids lie far apart

Values = dict[bytes, bytes]
Starts = Callable[[int], datetime]
"""When the copy with this number begins."""


class Copies:
    """Templates of the rows that a sample has in one service, and what each of their places stands for.

    starts: when the copy with a number begins. tickets: in all copies; they are of as many accounts as fit.
    """

    def __init__(self, sample: Sample, service: str, *, starts: Starts, tickets: int) -> None:
        self._marks = sample.marks
        self._starts = starts
        self._accounts = max(ACCOUNTS, tickets // TICKETS_OF_AN_ACCOUNT)
        self._cast = {account_id(number).int: b"account%d" % number for number in range(ACCOUNTS)}
        self._cast |= {contact_id(number).int: b"contact%d" % number for number in range(ACCOUNTS)}
        self._cast |= {directory.manager_id(number).int: b"agent%d" % number for number in range(directory.MANAGERS)}
        self._ids: dict[int, tuple[bytes, int]] = {}
        self._times: dict[timedelta, bytes] = {}
        self._hours: dict[timedelta, bytes] = {}
        self._numbers: dict[int, bytes] = {}
        self.templates = {
            table: TOKEN.sub(self._place, rows.replace(b"%", b"%%")) for table, rows in sample.rows[service].items()
        }

    def values(self, number: int) -> Values:
        """What stands in the places of one copy."""
        start = self._starts(number)
        shift = start - STARTS_AT
        whole_hours = shift // HOUR * HOUR
        values = self._customers(number)
        for id_, (name, milliseconds) in self._ids.items():
            values[name] = _uuid7(id_, milliseconds + shift // timedelta(milliseconds=1), number)
        for at, name in self._times.items():
            _add_time(values, name, STARTS_AT + at + shift)
        for at, name in self._hours.items():
            _add_time(values, name, STARTS_AT + at + whole_hours)
        for number_, name in self._numbers.items():
            values[name] = b"%d" % _short(number_, number, len(self._numbers))
        return values

    def _customers(self, number: int) -> Values:
        values = {}
        for place in range(ACCOUNTS):
            customer = (number * TICKETS_OF_A_COPY + place) % self._accounts
            values[b"account%d" % place] = str(account_id(customer)).encode()
            values[b"contact%d" % place] = str(contact_id(customer)).encode()
        for place in range(directory.MANAGERS):
            agent = (number * directory.MANAGERS + place) % AGENTS
            values[b"agent%d" % place] = str(directory.manager_id(agent)).encode()
        return values

    def _place(self, token: re.Match[bytes]) -> bytes:
        text = token[0]
        match token.lastgroup:
            case "id":
                name = self._id(UUID(text.decode()).int)
            case "time":
                name = self._time(datetime.fromisoformat(text.decode()), b"T" if b"T" in text else b" ")
            case _:
                name = self._number(int(text))
        return text if name is None else b"%%(%b)b" % name

    def _id(self, id_: int) -> bytes | None:
        if id_ in self._cast:
            return self._cast[id_]
        made_at = id_ >> 80
        if made_at < self._marks[0][0]:
            return None
        if id_ not in self._ids:
            marked_at, stood_at = max(mark for mark in self._marks if mark[0] <= made_at)
            milliseconds = (stood_at - EPOCH) // timedelta(milliseconds=1) + made_at - marked_at
            self._ids[id_] = (b"i%d" % len(self._ids), milliseconds)
        return self._ids[id_][0]

    def _time(self, at: datetime, style: bytes) -> bytes | None:
        after = at - STARTS_AT
        if not -HOUR <= after < LASTS:
            return None
        on_the_hour = not (at.minute or at.second or at.microsecond)
        known, kind = (self._hours, b"h") if on_the_hour else (self._times, b"t")
        name = known.setdefault(after, b"%b%d" % (kind, len(known)))
        return name + style

    def _number(self, number: int) -> bytes | None:
        if FIRST_SEQUENCE <= number < FIRST_SEQUENCE * 2 or FIRST_NUMBER <= number < FIRST_NUMBER * 2:
            return self._numbers.setdefault(number, b"n%d" % len(self._numbers))
        name = self._time(EPOCH + number * MICROSECOND, b"")
        return None if name is None else name + b"u"


def _uuid7(id_: int, milliseconds: int, number: int) -> bytes:
    """An id of the given time, as much in order within it as the sample's was, and another one in each copy."""
    random = (id_ + number * SPREAD) & 0x3FFF_FFFF_FFFF_FFFF
    text = b"%032x" % (milliseconds << 80 | id_ & 0xFFFF << 64 | 0b10 << 62 | random)
    return b"-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def _add_time(values: Values, name: bytes, at: datetime) -> None:
    text = at.isoformat()[:-6].encode()
    values[name + b"T"] = text + b"Z"
    values[name + b" "] = text + b"+00"
    values[name + b"u"] = b"%d" % ((at - EPOCH) // MICROSECOND)


def _short(number: int, copy: int, each: int) -> int:
    """A ticket's number or a fact's sequence: those of a copy follow those of the one before."""
    first = FIRST_NUMBER if number >= FIRST_NUMBER else FIRST_SEQUENCE
    return 1001 + copy * each + number - first
