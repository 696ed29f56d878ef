import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onward.cases.actions import note_identity, note_look, withdraw_entry
from onward.cases.events import IdentityNoted, NameSought
from onward.cases.models import KnownName
from onward.cases.queries import called_for, forget_names, is_a_name, looks_beyond_for, names
from onward.config.erasing import tables
from onward.config.folder import Looks
from onward.journal.erase import forget_rows
from onward.journal.reading import history
from onward.kit.ids import new_id
from tests.cast import client_for
from tests.residents import arrive

ODD = [
    "",
    " ",
    "a",
    "ع",
    "😀",
    "x" * 10_000,
    "%",
    "'; DROP TABLE cases_case; --",
    "\0",
    "\u202eanima\u202c",
    "\u200f\u200e",
]
NOBODY_HERE = "Nobody and nothing within your work"


@pytest.fixture
def case(programme, cast):
    case = arrive(programme, cast.east, custody=cast.group)
    note_identity(cast.sami, case=case, names=["محمد عبد الرحمن الحسن"], birth_year=1990)
    return case


def _ids(actor, words):
    return [found.id for found in called_for(actor, words)]


def test_a_person_is_found_in_another_script_within_reach_and_by_no_host(programme, cast, case):
    for words in ("Mohamed Abdulrahman al-Hassan", "Мухаммад Абдурахман Хасан", "محمد عبدالرحمن حسن"):
        assert _ids(cast.sami, words) == [case]
        assert _ids(cast.omar, words) == []
    assert _ids(cast.sami, "Jean Dupont") == []
    kept = arrive(programme, cast.east, custody=cast.group)
    note_identity(cast.sami, case=kept, names=["Амина Юлдашева"])
    assert _ids(cast.sami, "Amina Yuldasheva") == [kept]
    for host in (replace(cast.sami, organisation=cast.group), replace(cast.rosa, everywhere=True)):
        assert _ids(host, "Amina Yuldasheva") == []


def test_the_index_follows_what_is_added_corrected_withdrawn_and_erased(programme, cast, case):
    assert _ids(cast.sami, "Mohamed Hassan") == [case]
    note_identity(cast.sami, case=case, names=["Karim Benali"])
    assert (_ids(cast.sami, "Mohamed Hassan"), _ids(cast.sami, "كريم بنعلي")) == ([], [case])
    other = arrive(programme, cast.east, custody=cast.group)
    note_identity(cast.sami, case=other, names=["Zainab Trabelsi"])
    assert _ids(cast.sami, "زينب الطرابلسي") == [other]
    last = [entry.id for entry in history(case) if isinstance(entry.event, IdentityNoted)][-1]
    withdraw_entry(cast.sami, case=case, withdraws=last, why="It was said of somebody else.", entry=new_id())
    assert (_ids(cast.sami, "Mohamed Hassan"), _ids(cast.sami, "كريم بنعلي")) == ([case], [])
    tables.forget(other)
    with transaction.atomic():
        forget_rows(other)
    forget_names()
    assert _ids(cast.sami, "زينب الطرابلسي") == []
    assert "trabelsi" not in repr(list(KnownName.objects.values_list("folded"))).lower()


def test_the_snapshot_is_sealed_caught_up_with_and_of_this_journal_alone(programme, cast, case, monkeypatch):
    monkeypatch.setattr(names, "WORTH_KEEPING", 1)
    forget_names()
    assert _ids(cast.sami, "Mohamed Hassan") == [case]
    kept = names._path().read_bytes()
    assert len(kept) > names.STEP
    assert b"PK" not in kept[:4096]  # no archive of numpy's in the clear
    monkeypatch.setattr(names._Process, "index", None)
    note_identity(cast.sami, case=case, names=["Karim Benali"])
    built = []
    monkeypatch.setattr(names, "_built", lambda: built.append(1))
    assert _ids(cast.sami, "كريم بنعلي") == [case]
    assert not built
    monkeypatch.undo()
    monkeypatch.setattr(names._Process, "index", None)
    names._path().write_bytes(kept[:-1] + b"x")
    assert _ids(cast.sami, "Karim Benali") == [case]
    forget_names()
    assert not names._path().exists()


def test_looking_is_written_without_the_name_and_bounded_and_oversight_sees_who_wanted_more(programme, cast, settings):
    settings.LOOKS = Looks(hourly=2, each=3)
    form = new_id()
    assert [note_look(cast.rosa, where="reception", form=form) for _ in range(5)] == [True] * 4 + [False]
    assert note_look(cast.rosa, where="reception", form=new_id())
    assert not note_look(cast.rosa, where="reception", form=new_id())
    said = [entry.event for entry in history(cast.rosa.id) if isinstance(entry.event, NameSought)]
    assert [one.beyond for one in said] == [False, True, False]
    (told,) = looks_beyond_for(cast.nadia)
    assert (told.by, told.hours) == ("Rosa", 1)
    assert (
        "more names than one person may" in client_for(cast.nadia).get(reverse("cases:see_openings")).content.decode()
    )
    programme.check_rebuild()


def test_the_desk_says_clearly_that_no_more_names_are_looked_for(cast, case, settings):
    settings.LOOKS = Looks(hourly=1)
    sami = client_for(cast.sami)
    assert case in sami.post("/find", {"q": "Mohamed Hassan"}).content.decode()
    page = sami.post("/find", {"q": "Mohamed Hassan"}).content.decode()
    assert case not in page
    assert "as many names within an hour" in page


@pytest.mark.parametrize("words", ODD)
def test_odd_words_are_answered_at_the_desk(cast, case, words):
    answer = client_for(cast.sami).post("/find", {"q": words})
    assert answer.status_code == 200
    assert case not in answer.content.decode()


@given(words=st.text(max_size=120) | st.text("آأمحمدMohamedХасан \u202e\u0301😀'-", max_size=40))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_answered(cast, case, words):
    found = called_for(cast.sami, words)
    assert {one.id for one in found} <= {case}
    assert is_a_name(words) or not found
