"""Whatever ends the process, what was acknowledged is there, and nothing is there by half."""

import errno
import os
import random
import shutil
import subprocess

import pytest
from django.contrib.sessions.backends.cached_db import SessionStore
from django.test import Client
from django.urls import reverse

from onward.access.models import Account
from onward.homecoming.tests.story import Story
from onward.journal import head
from onward.kit.full import is_full
from tests.cast import PASSWORD, client_for
from tests.crash import Crash

MANY = pytest.mark.deep
FAULTS = [(call, error) for call in ("pwrite64", "fdatasync", "fsync", "rename") for error in ("EIO", "ENOSPC")]


@pytest.fixture
def crash(programme, cast, tmp_path):
    return Crash(programme, cast, tmp_path)


@pytest.mark.parametrize("kills", [12, pytest.param(500, marks=MANY)])
def test_killed_at_any_moment_nothing_acknowledged_is_lost(crash, kills):
    chance, acknowledged = random.Random(2026), 0
    for seed in range(kills):
        acknowledged += crash.check(crash.killed(seed, chance.randint(0, 7), after=chance.uniform(0, 0.08)))
        if seed % 25 == 11:
            crash.programme.check_rebuild()
    assert acknowledged > kills


def struck(crash, call, error, when):
    """Let that call fail once (EIO) or from then on (ENOSPC). Gives what was said, and whether it did fail."""
    with crash.writing(seed=when, most=8) as (go, out):
        assert os.read(out, 6) == b"ready\n"
        inject = f"inject={call}:error={error}:when={when}{'+' if error == 'ENOSPC' else ''}"
        log = crash.kept.parent / "strace.log"
        command = [
            "strace",
            "-f",
            "-o",
            str(log),
            "-s",
            "0",
            "-p",
            str(crash.child),
            "-e",
            f"trace={call}",
            "-e",
            inject,
        ]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
            while "attached" not in strace.stderr.readline():
                assert strace.poll() is None
            os.write(go, b"g")
            said = b""
            while not said.endswith(b"read\n"):
                block = os.read(out, 1 << 16)
                assert block, said
                said += block
            strace.terminate()
    return said.decode().split("\n")[:-1], "INJECTED" in log.read_text()


@MANY
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not here: it makes the disk fail")
@pytest.mark.parametrize(("call", "error"), FAULTS)
def test_whichever_write_fails_what_was_acknowledged_is_there(crash, call, error):
    when, struck_at = 1, 0
    while when < 200:
        said, failed = struck(crash, call, error, when)
        crash.check(said)
        assert said[-1] == "read"  # reading goes on
        if not failed:
            break
        struck_at += 1
        when += 1 if when < 12 else 9
    crash.programme.check_rebuild()
    assert struck_at


def fill(programme) -> None:
    programme.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    programme.sql(f"PRAGMA max_page_count = {programme.sql('PRAGMA page_count')[0][0]}")


def room(programme) -> None:
    programme.sql("PRAGMA max_page_count = 1000000")


def test_a_full_disk_is_one_sentence_keeps_what_was_typed_and_reading_goes_on(programme, cast):
    story = Story(programme, cast)
    client = client_for(cast.sami)
    address = reverse("homecoming:record_wish", args=[story.case])
    form = client.get(address).context["form"]
    words = "I want to go home. " * 200
    sent = {name: form[name].value() or "" for name in form.fields}
    sent |= {"wish": "home", "country": "France", "words": words, "informed": "All ways."}
    before = programme.verify().entries
    fill(programme)
    answer = client.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 507
    assert page.count("The disk is full, so this was not saved.") == 1
    assert "I want to go home. I want to go home." in page
    assert client.get(reverse("desk:case", args=[story.case])).status_code == 200
    assert (programme.verify().entries, programme.verify().fault) == (before, None)
    room(programme)
    assert client.post(address, sent).status_code == 302
    assert programme.verify().entries == before + 1


def test_where_not_even_a_session_can_be_kept_the_page_says_why(programme, cast, monkeypatch):
    client = Client(raise_request_exception=False)
    monkeypatch.setattr(SessionStore, "save", lambda *_, **__: fail(errno.ENOSPC))
    who = {"login": Account.objects.get(staff=cast.sami.id).username, "password": PASSWORD}
    answer = client.post(reverse("account_login"), who)
    assert (answer.status_code, "The disk is full." in answer.content.decode()) == (507, True)
    monkeypatch.setattr(SessionStore, "save", lambda *_, **__: fail(errno.EIO))
    assert client.post(reverse("account_login"), who).status_code == 500


def fail(number):
    raise OSError(number, os.strerror(number))


def test_what_a_full_disk_is(programme):
    assert is_full(OSError(errno.ENOSPC, "full"))
    assert not is_full(OSError(errno.EIO, "broken"))
    assert not is_full(None)
    fill(programme)
    with pytest.raises(Exception, match="full") as failed:
        programme.sql("CREATE TABLE more (text TEXT)")
    assert is_full(failed.value)
    room(programme)
    assert head.standing() in head.SOUND
