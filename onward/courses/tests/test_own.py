import re

import pytest
from msgspec.structs import replace

from onward.cases.queries import case_for
from onward.courses.actions import allow_reading, note_talk, start_course, stop_reading, write_goal
from onward.courses.queries import own_of, plans_for, shared_talks_for, talks_by
from onward.kit.dates import today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from tests.cast import client_for, resident
from tests.housing import arrive


@pytest.fixture
def case(programme, cast):
    return arrive(programme, cast, site=cast.east)


def test_a_plan_is_read_by_whom_the_person_names_and_no_longer_than_that(programme, cast, case):
    me = resident(case)
    write_goal(me, words="To read to my son.", steps="A word a day.", entry=(goal := new_id()))
    assert plans_for(cast.firas) == []
    allow_reading(me, what="plan", staff=cast.firas.id, entry=new_id())
    ((name, goals),) = plans_for(cast.firas)
    assert (name, [one.words for one in goals]) == ("Quiet Cedar", ["To read to my son."])
    assert plans_for(cast.sami) == plans_for(replace(cast.firas, organisation=cast.group)) == []
    write_goal(me, goal=goal, words="To read to my son.", helped="His teacher.", reached=True, entry=new_id())
    programme.check_rebuild()
    stop_reading(me, what="plan", staff=cast.firas.id, entry=new_id())
    assert plans_for(cast.firas) == []
    with pytest.raises(RuleBroken, match="What is your own is not for them"):
        allow_reading(me, what="plan", staff=cast.salma.id, entry=new_id())
    with pytest.raises(NotFound):
        write_goal(resident(arrive(programme, cast, "Clear River")), goal=goal, words="No", entry=new_id())


def test_a_talk_is_read_by_who_held_it_and_whom_the_person_allows(programme, cast, case):
    note_talk(cast.firas, person="quiet cedar", words="Sleeps badly.", on=today(), entry=new_id())
    assert [talk.words for _name, talk in talks_by(cast.firas)] == ["Sleeps badly."]
    assert [talk.words for talk in own_of(resident(case), _case(cast, case)).talks] == ["Sleeps badly."]
    assert shared_talks_for(cast.hala) == []
    allow_reading(resident(case), what="talks", staff=cast.hala.id, entry=new_id())
    assert [talk.words for _name, talk in shared_talks_for(cast.hala)] == ["Sleeps badly."]
    assert plans_for(cast.hala) == []
    with pytest.raises(NotFound):
        own_of(cast.firas, _case(cast, case))
    for host in (replace(cast.firas, organisation=cast.group), replace(cast.firas, sites=frozenset({cast.west}))):
        with pytest.raises(RuleBroken, match="Nobody of this name"):
            note_talk(host, person="Quiet Cedar", words="What?", on=today(), entry=new_id())


def _case(cast, case):
    return case_for(cast.sami, case)


def test_at_the_door_they_say_no_plainly_and_write_for_themselves(programme, cast, case):
    course = start_course(
        cast.sami, site=cast.east, title="Sewing", subject="trade", teacher=cast.badia.id, entry=new_id()
    )
    door = client_for(resident(case))
    assert "Saying no changes nothing else." in door.get("/door/courses").content.decode()
    (shown,) = re.findall(r'name="entry" value="(\w+)"', door.get("/door/courses").content.decode())
    said = {"course": course, "entry": shown}
    assert door.post("/door/courses", said | {"answer": "agreed"}).status_code == 302
    assert "You said yes." in door.get("/door/courses").content.decode()
    assert door.post("/door/courses", said | {"answer": "declined", "entry": new_id()}).status_code == 422
    assert door.post("/door/plan", {"words": "To read.", "entry": new_id()}).status_code == 302
    assert "To read." in door.get("/door/plan").content.decode()
    assert "Firas" in door.get("/door/plan/read").content.decode()
    assert "Salma" not in door.get("/door/plan/read").content.decode()
