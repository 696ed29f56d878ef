"""Who was seen where, who is looked for, and who asked to move."""

from django.db import models

from onward.journal.models import ReadModel


class Seen(ReadModel):
    """When a resident was last seen at a site (the stream)."""

    case = models.CharField(max_length=32, db_index=True)
    on = models.DateField()

    def __str__(self) -> str:
        return self.id


class Watch(ReadModel):
    """How a site (the stream) looks who is there: after how many days somebody is missed, and when it last looked."""

    days = models.PositiveIntegerField(null=True)
    looked_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.id


class Absence(ReadModel):
    """A resident (the stream) who has not been seen for too long."""

    site = models.CharField(max_length=32)
    matter = models.CharField(max_length=32)
    since = models.DateField()
    is_over = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.id


class MoveWish(ReadModel):
    """What a resident (the stream) asked for: to live elsewhere; and what they were answered."""

    wants = models.CharField(max_length=10)
    words = models.TextField(blank=True)
    noted_by = models.CharField(max_length=200, blank=True)
    matter = models.CharField(max_length=32)
    asked_on = models.DateField()
    answer = models.CharField(max_length=10, blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.id
