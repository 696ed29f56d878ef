"""What the calendar of a site may say of courses: when, what and where; never who."""

from datetime import date, time
from typing import NamedTuple

from onward.access.rules import Actor
from onward.cases.queries import sites_of
from onward.courses.models import Course, Session
from onward.kit.errors import NotFound


class Listed(NamedTuple):
    """One session on the calendar of a site. Its interpreter and its teacher are people, so they are not on it."""

    day: date
    begins: time
    ends: object
    title: str
    subject: str
    room: str
    course: str


def sessions_between(actor: Actor, site: str, first: date, last: date) -> list[Listed]:
    """The sessions of a site from one day until another, in order; for whoever works there, and who stays there."""
    here = sites_of([actor.id]).get(actor.id) == site if "resident" in actor.roles else actor.reaches(site)
    if not here:
        raise NotFound(site)
    courses = {course.id: course for course in Course.objects.filter(site=site)}
    found = Session.objects.filter(stream__in=list(courses), day__range=(first, last), cancelled=False)
    return [
        Listed(
            one.day,
            one.begins,
            one.ends,
            courses[one.stream].title,
            courses[one.stream].subject_in_words,
            one.room or courses[one.stream].room,
            one.stream,
        )
        for one in found.order_by("day", "begins", "id")
        if one.day <= (courses[one.stream].ended_on or one.day)
    ]
