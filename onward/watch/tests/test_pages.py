"""Oversight's own program as its people use it: a browser, a passphrase, a file on a stick."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import onward
from onward.cases.actions import note_identity, open_identity
from onward.kit.dates import today
from onward.oversight.actions import take_answers
from onward.oversight.queries import all_answers, keep_item
from onward.sealing.envelopes import (
    ANSWER_TEXT,
    ITEM_TEXT,
    answer_secret,
    identity_of,
    is_sign_of,
    new_receipt,
    open_text,
    recipient_of,
    seal_text,
    tag_of,
)
from onward.sealing.watchers import fingerprint_of
from onward.watch.tests.conftest import WORDS
from tests.browser import barriers, overflow, shot, small_targets
from tests.housing import arrive
from tests.journeys.clear import files_in, found_in

CANARY = "Zyx0ring0taken0q"


def test_no_program_of_a_site_has_oversights_in_it():
    home = Path(onward.__path__[0])
    uses = re.compile(r"onward\.watch\b")
    programs = [path for path in home.rglob("*.py") if "tests" not in path.parts]
    found = {path.relative_to(home).as_posix() for path in programs if uses.search(path.read_text("utf-8"))}
    assert {one for one in found if not one.startswith("watch/")} == {
        "config/cli/overseeing.py",
        "config/demo/watching.py",
    }


@pytest.fixture
def address(office) -> Iterator[str]:
    """Oversight's program, served on this machine."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    words = ["oversight", "serve", str(office.folder), "--port", str(port)]
    process = subprocess.Popen(
        [sys.executable, "-m", "onward.config.cli", *words], env={**os.environ, "PYTHONPATH": str(Path.cwd())}
    )
    end = time.monotonic() + 20
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/open", timeout=5).close()
            break
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(8)


class Desk:
    """Oversight's browser; each page is looked at on a telephone, wide, and in the dark."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.wrong = page, address, []

    def see(self, path: str, *words: str) -> None:
        self.page.goto(self.address + path)
        for each in words:
            expect(self.page.get_by_text(each).first).to_be_visible()
        self.look("watch" + path.replace("/", "-"))

    def look(self, name: str) -> None:
        for width, scheme in ((360, "light"), (1280, "light"), (360, "dark")):
            self.page.set_viewport_size({"width": width, "height": 800})
            self.page.emulate_media(color_scheme=scheme)
            shot(self.page, f"{name}-{width}-{scheme}")
            found = [*barriers(self.page), *small_targets(self.page), *["sideways"] * bool(overflow(self.page))]
            self.wrong += [f"{name} {width} {scheme}: {one}" for one in found]

    def enter(self, passphrase: str) -> None:
        self.page.goto(self.address)
        self.page.get_by_label("Passphrase").fill(passphrase)
        self.page.get_by_role("button", name="Open").click()

    def gives(self, feed: Path, sentence: str, name: str, fingerprint: str = "") -> None:
        if fingerprint:
            self.page.get_by_label("The site's fingerprint").fill(fingerprint)
        self.page.get_by_label("The file", exact=True).set_input_files(feed)
        self.page.get_by_role("button", name="Read it").click()
        expect(self.page.get_by_text(sentence)).to_be_visible()
        self.look(name)


@pytest.fixture
def feed(programme, cast, office, site, tmp_path) -> tuple[Path, str]:
    """A feed on a stick with a complaint and an interview in it, and the receipt of the complaint."""
    case, receipt = arrive(programme, cast, "Quiet Cedar", site=cast.east), new_receipt()
    note_identity(cast.sami, case=case, names=["Amina"])
    open_identity(cast.sami, case=case, reason="To write to a lawyer.")
    reply = {"tag": tag_of(receipt).hex(), "reply": recipient_of(answer_secret(receipt))}
    asked = {
        "kind": "interview",
        "case": "Quiet Cedar",
        "day": str(today()),
        "pressed": "yes",
        "words": "Twice.",
        "mark": "FORGED",
    }
    for item in ({"kind": "complaint", "about": "treatment", "words": CANARY, **reply}, asked):
        keep_item(seal_text(item, office.store.keys.recipient, size=ITEM_TEXT))
    path = tmp_path / "feed.age"
    path.write_bytes(site())
    return path, receipt


@pytest.mark.browser
def test_from_the_stick_to_the_answer(programme, cast, office, feed, address, chromium, tmp_path):
    from onward.journal.node import public

    path, receipt = feed
    window = chromium.new_context(accept_downloads=True, reduced_motion="reduce")
    desk = Desk(window.new_page(), address)
    desk.enter("not the passphrase at all")
    expect(desk.page.get_by_text("does not open this folder")).to_be_visible()
    desk.enter(WORDS)
    desk.gives(path, "was read here before", "watch-new-site")
    desk.gives(path, "New envelopes with something in them: 2.", "watch-read", fingerprint_of(public()))
    desk.gives(path, "was read already", "watch-refused")
    desk.see("/openings", "Quiet Cedar", "Sami", "To write to a lawyer.")
    desk.see("/interviews", "Quiet Cedar", "Twice.", "nobody vouches for it")
    desk.page.get_by_label("Name").fill("Nadia")
    desk.page.get_by_role("button", name="Draw a mark").click()
    desk.see("/interviews", "Nadia")
    desk.see("/reviews", "None.")
    desk.see("/complaints", CANARY)
    desk.page.get_by_role("link", name="Open", exact=True).click()
    desk.look("watch-complaint")
    desk.page.get_by_label("Your answer").fill("We come on Monday.")
    desk.page.get_by_role("button", name="Keep this answer").click()
    desk.see("/", "Onward")
    with desk.page.expect_download() as given:
        desk.page.get_by_role("button", name="Write the answers").click()
    take_answers(cast.nadia, answers=Path(given.value.path()).read_bytes())
    desk.page.get_by_role("button", name="Sign out").click()
    desk.page.goto(address + "/complaints")
    expect(desk.page.get_by_label("Passphrase")).to_be_visible()
    window.close()
    assert desk.wrong == []
    check_answered(receipt)
    assert found_in(files_in(office.folder), [CANARY, "Quiet Cedar", "We come on Monday."]) == []


def check_answered(receipt: str) -> None:
    told = all_answers()
    signs = range(0, len(told), 16 + ANSWER_TEXT + 200)
    at = next(at + 16 for at in signs if is_sign_of(tag_of(receipt), told[at : at + 16]))
    opened = open_text(told[at : at + ANSWER_TEXT + 200], [identity_of(answer_secret(receipt))], size=ANSWER_TEXT)
    assert b"We come on Monday." in opened
