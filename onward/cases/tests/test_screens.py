import re

import pytest
from django.urls import reverse

from onward.cases.actions import issue_card, note_identity
from onward.cases.models import Card, Opening
from onward.cases.queries import card_for, find_for
from onward.journal import reading
from onward.kit.ids import new_id
from tests.cast import client_for
from tests.residents import arrive, seen

HOSTILE = [
    "x" * 10_000,
    "😀👩‍👧",
    "\u202e\u2067אבג",
    "'; DROP TABLE cases_case; --",
    "<script>alert(1)</script>",
    "a\x00b",
]


@pytest.fixture
def case(programme, cast):
    return arrive(programme, cast.east, case_name="Quiet Cedar", by=cast.sami)


def url(name, case, *more):
    return reverse(f"cases:{name}", args=[case, *more])


def sent(client, name, case, *more, **said):
    """Load the page, fill it in, send it."""
    page = client.get(url(name, case, *more))
    assert page.status_code == 200, name
    hidden = dict(re.findall(r'type="hidden" name="(entry|version)" value="([^"]*)"', page.content.decode()))
    return client.post(url(name, case, *more), hidden | said)


def test_liberty_is_recorded_on_its_page(programme, cast, case):
    answer = sent(client_for(cast.sami), "record_liberty", case, may_leave="no", by="site command")
    assert answer.status_code == 302
    assert seen(case).liberty_by == "site command"


def test_the_case_worker_is_named_from_those_of_the_site(programme, cast, case):
    salma = client_for(cast.salma)
    page = salma.get(url("assign_case_worker", case)).content.decode()
    assert "Sami" in page
    assert "Omar" not in page
    assert sent(salma, "assign_case_worker", case, worker=cast.omar.id).status_code == 422
    assert sent(salma, "assign_case_worker", case, worker=cast.sami.id).status_code == 302
    assert seen(case).case_worker == cast.sami.id


def test_an_identity_is_noted_opened_with_a_reason_and_shown(programme, cast, case):
    sami = client_for(cast.sami)
    said = {"names": "Amīna\nأمينة", "aliases": "Umm Yusuf", "nationality": "France", "birth_year": "1996"}
    assert sent(sami, "note_identity", case, **said).status_code == 302
    assert sent(sami, "open_identity", case, reason="?").status_code == 422
    opened = sent(sami, "open_identity", case, reason="To write to the consulate")
    page = sami.get(opened.url)
    assert page["Cache-Control"].count("no-store")
    for word in ("Amīna", "أمينة", "Umm Yusuf", "France", "1996"):
        assert word in page.content.decode()
    assert client_for(cast.lina).get(opened.url).status_code == 404
    assert Opening.objects.count() == 1


def test_family_and_companions_are_linked_by_case_name(programme, cast, case):
    other = arrive(programme, cast.east, case_name="Clear River")
    arrive(programme, cast.west, case_name="Still Harbour")
    sami = client_for(cast.sami)
    for name in ("link_family", "note_companion"):
        for wrong in ("Still Harbour", "Nobody Here", "Quiet Cedar"):
            assert sent(sami, name, case, other=wrong).status_code == 422
        assert sent(sami, name, case, other="clear river").status_code == 302
        assert "Clear River" in sami.get(url(name, case)).content.decode()
    assert seen(other).family == seen(case).family != ""


def test_a_card_is_shown_once_in_print_and_holds_no_name(programme, cast, case):
    note_identity(cast.sami, case=case, names=("Amina",))
    salma, entry = client_for(cast.salma), new_id()
    page = salma.post(url("issue_card", case), {"entry": entry})
    body = page.content.decode()
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert "<svg" in body
    assert "Amina" not in body
    slips = body.partition('class="slips"')[2].partition('class="send"')[0]
    assert "Quiet Cedar" not in slips
    code = "".join(re.search(r'class="code">([^<]+)<', body)[1].split())
    pin = re.search(r'class="pin">(\d{6})<', body)[1]
    assert card_for(code, pin).id == case
    again = salma.post(url("issue_card", case), {"entry": entry})
    assert again.status_code == 422
    assert pin not in again.content.decode()
    assert Card.objects.count() == 1
    assert sent(salma, "issue_card", case).status_code == 200
    assert card_for(code, pin) is None


def test_a_card_is_stopped(programme, cast, case):
    salma = client_for(cast.salma)
    assert sent(salma, "revoke_card", case).status_code == 422
    issue_card(cast.salma, case=case)
    assert sent(salma, "revoke_card", case, reason="lost").status_code == 302
    assert Card.objects.count() == 0


def test_history_leads_to_correcting_and_withdrawing(programme, cast, case):
    sami = client_for(cast.sami)
    sent(sami, "record_liberty", case, may_leave="no", by="site comand")
    wrong = reading.version(case)
    assert url("correct_entry", case, wrong) in sami.get(url("see_history", case)).content.decode()
    said = {"happened_at": "2026-11-20T10:00", "may_leave": "no", "by": "site command", "why": "spelling"}
    assert sent(sami, "correct_entry", case, wrong, **said).status_code == 302
    assert seen(case).liberty_by == "site command"
    assert sent(sami, "withdraw_entry", case, wrong, why="").status_code == 422
    assert sent(sami, "withdraw_entry", case, wrong, why="not said").status_code == 302
    page = sami.get(url("see_history", case)).content.decode()
    assert "site command" in page
    assert seen(case).liberty_may_leave == "not_said"
    programme.check_rebuild()


def test_a_stale_page_gets_409_and_keeps_what_was_typed(programme, cast, case):
    sami = client_for(cast.sami)
    sent(sami, "record_liberty", case, may_leave="yes")
    old = {"entry": new_id(), "version": reading.history(case)[0].id, "may_leave": "no", "by": "typed before"}
    page = sami.post(url("record_liberty", case), old)
    assert page.status_code == 409
    assert b"typed before" in page.content
    assert seen(case).liberty_may_leave == "yes"


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("record_liberty", {"may_leave": "no", "by": "*", "ground": "*"}),
        ("note_identity", {"names": "*", "aliases": "*", "nationality": "*"}),
        ("open_identity", {"reason": "*"}),
        ("link_family", {"other": "*"}),
        ("note_companion", {"other": "*"}),
    ],
)
def test_hostile_words_do_no_harm(programme, cast, case, name, said, value):
    before = reading.version(case)
    answer = sent(
        client_for(cast.sami), name, case, **{field: word.replace("*", value) for field, word in said.items()}
    )
    assert answer.status_code in (302, 422)
    assert b"<script>alert" not in answer.content
    assert (reading.version(case) != before) == (answer.status_code == 302)
    if name == "note_identity" and answer.status_code == 302 and any(sign.isalpha() for sign in value):
        assert [found.id for found in find_for(cast.sami, value)] == [case]


PAGES = (
    "note_identity",
    "open_identity",
    "record_liberty",
    "link_family",
    "note_companion",
    "issue_card",
    "see_history",
)


@pytest.mark.parametrize("name", PAGES)
def test_another_site_gets_404_and_another_role_403(programme, cast, case, name):
    assert client_for(cast.omar).get(url(name, case)).status_code == 404
    assert client_for(cast.adam).get(url(name, case)).status_code == 403
    assert client_for(cast.sami).get(url(name, "nonsense")).status_code == 404
