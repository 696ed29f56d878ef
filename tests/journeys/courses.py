"""The scenes of the forms of courses."""

from datetime import time

from onward.cases.actions import note_identity
from onward.courses.actions import (
    allow_reading,
    answer_course,
    give_certificate,
    plan_sessions,
    start_course,
    take_attendance,
)
from onward.courses.queries import course_for, sessions_of
from onward.kit.dates import today
from onward.kit.ids import new_id
from tests.cast import Cast, resident
from tests.journeys.scenes import Scene
from tests.journeys.settings import Ids, Setting, nothing, someone, with_card
from tests.programme import Programme


def course(subject: str = "trade", *, age: str = "", said: str = "", setting: Setting = someone) -> Setting:
    """A course of Badia's with a session today; somebody of that age, who said this to it."""

    def told(programme: Programme, cast: Cast) -> Ids:
        ids = setting(programme, cast)
        about = start_course(
            cast.sami,
            site=cast.east,
            title="Sewing",
            subject=subject,
            teacher=cast.badia.id,
            curriculum="Hems.",
            entry=new_id(),
        )
        plan_sessions(cast.badia, course=about, day=today(), begins=time(10), minutes=90, entry=new_id())
        if age:
            note_identity(cast.sami, case=ids["case"], age=age)
        if said:
            answer_course(resident(ids["case"]), course=about, answer=said, entry=new_id())
        (session,) = sessions_of(course_for(cast.sami, about))
        card = programme.sql("SELECT number FROM cases_card")
        return ids | {"course": about, "session": session.id, "card": card[0][0] if card else ""}

    return told


def been(*, given: bool = False) -> Setting:
    """Somebody who was at a session; and was given a certificate with their own name."""

    def told(programme: Programme, cast: Cast) -> Ids:
        ids, letter = course(said="agreed")(programme, cast), new_id()
        about = ids["course"]
        take_attendance(cast.badia, course=about, session=ids["session"], present=[ids["case"]], entry=new_id())
        if given:
            give_certificate(cast.sami, case=ids["case"], course=about, name="own", entry=letter)
        return ids | {"certificate": letter}

    return told


def read(programme: Programme, cast: Cast) -> Ids:
    """Somebody who let the counsellor read their plan."""
    ids = someone(programme, cast)
    allow_reading(resident(ids["case"]), what="plan", staff=cast.firas.id, entry=new_id())
    return ids | {"reader": f"plan.{cast.firas.id}"}


NEW = {"title": "Turkish", "subject": "language", "site": "{east}", "teacher": "{badia}"}

COURSES: dict[str, Scene] = {
    "courses:start_course": Scene("sami", nothing, {**NEW, "curriculum": "The first words.", "interpreter": "Hanan"}),
    "courses:change_course": Scene(
        "sami", course(setting=nothing), {"teacher": "{firas}", "room": "Tent 4", "reason": "Ill."}
    ),
    "courses:end_course": Scene("sami", course(setting=nothing), {"reason": "It was long enough."}),
    "courses:plan_sessions": Scene(
        "badia", course(setting=nothing), {"begins": "09:30", "times": "2", "room": "Tent 4"}
    ),
    "courses:cancel_session": Scene("badia", course(setting=nothing), {"reason": "The tent leaks."}),
    "courses:take_attendance": Scene("badia", course(said="agreed"), {"present": ["{case}"]}),
    "courses:scan_attendance": Scene("badia", course(said="agreed", setting=with_card), {"card": "{card}"}),
    "courses:offer_course": Scene("sami", course()),
    "courses:note_answer": Scene("sami", course(), {"answer": "agreed"}),
    "courses:judge_child_teaching": Scene(
        "chiara",
        course("religion", age="youth"),
        {"best": "yes", "heard": "I want to.", "reasons": "He asked for it."},
    ),
    "door:answer_course": Scene("resident", course(), {"course": "{course}", "answer": "agreed"}),
    "door:write_goal": Scene("resident", someone, {"words": "To read.", "steps": "A word a day.", "helped": "My son."}),
    "door:allow_reading": Scene("resident", someone, {"staff": "{firas}", "what": "plan"}),
    "door:stop_reading": Scene("resident", read, {"reader": "{reader}"}),
    "courses:give_certificate": Scene("sami", been(), {"name": "line", "language": "fr"}),
    "courses:open_certificate": Scene("sami", been(given=True), {"reason": "She asked for it."}),
    "courses:note_talk": Scene("firas", someone, {"person": "Quiet Cedar", "words": "Sleeps badly."}),
}
