"""The journal is tested in an empty programme: the chain starts where the test does."""

import pytest

from tests.programme import Programme


@pytest.fixture
def programme(bare_programme: Programme) -> Programme:
    return bare_programme
