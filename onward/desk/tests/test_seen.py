"""The pages of the desk, looked at on a desk and a phone, light and dark, from left and from right, and on paper."""

import pytest
from django.urls import reverse

from tests.browser import barriers, shot
from tests.cast import client_for

pytestmark = pytest.mark.browser

LOOKS = {"en": [(1280, "light"), (360, "light"), (1280, "dark")], "ar": [(360, "dark"), (1280, "light")]}


def answers(cast, story, language):
    people = {"case": cast.sami, "residents": cast.cora, "unexplained": cast.nadia, "find": cast.sami}
    for name, actor in people.items():
        client = client_for(actor)
        client.cookies["onward_language"] = language
        if name == "find":
            yield name, client.post(reverse("desk:find"), {"q": "e"})
        else:
            yield name, client.get(reverse(f"desk:{name}", args=[story.quiet] if name == "case" else []))
    for role, actor in cast.staff.items():
        client = client_for(actor)
        client.cookies["onward_language"] = language
        yield f"today-{role}", client.get(reverse("desk:today"))


@pytest.mark.parametrize("language", LOOKS)
def test_nothing_stands_in_the_way(show, cast, story, language):
    found = []
    for name, answer in answers(cast, story, language):
        assert answer.status_code == 200, name
        shown = show(answer.content.decode(), answer["Content-Security-Policy"])
        found += shown.faults(f"desk-{name}-{language}", *LOOKS[language])
    assert found == []


def test_a_file_prints(show, cast, story):
    answer = client_for(cast.sami).get(reverse("desk:case", args=[story.quiet]))
    page = show(answer.content.decode(), answer["Content-Security-Policy"], width=794, media="print").page
    shot(page, "desk-case-print")
    assert page.locator("h1").is_visible()
    assert not page.locator(".top").is_visible()


def test_the_menu_opens_by_key_and_every_act_in_it_is_reached(show, cast, story):
    answer = client_for(cast.sami).get(reverse("desk:case", args=[story.quiet]))
    page = show(answer.content.decode(), answer["Content-Security-Policy"], width=1280).page
    page.locator(".more summary").focus()
    page.keyboard.press("Enter")
    shot(page, "desk-case-menu")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.more') !== null")
    assert barriers(page) == []
