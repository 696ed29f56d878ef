import pytest

from onward.cases.actions import note_identity
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.tracing.actions import (
    agree_own_telling,
    agree_telling,
    end_own_search,
    end_own_telling,
    seek_own_relative,
    tell_relatives,
)
from onward.tracing.queries import family_for, pairs_for, score
from onward.waiting.queries import matters_of
from tests.cast import client_for, resident
from tests.residents import arrive


@pytest.fixture
def two(programme, cast):
    """Who looks for a sister, and the sister."""
    seeker, sister = (arrive(programme, cast.east, custody=cast.group) for _ in range(2))
    note_identity(cast.sami, case=sister, names=["Зайнаб Юлдашева"])
    entry = new_id()
    for _twice in range(2):
        seek_own_relative(resident(seeker), case=seeker, name="Zainab Yuldasheva", relation="sister", entry=entry)
    score()
    return seeker, sister


def _search(case):
    (owed,) = [one for one in matters_of(case) if one.what == "relative"]
    return owed


def test_who_is_looked_for_is_offered_to_tracing_staff_whoever_was_named_first(programme, cast, two):
    (pair,) = pairs_for(cast.yara)
    assert [side.case.id for side in pair.sides] == list(two)
    later = arrive(programme, cast.east, custody=cast.group)
    note_identity(cast.sami, case=later, names=["زينب يولداشيفا"])
    score()
    assert {one.sides[1].case.id for one in pairs_for(cast.yara)} == {two[1], later}
    programme.check_rebuild()


def test_neither_is_told_before_both_agreed_and_either_takes_it_back(programme, cast, two):
    seeker, sister = two
    before = [client_for(resident(case)).get("/door/relatives").content for case in two]
    for who in (None, seeker, sister):
        if who:
            agree_own_telling(resident(who), case=who, entry=new_id())
        if who != sister:
            with pytest.raises(RuleBroken, match="Both must have agreed"):
                tell_relatives(cast.yara, case=seeker, other=sister)
    end_own_telling(resident(seeker), case=seeker, entry=new_id())
    with pytest.raises(RuleBroken, match="Both must have agreed"):
        tell_relatives(cast.yara, case=seeker, other=sister)
    assert b"was found" not in b"".join(before)
    assert "was found" not in client_for(resident(sister)).get("/door/relatives").content.decode()
    agree_telling(cast.sami, case=seeker, entry=new_id())
    tell_relatives(cast.yara, case=seeker, other=sister, entry=new_id())
    assert [len(family_for(case).told) for case in two] == [1, 1]
    assert _search(seeker).closed_on
    for case in two:
        assert "was found" in client_for(resident(case)).get("/door/relatives").content.decode()
    with pytest.raises(RuleBroken, match="already"):
        tell_relatives(cast.yara, case=seeker, other=sister)
    programme.check_rebuild()


def test_once_both_are_opened_whom_they_look_for_stands_beside_who_may_be_meant(programme, cast, two):
    yara = client_for(cast.yara)
    answer = yara.post(f"/tracing/{two[0]}/{two[1]}/open/", {"reason": "Is it the sister?", "entry": new_id()})
    page = yara.get(answer.url).content.decode()
    assert "Zainab Yuldasheva" in page
    assert "Зайнаб Юлдашева" in page
    assert "Parts that met" in page


def test_a_search_ends_when_the_person_does_not_want_it(programme, cast, two):
    (sought,) = family_for(two[0]).sought
    with pytest.raises(NotFound):
        end_own_search(resident(two[1]), case=two[1], sought=sought.id)
    end_own_search(resident(two[0]), case=two[0], sought=sought.id, entry=new_id())
    assert family_for(two[0]).sought == []
    assert _search(two[0]).closed_on
    assert pairs_for(cast.yara) == []


def test_the_own_page_names_nobody_and_the_host_sees_nothing(programme, cast, two):
    own = client_for(resident(two[0])).get("/door/relatives").content.decode()
    assert "sister" in own
    assert "Zainab" not in own
    staff = client_for(cast.sami).get(f"/tracing/{two[0]}/relatives/").content.decode()
    assert "sister" in staff
    assert "Zainab" not in staff
    page = client_for(cast.salma).get(f"/residents/{two[0]}/").content.decode()
    assert "elative" not in page
