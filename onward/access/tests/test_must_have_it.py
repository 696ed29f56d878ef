"""Who opens names or accounts has a second step, or reaches nothing but the pages on which to add one."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from onward.access.models import Account
from onward.access.rules import GRANTS
from onward.access.rules.second_step import must_have_second_step
from onward.access.tests.test_second_step import code_for, with_second_step
from onward.access.views.signed_in import ALWAYS, SET_UP
from onward.kit.ids import new_id
from tests.cast import PASSWORD, client_for
from tests.test_permissions import addresses


@pytest.fixture(autouse=True)
def _asked_for(settings):
    cache.clear()
    settings.SECOND_STEP_REQUIRED = True


def led(client, path):
    answers = client.get(path), client.post(path)
    return {answer.headers.get("Location") for answer in answers}


def test_who_opens_names_or_accounts_reaches_nothing_else_without_it(cast):
    must = [actor for actor in cast.staff.values() if must_have_second_step(actor)]
    assert {role for actor in must for role in actor.roles} >= GRANTS["cases.open_identity"] | {"administrator"}
    open_to_all = {reverse(name) for name in (*ALWAYS, *SET_UP)}
    for actor in must:
        client = client_for(actor)
        for name, route, _address in addresses():
            path = "/" + re.sub(r"<int:[^>]*>", "1", route)
            path = re.sub(r"<[^>]*>", new_id(), path)
            if path in open_to_all:
                continue
            assert led(client, path) == {"/account"}, (name, actor.name)
        assert "Before you begin, add a second step" in client.get("/account").content.decode()


def test_who_opens_neither_goes_on_without(cast):
    client = client_for(cast.vera)
    assert client.get("/today").status_code == 200
    assert "Before you begin" not in client.get("/account").content.decode()


def test_once_it_is_there_everything_opens_and_without_it_nothing_again(cast):
    client, _ = with_second_step(cast.sami)
    assert client.get("/today").status_code == 200
    Authenticator.objects.exclude(type="recovery_codes").delete()  # spare codes alone are no second step
    assert client.get("/today")["Location"] == "/account"


def test_it_can_be_locked_and_left_without_it(cast, monkeypatch):
    locked = []
    monkeypatch.setattr("onward.desk.actions.lock_soon", locked.append)
    assert client_for(cast.sami).post("/sign-out")["Location"] == "/sign-in"
    assert client_for(cast.sami).post(reverse("desk:lock")).status_code == 200
    assert locked


def test_what_it_rests_on_is_sealed_within_the_database(programme, cast):
    client, secret = with_second_step(cast.sami)
    spare = re.findall(r"<li><code>([0-9a-z]+)</code></li>", client.get("/account/codes").content.decode())
    rows = str(programme.sql("SELECT data FROM mfa_authenticator"))
    assert secret not in rows
    assert not any(code in rows for code in spare)
    cache.clear()
    again = Client()
    again.post("/sign-in", {"login": Account.objects.get(staff=cast.sami.id).username, "password": PASSWORD})
    assert again.post("/sign-in/code", {"code": code_for(secret)}).status_code == 302


def test_a_demonstration_asks_for_none_and_says_that_it_is_one(cast, settings):
    settings.SECOND_STEP_REQUIRED, settings.DEMO = False, True
    page = client_for(cast.sami).get("/today")
    assert page.status_code == 200
    assert 'class="demo"' in page.content.decode()
