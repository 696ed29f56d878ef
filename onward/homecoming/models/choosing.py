"""What two people determined for a child."""

from django.db import models

from onward.homecoming.rules import words
from onward.journal.models import ReadModel


class Determination(ReadModel):
    """What is best for a child, by two people, named by the entry of the first."""

    state = models.CharField(max_length=10)
    decision = models.CharField(max_length=20)
    first_by = models.CharField(max_length=32)
    first_on = models.DateField()
    first_reasons = models.TextField()
    first_heard = models.TextField()
    second_by = models.CharField(max_length=32)
    second_on = models.DateField(null=True)
    second_decision = models.CharField(max_length=20)
    second_reasons = models.TextField()
    second_heard = models.TextField()

    @property
    def in_words(self) -> str:
        """How it stands, as a reader sees it."""
        return words.in_words(self.state, words.DETERMINED)

    @property
    def decision_in_words(self) -> str:
        """What was determined, as a reader sees it."""
        return words.in_words(self.decision, words.DECISIONS)
