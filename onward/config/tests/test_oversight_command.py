"""`onward oversight` as it is typed, and what a site's own commands do with what it made."""

import io
from contextlib import redirect_stderr, redirect_stdout

import pytest

from onward.config.cli import main
from onward.config.feeding import daily
from onward.sealing.watchers import watcher_in
from onward.waiting.rules import CLOCK
from onward.watch import keys
from onward.watch.tests.conftest import WORDS, _folder, office, site

__all__ = ["_folder", "office", "site"]


@pytest.fixture
def typed(tmp_path, monkeypatch):
    words = tmp_path / "words"
    words.write_text(f"{WORDS}\n")
    monkeypatch.setenv("ONWARD_OVERSIGHT_PASSPHRASE_FILE", str(words))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "tests.settings")

    def run(*arguments: object) -> tuple[int, str]:
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            code = main([str(each) for each in arguments])
        return code, said.getvalue()

    return run


def test_from_the_folder_to_the_first_feed(typed, tmp_path, programme, cast, site):
    folder, key, stick = tmp_path / "watch", tmp_path / "key.json", tmp_path / "feed.age"
    assert typed("oversight", "init", folder, "--name", "Free Watch")[0] == 0
    assert typed("oversight", "init", folder, "--name", "Free Watch")[0] == 1
    code, said = typed("oversight", "key", folder, key)
    assert (code, watcher_in(key.read_bytes()).fingerprint in said) == (0, True)
    stick.write_bytes(site())
    code, said = typed("oversight", "read", folder, stick)  # it is another oversight's
    assert (code, "sealed to another key" in said) == (1, True)


def test_a_new_site_a_replay_and_a_wrong_passphrase(typed, tmp_path, office, site, monkeypatch):
    stick = tmp_path / "feed.age"
    stick.write_bytes(site())
    code, said = typed("oversight", "read", office.folder, stick)
    assert (code, "Compare it by voice" in said) == (1, True)
    fingerprint = said.split("fingerprint: ")[1][:24]
    assert typed("oversight", "read", office.folder, stick, "--fingerprint", fingerprint)[0] == 0
    code, said = typed("oversight", "read", office.folder, stick)
    assert (code, "read already" in said) == (1, True)
    wrong = tmp_path / "wrong"
    wrong.write_text("something else altogether\n")
    monkeypatch.setenv("ONWARD_OVERSIGHT_PASSPHRASE_FILE", str(wrong))
    assert typed("oversight", "read", office.folder, stick)[0] == 1


def test_every_night_one_feed_lies_ready(programme, cast, office, tmp_path):
    daily(tmp_path, CLOCK)
    assert not (tmp_path / "feeds").exists()  # nobody is named to write to
    office.named(cast.adam)
    daily(tmp_path, CLOCK)
    daily(tmp_path, CLOCK)
    (feed,) = (tmp_path / "feeds").iterdir()
    assert (feed.name[-9:], feed.stat().st_mode & 0o777) == ("00002.age", 0o600)
    assert office.read(feed.read_bytes()).number == 2


def test_no_folder_is_both_oversights_and_a_programme(programme, tmp_path):
    with pytest.raises(FileExistsError):
        keys.create(programme.folder, WORDS)
