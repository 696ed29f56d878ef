import pytest

from onward.access.queries import staff_for
from onward.cases.queries import case_for
from onward.desk.actions import end_staff
from onward.journal.reading import history, version
from onward.kit.errors import NotAllowed, Outdated
from onward.kit.ids import new_id
from onward.waiting.queries import held_by, matters_of, way_after
from tests.cast import client_for


def test_who_leaves_owes_nothing_and_works_on_no_case(story, programme):
    cast, entry = story.cast, new_id()
    owed = [matter.id for matter in held_by(cast.sami.id)]
    assert owed
    for _twice in range(2):
        end_staff(cast.adam, staff=cast.sami.id, entry=entry)
    assert held_by(cast.sami.id) == []
    assert case_for(cast.cora, story.quiet).case_worker == ""
    released = [matter for matter in matters_of(story.quiet) if matter.id in owed]
    assert {(matter.holder_name, matter.closed_on) for matter in released} == {("", None)}
    kinds = [said.kind for said in history(story.quiet)]
    assert kinds.count("cases.case_worker_left") == kinds.count("waiting.matter_released") == 1
    programme.check_rebuild()


def test_what_opens_later_is_not_put_into_the_hands_of_who_left(story):
    cast = story.cast
    end_staff(cast.adam, staff=cast.sami.id)
    case = case_for(cast.cora, story.quiet)
    opens = way_after(case, done=["heard"], facts={"wish": "not_yet"}, entry_id=new_id()).opens
    assert [(opened.holder.kind, opened.holder.office) for opened in opens] == [("nobody", "case_worker")]


def test_all_of_it_happens_or_nothing(story):
    cast, owed = story.cast, len(held_by(story.cast.sami.id))
    with pytest.raises(Outdated):
        end_staff(cast.adam, staff=cast.sami.id, after=new_id())
    assert staff_for(cast.adam, cast.sami.id).left_on is None
    assert len(held_by(cast.sami.id)) == owed


def test_it_needs_the_role(story):
    with pytest.raises(NotAllowed):
        end_staff(story.cast.cora, staff=story.cast.sami.id)


def test_the_page_says_what_will_be_nobodys(story):
    cast = story.cast
    client = client_for(cast.adam)
    page = client.get(f"/staff/{cast.sami.id}/end").content.decode()
    assert "1 resident will have no case worker" in page
    assert f"/staff/{cast.sami.id}/end" in client.get(f"/staff/{cast.sami.id}").content.decode()
    sent = {"entry": new_id(), "version": version(cast.sami.id), "reason": ""}
    assert client.post(f"/staff/{cast.sami.id}/end", sent)["Location"] == "/staff"
    assert held_by(cast.sami.id) == []
