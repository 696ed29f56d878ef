"""Arrivals, as the officer's list and the receipt show them."""

from django.db import models

from onward.journal.models import ReadModel


class Arrival(ReadModel):
    """One person's arrival; `stream` is the case, `group` those recorded together."""

    group = models.CharField(max_length=32, db_index=True)
    position = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=80)
    site = models.CharField(max_length=32)
    custody = models.CharField(max_length=32, blank=True)
    arrived_at = models.DateTimeField()
    by = models.CharField(max_length=32)
    language = models.CharField(max_length=40)
    interpreter = models.BooleanField(default=False)
    with_whom = models.CharField(max_length=12, blank=True)
    needs = models.JSONField(default=list)
    given = models.JSONField(default=list)
    told = models.JSONField(default=list)
    told_language = models.CharField(max_length=40, blank=True)
    belongings = models.JSONField(default=list)

    class Meta:
        indexes = (models.Index(fields=("site", "id")),)

    def __str__(self) -> str:
        return self.name
