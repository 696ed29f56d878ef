from datetime import time

import pytest
from msgspec.structs import replace

from onward.cases.actions import note_identity
from onward.cases.queries import case_for
from onward.courses.actions import (
    answer_course,
    judge_child_teaching,
    note_answer,
    offer_course,
    plan_sessions,
    start_course,
    take_attendance,
)
from onward.courses.queries import course_for, courses_for, roster_for, sessions_between, sessions_of, state_of
from onward.kit.dates import today
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from tests.cast import client_for, resident
from tests.housing import arrive


@pytest.fixture
def case(programme, cast):
    return arrive(programme, cast, site=cast.east)


def started(cast, *, subject="trade", teacher=""):
    return start_course(
        cast.sami,
        site=cast.east,
        title="Sewing",
        subject=subject,
        teacher=teacher or cast.badia.id,
        curriculum="Hems and seams.",
        entry=new_id(),
    )


def says(case, course, answer):
    answer_course(resident(case), course=course, answer=answer, entry=new_id())


def said(cast, case, course):
    return state_of(case_for(cast.sami, case), course)


def test_it_is_offered_once_and_never_again_after_a_no(programme, cast, case):
    course = started(cast)
    offer_course(cast.sami, case=case, course=course, entry=new_id())
    says(case, course, "declined")
    for offers in (cast.sami, cast.firas):
        with pytest.raises(RuleBroken, match="They said no to this course"):
            offer_course(offers, case=case, course=course, entry=new_id())
    says(case, course, "agreed")
    note_answer(cast.sami, case=case, course=course, answer="left", entry=new_id())
    assert said(cast, case, course) == "left"
    with pytest.raises(RuleBroken, match="They said no to this course"):
        offer_course(cast.sami, case=case, course=course, entry=new_id())
    programme.check_rebuild()


def test_what_was_not_said_cannot_be_taken_back(cast, case):
    course = started(cast)
    for answer in ("left", "declined"):
        if answer == "declined":
            says(case, course, "agreed")
        with pytest.raises(RuleBroken):
            says(case, course, answer)


def test_who_keeps_them_reads_nothing_of_it_and_a_teacher_only_the_own_roster(programme, cast, case):
    course = started(cast)
    says(case, course, "agreed")
    people = roster_for(cast.badia, course_for(cast.badia, course)).people
    assert people == [(case, "Quiet Cedar")]
    for other in (cast.sami, cast.firas, cast.nadia, cast.salma):
        with pytest.raises(NotFound):
            roster_for(other, course_for(other, course))
    of_host = replace(cast.sami, organisation=cast.group)
    with pytest.raises(NotFound):
        offer_course(of_host, case=case, course=course, entry=new_id())
    of_theirs = replace(cast.badia, organisation=cast.group)
    roster = roster_for(of_theirs, course_for(of_theirs, course))
    assert (roster.people, roster.unnamed) == ([], 0)
    with pytest.raises(NotAllowed):
        offer_course(cast.badia, case=case, course=course, entry=new_id())


def test_a_headcount_below_five_is_told_to_nobody(programme, cast):
    course, counts = started(cast), []
    for number in range(11):
        says(arrive(programme, cast, f"Quiet Cedar {number}", site=cast.east), course, "agreed")
        (shown,) = courses_for(cast.salma, day=today())
        counts.append(shown.many)
    assert counts == [None] * 4 + [5] * 5 + [10] * 2  # looked at before and after, it tells nobody's answer


def test_religious_teaching_of_a_child_needs_two_who_find_it_best(programme, cast, case):
    note_identity(cast.sami, case=case, age="youth")
    course = started(cast, subject="religion")

    def judged(by, best=True):
        words = {"reasons": "He asks for it.", "heard": "I want to."}
        judge_child_teaching(by, case=case, course=course, best=best, entry=new_id(), **words)

    def barred():
        with pytest.raises(RuleBroken, match="two people must first find"):
            says(case, course, "agreed")

    barred()
    judged(cast.sami)
    judged(cast.sami)
    barred()
    judged(cast.chiara, best=False)
    barred()
    judged(cast.chiara)
    says(case, course, "agreed")
    assert said(cast, case, course) == "agreed"
    programme.check_rebuild()


def test_attendance_is_noted_from_the_roster_and_mended(programme, cast, case):
    course = started(cast)
    plan_sessions(cast.badia, course=course, day=today(), begins=time(9, 30), minutes=45, times=2, entry=new_id())
    first, _second = sessions_of(course_for(cast.badia, course))
    other = arrive(programme, cast, "Clear River", site=cast.east)
    says(case, course, "agreed")
    for present, there in (([case, other], [case]), ([], [])):
        take_attendance(cast.badia, course=course, session=first.id, present=present, entry=new_id())
        assert [row[0] for row in programme.sql("SELECT stream FROM courses_attendance")] == there
    programme.check_rebuild()
    listed = sessions_between(cast.salma, cast.east, today(), today())
    assert [(one.title, one.ends) for one in listed] == [("Sewing", time(10, 15))]
    with pytest.raises(NotFound):
        sessions_between(cast.wafa, cast.east, today(), today())


def test_the_pages_are_there_and_name_nobody_to_the_host(programme, cast, case):
    course = started(cast)
    says(case, course, "agreed")
    for actor in (cast.salma, cast.nadia, cast.cora, cast.chiara):
        pages = [client_for(actor).get(each) for each in ("/courses/", f"/courses/{course}/", "/courses/week/")]
        assert [page.status_code for page in pages] == [200, 200, 200]
        assert all("Quiet Cedar" not in page.content.decode() for page in pages)
    assert "Said yes" in client_for(cast.sami).get(f"/courses/of/{case}/").content.decode()
