"""Reviews of stay as they now stand, and what oversight is told; and the envelopes that nobody here can open."""

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


class OversightKey(ReadModel):
    """A key that was named as oversight's; the one that was named last is sealed to."""

    name = models.CharField(max_length=200)
    address = models.CharField(max_length=400, blank=True)
    recipient = models.CharField(max_length=100)
    public = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=40)
    compared_with = models.CharField(max_length=200, blank=True)
    named_on = models.DateField()
    number = models.PositiveIntegerField()
    """The number of the entry that named it."""


class FeedState(ReadModel):
    """How far feeds have come: written, read by oversight (up to which entry), and answers taken."""

    written = models.PositiveIntegerField(default=0)
    written_on = models.DateField(null=True)
    read = models.PositiveIntegerField(default=0)
    upto = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)
    taken_on = models.DateField(null=True)


class SealedItem(models.Model):
    """An envelope to oversight, until oversight has it: a working table without time or case.

    The number is drawn, and is SQLite's own place of the row: they lie in random order. Envelopes and decoys are one
    size, and decoys lie there first. `feed` is the first feed that carried it; 0 before.
    """

    number = models.IntegerField(primary_key=True)
    sealed = models.BinaryField()
    listed = models.BooleanField(default=False)
    feed = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "sealed"


class SealedAnswer(models.Model):
    """An answer that nobody here can open, and the tag by which whoever holds the receipt knows it. As above."""

    number = models.IntegerField(primary_key=True)
    tag = models.BinaryField()
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return "sealed"
