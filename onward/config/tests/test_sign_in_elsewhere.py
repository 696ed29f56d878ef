import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import NoReverseMatch, reverse

from onward.config.folder import Oidc

ROOT = Path(__file__).parents[3]
WITHOUT = """
import django; django.setup()
from django.conf import settings
from django.urls import get_resolver
get_resolver().url_patterns
import sys
assert not [name for name in settings.INSTALLED_APPS if "social" in name]
print(sorted(name for name in sys.modules if name in ("requests", "jwt") or name.startswith("allauth.socialaccount.p")))
"""


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    known = {"ONWARD_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "onward.config.settings"}
    begun = [sys.executable, *words]
    return subprocess.run(begun, cwd=ROOT, env=os.environ | known, capture_output=True, text=True, check=False)


def test_whoever_linked_their_account_signs_in_with_another_organisations_sign_in(tmp_path):
    done = run("-m", "onward.config.tests.elsewhere_story", str(tmp_path), folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "lived through\n"), done.stderr[-4000:]


def test_where_none_is_named_nothing_of_it_is_there(tmp_path):
    done = run("-c", WITHOUT, folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr
    for name in ("sign_in_elsewhere", "come_back", "link_elsewhere"):
        with pytest.raises(NoReverseMatch):
            reverse(f"access:{name}")


def test_it_is_spoken_with_in_private():
    with pytest.raises(ValueError, match="begins with https"):
        Oidc(name="Relief House", address="http://relief.example", client="onward")
