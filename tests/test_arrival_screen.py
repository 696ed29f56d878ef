import re
import time
from datetime import timedelta

import pytest
from django.urls import reverse

from onward.cases.actions import issue_card, note_identity, note_look
from onward.cases.events import NameSought
from onward.cases.models import Case
from onward.cases.queries import find_for
from onward.config.folder import Looks
from onward.journal.reading import history
from onward.kit.dates import now
from onward.kit.ids import new_id
from onward.reception.models import Arrival
from onward.reception.rules.looking import STEP_S
from tests.cast import client_for
from tests.residents import arrive

URL = "/arrivals/new/"
HOSTILE = [
    "x" * 10_000,
    "😀👩‍👧",
    "\u202e\u2067אבג",
    "'; DROP TABLE cases_case; --",
    "<script>alert(1)</script>",
    "{{ 7|add:7 }}",
]


@pytest.fixture
def rosa(programme, cast):
    return client_for(cast.rosa)


def form(cast, **said):
    return {
        "entry": new_id(), "count": "1", "language": "fr", "happened_at": "2026-11-20T10:30", "site": cast.checkpoint
    } | said  # fmt: skip


def test_the_page_asks_for_little_and_knows_time_and_place(rosa, cast):
    page = rosa.get(URL)
    assert page.status_code == 200
    body = page.content.decode()
    assert f'value="{cast.checkpoint}" selected' in body
    assert re.search(r'name="happened_at" value="\d{4}-\d\d-\d\dT\d\d:\d\d"', body)
    assert "Azaz East" not in body


def test_one_person_needs_only_a_language(rosa, cast):
    filled = form(cast)
    answer = rosa.post(URL, filled)
    assert answer.status_code == 302
    assert answer.url == reverse("reception:see_arrival", args=[filled["entry"]])
    case = Case.objects.get()
    page = rosa.get(answer.url)
    assert case.name in page.content.decode()
    assert b"Print card" in page.content


def test_a_double_submit_writes_once_and_leads_to_the_same_page(rosa, cast):
    filled = form(cast, count="2")
    first, second = rosa.post(URL, filled), rosa.post(URL, filled)
    assert first.url == second.url
    assert Case.objects.count() == 2


def test_without_a_language_nothing_is_lost_and_nothing_written(rosa, cast):
    filled = form(cast, language="", **{"p0-name": "Амина", "p0-needs": ["hurt"], "p0-belongings": "ring\nphone"})
    page = rosa.post(URL, filled)
    assert page.status_code == 422
    body = page.content.decode()
    assert "Choose the language the person speaks." in body
    assert "Амина" in body
    assert "ring\nphone" in body
    assert re.search(r'value="hurt"[^>]*checked', body)
    assert Case.objects.count() == 0


def test_adding_a_person_keeps_everything_typed_and_judges_nothing(rosa, cast):
    filled = form(cast, language="", people="add", **{"p0-name": "Bakir", "p0-sex": "man", "given": ["water"]})
    page = rosa.post(URL, filled)
    assert page.status_code == 200
    body = page.content.decode()
    assert "Bakir" in body
    assert 'name="p1-name"' in body
    assert 'name="count" value="2"' in body
    assert re.search(r'value="water"[^>]*checked', body)
    assert filled["entry"] in body
    assert "Choose the language" not in body
    less = rosa.post(URL, filled | {"count": "2", "people": "remove"}).content.decode()
    assert 'name="p1-name"' not in less


def test_several_people_with_all_that_can_be_said(rosa, cast):
    said = {
        "p0-sex": "woman", "p0-age": "adult", "p0-needs": ["hurt", "hungry"], "p0-with_whom": "companions",
        "p0-name": "Amina", "p0-nationality": "France", "p0-belongings": " ring \n\n phone ",
        "p1-sex": "woman", "p1-with_whom": "companions",
    }  # fmt: skip
    filled = form(cast, count="2", other_language="so", told=["next"], given=["food"], interpreter="on", **said)
    assert rosa.post(URL, filled).status_code == 302
    first, second = Arrival.objects.order_by("position")
    assert (first.language, first.interpreter, first.told_language) == ("so", True, "so")
    assert first.belongings == ["ring", "phone"]
    assert second.with_whom == "companions"
    assert [case.id for case in find_for(cast.rosa, "amina")] == [first.stream]
    receipt = rosa.get(reverse("reception:see_receipt", args=[first.stream])).content.decode()
    assert "ring" in receipt
    assert "Amina" not in receipt


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_words_are_kept_as_words_or_refused_in_one_sentence(rosa, cast, value):
    page = rosa.post(URL, form(cast, **{"p0-name": value, "p0-nationality": value, "look": value}))
    assert page.status_code in (302, 422)
    assert b"<script>alert" not in page.content
    assert Case.objects.count() == (page.status_code == 302)
    if page.status_code == 302 and any(sign.isalpha() for sign in value):
        assert len(find_for(cast.rosa, value)) == 1


@pytest.mark.parametrize(
    "absurd",
    [
        {"site": "0" * 32}, {"language": "klingon"}, {"happened_at": "yesterday"}, {"happened_at": "0001-01-01T00:00"},
        {"happened_at": "2999-01-01T00:00"}, {"count": "-4", "p0-sex": "dragon"}, {"count": "99999", "p0-age": "7"},
        {"entry": "x"}, {"entry": ""}, {"p0-needs": ["sleep"]}, {"p0-name": "a\x00b"}, {"given": ["gold"]},
        {"p0-belongings": "ring\n" * 41},
    ],
)  # fmt: skip
def test_absurd_values_get_422_and_write_nothing(rosa, cast, absurd):
    page = rosa.post(URL, form(cast) | absurd)
    assert page.status_code == 422
    assert b'class="error"' in page.content or b"notice late" in page.content
    assert Case.objects.count() == 0


