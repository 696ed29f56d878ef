"""May a person leave, as it was said over time; what was challenged; who screens them. All of it computed."""

from django.db import models
from django.db.models import Q

from onward.cases.rules import wording
from onward.journal.models import ReadModel
from onward.kit.dates import today

OPEN = Q(closed_on=None)


class Liberty(ReadModel):
    """What was said at one time of whether the person may leave; the last row of a stream stands."""

    number = models.PositiveIntegerField()
    may_leave = models.CharField(max_length=10, default="not_said")
    since = models.DateField()
    said_on = models.DateField()
    by = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=32, blank=True)
    ground = models.CharField(max_length=400, blank=True)
    limits = models.CharField(max_length=400, blank=True)
    told_on = models.DateField(null=True)
    told_language = models.CharField(max_length=60, blank=True)
    interpreter = models.CharField(max_length=200, blank=True)

    @property
    def in_words(self) -> str:
        """May they leave, as a reader sees it."""
        return str(wording.MAY_LEAVE.get(self.may_leave, wording.MAY_LEAVE["not_said"]))

    @property
    def kept(self) -> bool:
        """Whether somebody's order keeps the person."""
        return self.may_leave in ("no", "limits")

    @property
    def told_in(self) -> str:
        """The language in which the person was told, as a reader calls it."""
        return wording.language_name(self.told_language) if self.told_language else ""


class Challenge(ReadModel):
    """That the person challenged the order, and what became of it."""

    liberty = models.CharField(max_length=32, blank=True)
    matter = models.CharField(max_length=32)
    organisation = models.CharField(max_length=32, blank=True)
    site = models.CharField(max_length=32, blank=True)
    challenged_on = models.DateField()
    noted_by = models.CharField(max_length=200, blank=True)
    review = models.CharField(max_length=32, blank=True)
    found = models.CharField(max_length=10, blank=True)
    words = models.TextField(blank=True)
    due_on = models.DateField(null=True)
    heard_on = models.DateField(null=True)
    heard_by = models.CharField(max_length=200, blank=True)
    heard_language = models.CharField(max_length=60, blank=True)
    heard_interpreter = models.CharField(max_length=200, blank=True)
    closed_on = models.DateField(null=True)
    answer = models.CharField(max_length=10, blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=200, blank=True)
    reasons = models.TextField(blank=True)
    told_on = models.DateField(null=True)
    told_language = models.CharField(max_length=60, blank=True)
    told_interpreter = models.CharField(max_length=200, blank=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        indexes = (models.Index(fields=("organisation", "challenged_on"), condition=OPEN, name="challenge_open"),)

    @property
    def closed(self) -> str:
        """How it was closed: taken back, or answered in some way; "" while it waits."""
        if self.closed_on is None:
            return ""
        return "withdrawn" if self.withdrawn_on else "answered"

    @property
    def is_late(self) -> bool:
        """Whether the answer is owed since yesterday or longer."""
        return self.closed_on is None and self.due_on is not None and self.due_on < today()

    @property
    def in_words(self) -> str:
        """The answer, as a reader sees it; nothing while there is none."""
        return str(wording.CHALLENGE_ANSWERS.get(self.answer, self.answer))

    @property
    def found_in_words(self) -> str:
        """What a review found of leaving, as a reader sees it; nothing where no review was."""
        return str(wording.MAY_LEAVE.get(self.found, self.found))

    @property
    def heard_in(self) -> str:
        """The language in which the person was heard, as a reader calls it."""
        return wording.language_name(self.heard_language) if self.heard_language else ""

    @property
    def told_in(self) -> str:
        """The language in which the person was told, as a reader calls it."""
        return wording.language_name(self.told_language) if self.told_language else ""


class Screening(ReadModel):
    """A screening: who, from when until when, with which result; never its content."""

    holder_name = models.CharField(max_length=200)
    begun_on = models.DateField()
    due_on = models.DateField(null=True)
    blocks = models.CharField(max_length=32, blank=True)
    ended_on = models.DateField(null=True)
    result = models.CharField(max_length=20, blank=True)

    @property
    def in_words(self) -> str:
        """The result, as a reader sees it; nothing while there is none."""
        return str(wording.SCREENING_RESULTS.get(self.result, self.result))
