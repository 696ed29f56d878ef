import re

import pytest
from django.core.cache import cache

from onward.access import queries
from onward.access.models import Account
from onward.journal.reading import version
from onward.kit.ids import new_id
from tests.cast import client_for


def said(cast, **more):
    return {
        "entry": new_id(),
        "name": "Tariq",
        "roles": ["site_manager"],
        "organisation": cast.relief,
        "sites": [cast.east],
        "languages": ["ar"],
        "username": "sage-heron-407",
    } | more


def test_adding_shows_the_password_once(cast):
    client, sent = client_for(cast.adam), said(cast)
    answer = client.post("/staff/add", sent)
    page = answer.content.decode()
    password = re.search(r"\b(?:[a-z2-9]{4}-){3}[a-z2-9]{4}\b", page)[0]
    assert Account.objects.get(username="sage-heron-407").check_password(password)
    assert "no-store" in answer["Cache-Control"]
    again = client.post("/staff/add", sent)
    assert again.status_code == 302
    assert password not in client.get(again["Location"]).content.decode()
    assert "Tariq" in client.get("/staff").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"roles": []},
        {"roles": ["king"]},
        {"sites": ["<script>"]},
        {"organisation": "x"},
        {"username": "../../etc"},
        {"entry": "1"},
        {"name": "x" * 5000},
        {"languages": ["klingon"]},
        {"roles": ["oversight", "case_worker"]},
        {"sites": []},
    ],
)
def test_what_does_not_hold_is_said_and_nothing_is_written(cast, wrong):
    answer = client_for(cast.adam).post("/staff/add", said(cast, **wrong))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'class="error"' in page or 'role="alert"' in page
    assert "<script>" not in page
    assert not Account.objects.filter(username=said(cast)["username"]).exists()


def test_changing_and_a_stale_page(cast):
    client, seen = client_for(cast.adam), version(cast.sami.id)
    page = client.get(f"/staff/{cast.sami.id}/change").content.decode()
    assert 'value="Sami"' in page
    sent = said(cast, name="Sami", roles=["case_worker", "site_manager"], version=seen)
    assert client.post(f"/staff/{cast.sami.id}/change", sent).status_code == 302
    assert queries.staff_for(cast.adam, cast.sami.id).roles == ["case_worker", "site_manager"]
    assert client.post(f"/staff/{cast.sami.id}/change", sent | {"entry": new_id()}).status_code == 409


def half_on(page):
    return re.search(r"\b[a-z2-9]{4}-[a-z2-9]{4}\b(?=</b>|-…)", page)[0]


def test_two_people_give_a_password_by_halves_and_only_then_the_old_one_ends(cast):
    cache.clear()
    theirs, adam, nadia = client_for(cast.sami), client_for(cast.adam), client_for(cast.nadia)
    assert "present password works" in adam.get(f"/staff/{cast.sami.id}/renew").content.decode()
    sent = {"entry": new_id(), "version": version(cast.sami.id)}
    first = half_on(adam.post(f"/staff/{cast.sami.id}/renew", sent).content.decode())
    assert theirs.get("/account").status_code == 200
    assert "waits for a second person" in adam.get("/staff").content.decode()
    page = nadia.get(f"/staff/{cast.sami.id}").content.decode()
    assert "Roles to agree to" in nadia.get("/today").content.decode()
    agree = re.search(r'href="([^"]+/agree)"', page)[1]
    assert agree not in adam.get(f"/staff/{cast.sami.id}").content.decode()
    answer = nadia.post(agree, {"entry": new_id()})
    second = half_on(answer.content.decode())
    assert "no-store" in answer["Cache-Control"]
    assert first not in answer.content.decode()
    assert theirs.get("/account")["Location"].startswith("/sign-in")
    account = Account.objects.get(staff=cast.sami.id)
    assert account.must_choose_password
    assert account.check_password(f"{first}-{second}")
    assert "a new password" in nadia.get("/staff/given").content.decode()


def test_ending(cast):
    client = client_for(cast.adam)
    assert "closes at once" in client.get(f"/staff/{cast.sami.id}/end").content.decode()
    sent = {"entry": new_id(), "version": version(cast.sami.id), "reason": "moved away"}
    assert client.post(f"/staff/{cast.sami.id}/end", sent)["Location"] == "/staff"
    assert "Former staff" in client.get("/staff").content.decode()


def test_oversight_looks_but_changes_nothing(cast):
    client = client_for(cast.nadia)
    page = client.get(f"/staff/{cast.sami.id}").content.decode()
    assert "Sami" in page
    assert f"/staff/{cast.sami.id}/change" not in page
    assert Account.objects.get(staff=cast.sami.id).username not in page
    assert client.post(f"/staff/{cast.sami.id}/end", {}).status_code == 403
    assert client_for(cast.adam).get(f"/staff/{new_id()}").status_code == 404
