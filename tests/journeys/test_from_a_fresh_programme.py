"""From nothing: `onward init`, an administrator who sets everything up in the browser, and a first arrival."""

import os
import subprocess
import sys

import pytest

from onward.kit.dates import now
from tests.journeys.codes import code
from tests.journeys.people import ReceptionOfficer
from tests.journeys.serving import Served
from tests.journeys.windows import Person, Windows

pytestmark = pytest.mark.browser

PASSPHRASE = "olive lantern seven rivers"
OWN = "five words of my own"


@pytest.fixture
def founded(tmp_path):
    """An empty programme, and what `init` said: the administrator's name and first password."""
    words, folder = tmp_path / "words", tmp_path / "data"
    words.write_text(f"{PASSPHRASE}\n")
    environment = {
        **os.environ,
        "ONWARD_DATA": str(folder),
        "ONWARD_PASSPHRASE_FILE": str(words),
        "DJANGO_SETTINGS_MODULE": "onward.config.settings",
    }
    two = ("--organisation", "Open Hands", "--organisation", "Free Watch", "--administrator", "sage-heron-1")
    command = [sys.executable, "-m", "onward.config.cli", "init", *two]
    made = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert made.returncode == 0, made.stderr
    return folder, made.stdout.split("First password:")[1].split()[0]


@pytest.fixture
def windows(founded, chromium):
    served = Served(founded[0], PASSPHRASE, now())
    opened = Windows(chromium, served, name="fresh")
    yield opened
    opened.close()
    served.stop()


class NewOfficer(ReceptionOfficer):
    """A reception officer who has not signed in yet."""

    def __init__(self, windows: Windows) -> None:
        Person.__init__(self, windows, phone=True)


def signed_in(person: Person, username: str, password: str) -> None:
    """The first sign-in: a password of one's own takes the place of the one that was given."""
    person.go("/sign-in")
    person.fill(login=username, password=password)
    person.press()
    person.fill(oldpassword=password, password1=OWN, password2=OWN)
    person.press()
    if "/account" in person.page.url:  # whoever lets others in adds a second step first
        person.go("/account/second-step")
        person.fill(password=OWN)
        person.press()
        secret = person.page.locator("main code").inner_text()
        person.fill(code=code(username, secret))
        person.press()


def chosen(person: Person, name: str, words: str) -> str:
    """The value of the choice with those words."""
    option = person.page.locator(f'main select[name="{name}"] option', has_text=words)
    return option.first.get_attribute("value") or ""


def set_up(adam: Person) -> None:
    adam.do("/places/organisations/add", name="Northern Army", kind="authority")
    adam.go("/places/organisations/add")
    adam.fill(name="Azaz Group", kind="group", parent=chosen(adam, "parent", "Northern Army"))
    adam.press()
    adam.go("/places/sites/add")
    adam.fill(name="Azaz Road", kind="checkpoint", organisation=chosen(adam, "organisation", "Azaz Group"))
    adam.press()


def test_from_a_fresh_programme_to_the_first_arrival(founded, windows):
    adam = Person(windows)
    signed_in(adam, "sage-heron-1", founded[1])
    set_up(adam)
    adam.go("/staff/add")
    site = adam.page.locator('main input[name="sites"]').first.get_attribute("value")
    organisation = chosen(adam, "organisation", "Azaz Group")
    adam.fill(name="Rosa", roles=("reception_officer",), organisation=organisation, sites=(site,))
    adam.fill(username="plum-dove-7")
    adam.press()
    shown = adam.page.locator("main").inner_text()
    password = next(word for word in shown.split() if word.count("-") == 3)
    rosa = NewOfficer(windows)
    signed_in(rosa, "plum-dove-7", password)
    cases = rosa.record_two(first={"sex": "woman"}, second={"sex": "woman", "with_whom": "companions"})
    assert len(cases) == 2
