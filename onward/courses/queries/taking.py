"""What one person said to courses: for them, and for those who offer and weigh it; never for the host's staff."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Sum

from onward.access.queries import staff_names
from onward.access.rules import Actor, may
from onward.cases.queries import of_host
from onward.cases.rules.wording import IN_DOUBT, UNDER_AGE
from onward.courses.models import Attendance, Certificate, Course, Judgement, Session, Taking
from onward.courses.queries.courses import course_for, running_at
from onward.courses.rules import child_may
from onward.courses.rules.words import RELIGION
from onward.kit.errors import NotFound

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case


class Answer(NamedTuple):
    """A course, and what one person said to it. `barred`: a child, and nobody decided yet that it may be."""

    course: Course
    teacher: str
    taking: Taking | None
    barred: bool

    @property
    def state(self) -> str:
        """What they said last, "" for nothing."""
        return self.taking.state if self.taking else ""


class Deed(NamedTuple):
    """How often and how long somebody was at a course."""

    sessions: int
    minutes: int
    first: date | None
    last: date | None


def check_reads(actor: Actor, case: "Case") -> None:
    """Who may read what this resident said to courses: they themselves, and staff who offer; none of the host's."""
    own = actor.id == case.id and "resident" in actor.roles
    if not own and (not may(actor, "courses.see_answers") or of_host(actor, case)):
        raise NotFound(case.id)


def answers_of(actor: Actor, case: "Case") -> list[Answer]:
    """Every course that runs where they are, and what they said to it; and those that they took elsewhere or before."""
    check_reads(actor, case)
    takings = {taking.course: taking for taking in Taking.objects.filter(stream=case.id)}
    courses = {course.id: course for course in running_at(case.site)}
    courses |= {course.id: course for course in Course.objects.filter(id__in=set(takings) - set(courses))}
    names = staff_names(course.teacher for course in courses.values())
    child = is_child(case)
    return [
        Answer(
            course,
            names.get(course.teacher, ""),
            takings.get(course.id),
            child and course.subject == RELIGION and not allowed_for_child(case, course),
        )
        for course in courses.values()
    ]


def course_of(actor: Actor, case: "Case", course: str) -> Course:
    """A course that this resident took or was offered, wherever that was; or any other in the actor's reach."""
    check_reads(actor, case)
    if Taking.objects.filter(stream=case.id, course=course).exists():
        return Course.objects.get(id=course)
    return course_for(actor, course)


def state_of(case: "Case", course: str) -> str:
    """What a resident last said to a course; "" for nothing."""
    found = Taking.objects.filter(stream=case.id, course=course).first()
    return found.state if found else ""


def is_child(case: "Case") -> bool:
    """Whether they are under 18, or perhaps."""
    return case.age in (*UNDER_AGE, IN_DOUBT)


def judgements_of(actor: Actor, case: "Case", course: str) -> list[Judgement]:
    """What was found of religious teaching for this child, by whom."""
    check_reads(actor, case)
    return list(Judgement.objects.filter(stream=case.id, course=course).order_by("judged_on", "id"))


def allowed_for_child(case: "Case", course: Course) -> bool:
    """Whether two people found that this teaching is in the child's best interests."""
    rows = Judgement.objects.filter(stream=case.id, course=course.id)
    return child_may(list(rows.values_list("best", "officer")))


def deed_of(case: "Case", course: str) -> Deed:
    """How often and how long a resident was at a course."""
    ids = list(Attendance.objects.filter(stream=case.id, course=course).values_list("session", flat=True))
    days = list(Session.objects.filter(id__in=ids).order_by("day").values_list("day", flat=True))
    minutes = Session.objects.filter(id__in=ids).aggregate(all=Sum("minutes"))["all"] or 0
    return Deed(len(days), minutes, days[0] if days else None, days[-1] if days else None)


def certificates_of(actor: Actor, case: "Case") -> list[Certificate]:
    """The letters that a resident was given, the latest first."""
    check_reads(actor, case)
    return list(Certificate.objects.filter(stream=case.id).order_by("-given_on", "-id"))


def certificate_of(actor: Actor, case: "Case", certificate: str) -> tuple[Certificate, Course]:
    """One of them, with its course."""
    for found in certificates_of(actor, case):
        if found.id == certificate:
            return found, Course.objects.get(id=found.course)
    raise NotFound(certificate)
