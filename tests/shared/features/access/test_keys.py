"""API keys: shown once, stored as a keyed digest, recorded."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from sqlalchemy import select, text

from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.access import queries, roles, service
from shared.features.access.models import ApiKey
from shared.http.principal import covers

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
CAUSE = Cause("request/test", "service/toy", NOW)
SECRET = "s" * 32


async def test_a_key_is_shown_once_and_stored_as_a_digest(database: Database) -> None:
    async with transaction(database) as session:
        row, plain = await service.create_key(
            session, CAUSE, name="ci", scopes=["toy:things:read"], secret_key=SECRET, expires_at=NOW + timedelta(days=1)
        )
    assert service.FORM.fullmatch(plain)
    assert len(plain.split("_")[2]) * 4 >= 128
    async with database.session() as session:
        stored = await queries.by_prefix(session, row.prefix)
        whole = (await session.execute(text("SELECT api_key::text || audit::text FROM api_key, audit"))).scalars()
        told = " ".join(whole)
    assert stored is not None
    mine, another = (service.hashed(plain, service.hashing_key(key)) for key in (SECRET, "t" * 32))
    assert stored.hash == mine != another
    assert plain.split("_")[2] not in told
    assert "api_key.create" in told


async def test_one_key_for_several_services(database: Database) -> None:
    plain = service.new_key()
    for _ in range(2):
        async with transaction(database) as session:
            _, shown = await service.create_key(
                session, CAUSE, name="launcher", scopes=["*"], secret_key=SECRET, secret=plain
            )
        assert shown == plain
    async with database.session() as session:
        found = (await session.scalars(select(ApiKey).where(ApiKey.prefix == plain.split("_")[1]))).all()
    assert len(found) == 1


async def test_another_key_cannot_take_its_prefix(database: Database) -> None:
    plain = service.new_key()
    prefix = plain.split("_")[1]
    async with transaction(database) as session:
        await service.create_key(session, CAUSE, name="a", scopes=["*"], secret_key=SECRET, secret=plain)
    with pytest.raises(service.KeyTaken):
        async with transaction(database) as session:
            await service.create_key(
                session, CAUSE, name="b", scopes=["*"], secret_key=SECRET, secret=f"so_{prefix}_{'b' * 40}"
            )


@pytest.mark.parametrize(
    "secret", ["", "password", "so_ab_" + "a" * 40, "so_abcdefgh_short", "so_abcdefgh_" + "é" * 40]
)
async def test_a_weak_key_is_refused(secret: str, database: Database) -> None:
    if not secret:
        return
    with pytest.raises(ValueError, match="form"):
        async with transaction(database) as session:
            await service.create_key(session, CAUSE, name="a", scopes=["*"], secret_key=SECRET, secret=secret)


@pytest.mark.parametrize(
    "scope", ["", "toy", "toy:things:read:more", "toy:th*:read", "Toy:things:read", "toy things read", "**"]
)
async def test_what_is_no_scope_is_refused(scope: str, database: Database) -> None:
    with pytest.raises(ValueError, match="scope"):
        async with transaction(database) as session:
            await service.create_key(session, CAUSE, name="a", scopes=[scope], secret_key=SECRET)


async def test_a_key_is_revoked_once(database: Database) -> None:
    async with transaction(database) as session:
        row, _ = await service.create_key(session, CAUSE, name="a", scopes=["*"], secret_key=SECRET)
    for expected in (True, False):
        async with transaction(database) as session:
            assert await service.revoke_key(session, CAUSE, row.prefix, reason="lost") is expected
    async with transaction(database) as session:
        assert not await service.revoke_key(session, CAUSE, "unknown")
    async with database.session() as session:
        reasons = (await session.execute(text("SELECT reason FROM audit WHERE action = 'api_key.revoke'"))).scalars()
        assert list(reasons) == ["lost"]


@pytest.mark.parametrize(
    ("role", "scope", "may"),
    [
        ("agent", "ticketing:tickets:write", True),
        ("agent", "ticketing:attachments:write", True),
        ("agent", "feedback:scores:read", True),
        ("agent", "ticketing:sla-policies:write", False),
        ("team_lead", "ticketing:sla-policies:write", True),
        ("team_lead", "onboarding:accounts:write", False),
        ("csm", "onboarding:accounts:write", True),
        ("analyst", "ticketing:tickets:write", False),
        ("analyst", "analytics:rules:write", True),
        ("service_ops", "onboarding:accounts:write", True),
        ("planner", "ticketing:tickets:write", False),
        ("admin", "anything:at:all", True),
        ("king", "ticketing:tickets:read", False),
        ("vp", "analytics:targets:write", True),
        ("vp", "ticketing:tickets:write", False),
        ("strategy", "analytics:targets:write", True),
        ("planning", "ticketing:agents:write", True),
        ("customer_ops", "feedback:surveys:write", True),
        ("customer_ops", "onboarding:accounts:write", False),
        ("capabilities", "onboarding:staff:write", True),
        ("capabilities", "onboarding:accounts:write", False),
        ("automation", "ticketing:outcome-routes:write", True),
        ("technology", "feedback:dead-letters:write", True),
        ("technology", "analytics:rules:write", False),
        ("frontline", "ticketing:tickets:write", True),
        ("frontline", "ticketing:api-keys:write", False),
    ],
)
def test_what_a_role_may(role: str, scope: str, may: bool) -> None:
    assert any(covers(held, scope) for held in roles.scopes_of([role])) is may


def test_every_role_is_mapped_and_reads() -> None:
    assert set(roles.ROLES) == set(get_args(roles.Role))
    assert all(any(covers(one, "feedback:scores:read") for one in held) for held in roles.ROLES.values())


@pytest.mark.parametrize("claim", [None, 7, {"admin": True}, [7, None], ["king"], ""])
def test_an_odd_role_claim_brings_nothing(claim: object) -> None:
    assert roles.scopes_of(claim) == frozenset()
