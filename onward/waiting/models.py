"""What is owed, and where each way stands; all of it computed."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models

from onward.cases.events import Holder, HolderKind
from onward.journal.models import ReadModel
from onward.waiting.rules.clocks import warns_on


class Matter(ReadModel):
    """Something that somebody owes a resident."""

    kind = models.CharField(max_length=20)
    what = models.CharField(max_length=60)
    holder_kind: "models.CharField[HolderKind, HolderKind]" = models.CharField(max_length=10, default="nobody")
    holder_id = models.CharField(max_length=32, blank=True)
    holder_name = models.CharField(max_length=200, blank=True)
    office = models.CharField(max_length=40, blank=True)
    since = models.DateField()
    told_on = models.DateField(null=True)
    held_since = models.DateTimeField(null=True)
    norm = models.IntegerField(null=True)
    due_on = models.DateField(null=True)
    rank = models.IntegerField(default=0)
    reason = models.CharField(max_length=400, blank=True)
    blocks = models.CharField(max_length=32, blank=True)
    compartment = models.CharField(max_length=20, default="record")
    entry = models.CharField(max_length=32)
    said_by = models.CharField(max_length=32, blank=True)
    closed_on = models.DateField(null=True)
    closed_told_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
    warn = models.IntegerField(null=True)
    late_from = models.DateField(null=True)
    level = models.PositiveSmallIntegerField(default=0)
    overrun = models.CharField(max_length=40, blank=True)
    overrun_words = models.CharField(max_length=400, blank=True)
    overrun_on = models.DateField(null=True)

    opened: bool = False
    """Whether whoever it is shown to opens its compartment; `veiled` sets it. Not a column."""

    class Meta:
        indexes = (
            models.Index(fields=("holder_id", "due_on"), condition=models.Q(closed_on=None), name="matter_holder"),
            models.Index(fields=("due_on", "id"), condition=models.Q(closed_on=None), name="matter_due"),
            models.Index(fields=("kind", "due_on"), condition=models.Q(closed_on=None), name="matter_kind"),
            models.Index(fields=("kind", "what", "due_on"), condition=models.Q(closed_on=None), name="matter_what"),
            # What the clocks tell next: those of one level, the longest late first.
            models.Index(fields=("level", "late_from", "id"), condition=models.Q(closed_on=None), name="matter_level"),
            # How long a step took those who finished it last.
            models.Index(fields=("what", "closed_on"), condition=models.Q(outcome="done"), name="matter_done"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.what}"

    @property
    def is_told(self) -> bool:
        """Whether whoever it is shown to may read what it is, and not only that something is owed."""
        return self.opened or self.compartment == "record"

    @property
    def holder(self) -> Holder:
        """Who owes it."""
        return Holder(kind=self.holder_kind, id=self.holder_id, name=self.holder_name, office=self.office)

    def late_by(self, today: date) -> int:
        """Days past the norm; 0 while there is time, or where there is no norm."""
        return max(0, (today - self.due_on) // timedelta(days=1)) if self.due_on else 0

    def warns(self, today: date) -> bool:
        """Whether it is due soon: past its warning, and not yet past its norm."""
        if self.due_on is None or self.norm is None or today > self.due_on:
            return False
        return today >= warns_on(self.due_on, norm=self.norm, warn=self.warn, share=settings.CLOCKS.warning)


class Escalation(ReadModel):
    """That somebody was told of an open matter that is late; one row a matter and person, the last level stands."""

    matter = models.CharField(max_length=32)
    level = models.PositiveSmallIntegerField()
    to = models.CharField(max_length=32, blank=True)
    name = models.CharField(max_length=200, blank=True)
    office = models.CharField(max_length=40, blank=True)
    due_on = models.DateField()
    fell_on = models.DateField()
    told_on = models.DateField()

    class Meta:
        indexes = (models.Index(fields=("to", "due_on", "matter"), name="escalation_to"),)

    def __str__(self) -> str:
        return f"{self.matter} {self.office}"


class ClockRun(models.Model):
    """One run of the clocks: a working table, of this node alone. `outcome`: done, or refused where the date jumped."""

    day = models.DateField()
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    looked_at = models.PositiveIntegerField(default=0)
    escalated = models.PositiveIntegerField(default=0)
    outcome = models.CharField(max_length=10)

    class Meta:
        indexes = (models.Index(fields=("outcome", "day"), name="clock_run_day"),)

    def __str__(self) -> str:
        return f"{self.day} {self.outcome}"


class WayState(ReadModel):
    """Which way a case follows, the facts on which its steps depend, and how the stay ended.

    `told_on` and its like, here and above, are the days on which a thing was recorded: what was known by then.
    """

    pathway = models.CharField(max_length=60, blank=True)
    facts = models.JSONField(default=dict)
    ended_on = models.DateField(null=True)
    ended_told_on = models.DateField(null=True)
    ended_how = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.stream} {self.pathway}"


class Stretch(models.Model):
    """Days of one account: a working table that `queries/ledger` computes from the journal, after the fact.

    Days are ordinals, so that sums are plain arithmetic in any database; `last` is the first day no longer counted,
    None while it goes on. `since`: the day on which the step was opened. `came_from`: the step before, on the first
    stretch of a step ("" when the stay began with it). `ended`: how the stay ended, on its last stretch. `whose` is
    staff, body, resident or nobody; `holder` a member of staff's id, a body's name or "resident"; `office` says who
    should have held what nobody did.
    """

    case = models.CharField(max_length=32, db_index=True)
    first = models.IntegerField()
    last = models.IntegerField(null=True)
    site = models.CharField(max_length=32, blank=True)
    step = models.CharField(max_length=60, blank=True)
    since = models.IntegerField(null=True)
    kind = models.CharField(max_length=20, blank=True)
    what = models.CharField(max_length=60, blank=True)
    named = models.BooleanField()
    whose = models.CharField(max_length=10, default="nobody")
    holder = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200, blank=True)
    office = models.CharField(max_length=40, blank=True)
    late = models.BooleanField(default=False)
    came_from = models.CharField(max_length=60, null=True)  # noqa: DJ001 - None is "the same step as before"
    ended = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("site", "first"), name="stretch_site"),
            models.Index(fields=("first",), condition=models.Q(came_from__isnull=False), name="stretch_moved"),
            # All that is asked of who waits now is in it: the rows themselves lie all over the table.
            models.Index(
                fields=("site", "step", "whose", "holder", "office", "name", "since"),
                condition=models.Q(last=None),
                name="stretch_now_whole",
            ),
            models.Index(fields=("case",), condition=models.Q(named=False), name="stretch_nobody"),
        )

    def __str__(self) -> str:
        return f"{self.case} {self.first} {self.step}"


class Counted(models.Model):
    """How far the account of one case is in the ledger: the last of its entries that it knows."""

    case = models.CharField(max_length=32, primary_key=True)
    seq = models.IntegerField()

    def __str__(self) -> str:
        return self.case


class EverAt(models.Model):
    """That a person was said to be at a site, first at `known` on the journal's clock; it may be corrected since."""

    case = models.CharField(max_length=32, db_index=True)
    site = models.CharField(max_length=32)
    known = models.BigIntegerField()

    class Meta:
        indexes = (models.Index(fields=("site", "known"), name="ever_at_site"),)

    def __str__(self) -> str:
        return f"{self.case} {self.site}"


class Ledger(models.Model):
    """How far the whole ledger is: the last entry of the journal that it has followed, by which rule."""

    seq = models.IntegerField(default=0)
    rule = models.IntegerField(default=0)

    def __str__(self) -> str:
        return str(self.seq)
