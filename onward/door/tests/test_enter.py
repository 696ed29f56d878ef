"""In with a card and a PIN; out in one touch; never two people in one session."""

import time

import pytest
from django.test import Client

from onward.access.views import signed_in
from onward.cases.actions import issue_card, revoke_card
from onward.door.views import entering
from onward.kit.ids import new_id
from tests.cast import client_for, resident

REFUSED = "do not open a page"


@pytest.fixture(autouse=True)
def _in_no_time(monkeypatch):
    monkeypatch.setattr(entering, "SAME_TIME", 0)
    signed_in._last_seen.clear()


def enter(code, pin, client=None):
    client = client or Client()
    return client, client.post("/door/", {"code": code, "pin": pin})


def sentence(answer):
    page = answer.content.decode()
    return (answer.status_code, page[page.index('role="alert"') :].split("</p>")[0])


def wrong(pin):
    return f"{(int(pin) + 1) % 1_000_000:06d}"


def test_the_card_opens_its_own_page_however_the_code_is_typed(stay):
    typed = " ".join(stay.card.code[at : at + 4] for at in range(0, 26, 4)).lower()
    client, answer = enter(typed, stay.card.pin)
    assert (answer.status_code, answer["Location"]) == (302, "/door/way")
    page = client.get("/door/way")
    assert page.status_code == 200
    assert page["Cache-Control"] == "no-store"
    assert page.wsgi_request.actor.id == stay.case


def test_the_page_speaks_the_residents_own_language_first(stay):
    client, answer = enter(stay.card.code, stay.card.pin)
    assert answer.cookies["onward_language"].value == "fr"
    assert 'lang="fr"' in client.get("/door/way").content.decode()
    client.post("/language", {"language": "ar", "next": "/door/way"})
    assert 'dir="rtl"' in client.get("/door/way").content.decode()


def test_five_wrong_pins_lock_the_card_and_every_refusal_is_the_same(stay, cast):
    code, pin = stay.card.code, stay.card.pin
    said = {sentence(enter(code, wrong(pin))[1]) for _ in range(5)}
    said.add(sentence(enter(code, pin)[1]))
    said.add(sentence(enter("0" * 26, pin)[1]))
    said.add(sentence(enter("no code at all", "not six digits")[1]))
    assert len(said) == 1
    assert said.pop()[0] == 422
    card = issue_card(cast.salma, case=stay.case)
    assert sentence(enter(code, pin)[1])[0] == 422
    assert enter(card.code, card.pin)[1].status_code == 302


def test_what_is_missing_is_said_beside_its_field_and_the_pin_is_never_shown_again(stay):
    page = enter(stay.card.code, "")[1]
    assert page.status_code == 422
    assert stay.card.code in page.content.decode()
    page = enter(stay.card.code, "135790")[1].content.decode()
    assert REFUSED in page
    assert "135790" not in page


def test_every_refusal_takes_the_same_time(stay, monkeypatch):
    monkeypatch.setattr(entering, "SAME_TIME", 0.3)
    for code in (stay.card.code, "0" * 26, "odd"):
        begun = time.monotonic()
        enter(code, wrong(stay.card.pin))
        assert 0.3 <= time.monotonic() - begun < 0.6


def test_while_one_card_is_looked_at_another_is_put_off_at_once_and_no_try_is_counted(stay, monkeypatch):
    """Else whoever sends wrong cards all the time holds every thread of the server."""
    monkeypatch.setattr(entering, "SAME_TIME", 30)
    with entering._one_at_a_time:
        for _ in range(6):
            assert "Too many tries." in sentence(enter(stay.card.code, wrong(stay.card.pin))[1])[1]
        answer = enter(stay.card.code, stay.card.pin)[1]
    assert (answer.status_code, stay.card.pin in answer.content.decode()) == (503, False)
    assert enter(stay.card.code, stay.card.pin)[1].status_code == 302


def test_a_stopped_card_ends_the_page_that_it_opened(stay, cast):
    client = stay.browser()
    revoke_card(cast.salma, case=stay.case, reason="Lost.", entry=new_id())
    assert client.get("/door/way")["Location"] == "/door/"
    assert client.get("/door/questions")["Location"] == "/door/"


def test_the_way_out_ends_the_session_and_says_nothing(stay):
    client = Client(enforce_csrf_checks=True)
    client.cookies = stay.browser().cookies
    answer = client.post("/door/leave")
    assert answer["Location"] == "/door/month"
    assert answer["Clear-Site-Data"] == '"cookies", "storage"'
    assert not client.session.get("door_case")
    page = client.get("/door/month").content.decode()
    assert "Onward" not in page
    assert client.get("/door/way")["Location"] == "/door/"
    assert client.get("/door/leave").status_code == 405


def test_a_page_left_alone_for_ten_minutes_closes(stay, monkeypatch):
    clock = [time.time()]
    monkeypatch.setattr(signed_in.time, "time", lambda: clock[0])
    client = stay.browser()
    clock[0] += signed_in.DOOR_IDLE_SECONDS - 1
    assert client.get("/door/way").status_code == 200
    clock[0] += signed_in.DOOR_IDLE_SECONDS + 1
    assert client.get("/door/way")["Location"] == "/door/"


def test_a_page_closes_after_an_hour_however_busy(stay, monkeypatch):
    clock = [time.time()]
    monkeypatch.setattr(signed_in.time, "time", lambda: clock[0])
    client = stay.browser()
    opened = []
    for _ in range(8):
        clock[0] += signed_in.DOOR_IDLE_SECONDS - 1
        opened.append(client.get("/door/way").status_code)
    assert opened == [200] * 6 + [302] * 2


def test_staff_and_residents_never_share_a_session(stay, cast):
    client = client_for(cast.sami)
    key = client.session.session_key
    enter(stay.card.code, stay.card.pin, client)
    assert client.session.session_key != key
    assert "_auth_user_id" not in client.session
    assert client.get("/account").status_code == 403
    assert client.get(f"/residents/{stay.case}/history/").status_code == 403

    client = stay.browser()
    client.force_login(client_for(cast.sami).get("/account").wsgi_request.user)
    assert client.get("/door/way").status_code == 403
    assert client.get("/account").status_code == 200
    assert "door_case" not in client.session


def test_nobody_else_has_a_page_here(programme, cast):
    assert client_for(cast.nadia).get("/door/way").status_code == 403
    assert client_for(cast.nadia).get("/door/questions").status_code == 403
    assert Client().get("/door/way")["Location"] == "/door/"
    assert client_for(resident(new_id())).get("/door/way").status_code == 404


def test_no_address_of_the_door_names_a_case():
    from onward.door.urls import urlpatterns

    assert [each for each in urlpatterns if each.pattern.converters] == []
