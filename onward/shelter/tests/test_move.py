import pytest

from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.shelter.actions import answer_move, ask_move, note_move
from onward.shelter.queries import moves_of
from onward.waiting.queries import matters_of
from tests.cast import client_for, resident
from tests.housing import arrive

WHY = "He watches my tent."


@pytest.fixture
def quiet(programme, cast):
    return arrive(programme, cast, site=cast.east)


@pytest.fixture
def asked(quiet):
    entry = new_id()
    ask_move(resident(quiet), case=quiet, wants="block", words=WHY, entry=entry)
    return entry


def test_a_resident_asks_and_reads_the_answer_with_its_reason(programme, cast, quiet, asked):
    (owed,) = [one for one in matters_of(quiet) if one.kind == "move"]
    assert owed.norm == 7
    with pytest.raises(RuleBroken, match="asked already"):
        note_move(cast.sami, case=quiet, wants="site", entry=new_id())
    answer_move(cast.sami, move=asked, answer="agreed", words="On Thursday, to the quiet row.", entry=new_id())
    (said,) = moves_of(resident(quiet), quiet)
    assert (said.words, said.answer, said.reason) == (WHY, "Yes", "On Thursday, to the quiet row.")
    assert [one.outcome for one in matters_of(quiet) if one.kind == "move"] == ["done"]
    page = client_for(resident(quiet)).get("/door/move").content.decode()
    assert "On Thursday" in page
    programme.check_rebuild()


def test_why_they_asked_is_not_for_whoever_keeps_them(cast, quiet, asked):
    assert moves_of(cast.salma, quiet)[0].words == ""
    page = client_for(cast.salma).get(f"/shelter/cases/{quiet}/move/").content.decode()
    assert "Another place at this site" in page
    assert "watches" not in page
    assert "watches" in client_for(cast.sami).get(f"/shelter/cases/{quiet}/move/").content.decode()


def test_it_is_answered_once_with_a_reason_by_who_may(cast, quiet, asked):
    for actor, error in ((cast.salma, NotAllowed), (cast.omar, NotFound)):
        with pytest.raises(error):
            answer_move(actor, move=asked, answer="refused", words="No.", entry=new_id())
    with pytest.raises(RuleBroken, match="Say why"):
        answer_move(cast.sami, move=asked, answer="refused", words=" ", entry=new_id())
    answer_move(cast.sami, move=asked, answer="refused", words="No tent is free.", entry=new_id())
    with pytest.raises(RuleBroken, match="answered already"):
        answer_move(cast.sami, move=asked, answer="agreed", words="Yes.", entry=new_id())
