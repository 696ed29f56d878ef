import subprocess
import sys

import pytest

from onward.access.rules.credentials import Argon2
from onward.config import settings
from onward.config.folder import Reviews


def test_passwords_are_kept_by_the_hasher_that_the_house_chose():
    assert [f"{Argon2.__module__}.{Argon2.__qualname__}"] == settings.PASSWORD_HASHERS


def test_no_cookie_that_names_a_reader_outlives_the_browser(programme, client):
    cookies = client.get("/door/").cookies
    assert {name: cookie["max-age"] for name, cookie in cookies.items()} == {"onward_csrf": ""}


def test_no_script_reads_a_cookie():
    assert settings.SESSION_COOKIE_SAMESITE == settings.LANGUAGE_COOKIE_SAMESITE == "Lax"
    assert settings.CSRF_COOKIE_HTTPONLY
    assert settings.LANGUAGE_COOKIE_HTTPONLY
    assert not hasattr(settings, "SESSION_COOKIE_HTTPONLY")  # Django's own is to hide it


def test_a_programme_chooses_when_stays_are_reviewed_within_reason():
    assert (settings.REVIEWS.first, settings.REVIEWS.every) == (30, 30)
    assert Reviews(first=14, every=28).every == 28
    for days in ({"first": 0}, {"every": 181}):
        with pytest.raises(ValueError, match="1 to 180 days"):
            Reviews(**days)


def test_the_server_starts_without_what_is_large_and_seldom_needed():
    seen = "print({*sys.modules} & {'numpy', 'typst', 'rapidfuzz'}, len(sys.modules) > 1000)"
    start = "import sys, django; django.setup(); from django.urls import get_resolver; get_resolver().url_patterns"
    told = subprocess.run([sys.executable, "-c", f"{start}; {seen}"], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["set()", "True"]
