"""To which conversation a message belongs, as far as it says so itself. Source: RFC 5322, section 3.6.4."""

import re
from collections.abc import Iterable
from typing import Final
from uuid import UUID

MOST_REFERENCES: Final = 20  # the first and the newest of a long conversation
LARGEST_NUMBER: Final = 2**63 - 1

_NUMBER: Final = re.compile(r"\[#(\d{1,19})\]", re.ASCII)
_MESSAGE_ID: Final = re.compile(r"<?([!-;=?-~]{1,200}@[!-;=?-~]{1,200})>?")
_ANSWER: Final = re.compile(r"^(?:(?:re|aw|sv|antw|fwd?|wg|rv)(?:\[\d+\])?:\s*)+", re.IGNORECASE)


def number_in(subject: str | None) -> int | None:
    """The ticket's number that a subject carries, as in `Re: The export is slow [#1042]`; the last of several."""
    found = _NUMBER.findall(subject or "")
    return int(found[-1]) if found and int(found[-1]) <= LARGEST_NUMBER else None


def message_id(name: str | None) -> str | None:
    """The name as a Message-ID between angle brackets; None where it is none, and so may stand in no header."""
    found = _MESSAGE_ID.fullmatch((name or "").strip())
    return f"<{found.group(1)}>" if found else None


def spellings(name: str) -> tuple[str, ...]:
    """The forms in which a source may have given the same name: with and without angle brackets."""
    plain = name.strip()
    known = message_id(plain)
    return tuple(dict.fromkeys((name, plain, known, known[1:-1]) if known else (name, plain)))


def our_message(name: str, host: str) -> UUID | None:
    """The message of ours that goes out under this Message-ID."""
    known = message_id(name)
    left, _, right = (known or "")[1:-1].rpartition("@")
    if right.lower() != host:
        return None
    try:
        found = UUID(left)
    except ValueError:
        return None
    return found if str(found) == left.lower() else None


def references(earlier: Iterable[str | None]) -> list[str]:
    """The Message-IDs of a conversation, the oldest first, as a header may carry them."""
    known = list(dict.fromkeys(name for name in map(message_id, earlier) if name is not None))
    return known if len(known) <= MOST_REFERENCES else [known[0], *known[1 - MOST_REFERENCES :]]


def answer_to(subject: str, number: int) -> str:
    """The subject of a reply: once `Re:`, once the ticket's number."""
    bare = _ANSWER.sub("", _NUMBER.sub("", subject)).strip()
    return f"Re: {bare} [#{number}]"
