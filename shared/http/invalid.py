"""What Pydantic refuses, as the places of a problem, without what was sent."""

from collections.abc import Iterable, Mapping
from typing import Any

from shared.http.errors import Place, place

MOST_PLACES = 50  # named in one problem
LONGEST_PART = 100  # characters of a part of a place: keys come from the caller

PLAIN_MESSAGES = {
    # Pydantic's own messages of these types quote what was sent.
    "uuid_parsing": "Input should be a valid UUID",
    "union_tag_invalid": "The tag is none of the expected ones",
    "datetime_parsing": "Input should be a valid datetime",
    "datetime_from_date_parsing": "Input should be a valid datetime",
    "date_parsing": "Input should be a valid date",
    "date_from_datetime_parsing": "Input should be a valid date",
    "url_parsing": "Input should be a valid URL",
}


def places(errors: Iterable[Mapping[str, Any]], *before: str) -> list[Place]:
    """What was invalid and where, of the first fifty. before: what the places begin with, as in `body`."""
    return [
        place(
            *before,
            *(_part(part) for part in found["loc"]),
            msg=PLAIN_MESSAGES.get(found["type"], found["msg"]),
            code=found["type"],
        )
        for found, _ in zip(errors, range(MOST_PLACES), strict=False)
    ]


def _part(part: str | int) -> str | int:
    return part if isinstance(part, int) else part[:LONGEST_PART].encode("utf-8", "replace").decode()
