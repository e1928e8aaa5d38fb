"""The story that these tests tell the ledger of."""

import pytest

from tests.services.analytics.stories import Story


@pytest.fixture
def story() -> Story:
    """One that nobody else tells of."""
    return Story()
