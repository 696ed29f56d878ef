import os
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.urls import reverse
from msgspec.structs import replace

from onward.access.actions import add_staff
from onward.access.queries import actor_from, readings_for, staff_for
from onward.cases.actions import note_identity, open_identity, withdraw_entry
from onward.cases.events import IdentityNoted, OpeningRefused
from onward.cases.queries import bulk_openings_for, case_for, find_for, history_for, identity_of, openings_for
from onward.cases.rules import MOST_OPENINGS
from onward.journal import project, reading, rows
from onward.journal.keyring.file import Keyring
from onward.journal.reading import history
from onward.kit.dates import now, start_of, today
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from tests.cast import FOUNDER, PASSWORD, client_for
from tests.residents import arrive, seen

REASON = "To write to the consulate"


@pytest.fixture
def case(programme, cast):
    case = arrive(programme, cast.east)
    note_identity(
        cast.sami,
        case=case,
        names=("Amīna el-Ḥasan", "أمينة الحسن"),
        nationality="France",
        birth_year=1996,
        sex="woman",
    )
    return case


def test_names_are_sealed_and_sex_is_not(programme, cast, case):
    noted = reading.history(case)[-1].event
    assert (noted.names, noted.nationality, noted.birth_year) == ((), "", None)
    assert noted.sex == "woman" == seen(case).sex
    programme.check_rebuild()


def test_an_identity_is_shown_to_whoever_said_why(programme, cast, case):
    opening = open_identity(cast.sami, case=case, reason=REASON)
    identity = identity_of(cast.sami, case_for(cast.sami, case), opening=opening)
    assert identity.names[0] == "Amīna el-Ḥasan"
    assert (identity.nationality, identity.birth_year) == ("FR", 1996)
    assert [(each.by, each.reason) for each in openings_for(case_for(cast.sami, case))] == [(cast.sami.id, REASON)]


def test_an_opening_serves_one_person_one_case_and_five_minutes(programme, cast, case):
    file = case_for(cast.sami, case)
    opening = open_identity(cast.sami, case=case, reason=REASON)
    with pytest.raises(NotFound):
        identity_of(cast.lina, file, opening=opening)
    with pytest.raises(NotFound):
        identity_of(cast.sami, case_for(cast.sami, arrive(programme, cast.east)), opening=opening)
    with programme.at(now() + timedelta(minutes=6)), pytest.raises(NotFound):
        identity_of(cast.sami, file, opening=opening)


def test_the_key_is_used_only_after_the_opening_is_durable(programme, cast, case):
    file = case_for(cast.sami, case)
    with pytest.raises(TransactionManagementError), transaction.atomic():
        identity_of(cast.sami, file, opening="0" * 32)
    with pytest.raises(RuntimeError), transaction.atomic():
        open_identity(cast.sami, case=case, reason=REASON)
    with pytest.raises(NotFound):
        identity_of(cast.sami, file, opening="0" * 32)


def test_an_opening_needs_a_reason_and_there_is_an_end_to_it(programme, cast, case):
    with pytest.raises(RuleBroken):
        open_identity(cast.sami, case=case, reason=" ... ")
    begin = start_of(today() + timedelta(days=1))
    for number in range(MOST_OPENINGS):
        with programme.at(begin + timedelta(minutes=10 * number)):
            open_identity(cast.sami, case=case, reason=REASON)
    with programme.at(begin + timedelta(minutes=10 * MOST_OPENINGS)):
        with pytest.raises(RuleBroken):
            open_identity(cast.sami, case=case, reason=REASON)
        open_identity(cast.lina, case=case, reason=REASON)


