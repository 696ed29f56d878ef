"""A real Chromium for tests, and what every page shown in it is held to."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tools.chromium import find

ROOT = Path(__file__).parents[1]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
SHOTS = ROOT / "artefacts/screens"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find()
    if not path:
        pytest.skip("no Chromium on this machine")
    # Playwright runs an event loop in this thread, for which Django would refuse every query in it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def shot(page: Page, name: str) -> Path:
    """Keep a picture of the whole page among the test artefacts."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    path = SHOTS / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    return path


def barriers(page: Page) -> list[str]:
    """What axe finds in the way of people on this page, one line each; empty is good."""
    if not AXE.exists():
        pytest.skip("axe-core is not there: the build hook fetches it (npm ci)")
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
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
