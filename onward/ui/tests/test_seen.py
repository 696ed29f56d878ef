"""The look as people see it: in Chromium, under the programme's own content security policy."""

import pytest
from csp.middleware import CSPMiddleware
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from onward.ui.tests.guide import LINKS, guide_page
from tests.browser import barriers, overflow, shot

pytestmark = pytest.mark.browser


@pytest.fixture
def guide(show):
    policy = CSPMiddleware(lambda _: HttpResponse())(RequestFactory().get("/"))["Content-Security-Policy"]

    def shown(language="en", width=1280, scheme="light", **more):
        with translation.override(language):
            return show(guide_page(), policy, width=width, scheme=scheme, **more)

    return shown


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_stands_in_the_way(guide, language):
    looks = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]
    assert guide(language).faults(f"guide-{language}", *looks) == []


def test_it_prints(guide):
    page = guide(media="print", width=794).page
    shot(page, "guide-print")
    assert not page.locator(".top").is_visible()
    assert page.locator("h1").is_visible()


def test_a_first_visit_is_small(guide):
    assert 15_000 < guide("ar", 360, first=True).bytes <= 120_000


def test_the_slash_leads_to_the_search_box(guide):
    page = guide().page
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("a/b")
    assert page.locator("[name=q]").input_value() == "a/b"


def test_it_stands_without_scripts(guide):
    assert guide(scripts=False).page.locator("button.go").is_visible()


def test_links_beyond_six_fold_away_and_every_one_is_reached_by_key(guide):
    for width in (360, 1280):
        page = guide(width=width).page
        top = page.locator(".top nav")
        assert top.bounding_box()["height"] < 100
        assert page.locator(".find").bounding_box()["y"] < 100
        assert not page.get_by_role("link", name="Journeys").is_visible()
        top.locator("summary").focus()
        page.keyboard.press("Enter")
        assert page.get_by_role("link", name="Journeys").is_visible()
        assert top.locator("a").count() == len(LINKS)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Papers kept"
        assert overflow(page) == 0
        assert barriers(page) == []
        shot(page, f"guide-menu-{width}")
