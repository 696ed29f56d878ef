"""The act, and what is left of it: nothing that the passphrase opens."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from django.apps import apps

from onward.access.actions import add_staff
from onward.access.queries import actor_from, staff_for
from onward.care.queries import questions_of
from onward.cases.queries import card_of, case_for
from onward.config.backup import making, restoring
from onward.config.backup.tables import KEPT, LEFT_OUT
from onward.config.erasing.act import erase_due, forget_erased
from onward.config.erasing.tables import ABOUT_A_CASE, ABOUT_TWO, NAMED_ELSEWHERE, NOTHING_OF_A_CASE
from onward.erasure.models import Erasure
from onward.erasure.queries import begun, due, erasures_for
from onward.journal import head, keyring, rows
from onward.journal.models import read_models
from onward.journal.rebuild import rebuild
from onward.kit.dates import now, today
from onward.kit.errors import NotFound
from onward.kit.ids import derived_id, new_id
from onward.relief.actions import add_thing, serve_at_desk
from onward.relief.rules import stream_of as relief_stream
from onward.sealing import vault
from onward.shelter.actions import record_incident
from onward.shelter.queries import incidents_of_gone
from onward.waiting.queries.ledger import catch_up
from tests.cast import FOUNDER, PASSWORD, client_for
from tests.erasing import AFTER, CANARY, File
from tests.housing import arrive
from tests.pages_of import everything, pages


@pytest.fixture
def file(programme, cast):
    return File(programme, cast).filled()


def erase(file):
    """Asked at the door, agreed to, not stopped, done."""
    file.agreed()
    with file.programme.at(now() + AFTER):
        assert erase_due() == (1, 0)


def wrapped(stream):
    """The keys of a stream, as they lie in the keyring."""
    ring = keyring._keyring().connection
    return [bytes(row[0]) for row in ring.execute("SELECT wrapped FROM data_key WHERE stream = ?", (stream,))]


def plain(source, target):
    target.write_bytes(source.read_bytes())


def test_with_the_passphrase_nothing_of_the_person_is_found_and_the_journal_is_sound(file, programme, cast):
    other = File(programme, cast, "Clear River").filled("Sparrow")
    catch_up()
    client_for(cast.sami).get(f"/residents/{file.case}/")
    keys = wrapped(file.case)
    before = everything(programme.folder)
    assert len(keys) == 3
    assert all(key in before for key in keys)
    assert before.count(CANARY.encode()) > 8
    erase(file)
    after = everything(programme.folder)
    assert CANARY.encode() not in after
    assert b"Quiet Cedar" not in after
    assert [key for key in keys if key in after] == []
    assert b"Sparrow" in after
    report = programme.verify()
    assert (report.fault, report.standing in head.SOUND) == (None, True)
    assert len(list((programme.folder / "scans").iterdir())) == 1
    assert case_for(cast.sami, other.case).name == "Clear River"
    with pytest.raises(NotFound):
        case_for(cast.nadia, file.case)


def test_what_they_were_given_to_eat_goes_with_the_file(file, programme, cast):
    lunch = add_thing(cast.salma, site=case_for(cast.nadia, file.case).site, name="Lunch", entry=new_id())
    serve_at_desk(cast.sami, case=file.case, thing=lunch, entry=new_id())
    keys = wrapped(relief_stream(file.case))
    assert keys
    erase(file)
    assert wrapped(relief_stream(file.case)) == []
    assert not programme.sql("SELECT 1 FROM relief_serving")
    assert [key for key in keys if key in everything(programme.folder)] == []


def test_an_incident_goes_with_the_last_of_its_people(file, programme, cast):
    """What happened to somebody alone goes with their file; what others were in as well stays until they are gone."""
    other = arrive(programme, cast, "Clear River", site=case_for(cast.nadia, file.case).site)
    said = {"sort": "threat", "words": "A canary was told to leave.", "on": today(), "due": today()}
    said |= {"site": case_for(cast.nadia, file.case).site, "safe_now": "With us.", "done": "Spoke with her."}
    streams = []
    for people in ([file.case], [file.case, other], [other]):
        record_incident(cast.sami, people=people, entry=(entry := new_id()), **said)
        streams.append(derived_id(entry, "incident"))
    keys = wrapped(streams[0])
    assert keys
    erase(file)
    assert [bool(wrapped(stream)) for stream in streams] == [False, True, True]
    assert programme.sql("SELECT count(*) FROM shelter_incident") == [(2,)]
    assert [key for key in keys if key in everything(programme.folder)] == []
    assert sorted(incidents_of_gone(other, [file.case])) == sorted(streams[1:])


def test_what_is_computed_again_is_what_was_left(file, programme, cast):
    File(programme, cast, "Clear River").until("ask")
    catch_up()
    erase(file)
    programme.check_rebuild()
    (gone,) = erasures_for(cast.adam).gone
    assert (gone.erasure.case, gone.erasure.is_complete, gone.confirmed_by) == (file.case, False, "Cora")
    with programme.at(now() + AFTER + timedelta(days=15)):
        assert erasures_for(cast.adam).gone[0].erasure.is_complete
    page = client_for(cast.adam).get("/keeping/").content.decode()
    assert "the person, at the door" in page
    assert "Cora" in page
    for host in (cast.group, cast.army):
        theirs = add_staff(
            FOUNDER,
            name="Theirs",
            roles=["administrator", "coordinator"],
            everywhere=True,
            organisation=host,
            password=PASSWORD,
        )
        page = client_for(actor_from(staff_for(FOUNDER, theirs.staff))).get("/keeping/").content.decode()
        assert "done here; copies may open it" in page
        assert not any(words in page for words in ("at the door", "Cora", "Asked by", "own request"))


def test_nothing_more_can_be_said_of_who_is_gone(file, cast):
    erase(file)
    with pytest.raises(NotFound):
        keyring.key_for(file.case, "record")
    with pytest.raises(NotFound):
        file.wish()
    with pytest.raises(NotFound):
        questions_of(file.me, file.case)


def test_it_waits_for_the_time_to_stop_it_and_for_a_date_that_somebody_vouches_for(file, programme, monkeypatch):
    file.agreed()
    assert erase_due() == (0, 0)
    with programme.at(now() + AFTER):
        monkeypatch.setattr("onward.config.erasing.act.date_is_sure", lambda: False)
        assert erase_due() == (0, 0)
        monkeypatch.undo()
        assert erase_due() == (1, 0)
        assert erase_due() == (0, 0)


def test_while_somebody_reads_it_is_under_way_and_done_by_the_next_run(file, programme, cast):
    file.agreed()
    key = vault.secrets().database_key
    with programme.at(now() + AFTER), closing(reader(programme, key)) as connection:
        programme.sql("PRAGMA busy_timeout = 50")
        assert erase_due() == (0, 1)
        assert [one.case for one in begun()] == [file.case]
        assert not case_card(file)
        rebuild()  # between the two: computed again, it would be there
        connection.execute("ROLLBACK")
        assert erase_due() == (1, 0)
    assert CANARY.encode() not in everything(programme.folder)


def case_card(file):
    class Case:
        id = file.case

    return card_of(Case)


def reader(programme, key):
    connection = sqlite3.connect(str(programme.database), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM journal_entry").fetchone()
    return connection


def test_two_processes_that_come_to_it_at_once_do_it_once(file, programme, monkeypatch):
    file.agreed()
    with programme.at(now() + AFTER):
        seen = due(today())
        assert erase_due() == (1, 0)
        entries = rows.count()
        monkeypatch.setattr("onward.config.erasing.act.due", lambda _day: seen)
        assert erase_due() == (0, 0)
        monkeypatch.setattr("onward.config.erasing.act.begun", lambda: list(Erasure.objects.all()))
        assert erase_due() == (0, 0)
        assert rows.count() == entries


@pytest.mark.parametrize("where", ["destroy_stream", "forget_rows", "clear_traces", "finish_erasure"])
def test_stopped_at_any_step_it_is_finished_later(file, programme, monkeypatch, where):
    file.agreed()
    with programme.at(now() + AFTER):
        monkeypatch.setattr(f"onward.config.erasing.act.{where}", stop)
        with pytest.raises(KeyboardInterrupt):
            erase_due()
        monkeypatch.undo()
        programme.reopen()
        assert erase_due() == (1, 0)
    assert CANARY.encode() not in everything(programme.folder)
    programme.check_rebuild()
    assert programme.verify().fault is None


def stop(*_args, **_more):
    raise KeyboardInterrupt


def test_an_older_record_with_the_keys_of_now_yields_nothing(file, programme, tmp_path):
    old = making.make(programme.folder, tmp_path, plain)
    erase(file)
    with programme.at(now() + AFTER):
        new = making.make(programme.folder, tmp_path, plain)
    laid = tmp_path / "laid"
    laid.mkdir()
    restoring.unpack(old.record, new.keyring, laid, plain)
    programme.become(laid)
    rebuild()
    assert forget_erased() == 1
    assert rows.of_stream(file.case)
    assert not programme.sql("SELECT * FROM cases_case WHERE id = %s", file.case)
    assert not programme.sql('SELECT * FROM access_reading WHERE "case" = %s', file.case)
    assert list((programme.folder / "scans").iterdir()) == []
    assert CANARY.encode() not in b"".join(pages(programme.database, vault.secrets().database_key))


def test_every_table_says_how_a_case_goes_from_it(file, programme, cast):
    other = File(programme, cast, "Clear River", family="")
    other.until("wish")
    working = {*KEPT, *LEFT_OUT}
    named = {*ABOUT_A_CASE, *ABOUT_TWO, *NOTHING_OF_A_CASE}
    assert working - named == set(), "say in config/erasing/tables.py how a case goes from this table"
    assert named - working == set()
    suspicious = {
        (model._meta.db_table, field.name)
        for model in read_models()
        for field in model._meta.get_fields()
        if field.name in ("case", "other", "child", "mother", "resident", "person", "twin", "same_as")
        and not model._meta.db_table.startswith("toy")
    }
    assert suspicious == set(NAMED_ELSEWHERE), "say in config/erasing/tables.py why this may name somebody who is gone"


def test_no_row_of_any_table_names_who_is_gone_but_where_it_is_said(file, programme, cast):
    File(programme, cast, "Clear River").until("wish")
    catch_up()
    erase(file)
    left = set()
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        for field in model._meta.concrete_fields:
            if table != "journal_entry" and programme.sql(
                f'SELECT 1 FROM "{table}" WHERE instr(CAST("{field.column}" AS TEXT), %s)', file.case
            ):
                left.add((table, field.column))
    assert left == {("erasure_erasure", "case")}
