"""From entries to courses, sessions, and what each person said to them. Only here are the two compartments opened."""

from datetime import time

from onward.courses.events import (
    AttendanceNoted,
    CertificateGiven,
    ChildTeachingJudged,
    CourseAgreed,
    CourseDeclined,
    CourseEnded,
    CourseEvent,
    CourseLeft,
    CourseOffered,
    GoalNoted,
    ReadingAllowed,
    ReadingStopped,
    SessionCancelled,
    SessionsPlanned,
    TalkNoted,
)
from onward.courses.models import (
    Attendance,
    Certificate,
    Course,
    Goal,
    Judgement,
    Reader,
    Session,
    Taking,
    Talk,
    Taught,
)
from onward.courses.rules.words import AGREED, DECLINED, LEFT, OFFERED
from onward.journal.compartments import COURSES, OWN
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.kit.ids import derived_id

THEIRS, ALONE = (COURSES,), (OWN,)


@projector(CourseEvent)
def keep_course(event: CourseEvent, entry: Entry) -> None:
    """Keep the course as it was last said, and who teaches it from when."""
    said = {
        "site": event.site,
        "title": event.title,
        "subject": event.subject,
        "teacher": event.teacher,
        "curriculum": event.curriculum,
        "language": event.language,
        "interpreter": event.interpreter,
        "room": event.room,
        "reason": getattr(event, "reason", ""),
    }
    before = Course.objects.filter(id=entry.stream).first()
    if before is None:
        Course.objects.create(id=entry.stream, stream=entry.stream, started_on=entry.day, **said)
    else:
        Course.objects.filter(id=entry.stream).update(**said)
    if before is None or before.teacher != event.teacher:
        Taught.objects.create(
            id=entry.id, stream=entry.stream, teacher=event.teacher, since=entry.day, reason=said["reason"]
        )


@projector(CourseEnded)
def end_course(event: CourseEnded, entry: Entry) -> None:
    """It is over."""
    Course.objects.filter(id=entry.stream).update(ended_on=entry.day, reason=event.reason)


@projector(SessionsPlanned)
def list_sessions(event: SessionsPlanned, entry: Entry) -> None:
    """A row for each session."""
    for place, slot in enumerate(event.slots):
        Session.objects.create(
            id=derived_id(entry.id, str(place)),
            stream=entry.stream,
            day=slot.day,
            begins=time.fromisoformat(slot.begins),
            minutes=slot.minutes,
            room=slot.room,
        )


@projector(SessionCancelled)
def cancel_session(event: SessionCancelled, entry: Entry) -> None:  # noqa: ARG001 - every projector takes both
    """It does not take place."""
    Session.objects.filter(id=event.session).update(cancelled=True, reason=event.reason)


@projector(CourseOffered, opens=THEIRS)
def note_offer(event: CourseOffered, entry: Entry) -> None:
    """Offered, unless something was said of it before."""
    row = derived_id(entry.stream, event.course)
    if not Taking.objects.filter(id=row).update(offered_on=entry.day):
        _take(entry, event.course, OFFERED, "", offered_on=entry.day)


@projector(CourseAgreed, opens=THEIRS)
def note_yes(event: CourseAgreed, entry: Entry) -> None:
    """They said yes."""
    _take(entry, event.course, AGREED, event.noted_by)


@projector(CourseDeclined, opens=THEIRS)
def note_no(event: CourseDeclined, entry: Entry) -> None:
    """They said no."""
    _take(entry, event.course, DECLINED, event.noted_by)


@projector(CourseLeft, opens=THEIRS)
def note_leaving(event: CourseLeft, entry: Entry) -> None:
    """They take part no longer."""
    _take(entry, event.course, LEFT, event.noted_by)


def _take(entry: Entry, course: str, state: str, noted_by: str, **more: object) -> None:
    row, said = derived_id(entry.stream, course), {"state": state, "since": entry.day, "noted_by": noted_by, **more}
    if not Taking.objects.filter(id=row).update(**said):
        Taking.objects.create(id=row, stream=entry.stream, course=course, **said)


@projector(AttendanceNoted, opens=THEIRS)
def note_attendance(event: AttendanceNoted, entry: Entry) -> None:
    """There, or not after all."""
    row = derived_id(entry.stream, event.session)
    Attendance.objects.filter(id=row).delete()
    if event.present:
        Attendance.objects.create(id=row, stream=entry.stream, course=event.course, session=event.session)


@projector(ChildTeachingJudged, opens=THEIRS)
def keep_judgement(event: ChildTeachingJudged, entry: Entry) -> None:
    """What each of them found last."""
    row = derived_id(entry.stream, event.course, entry.author)
    Judgement.objects.filter(id=row).delete()
    Judgement.objects.create(
        id=row,
        stream=entry.stream,
        course=event.course,
        by=entry.author,
        by_name=event.by_name,
        officer=event.officer,
        best=event.best,
        reasons=event.reasons,
        heard=event.heard,
        judged_on=entry.day,
    )


@projector(CertificateGiven, opens=THEIRS)
def keep_certificate(event: CertificateGiven, entry: Entry) -> None:
    """The letter as it was given."""
    Certificate.objects.create(
        id=entry.id,
        stream=entry.stream,
        course=event.course,
        name=event.name,
        minutes=event.minutes,
        first=event.first,
        last=event.last,
        language=event.language,
        given_on=entry.day,
    )


@projector(TalkNoted, opens=ALONE)
def keep_talk(event: TalkNoted, entry: Entry) -> None:
    """One row for each talk."""
    Talk.objects.create(
        id=entry.id,
        stream=entry.stream,
        by=entry.author,
        by_name=event.by_name,
        words=event.words,
        language=event.language,
        interpreter=event.interpreter,
        held_on=entry.day,
    )


@projector(GoalNoted, opens=ALONE)
def keep_goal(event: GoalNoted, entry: Entry) -> None:
    """A goal as last said."""
    said = {
        "words": event.words,
        "steps": event.steps,
        "helped": event.helped,
        "reached": event.reached,
        "dropped": event.dropped,
        "noted_on": entry.day,
    }
    if not Goal.objects.filter(id=event.goal or entry.id).update(**said):
        Goal.objects.create(id=event.goal or entry.id, stream=entry.stream, **said)


@projector(ReadingAllowed, opens=ALONE)
def let_read(event: ReadingAllowed, entry: Entry) -> None:
    """They may read it from now on."""
    row = derived_id(entry.stream, event.what, event.staff)
    Reader.objects.filter(id=row).delete()
    Reader.objects.create(id=row, stream=entry.stream, what=event.what, staff=event.staff, since=entry.day)


@projector(ReadingStopped, opens=ALONE)
def stop_reading(event: ReadingStopped, entry: Entry) -> None:
    """They may no longer."""
    Reader.objects.filter(id=derived_id(entry.stream, event.what, event.staff)).delete()
