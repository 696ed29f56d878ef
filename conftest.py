"""Every test starts here: settings of their own, and a data folder that no programme of yours lives in."""

import os
import tempfile
from collections.abc import Iterator

import django
import pytest
from django.utils import translation

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
os.environ["ONWARD_DATA"] = tempfile.mkdtemp(prefix="onward-tests-")
os.environ.pop("ONWARD_PASSPHRASE_FILE", None)

# The fixtures import models, which want the apps to be there.
django.setup()

pytest_plugins = ["tests.programme", "tests.cast", "tests.browser"]


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """A page shown in another language leaves it on in its thread: the next test begins in English again."""
    yield
    translation.deactivate()