def looked(client, cast, words):
    page = client.post(f"{URL}look/", form(cast, look=words, **{"p0-name": "typed"}))
    assert page.status_code == 200
    assert b"typed" in page.content
    return page.content.decode().partition('id="look"')[2].partition("</section>")[0]


def test_look_first_finds_by_case_name_card_and_name_at_the_own_site(programme, cast, rosa):
    case = arrive(programme, cast.checkpoint, case_name="Quiet Cedar", custody=cast.group)
    note_identity(cast.rosa, case=case, names=("Amina",))
    card = issue_card(cast.rosa, case=case)
    for words in ("quiet cedar", "AMINA", card.number):
        assert "Quiet Cedar" in looked(rosa, cast, words)


@pytest.mark.parametrize("words", ["", " ", *HOSTILE, "%", "a\x00b"])
def test_looking_for_odd_words_finds_nobody_and_breaks_nothing(programme, cast, rosa, words):
    arrive(programme, cast.checkpoint, case_name="Quiet Cedar", custody=cast.group)
    assert "Quiet Cedar" not in looked(rosa, cast, words)


def test_looking_again_by_address_leads_to_an_empty_form(rosa):
    assert rosa.get(f"{URL}look/").url == URL


def test_look_first_is_no_oracle(programme, cast, rosa):
    elsewhere = arrive(programme, cast.east, case_name="Still Harbour", custody=cast.group)
    note_identity(cast.sami, case=elsewhere, names=("Amina",))
    card = issue_card(cast.salma, case=elsewhere)
    for hit, miss in (("still harbour", "clear harbour"), ("Amina", "Asmaa"), (card.number, "00000000")):
        hit_page, miss_page = looked(rosa, cast, hit), looked(rosa, cast, miss)
        assert hit_page.replace(hit, "") == miss_page.replace(miss, "")


def test_another_site_gets_404_and_another_role_403(programme, cast, rosa):
    filled = form(cast)
    rosa.post(URL, filled)
    case = Case.objects.get().id
    for name, key in (("see_arrival", filled["entry"]), ("see_receipt", case)):
        assert client_for(cast.wafa).get(reverse(f"reception:{name}", args=[key])).status_code == 404
        assert client_for(cast.adam).get(reverse(f"reception:{name}", args=[key])).status_code == 403
    assert client_for(cast.salma).get(URL).status_code == 403
    assert rosa.get(reverse("reception:see_arrival", args=["nonsense"])).status_code == 404


def test_the_list_of_arrivals_walks_on(programme, cast, rosa):
    for _number in range(26):
        arrive(programme, cast.checkpoint, custody=cast.group)
    page = rosa.get("/arrivals/")
    assert page.content.decode().count("/arrivals/0") == 25
    older = re.search(r'href="(\?after=[0-9a-f]{32})"', page.content.decode())[1]
    assert rosa.get(f"/arrivals/{older}").content.decode().count("/arrivals/0") == 1
    assert client_for(cast.salma).get("/arrivals/").status_code == 200


def test_as_one_types_the_answer_alone_is_sent_and_one_form_is_one_entry(programme, cast, rosa):
    elsewhere = arrive(programme, cast.east, case_name="Still Harbour", custody=cast.group)
    note_identity(cast.sami, case=elsewhere, names=("محمد الحسن",))
    entry, answers = new_id(), []
    for words in ("Mohamed", "Mohamed Hassan", "Wolfgang Amadeus"):
        begun = time.monotonic()
        answer = rosa.post(f"{URL}look/", {"look": words, "entry": entry}, headers={"HX-Request": "true"})
        del answer.headers["Expires"]  # the moment of the answer: the next second is another
        answers.append((answer.content, dict(answer.headers), time.monotonic() - begun > STEP_S))
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0].startswith(b'<div id="looked"')
    assert b"Recorded; a tracing officer will call" in answers[0][0]
    looks = [one for one in history(cast.rosa.id) if isinstance(one.event, NameSought)]
    assert len(looks) == 1
    assert looks[0].event == NameSought(where="reception", site=cast.checkpoint)


def test_beyond_the_quota_nothing_is_looked_for_and_it_is_said(programme, cast, rosa, settings):
    settings.LOOKS = Looks(hourly=1)
    case = arrive(programme, cast.checkpoint, case_name="Quiet Cedar", custody=cast.group)
    note_identity(cast.rosa, case=case, names=("Amina",))
    assert "Quiet Cedar" in looked(rosa, cast, "Amina")
    again = looked(rosa, cast, "Amina")
    assert "Quiet Cedar" not in again
    assert "oversight sees that you asked" in again


def test_a_form_of_an_earlier_hour_looks_no_further_without_a_new_entry(programme, cast, settings):
    settings.LOOKS = Looks(hourly=1)
    form_of_then = new_id()
    assert note_look(cast.rosa, where="reception", form=form_of_then)
    with programme.at(now() + timedelta(minutes=61)):
        assert note_look(cast.rosa, where="reception", form=new_id())
        assert not note_look(cast.rosa, where="reception", form=form_of_then)
