"""Each service in turn, for what all four do alike."""

import pytest

from deploy import services
from tests.fixtures.services import ServiceUnderTest


@pytest.fixture(params=services.NAMES)
def service(request: pytest.FixtureRequest) -> ServiceUnderTest:
    """The service, on a database of this test alone."""
    found: ServiceUnderTest = request.getfixturevalue(request.param)
    return found
