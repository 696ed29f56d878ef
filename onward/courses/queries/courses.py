"""Courses and their sessions: for staff of the site, and for oversight; with headcounts, never with names."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from onward.access.queries import staff_members_for, staff_names
from onward.access.rules import Actor
from onward.cases.queries import sites_of
from onward.courses.models import Course, Session, Taking, Taught
from onward.courses.rules import shown_count
from onward.courses.rules.words import AGREED
from onward.journal.reading import version
from onward.kit.errors import NotFound


class Shown(NamedTuple):
    """A course in a list. `many` is None below five, and for what is not known."""

    course: Course
    teacher: str
    many: int | None
    next: Session | None


def course_for(actor: Actor, course: str) -> Course:
    """One course at a site in the actor's reach, or that they teach, with the `version` that a page shows."""
    found = Course.objects.filter(id=course).first()
    if found is None or not _reaches(actor, found):
        raise NotFound(course)
    found.version = version(found.id)
    return found


def _reaches(actor: Actor, course: Course) -> bool:
    if "resident" in actor.roles:
        return sites_of([actor.id]).get(actor.id) == course.site
    return actor.reaches(course.site) or course.teacher == actor.id


def manages(actor: Actor, course: Course) -> bool:
    """Whether they may change the course where their role may: of their own sites, or their own."""
    return actor.reaches(course.site) or course.teacher == actor.id


def courses_for(actor: Actor, *, day: date, ended: bool = False, site: str = "") -> list[Shown]:
    """The courses in the actor's reach, by name."""
    reach = Q() if actor.everywhere else Q(site__in=actor.sites) | Q(teacher=actor.id)
    found = list(Course.objects.filter(reach, ended_on__isnull=not ended).order_by("title", "id")[:200])
    found = [course for course in found if not site or course.site == site]
    return _shown(found, day)


def _shown(found: list[Course], day: date) -> list[Shown]:
    names, ids = staff_names(course.teacher for course in found), [course.id for course in found]
    taken = Taking.objects.filter(course__in=ids, state=AGREED).values_list("course").annotate(many=Count("id"))
    counts = dict(taken)
    later: dict[str, Session] = {}
    for session in Session.objects.filter(stream__in=ids, day__gte=day, cancelled=False).order_by("-day", "-begins"):
        later[session.stream] = session
    return [
        Shown(one, names.get(one.teacher, ""), shown_count(counts.get(one.id, 0)), later.get(one.id)) for one in found
    ]


def headcount_of(course: Course) -> int | None:
    """How many take part, as anybody but the teacher sees it."""
    return shown_count(Taking.objects.filter(course=course.id, state=AGREED).count())


def running_at(site: str) -> list[Course]:
    """The courses of a site that anybody there may join, by name."""
    return list(Course.objects.filter(site=site, ended_on=None).order_by("title", "id"))


def history_of(course: Course) -> list[tuple[str, Taught]]:
    """Who has taught it, the latest first, by name."""
    rows = list(Taught.objects.filter(stream=course.id).order_by("-since", "-id"))
    names = staff_names(row.teacher for row in rows)
    return [(names.get(row.teacher, ""), row) for row in rows]


def sessions_of(course: Course, *, since: date | None = None) -> list[Session]:
    """Its sessions by day, from one day on if asked."""
    every = Session.objects.filter(stream=course.id)
    return list((every.filter(day__gte=since) if since else every).order_by("day", "begins", "id"))


def session_for(actor: Actor, course: str, session: str) -> tuple[Course, Session]:
    """One session of a course in the actor's reach."""
    found = course_for(actor, course)
    one = Session.objects.filter(id=session, stream=found.id).first()
    if one is None:
        raise NotFound(session)
    return found, one


def teachers_for(actor: Actor, site: str) -> list[tuple[str, str]]:
    """Who may be named as a teacher at a site: (id, name) of everybody who works there."""
    return [(member.id, member.name) for member in staff_members_for(actor, site=site)]
