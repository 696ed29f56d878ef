import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from onward.access import actions
from onward.access.models import Account
from onward.access.views import signed_in
from tests.cast import FOUNDER, PASSWORD, client_for


@pytest.fixture(autouse=True)
def _no_throttle_left():
    cache.clear()
    signed_in._last_seen.clear()


def sign_in(username, password, client=None):
    client = client or Client()
    return client, client.post("/sign-in", {"login": username, "password": password})


def username_of(actor):
    return Account.objects.get(staff=actor.id).username


def test_the_page_says_plainly_what_is_not_promised(programme):
    page = Client().get("/sign-in")
    assert page.status_code == 200
    assert "What is not promised here" in page.content.decode()
    assert 'href="/sign-in/limits"' in page.content.decode()
    longer = Client().get("/sign-in/limits").content.decode()
    assert longer.index("Promised") < longer.index("Not promised")


def test_it_signs_in_with_a_pseudonym_and_a_password(cast):
    client, answer = sign_in(username_of(cast.sami), PASSWORD)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert "Sami" in client.get("/account").content.decode()


def test_a_wrong_password_says_one_thing_and_keeps_the_name(cast):
    _, answer = sign_in(username_of(cast.sami), "not this one, no")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert username_of(cast.sami) in page
    assert "not this one" not in page


def test_guessing_is_slowed_and_the_right_password_too(cast):
    for _ in range(6):
        sign_in(username_of(cast.sami), "not this one, no")
    assert sign_in(username_of(cast.sami), PASSWORD)[1].status_code != 302


def test_the_session_gets_a_new_key_at_sign_in(cast):
    client = Client()
    client.get("/sign-in")
    session = client.session
    session["door_case"] = "left by a resident"
    session.save()
    client.cookies["onward_session"] = session.session_key
    sign_in(username_of(cast.sami), PASSWORD, client)
    assert client.session.session_key != session.session_key
    assert "door_case" not in client.session


def test_a_one_time_password_is_changed_before_anything_else(cast):
    added = actions.add_staff(FOUNDER, name="Tariq", roles=["administrator"])
    client, _ = sign_in(added.username, added.password)
    assert client.get("/staff")["Location"] == "/account/password"
    said = {"oldpassword": added.password, "password1": "olives on the roof", "password2": "olives on the roof"}
    assert (
        client.post("/account/password", said | {"password1": added.password, "password2": added.password}).status_code
        == 422
    )
    assert client.post("/account/password", said).status_code == 302
    assert client.get("/staff").status_code == 200
    assert not Account.objects.get(staff=added.staff).must_choose_password


def test_a_short_password_is_refused(cast):
    said = {"oldpassword": PASSWORD, "password1": "short", "password2": "short"}
    answer = client_for(cast.sami).post("/account/password", said)
    assert answer.status_code == 422
    assert Account.objects.get(staff=cast.sami.id).check_password(PASSWORD)


def test_idle_and_long_sessions_end(cast, monkeypatch):
    clock = [1_000_000.0]
    monkeypatch.setattr(signed_in.time, "time", lambda: clock[0])
    client = client_for(cast.sami)
    assert client.get("/account").status_code == 200
    for _ in range(30):
        clock[0] += settings.SESSION_IDLE_SECONDS - 1
        status = client.get("/account").status_code
        if status != 200:
            break
    assert clock[0] - 1_000_000 > settings.SESSION_COOKIE_AGE
    client = client_for(cast.sami)
    client.get("/account")
    clock[0] += settings.SESSION_IDLE_SECONDS + 1
    assert client.get("/account")["Location"].startswith("/sign-in")
    assert "signed out" in client.get("/sign-in").content.decode()


def test_a_restart_forgets_who_was_idle_and_asks_again(cast, monkeypatch):
    clock = [1_000_000.0]
    monkeypatch.setattr(signed_in.time, "time", lambda: clock[0])
    client = client_for(cast.sami)
    client.get("/account")
    signed_in._last_seen.clear()
    clock[0] += settings.SESSION_IDLE_SECONDS + 1
    assert client.get("/account").status_code == 302


def test_who_left_is_out_at_once(cast):
    client = client_for(cast.sami)
    assert client.get("/account").status_code == 200
    actions.end_staff(cast.adam, staff=cast.sami.id)
    assert client.get("/account")["Location"].startswith("/sign-in")


def test_signing_out_ends_the_session_and_clears_the_browser(cast):
    client = client_for(cast.sami)
    answer = client.post("/sign-out")
    assert answer.status_code == 302
    assert "storage" in answer["Clear-Site-Data"]
    assert client.get("/account")["Location"].startswith("/sign-in")


@pytest.mark.parametrize("hostile", ["//evil.example/", "https://evil.example/", "javascript:alert(1)"])
def test_it_leads_nowhere_else(cast, hostile):
    answer = Client().post("/sign-in", {"login": username_of(cast.sami), "password": PASSWORD, "next": hostile})
    assert answer["Location"] == "/"


def test_nobody_signs_up_and_no_address_is_asked(programme):
    for path in ("/account/signup/", "/account/email/", "/account/password/reset/", "/signup"):
        assert Client().get(path).status_code == 404
    names = ("account_signup", "account_email", "account_reset_password")
    for name in names:
        with pytest.raises(Exception, match=name):
            reverse(name)


@pytest.mark.parametrize("back", [settings.SESSION_COOKIE_AGE, 3600])
def test_a_clock_that_is_put_back_lengthens_no_session(cast, monkeypatch, back):
    wall, steady = [1_000_000.0], [500.0]
    monkeypatch.setattr(signed_in.time, "time", lambda: wall[0])
    monkeypatch.setattr(signed_in, "clock", lambda: steady[0])
    client = client_for(cast.sami)
    client.get("/account")
    wall[0], steady[0] = wall[0] - 60, steady[0] + 60  # set right by two minutes: nothing ends
    assert client.get("/account").status_code == 200
    wall[0] -= back
    assert client.get("/account").status_code == 302
    client = client_for(cast.sami)
    client.get("/account")
    steady[0] += settings.SESSION_IDLE_SECONDS + 1  # a date that stands still
    assert client.get("/account").status_code == 302
