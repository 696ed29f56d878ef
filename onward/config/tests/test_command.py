import os
import subprocess
import sys
from pathlib import Path

import pytest

from onward.sealing import vault

WORDS = "olive lantern seven rivers"
TWO = ("--organisation", "Open Hands", "--organisation", "Free Watch")


class Shell:
    """The command line as a process of its own, in a folder of its own, with nobody at the keyboard."""

    def __init__(self, here: Path) -> None:
        self.here, self.folder = here, here / "data"
        self.environment = {
            **os.environ,
            "ONWARD_DATA": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "onward.config.settings",
            "PYTHONPATH": str(Path.cwd()),
        }
        self.environment.pop("ONWARD_PASSPHRASE_FILE", None)

    def words(self, text: str, variable: str = "ONWARD_PASSPHRASE_FILE") -> None:
        path = self.here / variable.lower()
        path.write_text(f"{text}\n")
        self.environment[variable] = str(path)

    def __call__(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "onward.config.cli", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )


@pytest.fixture
def shell(tmp_path):
    return Shell(tmp_path)


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    shell = Shell(tmp_path_factory.mktemp("founded"))
    shell.words(WORDS)
    shell.made = shell("init", *TWO)
    return shell


def test_init_makes_an_empty_programme_and_shows_a_password_once(founded):
    assert founded.made.returncode == 0, founded.made.stderr
    passwords = [one.split("\n")[0].strip() for one in founded.made.stdout.split("First password:")[1:]]
    assert [len(password) > 12 for password in passwords] == [True, True]
    assert f"ONWARD_DATA={founded.folder} onward serve" in founded.made.stdout
    names = {path.name for path in founded.folder.iterdir()}
    assert {"journal.db", "keyring.db", "head", vault.LOCK_FILE} <= names
    assert not {"demo.passphrase", ".making"} & names
    for path in founded.folder.iterdir():
        assert path.stat().st_mode & 0o077 == 0
        assert not [password for password in passwords if password.encode() in path.read_bytes()]


def test_a_programme_begins_with_two_people_of_two_organisations(shell, founded):
    shell.words(WORDS)
    for said in ((), TWO[:2], (*TWO[:2], *TWO[:2])):
        assert "two people of two organisations" in shell("init", *said).stderr
        assert not shell.folder.exists()
    assert "there already" in founded("appoint", "--organisation", "Open Bench").stderr


def test_init_never_writes_over_a_programme(founded):
    again = founded("init")
    assert again.returncode == 1
    assert "holds a programme already" in again.stderr


def test_the_journal_of_a_new_programme_is_sound_and_rebuilds(founded):
    verified = founded("journal", "verify")
    assert verified.returncode == 0, verified.stderr
    assert "as it was written" in verified.stdout
    assert founded("journal", "rebuild").returncode == 0


def test_the_clocks_run_as_often_as_one_likes(founded):
    for _time in range(2):
        night = founded("nightly")
        told, counted = night.stdout.splitlines()
        assert (night.returncode, told) == (0, "Past their norm: 0. Told: 0."), night.stderr
        assert counted.startswith("The days of many are counted up to entry ")


def test_djangos_own_commands_run_unlocked(founded):
    shown = founded("manage", "showmigrations", "journal")
    assert shown.returncode == 0, shown.stderr
    assert "[X] 0001" in shown.stdout
    assert founded("manage", "migrate", "--check").returncode == 0


def test_a_changed_passphrase_opens_and_the_old_one_does_not(founded):
    founded.words("another five words of mine", "ONWARD_NEW_PASSPHRASE_FILE")
    assert founded("passphrase").returncode == 0
    refused = founded("journal", "verify")
    assert refused.returncode == 1
    assert refused.stderr == "That passphrase does not open this programme.\n"
    founded.words("another five words of mine")
    assert founded("journal", "verify").returncode == 0
    founded.words(WORDS, "ONWARD_NEW_PASSPHRASE_FILE")
    assert founded("passphrase").returncode == 0
    founded.words(WORDS)


def test_a_journal_that_was_altered_fails_verify(founded):
    head = founded.folder / "head"
    kept = head.read_bytes()
    head.unlink()
    try:
        verified = founded("journal", "verify")
    finally:
        head.write_bytes(kept)
    assert verified.returncode == 1
    assert "head" in verified.stdout


def test_others_remember_how_far_it_reached(founded):
    path = str(founded.here / "witness")
    told = founded("journal", "witness", path)
    code = told.stdout.split("Code: ")[1].strip()
    verified = founded("journal", "verify", "--witness", path, "--code", code)
    assert verified.returncode == 0, verified.stderr
    assert "Heads that the witness knows: 1." in verified.stdout
    wrong = founded("journal", "verify", "--code", code[:-1] + "XY"[code.endswith("X")])
    assert (wrong.returncode, "is not the one" in wrong.stdout) == (1, True)


def test_init_refuses_the_folder_of_a_demonstration(shell):
    shell.folder.mkdir()
    (shell.folder / "demo.passphrase").write_text("words\n")
    shell.words(WORDS)
    refused = shell("init")
    assert refused.returncode == 1
    assert "holds a demonstration" in refused.stderr
    assert sorted(path.name for path in shell.folder.iterdir()) == ["demo.passphrase"]


def test_a_short_passphrase_is_refused_and_nothing_is_made(shell):
    shell.words("short")
    refused = shell("init")
    assert refused.returncode == 1
    assert "at least 12" in refused.stderr
    assert not shell.folder.exists()


@pytest.mark.parametrize(
    "words", [("serve",), ("nightly",), ("journal", "verify"), ("lock",), ("passphrase",), ("manage", "check")]
)
def test_without_a_programme_one_sentence_says_so(shell, words):
    refused = shell(*words)
    assert refused.returncode == 1
    assert refused.stderr.startswith("There is no programme in ")
    assert refused.stderr.count("\n") == 1


def test_nobody_to_ask_is_one_sentence(founded):
    named = founded.environment.pop("ONWARD_PASSPHRASE_FILE")
    try:
        refused = founded("journal", "verify")
    finally:
        founded.environment["ONWARD_PASSPHRASE_FILE"] = named
    assert refused.returncode == 1
    assert "ONWARD_PASSPHRASE_FILE" in refused.stderr


def test_help_speaks_in_sentences_and_nonsense_exits_with_two(shell):
    for verb in (["serve"], ["init"], ["demo"], ["lock"], ["passphrase"], ["journal", "verify"]):
        told = shell(*verb, "--help")
        assert told.returncode == 0
        assert "." in told.stdout
    assert "Exit codes" in shell("--help").stdout
    assert shell("dance").returncode == 2
    assert shell().returncode == 2


@pytest.mark.parametrize("text", ["name = ", 'time_zone = "Nowhere/Atall"', 'colour = "green"', "name = 7"])
def test_a_programme_file_that_is_not_understood_is_one_sentence(shell, text):
    shell.folder.mkdir()
    (shell.folder / "programme.toml").write_text(text)
    shell.words(WORDS)
    refused = shell("init", *TWO)
    assert refused.returncode == 1
    assert "programme.toml is not understood" in refused.stderr
    assert refused.stderr.count("\n") == 1
