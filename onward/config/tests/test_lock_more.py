"""Locking by itself and from the door; unlocking by two; and what memory holds afterwards."""

import threading
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from django.test import Client

from onward.access.views import signed_in
from onward.config import idle
from onward.config.tests.served import WORDS, Server, is_alive
from onward.sealing import vault
from onward.sealing.shares import line_of, new_share, text_of
from tests.cast import client_for


@pytest.fixture
def folder(tmp_path):
    return made(tmp_path)


def made(tmp_path, share=b""):
    held = vault.secrets() if vault.is_unlocked() else None
    vault.create(tmp_path / "data", WORDS, share)
    vault.forget() if held is None else vault.hold(held)
    return tmp_path / "data"


@pytest.fixture
def words_file(tmp_path):
    path = tmp_path / "words"
    path.write_text(f"{WORDS}\n")
    return path


def test_it_locks_itself_once_nobody_has_used_it_for_long_enough(cast, monkeypatch):
    clock, locked = [1_000.0], []
    monkeypatch.setattr(signed_in, "clock", lambda: clock[0])
    monkeypatch.setattr(signed_in, "_last_use", [1_000.0])
    client = client_for(cast.sami)
    clock[0] += 500
    client.get("/account")
    clock[0] += 500
    assert signed_in.unused_for() == 500
    Client().get("/sign-in")  # a stranger on the network does not keep it open
    assert signed_in.unused_for() == 500
    watched = (signed_in.unused_for, 600, lambda: locked.append(1))
    watch = threading.Thread(target=idle.keep_watch, args=watched, kwargs={"every": 0.01})
    watch.start()
    time.sleep(0.1)
    assert not locked
    clock[0] += 101
    watch.join(5)
    assert locked


@pytest.mark.deep
def test_a_served_programme_locks_itself(folder, words_file):
    (folder / "programme.toml").write_text("[lock]\nafter = 1\n")
    with Server(folder, passphrase_file=words_file) as server:
        keeper = server.holder
        server.wait_for(lambda: server.get("/nowhere")[0] == 423, 90)
        assert not is_alive(keeper)


def test_whoever_sits_at_the_machine_may_lock_it_and_nobody_from_elsewhere(cast, monkeypatch):
    locked = []
    monkeypatch.setattr("onward.door.views.locking.lock_soon", locked.append)
    here, elsewhere = Client(), Client(REMOTE_ADDR="192.168.1.9")
    assert "/door/lock" in here.get("/door/").content.decode()
    assert "/door/lock" not in elsewhere.get("/door/").content.decode()
    assert elsewhere.post("/door/lock").status_code == 404
    assert not locked
    assert Client(enforce_csrf_checks=True).post("/door/lock").status_code == 403
    assert here.post("/door/lock").status_code == 200
    assert locked


def keys_of(folder):
    held = vault.secrets() if vault.is_unlocked() else None
    vault.unlock(folder, WORDS)
    own = vault.secrets()
    vault.forget() if held is None else vault.hold(held)
    return own


def memory_of(number):
    """All that a process holds in its memory, readable or written."""
    with Path(f"/proc/{number}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{number}/maps").read_text().splitlines():
            span, rights, *rest = line.split()
            if "r" not in rights or (rest and rest[-1] in ("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            begin, end = (int(each, 16) for each in span.split("-"))
            try:
                memory.seek(begin)
                yield memory.read(end - begin)
            except OSError:
                continue


def holds(number, patterns):
    return any(pattern in part for part in memory_of(number) for pattern in patterns)


def family_of(number):
    """A process and all that it began."""
    below = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    return [number, *(each for child in below for each in family_of(int(child)))]


def test_after_a_lock_no_process_holds_the_keys_in_its_memory(folder, words_file):
    own = keys_of(folder)
    keys = (own.database_key, own.keyring_key, own.wrapping_key, own.signing_key)
    patterns = [*keys, *(key.hex().encode() for key in keys), WORDS.encode()]
    with Server(folder, passphrase_file=words_file) as server:
        supervisor, keeper = server.process.pid, server.holder
        assert holds(keeper, [own.database_key])  # so that the looking below proves something
        assert not holds(supervisor, patterns)
        began = time.monotonic()
        assert server.command("lock").returncode == 0
        assert time.monotonic() - began < 5
        server.wait_for(lambda: server.get("/nowhere")[0] == 423, 15)
        processes = family_of(supervisor)
        assert len(processes) > 1
        assert not [one for one in processes if holds(one, patterns)]
        assert not is_alive(keeper)


def posted(server, **parts):
    """What the unlock page sends where it takes two."""
    body = b""
    for name, said in parts.items():
        kind = 'filename="share"' if name == "file" else ""
        head = f'--x\r\nContent-Disposition: form-data; name="{name}"; {kind}\r\n\r\n'
        body += head.encode() + said.encode() + b"\r\n"
    sent = Request(f"http://127.0.0.1:{server.port}/", body + b"--x--\r\n")
    sent.add_header("Content-Type", "multipart/form-data; boundary=x")
    try:
        with urlopen(sent, timeout=20) as answer:
            return answer.url.endswith("/sign-in") and answer.status
    except OSError as refused:
        return refused.code


def test_where_it_takes_two_neither_opens_it_alone(tmp_path, words_file):
    share = new_share()
    folder = made(tmp_path, share)
    with Server(folder, passphrase_file=words_file) as server:
        assert server.holder is None  # a file with the passphrase is one half
        assert 'type="file"' in server.get("/")[1]
        assert server.get("/", {"passphrase": WORDS})[0] == 422
        assert posted(server, passphrase=WORDS) == 422
        assert posted(server, passphrase="not these words at all", file=text_of(share)) == 422
        assert posted(server, passphrase=WORDS, file=text_of(new_share())) == 422
        assert posted(server, passphrase=WORDS, file="x" * 9_000) == 422
        assert server.holder is None
        assert posted(server, passphrase=WORDS, file=text_of(share)) == 200
        server.command("lock")
        server.wait_for(lambda: server.get("/nowhere")[0] == 423, 15)
        assert posted(server, passphrase=WORDS, line=line_of(share).lower()) == 200


def test_it_is_switched_on_and_off_and_another_stick_takes_the_place_of_a_lost_one(folder, words_file, tmp_path):
    stick, spare = tmp_path / "stick", tmp_path / "spare"
    with Server(folder) as server:
        server.environment["ONWARD_PASSPHRASE_FILE"] = str(words_file)
        refused = server.command("two-person", "on", str(folder / "stick"))
        assert (refused.returncode, vault.takes_two(folder)) == (1, False)
        said = server.command("two-person", "on", str(stick), str(spare))
        assert said.returncode == 0, said.stderr
        assert stick.read_text() == spare.read_text()
        assert stick.stat().st_mode & 0o077 == 0
        alone = server.command("two-person", "off")
        assert (alone.returncode, "ONWARD_SHARE_FILE" in alone.stderr) == (1, True)
        server.environment["ONWARD_SHARE_FILE"] = str(spare)
        assert server.command("two-person", "on", str(tmp_path / "new")).returncode == 0
        assert server.command("two-person", "off").returncode == 1  # the old sticks open nothing any more
        server.environment["ONWARD_SHARE_FILE"] = str(tmp_path / "new")
        assert server.command("two-person", "off").returncode == 0
        assert not vault.takes_two(folder)
