"""Each service in turn, with things in it, for the hostile requests of one file."""

import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from deploy import services
from deploy.local.postgres import Postgres
from tests.fixtures import run
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.security import known
from tests.security.known import Known


@dataclass(frozen=True)
class Target:
    """A service, and what is in it by the parameter that names it."""

    service: ServiceUnderTest
    known: Known


@pytest.fixture(scope="module", params=services.NAMES)
async def target(request: pytest.FixtureRequest, postgres: Postgres) -> AsyncIterator[Target]:
    """Filled once for a file, whose tests must not count what is in it."""
    database = f"{request.param}_{uuid.uuid4().hex[:12]}"
    async with service_under_test(request.param, run.clone_database(request.param, database, postgres)) as service:
        yield Target(service, await known.things_in(service))
    postgres.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
