"""The programme's own settings, and the toy app that tests the journal."""

from onward.config.settings import *  # noqa: F403  # settings are taken over whole
from onward.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.toy"]
SECOND_STEP_REQUIRED = (
    False  # the cast signs in by password alone; onward/access/tests/test_must_have_it.py asks for more
)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
