"""What is owed, and where each way stands; all of it computed."""

from datetime import date, timedelta

from django.db import models

from onward.cases.events import Holder, HolderKind
from onward.journal.models import ReadModel


class Matter(ReadModel):
    """Something that somebody owes a resident."""

    kind = models.CharField(max_length=20)
    what = models.CharField(max_length=60)
    holder_kind: "models.CharField[HolderKind, HolderKind]" = models.CharField(max_length=10, default="nobody")
    holder_id = models.CharField(max_length=32, blank=True)
    holder_name = models.CharField(max_length=200, blank=True)
    office = models.CharField(max_length=40, blank=True)
    since = models.DateField()
    held_since = models.DateTimeField(null=True)
    norm = models.IntegerField(null=True)
    due_on = models.DateField(null=True)
    rank = models.IntegerField(default=0)
    reason = models.CharField(max_length=400, blank=True)
    blocks = models.CharField(max_length=32, blank=True)
    compartment = models.CharField(max_length=20, default="record")
    entry = models.CharField(max_length=32)
    closed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("holder_id", "due_on"), condition=models.Q(closed_on=None), name="matter_holder"),
            models.Index(fields=("due_on", "id"), condition=models.Q(closed_on=None), name="matter_due"),
            models.Index(fields=("kind", "due_on"), condition=models.Q(closed_on=None), name="matter_kind"),
            models.Index(fields=("kind", "what", "due_on"), condition=models.Q(closed_on=None), name="matter_what"),
            # How long a step took those who finished it last.
            models.Index(fields=("what", "closed_on"), condition=models.Q(outcome="done"), name="matter_done"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.what}"

    @property
    def holder(self) -> Holder:
        """Who owes it."""
        return Holder(kind=self.holder_kind, id=self.holder_id, name=self.holder_name, office=self.office)

    def late_by(self, today: date) -> int:
        """Days past the norm; 0 while there is time, or where there is no norm."""
        return max(0, (today - self.due_on) // timedelta(days=1)) if self.due_on else 0


class WayState(ReadModel):
    """Which way a case follows, and the facts on which its steps depend."""

    pathway = models.CharField(max_length=60, blank=True)
    facts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.stream} {self.pathway}"
