"""What keeps people safe where they sleep."""

from django.db import models

from onward.journal.models import ReadModel


class Apart(ReadModel):
    """Somebody (the stream) who is kept apart from another resident, or from a threat outside, until it is ended."""

    other = models.CharField(max_length=32, blank=True, db_index=True)
    strength = models.CharField(max_length=10)
    avoid_site = models.CharField(max_length=32, blank=True)
    threat = models.TextField(blank=True)
    why = models.TextField(blank=True)
    asked_by = models.CharField(max_length=10)
    by_name = models.CharField(max_length=200, blank=True)
    matter = models.CharField(max_length=32, blank=True)
    since = models.DateField()
    is_over = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.id


class InterimCare(ReadModel):
    """Who cares for a child (the stream) that is alone, as last decided."""

    arrangement = models.CharField(max_length=12)
    carer = models.CharField(max_length=32, blank=True)
    place = models.CharField(max_length=200, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    review_on = models.DateField()
    words = models.TextField(blank=True)
    by_name = models.CharField(max_length=200, blank=True)
    matter = models.CharField(max_length=32)
    since = models.DateField()

    def __str__(self) -> str:
        return self.id


class Override(ReadModel):
    """A rule of housing that somebody set aside for a resident (the stream), and why."""

    rules = models.JSONField(default=list)
    because = models.TextField()
    site = models.CharField(max_length=32)
    place = models.CharField(max_length=32)
    by = models.CharField(max_length=32)
    on = models.DateField(db_index=True)

    def __str__(self) -> str:
        return self.id
