"""What a power cut or a hand on the files can do to what was acknowledged: it is noticed, every time."""

import random

import pytest

from onward.journal import rows
from onward.journal.head import SOUND, Standing
from onward.kit.ids import new_id
from tests.programme import Programme
from tests.toy.events import Filled

ENTRIES = 12


@pytest.fixture
def stopped(programme, tmp_path):
    """A folder as the power left it: the last entries are in the write-ahead log alone."""
    for number in range(ENTRIES):
        programme.say(Filled(marbles=number), stream=new_id())
    left = programme.copy_to(tmp_path / "left")
    programme.close()
    return left


@pytest.mark.parametrize("part", range(0, 100, 5))
def test_a_write_ahead_log_that_lost_its_end_is_noticed(stopped, part):
    log = stopped / "journal.db-wal"
    whole = log.read_bytes()
    log.write_bytes(whole[: len(whole) * part // 100])
    (stopped / "journal.db-shm").unlink(missing_ok=True)
    broken = Programme(stopped)
    broken.open()
    report = broken.verify()
    assert (report.standing, report.entries < ENTRIES) == (Standing.BEHIND, True)
    assert report.fault is not None
    broken.close()


def test_a_log_that_lost_nothing_is_sound(stopped):
    whole = Programme(stopped)
    whole.open()
    report = whole.verify()
    assert (report.standing in SOUND, report.entries, report.fault) == (True, ENTRIES, None)
    whole.close()


@pytest.mark.deep
def test_two_thousand_edits_are_all_found(programme, monkeypatch):
    monkeypatch.setattr("onward.journal.verify.GUARDS", ())
    for number in range(ENTRIES):
        programme.say(Filled(marbles=number), stream=new_id())
    for guard in ("update", "delete", "replace"):
        programme.sql(f"DROP TRIGGER journal_entry_no_{guard}")
    chance = random.Random(2026)
    good = programme.sql("SELECT * FROM journal_entry ORDER BY seq")
    for _ in range(2000):
        column = chance.choice(rows.FIELDS)
        number = chance.randint(1, ENTRIES)
        old = programme.sql(f"SELECT {column} FROM journal_entry WHERE seq = %s", number)[0][0]
        programme.sql(f"UPDATE journal_entry SET {column} = %s WHERE seq = %s", _other(old, chance), number)
        assert programme.verify().fault is not None, (column, number, old)
        programme.sql(f"UPDATE journal_entry SET {column} = %s WHERE seq = %s", old, number)
    assert programme.sql("SELECT * FROM journal_entry ORDER BY seq") == good
    assert programme.verify().fault is None


def _other(old: object, chance: random.Random) -> object:
    if isinstance(old, int):
        return old + chance.choice([-ENTRIES, ENTRIES, 1 << 20])
    if isinstance(old, str):
        return old[:-1] if old and chance.random() < 0.5 else old + "0"
    changed = bytearray(old)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)
