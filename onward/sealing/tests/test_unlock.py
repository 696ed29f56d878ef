import json
import time

import pytest

from onward.sealing import WrongPassphrase, open_lock, vault

WORDS = "olive lantern seven rivers"


@pytest.fixture
def folder(tmp_path):
    held = vault.secrets() if vault.is_unlocked() else None
    vault.create(tmp_path, WORDS)
    yield tmp_path
    vault.forget() if held is None else vault.hold(held)


def test_the_same_passphrase_gives_the_same_secrets(folder):
    first = vault.secrets()
    vault.forget()
    assert not vault.is_unlocked()
    vault.unlock(folder, WORDS)
    assert vault.secrets() == first


def test_each_secret_is_another(folder):
    secrets = vault.secrets()
    values = {
        secrets.database_key,
        secrets.keyring_key,
        secrets.wrapping_key,
        secrets.signing_key,
        bytes.fromhex(secrets.session_key),
    }
    assert len(values) == 5
    assert {len(value) for value in values} == {32}


def test_a_wrong_passphrase_is_one_clear_sentence_and_opens_nothing(folder):
    vault.forget()
    with pytest.raises(WrongPassphrase) as refused:
        vault.unlock(folder, "olive lantern seven river")
    assert str(refused.value) == "That passphrase does not open this programme."
    assert not vault.is_unlocked()
    with pytest.raises(vault.Locked):
        vault.secrets()


def test_a_changed_passphrase_wraps_the_same_secrets_again(folder):
    before, lock = vault.secrets(), (folder / vault.LOCK_FILE).read_bytes()
    vault.change_passphrase(folder, WORDS, "another five words of mine")
    assert (folder / vault.LOCK_FILE).read_bytes() != lock
    with pytest.raises(WrongPassphrase):
        vault.unlock(folder, WORDS)
    vault.unlock(folder, "another five words of mine")
    assert vault.secrets() == before
    assert sorted(path.name for path in folder.iterdir()) == [vault.LOCK_FILE]


def test_a_change_with_the_wrong_passphrase_changes_nothing(folder):
    lock = (folder / vault.LOCK_FILE).read_bytes()
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase(folder, "not this one at all", "another five words of mine")
    assert (folder / vault.LOCK_FILE).read_bytes() == lock


def test_the_same_words_from_another_keyboard_open_too(tmp_path, folder):
    vault.change_passphrase(folder, WORDS, "caf\u00e9 au bord de la route")
    vault.unlock(folder, "cafe\u0301 au bord de la route")


def test_a_lock_is_never_made_over_another(folder):
    with pytest.raises(FileExistsError):
        vault.create(folder, WORDS)
    vault.unlock(folder, WORDS)


def test_a_guess_costs_64_megabytes_and_time(real_strength, folder):
    lock = (folder / vault.LOCK_FILE).read_bytes()
    assert json.loads(lock)["memory"] == 64 * 1024
    begun = time.process_time()
    open_lock(lock, WORDS)
    assert time.process_time() - begun > 0.02


@pytest.mark.parametrize("broken", [b"", b"{}", b"not a lock", b'{"format": "onward-lock-1"}', b'{"format": "x"}'])
def test_a_damaged_lock_says_so(broken):
    with pytest.raises(ValueError, match="lock file"):
        open_lock(broken, WORDS)


def test_secrets_do_not_show_themselves(folder):
    assert vault.secrets().session_key not in f"{vault.secrets()!r}{vault.secrets()}"


def test_the_lock_file_is_its_owners_alone(folder):
    assert (folder / vault.LOCK_FILE).stat().st_mode & 0o077 == 0
