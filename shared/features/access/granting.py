"""Nobody hands on more than they have: what may be granted, and with which keys somebody may deal."""

from collections.abc import Sequence
from uuid import UUID

from shared.features.access import roles as access_roles
from shared.http.errors import Forbidden, Invalid, place
from shared.http.principal import Principal, covers

ALL = "*"


class ExceedsAsker(Forbidden):
    """The key may more than you, and nobody hands on more than they have."""

    code = "exceeds_asker"


class ActsForAnother(Forbidden):
    """A key acts for oneself or for nobody, unless one may everything."""

    code = "acts_for_another"


def refuse_foreign(scopes: Sequence[str], service: str) -> None:
    """Raises Invalid for scopes of another service: a key belongs to one."""
    places = [
        place("body", "scopes", index, msg=f"A key of {service} has scopes of {service} alone", code="foreign_scope")
        for index, scope in enumerate(scopes)
        if not _belongs(scope, service)
    ]
    if places:
        raise Invalid(errors=places)


def refuse_more_than(asker: Principal, scopes: Sequence[str], roles: Sequence[str], service: str) -> None:
    """Raises ExceedsAsker, naming each scope and role of a new key that the asker does not have."""
    wanted = {("scopes", index): frozenset({scope}) for index, scope in enumerate(scopes)}
    wanted |= {("roles", index): access_roles.scopes_of(role) for index, role in enumerate(roles)}
    places = [
        place("body", *where, msg="You do not have this yourself", code="not_yours")
        for where, asked in wanted.items()
        if not _has(asker, asked, service)
    ]
    if places:
        raise ExceedsAsker(errors=places)


def refuse_stronger(asker: Principal, grants: frozenset[str], service: str) -> None:
    """Raises ExceedsAsker for a key that may more than the asker."""
    if not _has(asker, grants, service):
        raise ExceedsAsker


def refuse_acting_for(asker: Principal, staff_id: UUID | None) -> None:
    """Raises ActsForAnother for a key that speaks in somebody else's name."""
    if staff_id is not None and staff_id != asker.staff_id and ALL not in asker.scopes:
        raise ActsForAnother


def _has(asker: Principal, grants: frozenset[str], service: str) -> bool:
    """Does the asker have all of these, as far as they mean anything to this service?"""
    here = [_narrowed(scope, service) for scope in grants if _belongs(scope, service)]
    return all(any(covers(held, scope) for held in asker.scopes) for scope in here)


def _belongs(scope: str, service: str) -> bool:
    return scope.partition(":")[0] in (ALL, service)


def _narrowed(scope: str, service: str) -> str:
    """`*:*:read` as this service understands it; `*` stays what it is."""
    _, colon, rest = scope.partition(":")
    return f"{service}:{rest}" if colon else scope
