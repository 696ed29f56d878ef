"""Every test starts here: settings of their own, and a data folder that no programme of yours lives in."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator

import django
import pytest
from django.utils import translation

from tests.pace import (
    live_in_memory,
    lock_cheaply,
    pytest_collection_finish,
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_make_parametrize_id,
    pytest_xdist_make_scheduler,
    real_strength,
)

__all__ = [
    "pytest_collection_finish",
    "pytest_collection_modifyitems",
    "pytest_configure",
    "pytest_make_parametrize_id",
    "pytest_xdist_make_scheduler",
    "real_strength",
]

live_in_memory()
lock_cheaply()
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
os.environ["ONWARD_DATA"] = tempfile.mkdtemp(prefix="onward-tests-")
atexit.register(shutil.rmtree, os.environ["ONWARD_DATA"], ignore_errors=True)
os.environ.pop("ONWARD_PASSPHRASE_FILE", None)

# The fixtures import models, which want the apps to be there.
django.setup()

pytest_plugins = ["tests.programme", "tests.cast", "tests.browser"]


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """A page shown in another language leaves it on in its thread: the next test begins in English again."""
    yield
    translation.deactivate()
