"""Who asks: a key or a token, and what it may."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID


@dataclass(slots=True)
class Principal:
    """The caller of a request.

    id: the key's prefix or the token's subject. scopes: `<service>:<resource>:<read|write>`, where `*`
    stands for any part, and alone for everything. staff_id: the member of staff behind it, if any.
    unlimited: RATE_LIMIT does not hold for it.
    """

    kind: Literal["key", "jwt"]
    id: str
    scopes: frozenset[str]
    staff_id: UUID | None = None
    unlimited: bool = False
    _known: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    @property
    def actor(self) -> str:
        """As facts and the audit trail name the caller (ce_actor)."""
        if self.kind == "key":
            return f"key/{self.id}"
        return f"staff/{self.staff_id or self.id}"

    def may(self, scope: str) -> bool:
        """Does one of the caller's scopes cover this one?"""
        known = self._known.get(scope)
        if known is None:
            known = self._known[scope] = any(covers(held, scope) for held in self.scopes)
        return known


def covers(held: str, asked: str) -> bool:
    """Is the asked scope within the held one? `*` covers any part."""
    if held in ("*", asked):
        return True
    ours, theirs = held.split(":"), asked.split(":")
    return len(ours) == len(theirs) and all(our in ("*", their) for our, their in zip(ours, theirs, strict=True))
