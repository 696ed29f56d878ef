"""The roster of a course: for its teacher alone, and for nobody who works for whoever keeps those on it."""

from typing import NamedTuple

from onward.access.rules import Actor
from onward.cases.queries import case_names, knows_of, sites_of
from onward.courses.models import Attendance, Course, Taking
from onward.courses.rules import shown_count
from onward.courses.rules.words import AGREED
from onward.kit.errors import NotFound


class Roster(NamedTuple):
    """Who said yes, by name. `unnamed`: how many more, by fives, of whom the teacher may not know."""

    people: list[tuple[str, str]]
    unnamed: int


def roster_of(course: Course) -> list[str]:
    """The cases that said yes and are still where the course is."""
    said = list(Taking.objects.filter(course=course.id, state=AGREED).values_list("stream", flat=True))
    return [case for case, site in sites_of(said).items() if site == course.site]


def roster_for(actor: Actor, course: Course) -> Roster:
    """The roster of a course that the actor teaches. Whom the actor's own people keep is counted and not named."""
    if course.teacher != actor.id or not actor.id:
        raise NotFound(course.id)
    cases = roster_of(course)
    host = {case for case, knows in knows_of(actor, cases).items() if knows.of_host}
    names = case_names(case for case in cases if case not in host)
    return Roster(sorted(names.items(), key=lambda pair: (pair[1], pair[0])), shown_count(len(host)) or 0)


def present_at(session: str) -> set[str]:
    """The cases of those who were at a session."""
    return set(Attendance.objects.filter(session=session).values_list("stream", flat=True))
