"""What is asked of a file, how long it is kept, who holds it; and erasures, which outlive the file."""

from django.db import models

from onward.erasure.rules.words import GROUNDS
from onward.journal.models import ReadModel
from onward.kit.dates import today

OPEN = models.Q(ended_on=None)


class Request(ReadModel):
    """That a file is to be erased; open until it is stopped. With the file it goes."""

    ground = models.CharField(max_length=20)
    themselves = models.BooleanField(default=False)
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=32)
    organisation = models.CharField(max_length=32, blank=True)
    matter = models.CharField(max_length=32)
    words = models.TextField(blank=True)
    confirmed_on = models.DateField(null=True)
    confirmed_by = models.CharField(max_length=32, blank=True)
    undo_until = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = (models.Index(fields=("undo_until", "id"), condition=OPEN, name="erasure_asked"),)

    @property
    def ground_in_words(self) -> str:
        """The ground, as a reader sees it."""
        return str(GROUNDS.get(self.ground, self.ground))

    @property
    def is_due(self) -> bool:
        """Whether two people agreed and the time to stop it is over."""
        return self.ended_on is None and self.undo_until is not None and self.undo_until < today()


class Term(ReadModel):
    """Until when a closed file is kept."""

    keep_until = models.DateField(db_index=True)
    closed_on = models.DateField()
    reason = models.CharField(max_length=400, blank=True)
    prolonged_by = models.CharField(max_length=32, blank=True)
    prolonged_on = models.DateField(null=True)
    matter = models.CharField(max_length=32, blank=True)

    @property
    def is_over(self) -> bool:
        """Whether its time is over."""
        return self.keep_until < today()


class Hold(ReadModel):
    """That oversight keeps a file."""

    by = models.CharField(max_length=32)
    since = models.DateField()
    words = models.TextField(blank=True)
    ended_on = models.DateField(null=True, db_index=True)


class Erasure(ReadModel):
    """A file that is gone, or going: its number and nothing more of the person."""

    case = models.CharField(max_length=32, db_index=True)
    ground = models.CharField(max_length=20)
    themselves = models.BooleanField()
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=32, blank=True)
    confirmed_on = models.DateField()
    confirmed_by = models.CharField(max_length=32)
    begun_on = models.DateField()
    done_on = models.DateField(null=True, db_index=True)
    copies_until = models.DateField(null=True)

    @property
    def ground_in_words(self) -> str:
        """The ground, as a reader sees it."""
        return str(GROUNDS.get(self.ground, self.ground))

    @property
    def is_complete(self) -> bool:
        """Whether no copy of the keys that is as young as copies may be can open it any more."""
        return self.copies_until is not None and self.copies_until < today()
