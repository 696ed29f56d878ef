"""Reviews of stay as they now stand; all of it computed."""

from django.db import models
from django.db.models import Q

from onward.cases.rules.wording import language_name
from onward.journal.models import ReadModel
from onward.kit.dates import today
from onward.oversight.rules import words

OPEN = Q(closed_on=None)


class Review(ReadModel):
    """One review of a stay: its id is the matter's. It is open until it is decided, or the stay ends."""

    number = models.PositiveIntegerField()
    site = models.CharField(max_length=32, blank=True)
    opened_on = models.DateField()
    due_on = models.DateField()
    reviewer = models.CharField(max_length=32, blank=True)
    reviewer_name = models.CharField(max_length=200, blank=True)
    held_on = models.DateField(null=True)
    heard = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=60, blank=True)
    interpreter = models.CharField(max_length=200, blank=True)
    without = models.CharField(max_length=20, blank=True)
    held_by = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    decision = models.CharField(max_length=20, blank=True)
    limits = models.CharField(max_length=400, blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    reasons = models.TextField(blank=True)
    told_on = models.DateField(null=True)
    told_language = models.CharField(max_length=60, blank=True)
    told_interpreter = models.CharField(max_length=200, blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=("due_on", "id"), condition=OPEN, name="review_due"),
            models.Index(fields=("site", "due_on"), condition=OPEN, name="review_due_at"),
            models.Index(fields=("decided_on", "id"), name="review_decided"),
        )

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.closed_on is None

    @property
    def is_missed(self) -> bool:
        """Whether its day has passed and nobody has held it."""
        return self.closed_on is None and self.held_on is None and self.due_on < today()

    @property
    def is_late(self) -> bool:
        """Whether its day has passed without a decision."""
        return self.closed_on is None and self.due_on < today()

    @property
    def in_words(self) -> str:
        """The decision, as staff read it; nothing while there is none."""
        return str(words.DECISIONS.get(self.decision, self.decision))

    @property
    def to_them(self) -> str:
        """The decision, said to the person."""
        return str(words.TO_THEM.get(self.decision, self.decision))

    @property
    def heard_in_words(self) -> str:
        """Whether the person was heard."""
        return str(words.HEARD.get(self.heard, self.heard))

    @property
    def without_in_words(self) -> str:
        """Why there was no interpreter."""
        return str(words.WITHOUT.get(self.without, self.without))

    @property
    def heard_in(self) -> str:
        """The language in which the person was heard, as a reader calls it."""
        return language_name(self.language) if self.language else ""

    @property
    def told_in(self) -> str:
        """The language in which the person was told, as a reader calls it."""
        return language_name(self.told_language) if self.told_language else ""
