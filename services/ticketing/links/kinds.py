"""The kinds of links, and their names from the other side."""

from typing import Final, Literal, get_args

Kind = Literal["relates_to", "blocks", "duplicates", "caused_by", "split_from", "follow_up_of"]
Inverse = Literal["blocked_by", "duplicated_by", "causes", "split_into", "followed_up_by"]

KEPT: Final[tuple[str, ...]] = get_args(Kind)
"""The names under which links are kept."""

FROM_THE_OTHER_SIDE: Final[dict[str, str]] = {
    "relates_to": "relates_to",
    "blocks": "blocked_by",
    "duplicates": "duplicated_by",
    "caused_by": "causes",
    "split_from": "split_into",
    "follow_up_of": "followed_up_by",
}
_TURNED: Final = {inverse: kind for kind, inverse in FROM_THE_OTHER_SIDE.items() if kind != inverse}


def kept(kind: str) -> tuple[str, bool]:
    """The name under which a link is kept, and whether its two sides change places for that."""
    return (_TURNED[kind], True) if kind in _TURNED else (kind, False)
