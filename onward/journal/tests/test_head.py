import os
import shutil
from unittest.mock import patch

import pytest

from onward.journal import head
from onward.journal.head import HeadRefused, Standing, following
from onward.journal.node import public, this_node
from onward.kit.ids import new_id
from tests.toy.events import Filled


def fill(programme, times: int = 1) -> None:
    for _ in range(times):
        programme.say(Filled(marbles=1), stream=new_id())


def test_the_head_follows_each_commit(programme):
    assert head.standing() == Standing.AGREES
    assert head.read() is None
    for number in (1, 2, 3):
        fill(programme)
        written = head.read()
        assert (written.node, written.number) == (this_node(), number)
        assert head.standing() == Standing.AGREES
    assert head.path().stat().st_size == 2 * head.SLOT_BYTES


def test_several_entries_of_one_transaction_cost_one_flush(programme):
    from django.db import transaction

    with patch.object(os, "fdatasync", wraps=os.fdatasync) as flush, transaction.atomic():
        fill(programme, 5)
    assert flush.call_count == 1
    assert head.read().number == 5


def test_a_crash_between_commit_and_head_is_ahead_and_healed(programme):
    fill(programme, 2)
    with patch.object(os, "pwrite", side_effect=OSError("the power went")), pytest.raises(OSError, match="power"):
        fill(programme)
    programme.reopen()
    assert head.standing() == Standing.AHEAD
    assert programme.verify().fault is None
    fill(programme)
    assert head.standing() == Standing.AGREES
    assert head.read().number == 4


def test_a_torn_slot_leaves_the_other_one(programme):
    fill(programme, 3)
    raw = bytearray(head.path().read_bytes())
    latest = max((0, 1), key=lambda place: head.opened(bytes(raw[place * 512 :][:512]), public()).number)
    raw[latest * 512 + 60] ^= 1
    head.path().write_bytes(raw)
    programme.reopen()
    assert head.read().number == 2
    assert head.standing() == Standing.AHEAD
    fill(programme)
    assert head.read().number == 4


def test_a_crash_at_the_very_first_entry_is_healed(programme):
    with patch.object(os, "fdatasync", side_effect=OSError("the power went")), pytest.raises(OSError, match="power"):
        fill(programme)
    head.path().write_bytes(b"\0" * 1024)
    programme.reopen()
    assert head.standing() == Standing.AHEAD
    fill(programme)
    assert head.standing() == Standing.AGREES


def test_an_old_database_put_back_is_noticed_and_not_written_on(programme, tmp_path):
    fill(programme, 2)
    programme.close()
    old = programme.copy_to(tmp_path / "old")
    programme.open()
    fill(programme, 2)
    programme.close()
    for name in ("journal.db", "journal.db-wal", "journal.db-shm"):
        (programme.folder / name).unlink(missing_ok=True)
        if (old / name).exists():
            shutil.copy(old / name, programme.folder / name)
    programme.open()
    report = programme.verify()
    assert report.standing == Standing.BEHIND
    assert "names entry 4, which is not there" in report.fault.sentence
    with pytest.raises(HeadRefused):
        fill(programme)
    assert head.read().number == 4


def test_a_missing_or_foreign_head_is_noticed(programme):
    fill(programme, 2)
    raw = head.path().read_bytes()
    head.path().unlink()
    programme.reopen()
    assert programme.verify().standing == Standing.MISSING
    with pytest.raises(HeadRefused):
        fill(programme)
    for bad in (b"", b"x" * 5000, bytes(byte ^ 1 for byte in raw), b"\xff\xff" * 512):
        head.path().write_bytes(bad)
        assert programme.verify().standing == Standing.UNREADABLE
    head.path().write_bytes(raw)
    assert programme.verify().fault is None


def test_two_processes_share_one_head(programme):
    fill(programme, 2)
    seen = (head.path().read_bytes(), following._seen.slots)
    head.forget()  # as another process, which knows nothing of what this one wrote
    fill(programme)
    following._seen.slots = seen[1]  # and back in the first
    fill(programme)
    assert head.read().number == 4
    assert head.standing() == Standing.AGREES
