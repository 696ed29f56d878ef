import base64
import re
from xml.etree import ElementTree

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client

from onward.access.actions import renew_access
from onward.access.models import Account
from onward.journal.reading import history
from tests.cast import FOUNDER, PASSWORD, client_for


@pytest.fixture(autouse=True)
def _no_throttle_left():
    cache.clear()


def code_for(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def with_second_step(actor):
    client = client_for(actor)
    assert client.get("/account/second-step")["Location"].startswith("/account/confirm")
    client.post("/account/confirm?next=/account/second-step", {"password": PASSWORD})
    page = client.get("/account/second-step").content.decode()
    secret = re.search(r'<code dir="ltr">([A-Z2-7]+)</code>', page)[1]
    assert client.post("/account/second-step", {"code": "12345x"}).status_code == 422
    assert client.post("/account/second-step", {"code": code_for(secret)}).status_code == 302
    return client, secret


def test_with_it_a_password_alone_opens_nothing(cast):
    with_second_step(cast.sami)
    cache.clear()
    client = Client()
    username = Account.objects.get(staff=cast.sami.id).username
    answer = client.post("/sign-in", {"login": username, "password": PASSWORD})
    assert answer["Location"] == "/sign-in/code"
    assert client.get("/account").status_code == 302
    assert "Second step" in client.get("/sign-in/code").content.decode()
    assert client.post("/sign-in/code", {"code": "000000"}).status_code == 422


def test_the_picture_for_the_app_is_one_that_a_browser_draws(cast):
    client = client_for(cast.sami)
    client.post("/account/confirm?next=/account/second-step", {"password": PASSWORD})
    page = client.get("/account/second-step").content.decode()
    drawn = base64.b64decode(re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page)[1])
    assert ElementTree.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"


def test_a_spare_code_opens_it_once(cast):
    client, _ = with_second_step(cast.sami)
    page = client.get("/account/codes").content.decode()
    spare = re.findall(r"<li><code>([0-9a-z]+)</code></li>", page)
    assert len(spare) == 10
    username = Account.objects.get(staff=cast.sami.id).username
    for status in (302, 422):
        fresh = Client()
        fresh.post("/sign-in", {"login": username, "password": PASSWORD})
        assert fresh.post("/sign-in/code", {"code": spare[0]}).status_code == status


def test_it_can_be_taken_off_and_spare_codes_made_anew(cast):
    client, _ = with_second_step(cast.sami)
    assert client.get("/account/codes/new").status_code == 200
    assert client.post("/account/codes/new").status_code == 302
    assert "Take the app off" in client.get("/account").content.decode()
    assert client.get("/account/second-step/stop").status_code == 200
    assert client.post("/account/second-step/stop").status_code == 302
    assert "Add an authenticator app" in client.get("/account").content.decode()


def test_a_new_password_from_the_administrator_leaves_the_second_step_where_it_is(cast):
    with_second_step(cast.sami)
    given = renew_access(FOUNDER, staff=cast.sami.id)
    cache.clear()
    client = Client()
    answer = client.post("/sign-in", {"login": given.username, "password": given.password})
    assert answer["Location"] == "/sign-in/code"
    renew_access(FOUNDER, staff=cast.sami.id, second_step_lost=True)
    assert history(cast.sami.id)[-1].event.second_step
    client = Client()
    given = renew_access(FOUNDER, staff=cast.sami.id)
    assert not history(cast.sami.id)[-1].event.second_step
    assert client.post("/sign-in", {"login": given.username, "password": given.password})["Location"] == "/"
