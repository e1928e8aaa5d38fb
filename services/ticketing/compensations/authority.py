"""How much somebody may give on a case without anybody else."""

from collections.abc import Callable, Iterable
from typing import Protocol
from uuid import UUID


class Limit(Protocol):
    """A limit: of one member of staff, of whoever may what a role may, or, naming neither, of everybody."""

    staff_id: UUID | None
    role: str | None
    currency: str
    amount_minor: int


def authority(limits: Iterable[Limit], currency: str, staff_id: UUID, holds: Callable[[str], bool]) -> int:
    """The limit that holds for a member of staff in a currency, in its minor units; 0 where nothing is said.

    Their own one holds, be it lower or higher than others; without one the highest of their roles; without
    any the one for everybody. holds: may the caller all that this role may?
    """
    said = [limit for limit in limits if limit.currency == currency]
    own = [limit.amount_minor for limit in said if limit.staff_id == staff_id]
    if own:
        return own[0]
    of_roles = [limit.amount_minor for limit in said if limit.role is not None and holds(limit.role)]
    if of_roles:
        return max(of_roles)
    return max((limit.amount_minor for limit in said if limit.staff_id is None and limit.role is None), default=0)


def covers(limit: int, granted: int, amount: int) -> bool:
    """Is an amount within the limit, beside what the same person has granted on the case? Exactly at it is.

    Counted together, so that a large sum is not given as many small ones.
    """
    return granted + amount <= limit
