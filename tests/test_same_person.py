import pytest
from msgspec.structs import replace

from onward.cases.actions import note_identity
from onward.cases.queries import case_for
from onward.config.erasing import tables
from onward.journal.reading import history
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.tracing.actions import confirm_same, note_not_same, open_names, part_files, propose_same
from onward.tracing.models import Likely
from onward.tracing.queries import forget_pairs, linked_with, pairs_for, score
from onward.waiting.queries import matters_of
from tests.cast import client_for
from tests.residents import arrive

WHY = "She showed the same paper."


@pytest.fixture
def two(programme, cast):
    cases = [arrive(programme, cast.east, custody=cast.group) for _ in range(2)]
    note_identity(cast.sami, case=cases[0], names=["أمينة يوسف الحسن"], birth_year=1990)
    note_identity(cast.sami, case=cases[1], names=["Amina Youssef El Hassan"], birth_year=1991)
    note_identity(cast.sami, case=arrive(programme, cast.east, custody=cast.group), names=["Jean Dupont"])
    score()
    return cases


def _said(cases):
    return [[entry.id for entry in history(case)] for case in cases]


def test_two_files_that_sound_alike_are_offered_once_however_often_names_are_compared(programme, cast, two):
    (pair,) = pairs_for(cast.yara)
    assert {side.case.id for side in pair.sides} == set(two)
    assert pair.likely.met >= 2
    score()
    forget_pairs()
    score()
    assert Likely.objects.count() == 1
    page = client_for(cast.yara).get("/tracing/").content.decode()
    assert "Likely one person" in page
    assert "Amina" not in page
    note_identity(cast.sami, case=two[1], names=["Marie Laurent"])
    score()
    assert pairs_for(cast.yara) == []
    programme.check_rebuild()


def test_nobody_learns_of_it_who_may_not_open_the_names_of_both(programme, cast, two):
    host = replace(cast.yara, organisation=cast.group)
    far = replace(cast.yara, sites=frozenset({cast.west}))
    for actor in (host, far):
        assert pairs_for(actor) == []
        with pytest.raises(NotFound):
            propose_same(actor, case=two[0], other=two[1], words=WHY)
    for actor in (cast.salma, cast.rosa, cast.nadia):
        with pytest.raises(NotAllowed):
            propose_same(actor, case=two[0], other=two[1], words=WHY)
    propose_same(cast.yara, case=two[0], other=two[1], words=WHY, entry=new_id())
    for case in two:
        page = client_for(cast.salma).get(f"/residents/{case}/").content.decode()
        assert "one person" not in page


def test_it_takes_two_changes_neither_file_and_is_undone_with_nothing_lost(programme, cast, two):
    before = _said(two)
    with pytest.raises(RuleBroken, match="why"):
        propose_same(cast.yara, case=two[0], other=two[1], words=" ")
    entry = new_id()
    for _twice in range(2):
        propose_same(cast.yara, case=two[0], other=two[1], words=WHY, entry=entry)
    (owed,) = [one for one in matters_of(two[0]) if one.what == "same_person"]
    assert (owed.holder_name, owed.closed_on) == ("Sami", None)
    with pytest.raises(RuleBroken, match="second person"):
        confirm_same(cast.yara, case=two[0], other=two[1])
    proposed = client_for(cast.sami).get(f"/residents/{two[0]}/").content.decode()
    assert "a second person decides" in proposed
    assert f"/tracing/{two[0]}/{two[1]}/" in proposed
    confirm_same(cast.sami, case=two[1], other=two[0], entry=new_id())
    assert [(one.id, sure) for one, sure in linked_with(cast.sami, case_for(cast.sami, two[0]))] == [(two[1], True)]
    assert "Another file of the same person" in client_for(cast.sami).get(f"/residents/{two[0]}/").content.decode()
    assert "nother file" not in client_for(cast.salma).get(f"/residents/{two[0]}/").content.decode()
    assert all(one.closed_on for one in matters_of(two[0]) if one.what == "same_person")
    with pytest.raises(RuleBroken, match="already"):
        confirm_same(cast.sami, case=two[0], other=two[1])
    part_files(cast.yara, case=two[0], other=two[1], words="The photograph is of another.", entry=new_id())
    assert linked_with(cast.sami, case_for(cast.sami, two[0])) == []
    after = _said(two)
    assert all(old == new[: len(old)] for old, new in zip(before, after, strict=True))
    assert (after[1], len(after[0])) == (before[1], len(before[0]) + 3)
    propose_same(cast.yara, case=two[0], other=two[1], words=WHY, entry=new_id())
    programme.check_rebuild()


def test_not_the_same_is_remembered_when_names_are_compared_anew(programme, cast, two):
    note_not_same(cast.yara, case=two[0], other=two[1], entry=new_id())
    forget_pairs()
    score()
    assert pairs_for(cast.yara) == []
    assert Likely.objects.count() == 1
    tables.forget(two[1])
    assert Likely.objects.count() == 0


def test_the_names_show_side_by_side_once_both_openings_are_written(programme, cast, two):
    yara = client_for(cast.yara)
    pair = f"/tracing/{two[0]}/{two[1]}"
    assert "Amina" not in yara.get(f"{pair}/").content.decode()
    answer = yara.post(f"{pair}/open/", {"reason": "Are they one person?", "entry": new_id()})
    page = yara.get(answer.url).content.decode()
    assert "Amina Youssef El Hassan" in page
    assert "أمينة" in page
    assert "Parts that met" in page
    assert [history(case)[-1].kind for case in two] == ["cases.identity_opened"] * 2
    assert client_for(cast.sami).get(answer.url).status_code == 404
    with pytest.raises(NotFound):
        open_names(cast.yara, case=two[0], other=new_id(), reason="Are they one person?")
