import pytest
from django.db import DatabaseError

from onward.journal.models import JournalEntry, NotAProjector, OtherStream, projecting
from onward.kit.ids import new_id
from tests.toy.events import Filled
from tests.toy.models import Jar

COPY = "node, number, stream, kind, happened_at, precision, recorded_at, author, cause, corrects, prev, body, hash"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET author = 'nobody'",
        "UPDATE journal_entry SET seq = seq + 1",
        "DELETE FROM journal_entry",
        "INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry",
        f"REPLACE INTO journal_entry (seq, id, {COPY}) SELECT seq + 9, id, {COPY} FROM journal_entry",
        f"REPLACE INTO journal_entry (seq, id, {COPY}) SELECT seq + 9, 'other', {COPY} FROM journal_entry",
        "UPDATE OR REPLACE journal_entry SET number = 1",
    ],
)
def test_sql_cannot_alter_what_was_said(programme, statement):
    programme.say(Filled(marbles=3), stream=new_id())
    before = programme.sql("SELECT * FROM journal_entry")
    with pytest.raises(DatabaseError, match="only ever added to"):
        programme.sql(statement)
    assert programme.sql("SELECT * FROM journal_entry") == before


def test_the_orm_cannot_write_entries():
    with pytest.raises(NotAProjector):
        JournalEntry(seq=1).save()


def test_read_models_are_written_by_projectors_alone(programme):
    jar = new_id()
    programme.say(Filled(marbles=3), stream=jar)
    row = Jar.objects.get(id=jar)
    for write in (
        row.save,
        row.delete,
        Jar.objects.all().delete,
        lambda: Jar.objects.update(marbles=9),
        lambda: Jar.objects.create(id=new_id()),
        lambda: Jar.objects.get_or_create(id=new_id()),
        lambda: Jar.objects.bulk_create([Jar(id=new_id())]),
        lambda: Jar.objects.bulk_update([row], ["marbles"]),
    ):
        with pytest.raises(NotAProjector):
            write()
    assert Jar.objects.get().marbles == 3


def test_a_projector_sees_and_writes_the_rows_of_its_stream_alone(programme):
    one, other = new_id(), new_id()
    for jar in (one, other):
        programme.say(Filled(marbles=3), stream=jar)
    with projecting(one):
        assert [jar.id for jar in Jar.objects.all()] == [one]
        assert Jar.objects.update(marbles=5) == 1
        with pytest.raises(OtherStream):
            Jar(id=other, stream=other).save()
        with pytest.raises(OtherStream):
            Jar.objects.bulk_create([Jar(id=new_id(), stream=other)])
    assert {jar.id: jar.marbles for jar in Jar.objects.all()} == {one: 5, other: 3}
