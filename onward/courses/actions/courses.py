"""Starting, changing and ending a course; its sessions."""

from datetime import date, time

from django.db import transaction

from onward.access.queries import staff_for
from onward.access.rules import Actor, needs
from onward.courses.events import CourseChanged, CourseEnded, CourseStarted, SessionCancelled, SessionsPlanned
from onward.courses.events.course import Subject
from onward.courses.queries import course_for, session_for
from onward.courses.rules import check_course, check_running, check_session, check_slots, weekly
from onward.journal.append import append, written
from onward.kit.dates import today
from onward.kit.ids import derived_id
from onward.places.queries import site_for


@needs("courses.start_course")
@transaction.atomic
def start_course(
    actor: Actor,
    *,
    entry: str,
    site: str,
    title: str,
    subject: Subject,
    teacher: str,
    curriculum: str = "",
    language: str = "",
    interpreter: str = "",
    room: str = "",
) -> str:
    """Start a course at a site, for whoever wants it. Returns the course."""
    course = derived_id(entry, "course")
    if written(entry):
        return course
    check_course(title=title, curriculum=curriculum, subject=subject)
    started = CourseStarted(
        site=site_for(actor, site).id,
        title=title.strip(),
        subject=subject,
        teacher=staff_for(actor, teacher).id,
        curriculum=curriculum.strip(),
        language=language,
        interpreter=interpreter.strip(),
        room=room.strip(),
    )
    append(started, by=actor, stream=course, id=entry)
    return course


@needs("courses.change_course")
@transaction.atomic
def change_course(
    actor: Actor,
    *,
    course: str,
    entry: str,
    after: str = "",
    title: str,
    teacher: str,
    curriculum: str = "",
    language: str = "",
    interpreter: str = "",
    room: str = "",
    reason: str = "",
) -> None:
    """Say anew what a course is: another teacher, curriculum, language, interpreter or room."""
    found = course_for(actor, course)
    if written(entry):
        return
    check_running(found.ended_on)
    check_course(title=title, curriculum=curriculum, subject=found.subject)
    changed = CourseChanged(
        site=found.site,
        title=title.strip(),
        subject=found.subject,  # type: ignore[arg-type]  # a column holds what the event said
        teacher=teacher if teacher == found.teacher else staff_for(actor, teacher).id,
        curriculum=curriculum.strip(),
        language=language,
        interpreter=interpreter.strip(),
        room=room.strip(),
        reason=reason.strip(),
    )
    append(changed, by=actor, stream=found.id, id=entry, after=after)


@needs("courses.end_course")
@transaction.atomic
def end_course(actor: Actor, *, course: str, entry: str, reason: str = "") -> None:
    """Say that a course is over; what people said to it, and their certificates, stay."""
    found = course_for(actor, course)
    if written(entry):
        return
    check_running(found.ended_on)
    append(CourseEnded(reason=reason.strip()), by=actor, stream=found.id, id=entry)


@needs("courses.plan_sessions")
@transaction.atomic
def plan_sessions(
    actor: Actor, *, course: str, entry: str, day: date, begins: time, minutes: int, times: int = 1, room: str = ""
) -> None:
    """Plan one session, or one on the same day of several weeks."""
    found = course_for(actor, course)
    if written(entry):
        return
    check_running(found.ended_on)
    slots = weekly(day=day, begins=begins.strftime("%H:%M"), minutes=minutes, times=times, room=room.strip())
    check_slots(slots, today=today())
    append(SessionsPlanned(slots=slots), by=actor, stream=found.id, id=entry)


@needs("courses.cancel_session")
@transaction.atomic
def cancel_session(actor: Actor, *, course: str, session: str, entry: str, reason: str = "") -> None:
    """Call a session off."""
    found, one = session_for(actor, course, session)
    if written(entry):
        return
    check_session(cancelled=one.cancelled)
    append(SessionCancelled(session=one.id, reason=reason.strip()), by=actor, stream=found.id, id=entry)
