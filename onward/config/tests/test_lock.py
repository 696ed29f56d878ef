import os
import signal
import threading
import time

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from django.utils import timezone

from onward.config.locked import answer_locked
from onward.config.tests.served import WORDS, Server, is_alive
from onward.config.unlocking import take_session_key
from onward.sealing import locking, vault


@pytest.fixture
def folder(tmp_path):
    held = vault.secrets() if vault.is_unlocked() else None
    vault.create(tmp_path / "data", WORDS)
    vault.forget() if held is None else vault.hold(held)
    return tmp_path / "data"


@pytest.fixture
def words_file(tmp_path):
    path = tmp_path / "words"
    path.write_text(f"{WORDS}\n")
    return path


def test_a_locked_programme_shows_its_unlock_page_and_nothing_else(folder):
    with Server(folder) as server:
        status, page = server.get("/")
        assert status == 200
        assert 'type="password"' in page
        assert f"{timezone.localtime():%Y, %H:}" in page  # the date that whoever unlocks vouches for
        for path in ("/account/login/", "/static/ui/look.css", "/language", "/nowhere", "//"):
            assert server.get(path)[0] == 423, path
        status, page = server.get("/", {"passphrase": "not these words at all"})
        assert status == 422
        assert "That passphrase does not open this programme." in page
        assert server.get("/", {})[0] == 422
        assert server.holder is None
        assert server.unlock() == 303
        assert server.get("/nowhere")[0] == 404
        assert server.holder is not None


def test_lock_takes_less_than_five_seconds_with_a_slow_request_in_flight(folder, words_file):
    with Server(folder, passphrase_file=words_file) as server:
        keeper = server.holder
        assert keeper is not None
        assert server.get("/nowhere")[0] == 404
        slow = threading.Thread(target=server.get, args=("/slow",), daemon=True)
        slow.start()
        time.sleep(0.3)
        begun = time.monotonic()
        assert server.command("lock").returncode == 0
        server.wait_for(lambda: server.get("/nowhere")[0] != 404, 5)
        assert time.monotonic() - begun < 5
        server.wait_for(lambda: server.get("/nowhere")[0] == 423, 15)
        assert not is_alive(keeper)
        assert server.holder is None


def test_a_locked_worker_stays_locked_until_serve_starts_anew(folder, words_file):
    with Server(folder, passphrase_file=words_file) as server:
        server.command("lock")
        server.wait_for(lambda: server.get("/nowhere")[0] == 423, 15)
        # Whoever knows the words opens it by hand; the next worker is locked again all the same.
        assert server.unlock() == 303
        assert server.get("/nowhere")[0] == 404
        assert locking.lock_server(folder)
        server.wait_for(lambda: server.get("/nowhere")[0] == 423, 15)
        assert server.holder is None
    with Server(folder, passphrase_file=words_file) as server:
        assert server.get("/nowhere")[0] == 404


def test_a_worker_whose_supervisor_is_gone_ends_itself(folder, words_file):
    with Server(folder, passphrase_file=words_file) as server:
        keeper = server.holder
        assert is_alive(keeper)
        os.kill(server.process.pid, signal.SIGKILL)
        assert server.wait_for(lambda: not is_alive(keeper), 5) < 5
        assert server.get("/nowhere")[0] == 0


def test_the_demo_is_unlocked_by_its_own_passphrase_file_and_by_nothing_once_that_is_gone(folder):
    (folder / "demo.passphrase").write_text(f"{WORDS}\n")
    with Server(folder) as server:
        assert server.get("/nowhere")[0] == 404
        assert 'class="demo"' in server.get("/nowhere")[1]
    (folder / "demo.passphrase").unlink()
    with Server(folder) as server:
        assert server.get("/nowhere")[0] == 423


def test_one_programme_is_served_once(folder, words_file):
    with Server(folder, passphrase_file=words_file) as server:
        second = server.command("serve", "--port", str(server.port + 1))
        assert second.returncode == 1
        assert "is being served already" in second.stderr


def test_a_taken_port_is_one_clear_sentence(folder, tmp_path):
    vault_there = vault.exists(folder)
    with Server(folder) as server:
        other = tmp_path / "other"
        other.mkdir()
        (other / vault.LOCK_FILE).write_bytes((folder / vault.LOCK_FILE).read_bytes())
        server.environment["ONWARD_DATA"] = str(other)
        taken = server.command("serve", "--port", str(server.port))
    assert vault_there
    assert taken.returncode == 1
    assert taken.stderr.count("\n") == 1
    assert "Port" in taken.stderr


def test_no_session_outlives_a_lock(programme):
    session = SessionStore()
    session["who"] = "somebody"
    session.save()
    take_session_key()
    session.save()
    assert SessionStore(session.session_key).get("who") == "somebody"
    locking.mark(programme.folder)
    take_session_key()
    assert SessionStore(session.session_key).get("who") is None


def test_serving_brings_the_tables_of_an_older_version_up_to_date(folder, words_file):
    with Server(folder, passphrase_file=words_file) as server:
        assert server.get("/nowhere")[0] == 404
        done = server.command("manage", "migrate", "--check")
        assert done.returncode == 0, done.stderr


def test_the_lock_page_speaks_the_readers_language_and_direction(folder, settings):
    held, answers = vault.secrets() if vault.is_unlocked() else None, []
    vault.forget()
    try:
        environ = RequestFactory(headers={"accept-language": "ar"}).get("/").environ
        page = b"".join(answer_locked(environ, lambda _, headers: answers.append(dict(headers)))).decode()
    finally:
        if held is not None:
            vault.hold(held)
    assert 'lang="ar" dir="rtl"' in page
    assert "@font-face" not in page
    assert "default-src 'none'" in answers[0]["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/today"])
def test_a_locked_programme_answers_nothing_to_a_name_that_is_not_its_own(path, folder, settings):
    """A page elsewhere whose name is made to lead here would read the answer, and take the passphrase."""
    settings.ONWARD_DATA = folder
    for host, allowed in (("evil.example:8000", False), ("127.0.0.1.evil.example", False), ("localhost:8000", True)):
        environ, said = RequestFactory().get(path).environ | {"HTTP_HOST": host}, []
        page = b"".join(answer_locked(environ, lambda status, _headers, to=said: to.append(status)))
        assert (said[0].startswith("400"), bool(page)) == (not allowed, allowed)
    environ = RequestFactory().post("/", {"passphrase": WORDS}).environ | {"HTTP_HOST": "evil.example"}
    assert b"".join(answer_locked(environ, lambda status, _headers: said.append(status))) == b""
    assert said[-1].startswith("400")


def test_a_hangup_ends_the_server_and_leaves_no_worker_behind(folder, words_file):
    with Server(folder, passphrase_file=words_file) as server:
        keeper = server.holder
        os.kill(server.process.pid, signal.SIGHUP)
        server.wait_for(lambda: not is_alive(keeper), 8)
        assert server.process.wait(8) == 0
        assert server.holder is None