def test_more_than_the_hour_allows_stays_closed_and_oversight_sees_who_asked(programme, cast, case):
    entries = [open_identity(cast.sami, case=case, reason=REASON) for _number in range(10)]
    for _again in range(3):
        with pytest.raises(RuleBroken, match="10 identities within an hour"):
            open_identity(cast.sami, case=case, reason="To see yet another")
    assert sum(isinstance(entry.event, OpeningRefused) for entry in history(case)) == 1
    open_identity(cast.sami, case=case, reason=REASON, entry=entries[0])  # sent twice is not opened twice
    (told,) = bulk_openings_for(cast.nadia)
    assert (told.by, told.opened, told.refused) == ("Sami", 10, 1)
    page = client_for(cast.nadia).get("/residents/openings/").content.decode()
    assert "Sami" in page
    assert "To see yet another" in page
    assert "Many names opened" in client_for(cast.nadia).get("/today").content.decode()
    assert client_for(cast.cora).get("/residents/openings/").status_code == 403
    refused = next(entry.id for entry in history(case) if isinstance(entry.event, OpeningRefused))
    with pytest.raises(NotFound):
        identity_of(cast.sami, case_for(cast.sami, case), opening=refused)
    with programme.at(now() + timedelta(minutes=61)):
        open_identity(cast.sami, case=case, reason=REASON)
    programme.check_rebuild()


def test_when_the_journal_cannot_be_written_no_key_is_used(programme, cast, case, monkeypatch):
    used, key_among = [], Keyring.key_among
    spied = lambda ring, key, opens: used.append(set(opens)) or key_among(ring, key, opens)  # noqa: E731 - used once
    monkeypatch.setattr(Keyring, "key_among", spied)
    entry, client = new_id(), client_for(cast.sami)
    address = reverse("cases:see_identity", args=[case, entry])

    def broken(*_args):
        raise OSError("the disk is gone")

    for where, name in ((rows, "insert"), (rows, "chained"), (project, "project")):
        with monkeypatch.context() as failing:
            failing.setattr(where, name, broken)
            with pytest.raises(OSError, match="gone"):
                open_identity(cast.sami, case=case, reason=REASON, entry=entry)
        assert client.get(address).status_code == 404
    programme.close()
    if not (child := os.fork()):  # killed with all of it said, and nothing of it on the disk
        programme.open()
        connection._commit = lambda: os._exit(9)
        open_identity(cast.sami, case=case, reason=REASON, entry=entry)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    programme.open()
    assert client.get(address).status_code == 404
    assert not any("identity" in opens for opens in used)
    open_identity(cast.sami, case=case, reason=REASON, entry=entry)
    assert client.get(address).status_code == 200
    assert any("identity" in opens for opens in used)


def test_a_case_worker_of_the_host_opens_no_name(programme, cast):
    case = arrive(programme, cast.east, custody=cast.group)
    theirs = replace(cast.sami, organisation=cast.army)
    with pytest.raises(NotFound):
        open_identity(theirs, case=case, reason=REASON)
    open_identity(cast.sami, case=case, reason=REASON)


def test_reception_and_other_sites_cannot_open(programme, cast, case):
    with pytest.raises(NotAllowed):
        open_identity(cast.rosa, case=case, reason=REASON)
    with pytest.raises(NotFound):
        open_identity(cast.omar, case=case, reason=REASON)


def test_a_name_is_found_however_it_is_typed_and_only_within_reach(programme, cast, case):
    for typed in ("amina EL hasan", "امينه الحسن"):
        assert [found.id for found in find_for(cast.sami, typed)] == [case]
        assert find_for(cast.omar, typed) == []
    assert [found.id for found in find_for(cast.sami, "Amina el Hasan", birth_year=1997, sex="woman")] == [case]
    assert find_for(cast.sami, "Amina el Hasan", birth_year=1970) == []
    assert find_for(cast.sami, "Amina el Hasan", sex="man") == []


@pytest.mark.parametrize("odd", ["", "😀", "'; DROP TABLE cases_case; --", "\u202e", "x" * 10_000, "%", "_"])
def test_odd_names_find_nobody(programme, cast, case, odd):
    assert find_for(cast.sami, odd) == []


def test_the_latest_identity_stands_for_look_up(programme, cast, case):
    note_identity(cast.sami, case=case, names=("Maryam",))
    assert find_for(cast.sami, "Amina el Hasan") == []
    assert [found.id for found in find_for(cast.sami, "maryam")] == [case]


def test_nothing_said_is_refused_and_so_is_an_absurd_year(programme, cast, case):
    with pytest.raises(RuleBroken):
        note_identity(cast.sami, case=case)
    with pytest.raises(RuleBroken):
        note_identity(cast.sami, case=case, birth_year=1850)


