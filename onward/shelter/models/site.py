"""What happened at sites, and what was measured there."""

from django.db import models

from onward.journal.models import ReadModel


class Incident(ReadModel):
    """Something that made somebody unsafe; the stream is its own."""

    sort = models.CharField(max_length=12)
    site = models.CharField(max_length=32, db_index=True)
    block = models.CharField(max_length=32, blank=True)
    people = models.JSONField(default=list)
    words = models.TextField(blank=True)
    safe_now = models.TextField(blank=True)
    done = models.TextField(blank=True)
    holder = models.CharField(max_length=32)
    holder_name = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    due_on = models.DateField(null=True)
    followed = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.id


class Standard(ReadModel):
    """What was last measured of one thing at a site (the stream), by whom."""

    what = models.CharField(max_length=20)
    value = models.PositiveIntegerField()
    on = models.DateField()
    by_name = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.id
