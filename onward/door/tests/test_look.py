"""The resident's pages as people see them: on a small telephone, in three languages, in the dark, on paper."""

import re

import pytest

from onward.homecoming.tests.story import CONSULATE
from tests.browser import shot

pytestmark = pytest.mark.browser

PAGES = {"way": "/door/way", "questions": "/door/questions", "card": "/door/", "month": "/door/month"}
LOOKS = {
    "en": [(360, "light"), (1280, "light")],
    "ar": [(320, "light"), (1280, "dark")],
    "fr": [(320, "dark")],
}


@pytest.fixture
def look(stay, show):
    client = stay.lived().browser()

    def looked(address, language, **more):
        client.cookies["onward_language"] = language
        answer = client.get(address)
        return show(answer.content.decode(), answer["Content-Security-Policy"], **more)

    return looked


@pytest.mark.parametrize("page", PAGES)
def test_nothing_stands_in_the_way(look, page):
    for language, looks in LOOKS.items():
        assert look(PAGES[page], language).faults(f"door-{page}-{language}", *looks) == []


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_it_prints_on_one_page_without_names(look, language, tmp_path):
    page = look("/door/way", language, width=720, media="print").page
    shot(page, f"door-print-{language}")
    seen = page.inner_text("body")
    assert not [name for name in ("Sami", "Lina", "Salma", CONSULATE, "Azaz Group") if name in seen]
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", print_background=False))) == 1


def test_a_code_in_the_address_moves_into_the_field_and_is_gone_from_the_bar(look):
    shown = look("/door/", "en", width=360)
    shown.page.evaluate("location.hash = 'ABCDEFGH0123456789ABCDEFGH'")
    shown.page.wait_for_function("!location.hash")
    assert shown.page.input_value("input[name=code]") == "ABCDEFGH0123456789ABCDEFGH"
    assert shown.page.evaluate("document.activeElement.name") == "pin"
    assert shown.page.url == "http://onward.test/"


def test_without_colour_and_scripts_it_says_the_same(look):
    page = look("/door/way", "en", width=320, scripts=False).page
    seen = page.inner_text("main")
    assert "38 days that nobody can explain" in seen
    assert "Print this page" not in seen
