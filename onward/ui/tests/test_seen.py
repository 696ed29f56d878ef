"""The look as people see it: in Chromium, under the programme's own content security policy."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from csp.middleware import CSPMiddleware
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.templatetags.static import static
from django.test import RequestFactory
from django.utils import translation

from onward.ui.tests.guide import guide_page
from tests.browser import barriers, overflow, shot, small_targets

pytestmark = pytest.mark.browser
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
PREFIX = static("ui/look.css").removesuffix("ui/look.css")


@pytest.fixture
def guide(chromium):
    """Show the guide in a window of `width`; says nothing in the console, asks nobody else."""
    contexts = []

    def show(language="en", width=1280, scheme="light", media="screen", scripts=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.emulate_media(media=media, color_scheme=scheme)
        page.said, page.bytes = [], 0
        page.on("console", lambda message: page.said.append(message.text))
        with translation.override(language):
            html = guide_page()
        page.route("**/*", lambda route: answer(page, route, html))
        page.goto("http://onward.test/cases/1")
        return page

    yield show
    for context in contexts:
        context.close()


def answer(page, route, html):
    path = urlsplit(route.request.url).path
    if path == "/cases/1":
        request = RequestFactory().get(path)
        policy = CSPMiddleware(lambda _: HttpResponse())(request)["Content-Security-Policy"]
        page.bytes += len(gzip.compress(html.encode()))
        route.fulfill(body=html, content_type="text/html", headers={"Content-Security-Policy": policy})
        return
    found = finders.find(path.removeprefix(PREFIX))
    if not found:
        route.fulfill(status=404, body="")
        return
    body = Path(found).read_bytes()
    suffix = Path(found).suffix
    page.bytes += len(body) if suffix == ".woff2" else len(gzip.compress(body))
    route.fulfill(body=body, content_type=TYPES[suffix])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_stands_in_the_way(guide, width, language, scheme):
    page = guide(language, width, scheme)
    shot(page, f"guide-{language}-{width}-{scheme}")
    assert overflow(page) == 0
    assert small_targets(page) == []
    assert barriers(page) == []
    assert page.said == []


def test_it_prints(guide):
    page = guide(media="print", width=794)
    shot(page, "guide-print")
    assert not page.locator(".top").is_visible()
    assert page.locator("h1").is_visible()


def test_a_first_visit_is_small(guide):
    page = guide("ar", 360)
    assert 15_000 < page.bytes <= 120_000


def test_the_slash_leads_to_the_search_box(guide):
    page = guide()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("a/b")
    assert page.locator("[name=q]").input_value() == "a/b"


def test_it_stands_without_scripts(guide):
    assert guide(scripts=False).locator("button.go").is_visible()
