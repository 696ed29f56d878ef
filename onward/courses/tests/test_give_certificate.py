from datetime import time

import pytest
from django.test import Client
from pypdfium2 import PdfDocument

from onward.cases.actions import issue_card, note_identity, open_identity
from onward.courses.actions import answer_course, give_certificate, plan_sessions, start_course, take_attendance
from onward.courses.queries import course_for, letter_languages, sessions_of
from onward.kit.dates import today
from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id
from tests.cast import client_for, resident
from tests.housing import arrive


def words(answer):
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    return " ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(answer.content))


def at_door(cast, case):
    card, client = issue_card(cast.sami, case=case), Client()
    assert client.post("/door/", {"code": card.code, "pin": card.pin}).status_code == 302
    return client


def test_a_certificate_says_the_course_and_the_hours_under_the_name_they_choose(programme, cast):
    case = arrive(programme, cast, site=cast.east)
    note_identity(cast.sami, case=case, names=["Zenobia Mirkovic"])
    course = start_course(
        cast.sami, site=cast.east, title="Sewing #1 $x$", subject="trade", teacher=cast.badia.id, entry=new_id()
    )
    plan_sessions(cast.badia, course=course, day=today(), begins=time(9), minutes=120, entry=new_id())
    answer_course(resident(case), course=course, answer="agreed", entry=new_id())
    (session,) = sessions_of(course_for(cast.sami, course))
    with pytest.raises(RuleBroken, match="No attendance"):
        give_certificate(cast.sami, case=case, course=course, name="case", entry=new_id())
    take_attendance(cast.badia, course=course, session=session.id, present=[case], entry=new_id())
    sami, said = client_for(cast.sami), {}
    for name in ("case", "line", "own"):
        give_certificate(cast.sami, case=case, course=course, name=name, language="en", entry=(letter := new_id()))
        address = f"/courses/letters/{case}/{letter}/"
        if name == "own":
            assert sami.get(address).url == f"{address}name/"
            assert sami.get(f"{address}{new_id()}/").status_code == 404
            address += open_identity(cast.sami, case=case, reason="For her certificate.") + "/"
        said[name] = words(sami.get(address))
        assert "Sewing #1 $x$" in said[name]
        assert "2 hours" in said[name]
        assert all(word not in said[name] for word in ("Azaz", "camp", "Badia", "Open Hands"))
    assert "Quiet Cedar" in said["case"]
    assert "Zenobia Mirkovic" in said["own"]
    assert all(name not in said["line"] for name in ("Quiet Cedar", "Zenobia"))
    programme.check_rebuild()


def test_it_is_set_in_arabic_by_the_type_that_comes_with_the_programme_and_fetched_at_their_door(programme, cast):
    case, other = arrive(programme, cast, site=cast.east), arrive(programme, cast, "Clear River", site=cast.east)
    note_identity(cast.sami, case=case, names=["Zenobia Mirkovic"])
    course = start_course(
        cast.sami, site=cast.east, title="دورة الخياطة", subject="trade", teacher=cast.badia.id, entry=new_id()
    )
    plan_sessions(cast.badia, course=course, day=today(), begins=time(9), minutes=120, entry=new_id())
    answer_course(resident(case), course=course, answer="agreed", entry=new_id())
    (session,) = sessions_of(course_for(cast.sami, course))
    take_attendance(cast.badia, course=course, session=session.id, present=[case], entry=new_id())
    for name in ("own", "case"):
        give_certificate(cast.sami, case=case, course=course, name=name, language="ar", entry=new_id())
    assert "ar" in dict(letter_languages())
    door = at_door(cast, case)
    assert "/door/courses/letter?n=1" in door.get("/door/courses").content.decode()
    letter = door.get("/door/courses/letter?n=1").content
    assert b"NotoNaskhArabic" in letter
    assert [door.get(f"/door/courses/letter?n={n}").status_code for n in ("2", "3", "")] == [404, 404, 404]
    assert at_door(cast, other).get("/door/courses/letter?n=1").status_code == 404
