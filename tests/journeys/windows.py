"""What every actor does: open a page, fill in what it asks, press its button; and what each new page is held to."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, Response

from tests.browser import barriers, overflow, shot
from tests.journeys.serving import Served

ID = re.compile(r"\b[0-9a-f]{32}\b")
NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
YES_NO = {True: "yes", False: "no"}


class Windows:
    """The browser windows of one story, with or without scripts, and what was wrong on any page."""

    def __init__(self, chromium: Browser, served: Served, *, scripts: bool = True, name: str = "story") -> None:
        self.chromium, self.served, self.scripts, self.name = chromium, served, scripts, name
        self.faults: list[str] = []
        self.wanted = 0
        self.seen: set[tuple[str, str]] = set()
        self.contexts: list[Any] = []
        self.typed: set[str] = set()

    def open(self, *, phone: bool = False) -> Page:
        """A window in which nobody is signed in."""
        size = {"width": 360, "height": 740} if phone else {"width": 1100, "height": 900}
        context = self.chromium.new_context(
            viewport=size,
            has_touch=phone,
            java_script_enabled=self.scripts,
            base_url=self.served.address,
            locale="en",
            reduced_motion="reduce",
        )
        context.set_default_timeout(30_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("response", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        return page

    @contextmanager
    def expecting(self, status: int) -> Iterator[None]:
        """Inside, an answer with that status is what the story wants."""
        self.wanted = status
        yield
        self.wanted = 0

    def _hear(self, response: Response) -> None:
        if response.status >= 400 and response.status != self.wanted:
            said = response.text() if response.request.is_navigation_request() else ""
            wrong = re.findall(r'class="(?:error|notice late)"[^>]*>([^<]*)<', said)
            self.faults.append(f"{response.status} {response.request.method} {response.url} {wrong}")

    def look(self, page: Page) -> None:
        """Hold a page that nobody has seen yet to what every page is held to, and keep a picture of it."""
        route = ID.sub("-", urlsplit(page.url).path)
        title = NAME.sub("", page.title())
        if not self.scripts or (route, title) in self.seen:
            return
        self.seen.add((route, title))
        shot(page, f"{self.name}{route.replace('/', '-').rstrip('-')}")
        self.faults += [f"{route}: {each}" for each in barriers(page)]
        if overflow(page):
            self.faults.append(f"{route}: wider than its window")

    def close(self) -> None:
        for context in self.contexts:
            context.close()


class Person:
    """Somebody at a window."""

    def __init__(self, windows: Windows, *, phone: bool = False) -> None:
        self.windows = windows
        self.page = windows.open(phone=phone)

    def go(self, path: str) -> None:
        """Open an address."""
        self.page.goto(path)
        self._arrived()

    def follow(self, path: str) -> None:
        """Press the link whose address holds `path`: the page must offer it."""
        self._click(self.page.locator(f'main a[href*="{path}"]').first)

    def fill(self, **fields: Any) -> None:
        """Fill in a form: text, one choice, several choices (a tuple), yes or no."""
        for name, said in fields.items():
            if isinstance(said, tuple):
                for each in said:
                    self.field(name, each).check()
                continue
            self._fill(name, YES_NO.get(said, said) if isinstance(said, bool) else str(said))

    def _fill(self, name: str, said: str) -> None:
        first = self.field(name).first
        if first.evaluate("one => one.type") == "radio":
            self.field(name, said).check()
        elif first.evaluate("one => one.tagName") == "SELECT":
            first.select_option(said)
        else:
            first.fill(said)
            self.windows.typed |= {line for line in said.splitlines() if len(line) >= 6 and not line.isdecimal()}

    def field(self, name: str, value: str = "") -> Locator:
        """The input of that name, unfolding what hides it."""
        named = f':is(input, select, textarea)[name="{name}"]' + (f'[value="{value}"]' if value else "")
        folded = self.page.locator("main details:not([open])", has=self.page.locator(named))
        if folded.count():
            folded.first.locator("summary").first.click()
        return self.page.locator("main").locator(named)

    def press(self, words: str = "") -> None:
        """Press the button with these words, or the one green button of the form."""
        button = self.page.get_by_role("button", name=words) if words else self.page.locator(GREEN)
        self._click(button.first)

    def refused(self, path: str, *words: str, **fields: Any) -> None:
        """Send a form, and read on its page why nothing comes of it."""
        self.go(path)
        self.fill(**fields)
        with self.windows.expecting(422), self.page.expect_navigation() as told:
            self.page.locator(GREEN).first.click()
        assert told.value.status == 422, self.text
        self._arrived()
        self.reads(*words)

    def shut_out(self, path: str) -> None:
        """Open an address behind which there is nothing for this person."""
        with self.windows.expecting(404):
            answer = self.page.goto(path)
        assert answer.status == 404, self.text

    def do(self, path: str, **fields: Any) -> None:
        """Open a form, fill it in, send it."""
        self.go(path)
        self.fill(**fields)
        self.press()

    def find(self, words: str) -> None:
        """Look for something in the one search box."""
        with self.page.expect_navigation():
            self.page.locator("[data-find]").fill(words)
            self.page.keyboard.press("Enter")
        self.windows.typed.add(words)
        self._arrived()

    def reads(self, *words: str) -> None:
        """Each of these stands on the page."""
        text = self.text
        missing = [each for each in words if each not in text]
        assert not missing, f"{self.page.url} does not say {missing}:\n{text}"

    def unfold(self, words: str) -> None:
        """Open what is folded under these words."""
        self.page.locator("main summary", has_text=words).click()

    @property
    def text(self) -> str:
        return " ".join(self.page.locator("body").inner_text().split())

    def _click(self, target: Locator) -> None:
        with self.page.expect_navigation():
            target.click()
        self._arrived()

    def _arrived(self) -> None:
        self.page.wait_for_load_state()
        self.windows.look(self.page)
        assert not self.windows.faults, self.windows.faults


GREEN = "main form.form button.go, main form.form button.danger"
