from datetime import date

import pytest
from django.db import connection, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat

from onward.journal.append import append
from onward.journal.models import NotAProjector, projecting, read_models
from onward.journal.rebuild import all_rows, rebuild
from onward.kit.ids import new_id
from tests.toy.events import Cracked, Filled, Labelled
from tests.toy.models import Jar, Label


def fill(programme, jars: int = 3) -> None:
    for number in range(jars):
        jar = new_id()
        programme.say(Filled(marbles=number), stream=jar)
        programme.say(Labelled(colour="red", owner=f"Owner {number}"), stream=jar)
        programme.say(Cracked(where="lid"), stream=jar)


def test_a_rebuild_gives_what_was_lived(programme):
    fill(programme)
    lived = all_rows()
    told: list[tuple[int, int]] = []
    assert rebuild(progress=lambda done, of: told.append((done, of))) == 9
    assert told[-1] == (9, 9)
    assert all_rows() == lived
    assert len(lived["toy_jar"]) == 3


def test_a_rebuild_heals_rows_that_were_altered(programme):
    fill(programme)
    lived = all_rows()
    programme.sql("UPDATE toy_jar SET marbles = 99")
    programme.sql("DELETE FROM toy_label")
    programme.sql("INSERT INTO toy_crack (id, stream, \"where\") VALUES ('x', 'y', 'z')")
    rebuild()
    assert all_rows() == lived


def test_a_rebuild_that_fails_leaves_the_old_rows(programme, monkeypatch):
    fill(programme)
    lived = all_rows()

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(progress=stop)
    assert all_rows() == lived


def test_every_read_model_is_known():
    assert {"Jar", "Label", "Crack"} <= {model.__name__ for model in read_models()}


def test_a_row_by_prepared_sql_is_the_row_that_the_orm_reads(programme):
    stream = new_id()
    with projecting(stream):
        _, fresh = Jar.objects.get_or_create(id=stream, defaults={"colour": "red", "last_on": date(2026, 3, 5)})
        assert fresh
        again, fresh = Jar.objects.get_or_create(id=stream, defaults={"colour": "blue"})
        assert not fresh
        assert (again.colour, again.last_on) == ("red", date(2026, 3, 5))
        again.marbles = 4
        again.save()
        again.marbles = F("marbles") + 1
        again.save()
        again.said = "not this"
        again.marbles = 7
        again.save(update_fields=["marbles"])
        with pytest.raises(Jar.DoesNotExist):
            Jar.objects.get(id=new_id())
    stored = Jar.objects.get(id=stream)
    assert (stored.marbles, stored.colour, stored.last_on, stored.said) == (7, "red", date(2026, 3, 5), "")


def test_rows_by_prepared_sql_are_those_that_the_orm_means(programme):
    one, other = new_id(), new_id()
    for stream in (one, other):
        with projecting(stream):
            for colour in ("red", "blue"):
                Label.objects.create(id=new_id(), colour=colour, owner="x")
    with projecting(one):
        red = Label.objects.filter(colour="red")
        assert (red.count(), len(red), bool(red), red.exists(), red[0].owner) == (1, 1, True, True, "x")
        assert [label.colour for label in red] == ["red"]
        assert red.update(owner="y") == 1
        assert red.update(owner=Concat("owner", Value("!"))) == 1
        assert red.update() == 0
        assert red.first().owner == "y!"
        assert Label.objects.filter(stream=other).update(owner="z") == 0
        assert Label.objects.filter(colour__in=["blue"]).update(owner="b") == 1
        assert Label.objects.filter(stream=other).delete()[0] == 0
        assert Label.objects.filter(colour="blue", stream=one).delete() == (1, {})
        assert not Label.objects.filter(colour="blue")
    assert sorted(Label.objects.values_list("colour", "owner")) == [("blue", "x"), ("red", "x"), ("red", "y!")]
    with pytest.raises(NotAProjector):
        Label.objects.filter(colour="red").update(owner="z")
    with pytest.raises(NotAProjector):
        Label.objects.filter(colour="red").delete()


def test_a_late_failure_in_a_projector_takes_the_entry_back(programme, monkeypatch):
    stream = new_id()
    programme.say(Filled(marbles=1), stream=stream)
    monkeypatch.setattr(Label, "take_stream", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        programme.say(Labelled(colour="red"), stream=stream)
    assert Jar.objects.get(id=stream).entries == 1
    assert programme.verify().entries == 1


def test_an_append_costs_few_statements(programme):
    stream = new_id()
    programme.say(Filled(marbles=1), stream=stream)
    asked: list[str] = []

    def listen(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(listen):
        append(Filled(marbles=1), by="tester", stream=stream)
    journal = [sql for sql in asked if "journal_entry" in sql]
    assert len(journal) == 2
    assert len(asked) == 6
