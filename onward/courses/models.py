"""Courses and sessions, from the courses' own streams; what each person said to them, from the person's file."""

from datetime import date, datetime, timedelta

from django.db import models

from onward.courses.rules.words import STATES, SUBJECTS
from onward.journal.models import ReadModel


class Course(ReadModel):
    """A course as last said; the id is the stream."""

    site = models.CharField(max_length=32)
    title = models.CharField(max_length=200)
    subject = models.CharField(max_length=20)
    teacher = models.CharField(max_length=32, db_index=True)
    curriculum = models.TextField(blank=True)
    language = models.CharField(max_length=40, blank=True)
    interpreter = models.CharField(max_length=200, blank=True)
    room = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    version: str = ""
    """The last entry of its stream when it was read; `course_for` sets it."""

    class Meta:
        indexes = (models.Index(fields=("site", "ended_on"), name="courses_of_site"),)

    @property
    def subject_in_words(self) -> str:
        """What it is about, as a reader sees it."""
        return str(SUBJECTS[self.subject])


class Taught(ReadModel):
    """Who taught a course from when on: a row for each change, so that a change of teacher can be seen."""

    teacher = models.CharField(max_length=32)
    since = models.DateField()
    reason = models.CharField(max_length=400, blank=True)


class Session(ReadModel):
    """One session of a course."""

    day = models.DateField(db_index=True)
    begins = models.TimeField()
    minutes = models.PositiveIntegerField()
    room = models.CharField(max_length=200, blank=True)
    cancelled = models.BooleanField(default=False)
    reason = models.CharField(max_length=400, blank=True)

    @property
    def ends(self) -> object:
        """When it ends, by the clock."""
        return (datetime.combine(date.min, self.begins) + timedelta(minutes=self.minutes)).time()


class Taking(ReadModel):
    """What a person last said to a course; the stream is their file."""

    course = models.CharField(max_length=32)
    state = models.CharField(max_length=10)
    since = models.DateField()
    offered_on = models.DateField(null=True)
    noted_by = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = (models.Index(fields=("course", "state"), name="courses_said"),)

    @property
    def in_words(self) -> str:
        """What they said, as a reader sees it."""
        return str(STATES[self.state])


class Attendance(ReadModel):
    """That a person was at a session; the stream is their file."""

    course = models.CharField(max_length=32)
    session = models.CharField(max_length=32, db_index=True)


class Judgement(ReadModel):
    """What one member of staff last found of religious teaching for a child; the stream is the child's file."""

    course = models.CharField(max_length=32)
    by = models.CharField(max_length=32)
    by_name = models.CharField(max_length=200)
    officer = models.BooleanField(default=False)
    best = models.BooleanField()
    reasons = models.TextField()
    heard = models.TextField()
    judged_on = models.DateField()


class Certificate(ReadModel):
    """A letter that was given to a person."""

    course = models.CharField(max_length=32)
    name = models.CharField(max_length=4)
    minutes = models.PositiveIntegerField()
    first = models.DateField()
    last = models.DateField()
    language = models.CharField(max_length=40, blank=True)
    given_on = models.DateField()


class Talk(ReadModel):
    """What a counsellor noted of a talk."""

    by = models.CharField(max_length=32, db_index=True)
    by_name = models.CharField(max_length=200)
    words = models.TextField()
    language = models.CharField(max_length=40, blank=True)
    interpreter = models.CharField(max_length=200, blank=True)
    held_on = models.DateField()


class Goal(ReadModel):
    """A goal of a person's own plan, as last said."""

    words = models.TextField()
    steps = models.TextField(blank=True)
    helped = models.TextField(blank=True)
    reached = models.BooleanField(default=False)
    dropped = models.BooleanField(default=False)
    noted_on = models.DateField()


class Reader(ReadModel):
    """Whom a person lets read their plan or their talks."""

    what = models.CharField(max_length=10)
    staff = models.CharField(max_length=32, db_index=True)
    since = models.DateField()
