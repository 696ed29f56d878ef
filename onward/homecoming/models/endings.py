"""How stays ended, visits afterwards, and closed files."""

from django.db import models

from onward.homecoming.rules import endings
from onward.homecoming.rules.words import in_words
from onward.journal.models import ReadModel


class Ending(ReadModel):
    """How a stay ended; the last row of a stream counts, unless the stay was resumed."""

    number = models.PositiveIntegerField()
    how = models.CharField(max_length=20)
    ended_on = models.DateField()
    recorded_by = models.CharField(max_length=32)
    by_whom = models.TextField(blank=True)
    whereto = models.TextField(blank=True)
    words = models.TextField(blank=True)
    receiver = models.CharField(max_length=200, blank=True)
    receipt = models.CharField(max_length=200, blank=True)
    resumed_on = models.DateField(null=True)

    @property
    def in_words(self) -> str:
        """How it ended, as a reader sees it."""
        return in_words(self.how, endings.ENDINGS)


class Visit(ReadModel):
    """A visit after the arrival."""

    visited_on = models.DateField()
    outcome = models.CharField(max_length=20)
    how = models.CharField(max_length=20)
    wellbeing = models.CharField(max_length=20)
    raised = models.JSONField(default=list)
    words = models.TextField()

    @property
    def in_words(self) -> str:
        """What came of it, as a reader sees it."""
        return in_words(self.outcome, endings.VISITS)

    @property
    def wellbeing_in_words(self) -> str:
        """How they are, as they said."""
        return in_words(self.wellbeing, endings.WELLBEING)

    @property
    def raised_in_words(self) -> list[str]:
        """What they need, as a reader sees it."""
        return [in_words(one, endings.RAISED) for one in self.raised]


class Closed(ReadModel):
    """A closed file, and until when it is kept."""

    closed_on = models.DateField()
    closed_by = models.CharField(max_length=32)
    reason = models.CharField(max_length=20)
    keep_until = models.DateField(db_index=True)

    @property
    def in_words(self) -> str:
        """Why it was closed, as a reader sees it."""
        return in_words(self.reason, endings.CLOSINGS)
