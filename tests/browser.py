"""A real Chromium for tests, and what every page shown in it is held to."""

import gzip
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

from tools.chromium import find

ROOT = Path(__file__).parents[1]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
SHOTS = ROOT / "artefacts/screens"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


# One process for all pages: each window would start one of its own, and a spare one for the page after.
ARGUMENTS = ["--no-sandbox", "--renderer-process-limit=1"]

Look = tuple[int, str]
"""A width in pixels, and light or dark."""
BOTH: tuple[Look, ...] = ((1280, "light"), (360, "light"))


class Shown:
    """A page shown without a server: its HTML as given, its static files as served, what it said and weighed."""

    def __init__(self, page: Page, html: str, policy: str) -> None:
        self.page, self.html, self.policy = page, html, policy
        self.said: list[str] = []
        self.bytes = 0
        self.prefix = static("ui/look.css").removesuffix("ui/look.css")

    def show(self) -> None:
        """Load it."""
        self.page.on("console", self._hear)
        self.page.goto("http://onward.test/")

    def _hear(self, message: ConsoleMessage) -> None:
        if not message.text.startswith("[DOM]"):  # a browser's advice on password managers, which this work avoids
            self.said.append(message.text)

    def answer(self, route: Route) -> None:
        """What the browser asks for: this page, or a static file."""
        path = urlsplit(route.request.url).path
        if path == "/":
            self.bytes += len(gzip.compress(self.html.encode()))
            headers = {"Content-Security-Policy": self.policy}
            route.fulfill(body=self.html, content_type="text/html", headers=headers)
            return
        found = finders.find(path.removeprefix(self.prefix))
        if not found:
            route.fulfill(status=404, body="")
            return
        body = Path(found).read_bytes()
        self.bytes += len(body) if path.endswith(".woff2") else len(gzip.compress(body))
        route.fulfill(body=body, content_type=TYPES[Path(found).suffix])

    def faults(self, name: str, *looks: Look) -> list[str]:
        """All that stands in anyone's way on this page, in each of these looks: one line each, and a picture."""
        found = []
        for width, scheme in looks or BOTH:
            self.page.set_viewport_size({"width": width, "height": 800})
            self.page.emulate_media(color_scheme=scheme)
            shot(self.page, f"{name}-{width}-{scheme}")
            wrong = [*barriers(self.page), *small_targets(self.page)]
            if over := overflow(self.page):
                wrong.append(f"scrolls sideways by {over} pixels")
            found += [f"{name} at {width}, {scheme}: {one}" for one in wrong]
        return found + [f"{name} said: {one}" for one in self.said]

    def over(self) -> None:
        """Leave the window to the next page, which hears only itself."""
        self.page.remove_listener("console", self._hear)


class Window:
    """One window of the browser for all pages that are shown without a server: each starts with nothing kept."""

    def __init__(self, chromium: Browser, *, scripts: bool) -> None:
        self.context = chromium.new_context(java_script_enabled=scripts, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.shown: Shown | None = None
        # One for all pages: what the page before still asks for as it goes is answered too.
        self.page.route("**/*", lambda route: self.shown.answer(route) if self.shown else route.abort())

    def show(self, html: str, policy: str, *, width: int, scheme: str, media: str) -> Shown:
        if self.shown:
            self.shown.over()
            self.context.clear_cookies()
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(media=media, color_scheme=scheme)
        self.shown = Shown(self.page, html, policy)
        self.shown.show()
        return self.shown


@pytest.fixture(scope="session")
def panes(chromium: Browser) -> dict[bool, Window]:
    """The windows that `show` uses: one with scripts, one without."""
    return {scripts: Window(chromium, scripts=scripts) for scripts in (True, False)}


@pytest.fixture
def show(chromium: Browser, panes: dict[bool, Window]) -> Iterator[Any]:
    """Show HTML: `show(html, policy, width=360, scheme="dark")`. The page shown before is gone then.

    A `first` visit has a window of its own, in which nothing was ever loaded.
    """
    opened: list[Window] = []

    def shown(
        html: str,
        policy: str,
        *,
        width: int = 1280,
        scheme: str = "light",
        media: str = "screen",
        scripts: bool = True,
        first: bool = False,
    ) -> Shown:
        if first:
            opened.append(Window(chromium, scripts=scripts))
        window = opened[-1] if first else panes[scripts]
        return window.show(html, policy, width=width, scheme=scheme, media=media)

    yield shown
    for window in opened:
        window.context.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find()
    if not path:
        pytest.skip("no Chromium on this machine")
    # Playwright runs an event loop in this thread, for which Django would refuse every query in it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def shot(page: Page, name: str) -> Path:
    """Keep a picture of the whole page among the test artefacts, where they are wanted (`make screens`)."""
    path = SHOTS / f"{name}.png"
    if "ONWARD_SCREENS" not in os.environ:
        return path
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, full_page=True)
    return path


def barriers(page: Page) -> list[str]:
    """What axe finds in the way of people on this page, one line each; empty is good."""
    if not AXE.exists():
        pytest.skip("axe-core is not there: the build hook fetches it (npm ci)")
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
    return [
        f"{one['id']}: {node['html'][:120]} — {node['failureSummary'].splitlines()[-1].strip()}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window: a person would have to scroll sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def small_targets(page: Page) -> list[str]:
    """Controls under 44 px in height; links within a sentence are exempt."""
    script = """() => [...document.querySelectorAll(
        "button, .button, select, textarea, summary, nav a, input:not([type=hidden])")]
      .map(one => one.matches("[type=radio], [type=checkbox]") ? one.closest("label") ?? one : one)
      .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
      .map(one => one.outerHTML.slice(0, 120))"""
    return list(page.evaluate(script))
