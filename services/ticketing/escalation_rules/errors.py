"""What escalation rules refuse.

Problem
└── Invalid 422
    └── UnknownGroups
"""

from collections.abc import Iterable

from shared.http.errors import Invalid, Place, place


class UnknownGroups(Invalid):
    """There is no such group."""

    code = "unknown_group"

    def __init__(self, places: Iterable[tuple[str | int, ...]]) -> None:
        super().__init__(errors=[_named(each) for each in places])


def _named(where: tuple[str | int, ...]) -> Place:
    return place("body", *where, msg="There is no such group", code=UnknownGroups.code)
