"""What others remember: an old database and an old head put back together agree with each other, and not with them."""

import random
import shutil

import pytest

from onward.journal import head, rows, witness
from onward.journal.accept import accept_loss
from onward.journal.node import this_node
from onward.kit.ids import new_id
from tests.toy.events import Filled

FILES = ("journal.db", "journal.db-wal", "journal.db-shm", "head")


def fill(programme, times: int = 1) -> None:
    for _ in range(times):
        programme.say(Filled(marbles=1), stream=new_id())


@pytest.fixture
def remembered(programme, tmp_path):
    """A witness that knows entries 3 and 6, and a copy of the folder at entry 4."""
    path = tmp_path / "witness"
    fill(programme, 3)
    assert witness.remember(path).number == 3
    fill(programme)
    old = keep(programme, tmp_path / "old")
    fill(programme, 2)
    witness.remember(path)
    return path, old


def keep(programme, where):
    programme.close()
    kept = programme.copy_to(where)
    programme.open()
    return kept


def put_back(programme, old, names=FILES) -> None:
    programme.close()
    for name in names:
        (programme.folder / name).unlink(missing_ok=True)
        if (old / name).exists():
            shutil.copy(old / name, programme.folder / name)
    programme.open()


def test_the_journal_carries_on_from_what_the_witness_knows(programme, remembered):
    path, _old = remembered
    fill(programme, 2)
    assert witness.check(path) == witness.Testimony(heads=2)
    assert [said.number for said in witness.heads_in(path)] == [3, 6]


def test_an_old_database_and_its_old_head_together_are_found(programme, remembered):
    path, old = remembered
    put_back(programme, old)
    assert programme.verify().fault is None  # which is why there are witnesses
    assert "The witness knows entry 6, which is not there" in witness.check(path).fault.sentence
    with pytest.raises(witness.WitnessRefused):
        witness.remember(path)
    fill(programme, 4)  # and written on until it is longer than it was
    assert programme.verify().fault is None
    assert "The witness knows another entry 6" in witness.check(path).fault.sentence


def test_a_loss_that_was_accepted_is_told_apart_from_one_that_was_not(programme, remembered):
    path, old = remembered
    put_back(programme, old)
    assert accept_loss(by="adam", reason="The disk broke.", known=witness.newest_in(path)).number == 5
    assert witness.check(path) == witness.Testimony(heads=2, accepted=1)
    assert accept_loss(by="adam", reason="again", known=witness.heads_in(path)[0]) is None
    assert witness.remember(path).number == 5
    fill(programme, 3)
    witness.remember(path)
    later = keep(programme, programme.folder.parent / "later")
    fill(programme, 2)
    witness.remember(path)
    put_back(programme, later)
    assert witness.check(path).fault is not None


def test_a_code_on_paper_finds_it_too(programme, remembered):
    _path, old = remembered
    code = witness.code_of(head.read())
    assert code.startswith("6-")
    assert len(code) == len("6-0000-0000-0000-0000")
    for typed in (code, code.lower(), f" {code.replace('-', ' ').replace(' ', '-', 1)} "):
        assert witness.check_code(typed) is None
    other = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert "is not the one" in witness.check_code(other).sentence
    put_back(programme, old)
    assert "is not there" in witness.check_code(code).sentence
    fill(programme, 5)
    assert "is not the one" in witness.check_code(code).sentence
    for nonsense in ("", "6", "x-0000-0000-0000-0000", code + "0"):
        with pytest.raises(witness.WitnessRefused):
            witness.check_code(nonsense)


def test_an_altered_witness_is_no_witness_and_a_torn_line_is_let_go(programme, remembered, tmp_path):
    path, _old = remembered
    whole = path.read_bytes()
    path.write_bytes(whole + whole.splitlines()[0][:40])
    assert witness.check(path).heads == 2
    fill(programme)
    assert witness.remember(path).number == 7
    assert path.read_bytes().startswith(whole)
    assert path.read_bytes().count(b"\n") == 3
    for at in range(0, len(whole), 7):
        altered = bytearray(whole)
        altered[at] ^= 1
        path.write_bytes(altered)
        with pytest.raises(witness.WitnessRefused):
            witness.check(path)
    with pytest.raises(witness.WitnessRefused):
        witness.check(tmp_path / "nowhere")


def test_the_head_is_judged_while_another_process_writes(programme, monkeypatch):
    fill(programme, 2)
    read = head.following.read

    def read_and_then_another_writes():
        said = read()
        monkeypatch.setattr(head.following, "read", read)
        fill(programme)
        return said

    monkeypatch.setattr(head.following, "read", read_and_then_another_writes)
    assert head.standing() == head.Standing.AHEAD


@pytest.mark.parametrize("mutants", [20, pytest.param(2000, marks=pytest.mark.deep)])
def test_old_copies_and_rewritten_journals_are_all_found(programme, tmp_path, monkeypatch, mutants):
    """Each mutant agrees with its own head, signed with the true key: only the witness can tell."""
    monkeypatch.setattr("onward.journal.verify.GUARDS", ())
    path, chance, olds = tmp_path / "witness", random.Random(2026), []
    for number in range(1, 13):
        fill(programme, chance.randint(1, 3))
        witness.remember(path)
        olds.append(keep(programme, tmp_path / f"old-{number}"))
    for guard in ("update", "delete", "replace"):
        programme.sql(f"DROP TRIGGER journal_entry_no_{guard}")
    now = keep(programme, tmp_path / "now")
    for _ in range(mutants):
        kind = chance.choice(["old", "old and longer", "rewritten", "rewritten", "cut", "renumbered"])
        put_back(programme, chance.choice(olds[:-1]) if kind.startswith("old") else now)
        mutate(programme, kind, chance)
        assert programme.verify().fault is None, kind
        assert witness.check(path).fault is not None, kind
    put_back(programme, now)
    assert programme.verify().fault is None
    assert witness.check(path) == witness.Testimony(heads=12)


def mutate(programme, kind, chance) -> None:
    if kind == "old and longer":
        fill(programme, chance.randint(1, 30))
    if kind.startswith("old"):
        return
    stored = list(rows.of_node(this_node()))
    at = chance.randrange(len(stored) - 1)
    kept = stored[: at + 1] if kind == "cut" else stored[:at] + stored[at + (kind == "renumbered") :]
    programme.sql("DELETE FROM journal_entry")
    last = rows.START
    for number, row in enumerate(kept, start=1):
        changes = {"author": "forged"} if kind == "rewritten" and number == at + 1 else {}
        fields = {name: getattr(row, name) for name in rows.FIELDS} | {"number": number, "prev": last} | changes
        forged = rows.chained(rows.Row(**fields))
        rows.insert(forged, number)
        last = forged.hash
    end = head.Head(this_node(), len(kept), last, kept[-1].recorded_at)
    head.path().write_bytes(head.file_of(end))
    programme.reopen()