def test_the_hosts_staff_find_by_no_name_that_others_noted_and_a_name_that_was_found_is_a_reading(programme, cast):
    case = arrive(programme, cast.east, custody=cast.group)
    note_identity(cast.sami, case=case, names=["Farid Zaman"])
    host, nobodys = replace(cast.sami, organisation=cast.army), replace(cast.sami, organisation="")
    for actor in (host, nobodys, cast.rosa):
        assert find_for(replace(actor, everywhere=True), "farid zaman") == []
    assert [found.id for found in find_for(cast.sami, "farid zaman")] == [case]
    assert readings_for(cast.sami, case) == []
    client_for(cast.sami).post("/find", {"q": "Farid Zaman"})
    assert [reading.name for reading in readings_for(cast.sami, case)] == ["Sami"]
    rosa, own = replace(cast.rosa, everywhere=True), arrive(programme, cast.east, custody=cast.group)
    note_identity(rosa, case=own, names=["Farid Zaman"])
    assert [found.id for found in find_for(rosa, "farid zaman")] == [own]
    assert find_for(replace(host, everywhere=True), "farid zaman") == []
    assert find_for(nobodys, "farid zaman") == []
    programme.check_rebuild()


def test_what_was_noted_is_changed_by_those_alone_who_may_open_it(programme, cast):
    case, entry = arrive(programme, cast.east, custody=cast.group), new_id()
    rosa = replace(cast.rosa, everywhere=True)
    host = replace(cast.sami, organisation=cast.group)
    note_identity(rosa, case=case, names=["Farid Zaman"], nationality="FR", entry=entry)
    note_identity(rosa, case=case, names=["Farid Zaman"], nationality="FR", entry=entry)  # the same page, sent twice
    for actor in (rosa, host):
        for said in ({"names": ["Another"]}, {"aliases": ["Abu X"]}, {"nationality": "NL"}, {"birth_year": 1990}):
            with pytest.raises(RuleBroken, match="noted already"):
                note_identity(actor, case=case, **said)
        note_identity(actor, case=case, sex="man", age="adult")  # what a safe place depends on takes nothing away
    note_identity(cast.sami, case=case, nationality="NL")
    opening = open_identity(cast.sami, case=case, reason=REASON)
    opened = identity_of(cast.sami, case_for(cast.sami, case), opening=opening)
    assert (opened.names, opened.nationality) == (("Farid Zaman",), "NL")
    assert [found.id for found in find_for(cast.sami, "farid zaman")] == [case]
    programme.check_rebuild()


def test_the_hosts_staff_read_no_reason_of_an_opening_and_take_back_no_name_that_others_sealed(programme, cast):
    case = arrive(programme, cast.east, custody=cast.group)
    note_identity(cast.sami, case=case, names=["Farid Zaman"])
    open_identity(cast.sami, case=case, reason="For the consulate of France")
    theirs = add_staff(
        FOUNDER,
        name="Theirs",
        roles=["coordinator", "case_worker"],
        everywhere=True,
        organisation=cast.group,
        password=PASSWORD,
    )
    host = actor_from(staff_for(FOUNDER, theirs.staff))
    for actor, reads in ((host, False), (cast.cora, True)):
        page = client_for(actor).get(f"/residents/{case}/").content.decode()
        assert ("consulate of France" in page) == reads
    noted = next(entry.id for entry in history(case) if isinstance(entry.event, IdentityNoted))
    assert not any(one.withdrawable for one in history_for(host, case_for(host, case)) if one.id == noted)
    with pytest.raises(RuleBroken, match="cannot be withdrawn"):
        withdraw_entry(host, case=case, withdraws=noted, why="Not their name")
    withdraw_entry(cast.cora, case=case, withdraws=noted, why="Another person's")


def test_a_clock_that_is_put_back_shows_an_opened_identity_no_longer(programme, cast, case):
    opening = open_identity(cast.sami, case=case, reason=REASON)
    with programme.at(now() + timedelta(minutes=6)):
        arrive(programme, cast.east)
    with pytest.raises(NotFound):
        identity_of(cast.sami, case_for(cast.sami, case), opening=opening)
