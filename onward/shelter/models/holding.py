"""Which places are held, for whom, until when."""

from django.db import models

from onward.journal.models import ReadModel


class Held(ReadModel):
    """One place that is held; the stream is its site. After the day `until` it is not held any more."""

    place = models.CharField(max_length=32, db_index=True)
    held_for = models.CharField(max_length=32, blank=True)
    until = models.DateField()
    reason = models.CharField(max_length=200, blank=True)
    by_name = models.CharField(max_length=200, blank=True)
    since = models.DateField()

    def __str__(self) -> str:
        return self.id
