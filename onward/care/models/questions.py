"""What residents asked and what they were told."""

from datetime import date, timedelta

from django.db import models

from onward.care.rules import NORM
from onward.journal.models import ReadModel


class Question(ReadModel):
    """One question of a resident, with its answer once there is one. The id is that of the entry that asked."""

    words = models.TextField()
    language = models.CharField(max_length=40, blank=True)
    noted_by = models.CharField(max_length=200, blank=True)
    matter = models.CharField(max_length=32, db_index=True)
    asked_at = models.DateTimeField()
    asked_on = models.DateField()
    answer = models.TextField(blank=True)
    answer_language = models.CharField(max_length=40, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=200, blank=True)

    @property
    def due_on(self) -> date:
        """The day by which the answer is owed."""
        return self.asked_on + timedelta(days=NORM)

    def __str__(self) -> str:
        return self.id
