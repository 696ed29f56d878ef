"""A complaint in a real browser: no byte sent, no memory of the host's processes, no file holds a word of it."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, expect

from onward.kit.dates import now, telling
from onward.kit.ids import new_id
from onward.oversight.actions import list_items, take_answers, write_feed
from onward.waiting.rules import CLOCK
from onward.watch import listing
from onward.watch.answering import answer_file, keep_answer
from onward.watch.tests.conftest import _folder, office
from tests.journeys.clear import files_in, found_in
from tests.journeys.serving import Served
from tests.programme import PASSPHRASE

__all__ = ["_folder", "office"]
pytestmark = pytest.mark.browser
ANSWER = "We come on Monday."


def remembered(number: int, *words: str) -> set[str]:
    """Which of the words lie in the memory of a process, as a browser, Python or a database would hold them."""
    wanted = {
        form: word for word in words for form in (word.encode(), word.encode("utf-16-le"), word.encode().hex().encode())
    }
    longest, found = max(map(len, wanted)), set()
    maps = Path(f"/proc/{number}/maps").read_text().splitlines()
    with Path(f"/proc/{number}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            begin, end = (int(each, 16) for each in line.split()[0].split("-"))
            if "r" not in line.split()[1] or "[v" in line:
                continue
            before = b""
            for at in range(begin, end, 1 << 22):
                try:
                    memory.seek(at)
                    content = before + memory.read(min(1 << 22, end - at))
                except (OSError, OverflowError):
                    break
                found |= {word for form, word in wanted.items() if form in content}
                before = content[-longest:]
    return found


class Telling:
    """Somebody without a card, at the page where oversight is told."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.bodies = page, []
        page.on("request", self._hear)
        page.goto(f"{address}/door/tell")

    def _hear(self, request) -> None:
        self.bodies.append((request.url + str(request.headers)).encode() + (request.post_data_buffer or b""))

    def tell(self, words: str, call: str) -> str:
        self.page.get_by_label("How I am, or somebody else is, treated").check()
        self.page.get_by_label("What happened, in your own words").fill(words)
        self.page.get_by_label("How can they reach you").fill(call)
        self.page.get_by_role("button", name="Seal and send").click()
        expect(self.page.get_by_text("It is sealed, and kept for oversight.")).to_be_visible()
        return re.sub(r"\s", "", self.page.locator("[data-receipt]").inner_text())

    def look(self, receipt: str) -> None:
        self.page.get_by_label("Your receipt").fill(receipt.lower())
        self.page.get_by_role("button", name="Look").click()


def test_a_complaint_reaches_oversight_and_nobody_else(programme, cast, office, chromium):
    office.named(cast.adam)
    words = {"words": f"Zyx{new_id()[-9:]}q", "call": f"Wvu{new_id()[-9:]}q"}
    programme.close()
    receipt, day = told(programme, chromium, office.store.keys.recipient, **words)
    secrets = [*words.values(), receipt]
    assert found_in(files_in(programme.folder), secrets) == []
    programme.open()
    with telling(day):
        list_items(CLOCK, day=day.date())
        read = office.read(write_feed(cast.nadia)[1], day=day.date())
        (item,) = listing.items(office.store, "complaint")
        assert {"words": item.said.words, "call": item.said.call} == words
        keep_answer(office.store, item.node, item.digest, ANSWER, day=day.date())
        take_answers(cast.nadia, answers=answer_file(office.store, read.node, day=day.date()))
    assert found_in(files_in(programme.folder), [*secrets, ANSWER]) == []
    programme.close()
    answered(programme, chromium, receipt)
    programme.open()


def told(programme, chromium, recipient: str, *, words: str, call: str) -> tuple[str, datetime]:
    """Tell it at the door, and look for it in all that was sent and in the memory of all that serves."""
    served = Served(programme.folder, PASSPHRASE, now() + timedelta(days=1))
    window = chromium.new_context()
    try:
        there = Telling(window.new_page(), served.address)
        receipt = there.tell(words, call)
        secrets = [words, call, receipt]
        assert [body for body in there.bodies if any(word.encode() in body for word in secrets)] == []
        assert [len(body) > 8_000 for body in there.bodies].count(True) == 1
        supervisor = psutil.Process(served.process.pid)
        serving = [supervisor.pid, *(one.pid for one in supervisor.children(recursive=True))]
        assert len(serving) > 1
        # What the page was asked to seal to is there: so the search finds what is there.
        assert {word for number in serving for word in remembered(number, *secrets, recipient)} == {recipient}
        there.look(receipt)
        expect(there.page.get_by_text("No word from oversight yet.")).to_be_visible()
    finally:
        served.stop()
        window.close()
    return receipt, served.now


def answered(programme, chromium, receipt: str) -> None:
    """Whoever holds the receipt reads the answer at the door; another receipt finds nothing."""
    served = Served(programme.folder, PASSPHRASE, now() + timedelta(days=2))
    window = chromium.new_context()
    try:
        there = Telling(window.new_page(), served.address)
        there.look("0" * 25)
        expect(there.page.get_by_text("No word from oversight yet.")).to_be_visible()
        there.look(receipt)
        expect(there.page.get_by_text(ANSWER)).to_be_visible()
        assert not [body for body in there.bodies if receipt.encode() in body]
        expect(there.page.get_by_text("No word from oversight yet.")).to_be_hidden()
    finally:
        served.stop()
        window.close()
