"""Of those who work on a case: what was handed over, and what they remind themselves of."""

from django.db import models

from onward.journal.models import ReadModel


class Handover(ReadModel):
    """That a case passed from one case worker to another, with a note; the stream is the case."""

    before = models.CharField(max_length=32, blank=True)
    before_name = models.CharField(max_length=200, blank=True)
    worker = models.CharField(max_length=32, db_index=True)
    worker_name = models.CharField(max_length=200)
    by = models.CharField(max_length=32)
    words = models.TextField(blank=True)
    on = models.DateField()
    read_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.on} {self.worker_name}"


class Reminder(ReadModel):
    """What one of the staff wants to be reminded of; the stream is the case."""

    by = models.CharField(max_length=32)
    on = models.DateField()
    words = models.TextField()
    done = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=("by", "on"), condition=models.Q(done=False), name="reminder_due"),)

    def __str__(self) -> str:
        return f"{self.on} {self.by}"
