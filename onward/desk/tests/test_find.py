import logging
import time

import pytest
from django.urls import reverse

from onward.cases.actions import note_identity
from onward.kit.ids import new_id
from onward.reception.rules.looking import STEP_S
from tests.cast import client_for

URL = reverse("desk:find")


def test_a_full_case_name_leads_to_the_file(cast, story):
    answer = client_for(cast.sami).post(URL, {"q": story.name(story.quiet).lower()})
    assert answer.status_code == 302
    assert answer.url == reverse("desk:case", args=[story.quiet])


def test_part_of_a_name_a_place_and_a_site_are_found(cast, story):
    salma = client_for(cast.salma)
    for words in (story.name(story.quiet)[:4], "tents 1"):
        found = salma.post(URL, {"q": words})
        page = found.content.decode() if found.status_code == 200 else found.url
        assert story.quiet in page
    assert "Azaz East" in salma.post(URL, {"q": "azaz"}).content.decode()


def test_a_name_is_found_only_by_those_who_may_open_identities(cast, story):
    note_identity(cast.sami, case=story.quiet, names=("Amīna",), entry=new_id())
    assert story.quiet in client_for(cast.sami).post(URL, {"q": "AMINA"}).content.decode()
    assert story.quiet not in client_for(cast.salma).post(URL, {"q": "AMINA"}).content.decode()
    assert story.quiet not in client_for(cast.omar).post(URL, {"q": "AMINA"}).content.decode()


def test_what_is_looked_for_stands_in_no_address_and_no_log(cast, story, caplog):
    caplog.set_level(logging.DEBUG)
    answer = client_for(cast.sami).post(URL, {"q": "Amina Canary"})
    assert answer.status_code == 200
    assert "canary" not in caplog.text.lower()
    assert 'method="post" role="search"' in answer.content.decode()
    assert 'value="Amina' in answer.content.decode()
    asked = client_for(cast.sami).get(URL, {"q": story.name(story.quiet)})
    assert story.quiet not in asked.content.decode()


@pytest.mark.parametrize(
    "words", ["", " ", "x" * 10_000, "%", "_", "'; DROP TABLE cases_case; --", "\0", "😀", "\u202e"]
)
def test_odd_words_find_nobody_and_break_nothing(cast, story, words):
    answer = client_for(cast.sami).post(URL, {"q": words})
    assert answer.status_code == 200
    assert story.quiet not in answer.content.decode()


def test_another_site_finds_nobody(cast, story):
    answer = client_for(cast.omar).post(URL, {"q": story.name(story.quiet)})
    assert answer.status_code == 200
    assert story.quiet not in answer.content.decode()


def test_a_name_takes_as_long_whomever_it_finds(cast, story):
    note_identity(cast.sami, case=story.quiet, names=("Amina Hassan",), entry=new_id())
    for words in ("Amina Hassan", "Wolfgang Amadeus"):
        begun = time.monotonic()
        client_for(cast.omar).post(URL, {"q": words})
        assert time.monotonic() - begun > STEP_S
