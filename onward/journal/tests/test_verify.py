import pytest

from onward.journal import rows
from onward.journal.head import Standing
from onward.journal.node import this_node
from onward.kit.ids import new_id
from tests.toy.events import Filled

COLUMNS = [name for name in rows.FIELDS if name != "number"]


@pytest.fixture
def ten(programme):
    for number in range(10):
        programme.say(Filled(marbles=number), stream=new_id())
    for guard in ("update", "delete", "replace"):
        programme.sql(f"DROP TRIGGER journal_entry_no_{guard}")
    return programme


@pytest.fixture
def unguarded(ten, monkeypatch):
    # The guards' absence is a fault of its own; here the chain has to find it alone.
    monkeypatch.setattr("onward.journal.verify.GUARDS", ())
    return ten


def test_all_is_well(programme):
    for number in range(3):
        programme.say(Filled(marbles=number), stream=new_id())
    report = programme.verify()
    assert (report.entries, report.nodes, report.standing, report.fault) == (3, 1, Standing.AGREES, None)


def test_guards_that_are_gone_are_noticed(ten):
    assert "guard journal_entry_no_update was removed" in ten.verify().fault.sentence


@pytest.mark.parametrize("column", COLUMNS)
def test_an_edit_of_any_column_is_named(unguarded, column):
    value = b"forged" if column in {"prev", "body", "hash"} else 7 if column.endswith("_at") else "forged"
    unguarded.sql(f"UPDATE journal_entry SET {column} = %s WHERE number = 4", value)
    fault = unguarded.verify().fault
    assert fault.number == 4
    assert "Entry 4" in fault.sentence


def test_a_removal_is_named(unguarded):
    unguarded.sql("DELETE FROM journal_entry WHERE number = 4")
    fault = unguarded.verify().fault
    assert (fault.number, fault.sentence) == (4, "Entry 4 is missing.")


def test_a_removal_that_was_renumbered_is_named(unguarded):
    unguarded.sql("DELETE FROM journal_entry WHERE number = 4")
    unguarded.sql("UPDATE journal_entry SET number = number - 1 WHERE number > 4")
    assert unguarded.verify().fault.number == 4


def test_a_cut_tail_is_noticed_by_the_head(unguarded):
    unguarded.sql("DELETE FROM journal_entry WHERE number > 7")
    report = unguarded.verify()
    assert (report.entries, report.standing) == (7, Standing.BEHIND)
    assert report.fault.number == 10


def test_a_journal_written_again_from_some_entry_on_is_noticed_by_the_head(unguarded):
    stored = list(rows.of_node(this_node()))
    last = stored[5].hash
    for row in stored[6:]:
        fields = {name: getattr(row, name) for name in rows.FIELDS} | {"author": "forged", "prev": last}
        forged = rows.chained(rows.Row(**fields))
        unguarded.sql(
            "UPDATE journal_entry SET author = %s, prev = %s, hash = %s WHERE id = %s",
            forged.author, forged.prev, forged.hash, forged.id,
        )  # fmt: skip
        last = forged.hash
    report = unguarded.verify()
    assert (report.entries, report.standing) == (10, Standing.ALTERED)
    assert "Entry 10 is not the one that was signed" in report.fault.sentence


def test_it_tells_how_far_it_is(programme):
    from onward.journal.verify import verify

    told: list[tuple[int, int]] = []
    for number in range(3):
        programme.say(Filled(marbles=number), stream=new_id())
    verify(progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (3, 3)
