"""What is given out, and what was given to whom."""

from django.db import models

from onward.journal.models import ReadModel
from onward.relief.rules.words import SORTS, between


class Thing(ReadModel):
    """A meal or a thing that a site gives out, as last said; the id is the stream."""

    site = models.CharField(max_length=32, db_index=True)
    name = models.CharField(max_length=80)
    sort = models.CharField(max_length=10)
    most = models.PositiveSmallIntegerField()
    hours = models.PositiveIntegerField()
    excludes = models.TextField(blank=True)
    here_only = models.BooleanField()
    for_family = models.BooleanField()
    ended_on = models.DateField(null=True)
    version: str = ""
    """The last entry of its stream when it was read; `thing_for` sets it."""

    @property
    def excluded(self) -> frozenset[str]:
        """The ids of what nobody gets on the same day."""
        return frozenset(self.excludes.split())

    @property
    def between(self) -> str:
        """How long after one the next may be had, as a reader sees it."""
        return between(self.hours)

    @property
    def sort_in_words(self) -> str:
        """What it is, as a reader sees it."""
        return str(SORTS[self.sort])


class Serving(ReadModel):
    """One that a person was given; the stream is the person's own, of what they were given (`rules.stream_of`)."""

    case = models.CharField(max_length=32)
    thing = models.CharField(max_length=32)
    site = models.CharField(max_length=32)
    at = models.DateTimeField()
    on = models.DateField()
    by = models.CharField(max_length=10)
    because = models.CharField(max_length=400, blank=True)
    staff = models.CharField(max_length=32)
    by_name = models.CharField(max_length=200, blank=True)
    taken_back = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=("stream", "at"), name="relief_had"),
            models.Index(fields=("thing", "on"), name="relief_count"),
            models.Index(fields=("site", "on"), condition=~models.Q(because=""), name="relief_exception"),
        )
