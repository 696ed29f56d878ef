"""Blank forms on paper; the stream is the site."""

from django.db import models

from onward.journal.models import ReadModel


class PaperSheet(ReadModel):
    """One form on paper, and the id that its entry has once it is entered."""

    sort = models.CharField(max_length=10)
    code = models.CharField(max_length=8, db_index=True)
    entry = models.CharField(max_length=32, db_index=True)
    printed = models.CharField(max_length=32, db_index=True)
    page = models.PositiveSmallIntegerField(default=1)
    printed_on = models.DateField()

    def __str__(self) -> str:
        return self.code
