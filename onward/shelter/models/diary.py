"""What is on at a site, who follows it, and what its committee was promised; the stream is the site."""

from datetime import date, datetime, time, timedelta

from django.db import models

from onward.journal.models import ReadModel


class SiteDay(ReadModel):
    """One day of something that takes place at a site."""

    sort = models.CharField(max_length=12)
    title = models.CharField(max_length=200)
    day = models.DateField()
    begins = models.TimeField()
    minutes = models.PositiveIntegerField()
    where = models.CharField(max_length=200, blank=True)
    audience = models.CharField(max_length=10)
    cancelled = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=("stream", "day"), name="site_day"),)

    def __str__(self) -> str:
        return f"{self.day} {self.title}"

    @property
    def ends(self) -> time:
        """When it ends, by the clock."""
        return (datetime.combine(date.min, self.begins) + timedelta(minutes=self.minutes)).time()


class CalendarFeed(ReadModel):
    """An address under which a member of staff follows the calendar of a site."""

    by = models.CharField(max_length=32)
    token = models.CharField(max_length=64, db_index=True)
    since = models.DateField()
    stopped = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.by


class Meeting(ReadModel):
    """A meeting of the residents' committee."""

    on = models.DateField()
    topics = models.TextField()
    asked = models.TextField(blank=True)

    class Meta:
        indexes = (models.Index(fields=("stream", "on"), name="committee_met"),)

    def __str__(self) -> str:
        return str(self.on)


class Promised(ReadModel):
    """What a member of staff promised the committee."""

    meeting = models.CharField(max_length=32, db_index=True)
    words = models.CharField(max_length=400)
    holder = models.CharField(max_length=32)
    holder_name = models.CharField(max_length=200)
    made_on = models.DateField()
    due_on = models.DateField()
    answered_on = models.DateField(null=True)
    kept = models.BooleanField(default=False)
    answer = models.CharField(max_length=400, blank=True)

    class Meta:
        indexes = (models.Index(fields=("holder", "due_on"), condition=models.Q(answered_on=None), name="promised"),)

    def __str__(self) -> str:
        return self.words
