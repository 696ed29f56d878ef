"""The look holds together: every component draws, nothing inline, one title a page."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from onward.kit.dates import today
from onward.ui.navigation import links_for
from onward.ui.templatetags.look import dated, day_words, days, due
from onward.ui.tests.guide import guide_page

UI = Path(__file__).parents[1]
INLINE = re.compile(r"<[^>]*\s(style|on[a-z]+)=|<style|<script(?![^>]*\ssrc=)|javascript:")


def test_every_component_draws():
    page = guide_page()
    assert page.count("<h1>") == 1
    assert "<h1>Quiet Cedar</h1>" in page
    assert 'aria-current="page">Residents' in page


def test_nothing_is_inline():
    assert not INLINE.search(guide_page())


def test_the_page_turns_with_the_language():
    with translation.override("ar"):
        assert '<html lang="ar" dir="rtl">' in guide_page()
    with translation.override("fr"):
        assert '<html lang="fr" dir="ltr">' in guide_page()


def test_a_mistake_stands_beside_its_field():
    page = guide_page()
    place = re.search(r'<input[^>]*name="place"[^>]*>', page)
    assert place
    assert 'aria-invalid="true"' in place[0]
    assert "id_place_helptext id_place_error" in place[0]
    assert 'id="id_place_error"' in page


@pytest.mark.parametrize("code", ["errors/403", "errors/404", "errors/409", "errors/422", "errors/500", "ui/locked"])
def test_an_error_page_needs_no_request_and_no_database(code):
    page = render_to_string(f"{code}.html")
    assert page.count("<h1>") == 1


def test_the_sheet_is_small_and_asks_nobody_else():
    sheet = (UI / "static/ui/look.css").read_text()
    assert len(sheet.splitlines()) <= 500
    assert "http" not in sheet
    assert "@import" not in sheet


def test_days_are_said_as_people_say_them():
    now = today()
    assert days(1) == "1 day"
    assert days(3) == "3 days"
    assert due(now) == "today"
    assert due(now + timedelta(days=1)) == "tomorrow"
    assert due(now - timedelta(days=3)) == "3 days late"


def test_months_are_named_as_in_syria():
    with translation.override("ar"):
        assert "تموز" in day_words(today().replace(month=7, day=3))
        assert dated(date(2026, 7, 3)) == "3 تموز 2026"


def test_the_first_of_a_month_is_said_as_in_french():
    with translation.override("fr"):
        assert day_words(today().replace(month=7, day=1)).startswith("1er juillet")
        assert day_words(today().replace(month=7, day=21)).startswith("21 juillet")


@pytest.mark.parametrize(
    ("path", "current"), [("/", "Today"), ("/cases/1", "Residents"), ("/cases/new/", "Arrivals"), ("/elsewhere", None)]
)
def test_the_closest_link_is_the_current_one(path, current):
    links = links_for(
        RequestFactory().get(path), [("Today", "/"), ("Residents", "/cases/"), ("Arrivals", "/cases/new/")]
    )
    assert [link.label for link in links if link.current] == ([current] if current else [])
