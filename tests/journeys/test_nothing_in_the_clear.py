"""Whoever takes the folder without the passphrase reads nothing: not one word that was ever typed."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from onward.config.folder import DEMO_PASSPHRASE
from onward.kit.ids import new_id
from tests.journeys.clear import files_in, found_in, planted
from tests.journeys.test_forms_answer import Sender, each_form, sender

__all__ = ["sender"]

PEOPLE = Path(__file__).parents[2] / "onward/config/demo/people.toml"
GIVEN_BY_RULE = {
    *("username", "other", "places", "out_of_use", "valid_until", "until", "accessible", "due_month", "last_seen"),
    *("codes", "code", "card", "carer", "person", "people"),
    # A further promise of a meeting wants its holder and its day beside the words.
    *("words1", "words2", "words3"),
}
"""Texts that must be of a kind, so that no canary can stand in them."""

LETTERS = str.maketrans("0123456789", "ghijklmnop")


def canary() -> str:
    return f"Zyx{new_id()[-9:].translate(LETTERS)}q"


def test_the_search_finds_what_lies_in_the_clear(tmp_path):
    word, file = canary(), tmp_path / "left"
    missed = [how for how in planted(file, word) if not found_in([file], [word])]
    assert missed == []
    file.write_bytes(os.urandom(100_000))
    assert found_in([file], [word]) == []
    (tmp_path / word).write_bytes(b"")
    assert found_in([tmp_path / word], [word]) != []


@each_form
def test_no_word_typed_on_a_form_lies_in_the_clear(sender: Sender):
    texts = [name for name in sender.form.of_kind("text") if name not in GIVEN_BY_RULE]
    if not texts:
        pytest.skip("no words are typed on this form")
    said = {name: canary() for name in texts}
    assert sender.send(**said).status_code in (200, 302)
    assert found_in(files_in(sender.programme.folder), said.values()) == []


class Seized(NamedTuple):
    """The demo's folder in the hands of somebody without its passphrase, and what they would like to read."""

    folder: Path
    words: set[str]


TELL = """
from django.db import connection
with connection.cursor() as cursor:
    for table in ("cases_case", "access_staff", "places_site", "places_organisation"):
        cursor.execute(f"SELECT name FROM {table}")
        print(*(row[0] for row in cursor.fetchall()), sep="\\n")
"""


@pytest.fixture(scope="module")
def seized(tmp_path_factory) -> Seized:
    folder = tmp_path_factory.mktemp("seized") / "data"
    environment = {**os.environ, "ONWARD_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "onward.config.settings"}

    def command(*words: str) -> str:
        asked = [sys.executable, "-m", "onward.config.cli", *words]
        made = subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=240, check=False)
        assert made.returncode == 0, made.stderr
        return made.stdout

    command("demo")
    names = set(command("manage", "shell", "--verbosity", "0", "-c", TELL).splitlines())
    (folder / DEMO_PASSPHRASE).unlink()
    return Seized(folder, {name for name in names if len(name) >= 6} | words_of_the_demo())


def words_of_the_demo() -> set[str]:
    """Everything of some length in the file from which the demo tells its people: names, words, offices."""
    found: set[str] = set()

    def gather(said):
        for each in said.values() if isinstance(said, dict) else said if isinstance(said, list) else ():
            gather(each)
        if isinstance(said, str) and len(said) >= 6:
            found.add(said)

    gather(tomllib.loads(PEOPLE.read_text(encoding="utf-8")))
    return found


def test_the_seized_demo_tells_nobody_from_anybody(seized):
    assert len(seized.words) > 150
    nationalities = {"France", "French", "Uzbekistan", "Netherlands"}
    assert found_in(files_in(seized.folder), seized.words | nationalities) == []
