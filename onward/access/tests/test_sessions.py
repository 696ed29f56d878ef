"""Sessions end when they should, everywhere at once."""

import pytest
from django.core.cache import cache
from django.test import Client

from onward.access import actions
from onward.access.models import Account
from onward.journal.reading import history
from onward.kit.errors import NotFound
from onward.kit.ids import new_id
from tests.cast import FOUNDER, PASSWORD, client_for


@pytest.fixture(autouse=True)
def _no_throttle_left():
    cache.clear()


def is_in(client):
    return client.get("/account").status_code == 200


def change(cast, **more):
    said = {"name": "Sami", "roles": ["case_worker"], "sites": [cast.east], "organisation": cast.relief, **more}
    actions.change_staff(FOUNDER, staff=cast.sami.id, **said)


def test_other_rights_end_every_session_and_another_name_does_not(cast):
    phone, desk = client_for(cast.sami), client_for(cast.sami)
    change(cast, name="Sami the second")
    assert is_in(phone)
    change(cast, roles=["case_worker", "liaison"])
    assert not is_in(phone)
    assert not is_in(desk)
    assert is_in(client_for(cast.sami))


def test_signing_out_everywhere_means_here_too(cast):
    phone, desk = client_for(cast.sami), client_for(cast.sami)
    other = client_for(cast.omar)
    assert desk.get("/account/sign-out-everywhere").status_code == 200
    assert desk.post("/account/sign-out-everywhere", {"entry": new_id()})["Location"] == "/sign-in"
    assert not is_in(desk)
    assert not is_in(phone)
    assert is_in(other)
    assert history(cast.sami.id)[-1].kind == "access.sessions_ended"


def test_an_administrator_signs_somebody_out_and_it_is_written_down(programme, cast):
    phone, entry = client_for(cast.sami), new_id()
    actions.end_sessions(cast.adam, staff=cast.sami.id, entry=entry)
    assert not is_in(phone)
    again = client_for(cast.sami)
    actions.end_sessions(cast.adam, staff=cast.sami.id, entry=entry)  # the same page, sent twice
    assert is_in(again)
    assert history(cast.sami.id)[-1].author == cast.adam.id
    with pytest.raises(NotFound):
        actions.end_sessions(cast.adam, staff=new_id())
    programme.check_rebuild()


def test_a_new_password_keeps_this_session_under_another_key_and_ends_the_others(cast):
    here, elsewhere = client_for(cast.sami), client_for(cast.sami)
    before = here.session.session_key
    said = {"oldpassword": PASSWORD, "password1": "olives on the roof", "password2": "olives on the roof"}
    assert here.post("/account/password", said).status_code == 302
    assert is_in(here)
    assert here.cookies["onward_session"].value != before
    stale = Client()
    stale.cookies["onward_session"] = before
    assert not is_in(stale)
    assert not is_in(elsewhere)


def test_a_session_that_was_signed_out_opens_nothing_again(cast):
    client = client_for(cast.sami)
    kept = client.session.session_key
    client.post("/sign-out")
    thief = Client()
    thief.cookies["onward_session"] = kept
    assert not is_in(thief)


def test_a_session_that_somebody_else_chose_is_not_taken_up(cast):
    planted = Client()
    planted.cookies["onward_session"] = "chosenbysomebodyelse0123456789ab"
    username = Account.objects.get(staff=cast.sami.id).username
    assert planted.post("/sign-in", {"login": username, "password": PASSWORD}).status_code == 302
    assert planted.cookies["onward_session"].value != "chosenbysomebodyelse0123456789ab"


def test_signing_in_by_a_form_from_elsewhere_is_refused(cast):
    strict = Client(enforce_csrf_checks=True)
    said = {"login": Account.objects.get(staff=cast.sami.id).username, "password": PASSWORD}
    assert strict.post("/sign-in", said).status_code == 403
    assert strict.post("/sign-in", said, headers={"origin": "https://elsewhere.example"}).status_code == 403
