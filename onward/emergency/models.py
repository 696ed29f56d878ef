"""What was asked in an emergency, what came of it, and each look."""

from datetime import date, datetime

from django.db import models

from onward.emergency.rules import MINUTES, is_lapsed
from onward.journal.models import ReadModel


class Emergency(ReadModel):
    """That somebody asked to open a file, whether a second person agreed, and the review."""

    by = models.CharField(max_length=32)
    organisation = models.CharField(max_length=32)
    roles = models.JSONField(default=list)
    site = models.CharField(max_length=32)
    custody = models.CharField(max_length=32, blank=True)
    reason = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_on = models.DateField()
    matter = models.CharField(max_length=32)
    second = models.CharField(max_length=32, blank=True)
    second_organisation = models.CharField(max_length=32, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    refused_on = models.DateField(null=True)
    words = models.TextField(blank=True)
    review = models.CharField(max_length=32, blank=True)
    review_due = models.DateField(null=True)
    reviewed_by = models.CharField(max_length=32, blank=True)
    reviewed_on = models.DateField(null=True)
    in_order = models.BooleanField(null=True)
    review_words = models.TextField(blank=True)
    withheld = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=("site", "review_due"), name="emergency_to_review"),
            models.Index(fields=("by", "asked_on"), name="emergency_by"),
        )

    @property
    def until(self) -> datetime | None:
        """The moment at which it closes."""
        return self.confirmed_at + MINUTES if self.confirmed_at else None

    def is_pending(self, now: datetime) -> bool:
        """Whether a second person can still agree."""
        settled = self.confirmed_at is not None or self.refused_on is not None
        return not settled and not is_lapsed(self.asked_at, now)

    def is_missed(self, today: date) -> bool:
        """Whether its review is overdue."""
        return self.reviewed_on is None and self.review_due is not None and self.review_due < today


class Look(ReadModel):
    """That whoever asked looked into the file."""

    asked = models.CharField(max_length=32, db_index=True)
    by = models.CharField(max_length=32)
    at = models.DateTimeField()
