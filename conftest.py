"""Every test starts here: settings of their own, and a data folder that no programme of yours lives in."""

import os
import tempfile

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
os.environ["ONWARD_DATA"] = tempfile.mkdtemp(prefix="onward-tests-")
os.environ.pop("ONWARD_PASSPHRASE_FILE", None)

# The fixtures import models, which want the apps to be there.
django.setup()

pytest_plugins = ["tests.programme", "tests.cast", "tests.browser"]
