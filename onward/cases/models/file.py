"""A resident's file as it now stands, who is with whom, and the card."""

from django.db import models

from onward.journal.models import ReadModel

HERE = models.Q(ended_on=None)


class Case(ReadModel):
    """One resident's file: the id is the stream."""

    name = models.CharField(max_length=80, db_index=True)
    site = models.CharField(max_length=32, blank=True)
    place = models.CharField(max_length=32, blank=True, db_index=True)
    custody = models.CharField(max_length=32, blank=True)
    host = models.CharField(max_length=32, blank=True)  # who has custody, or had it last
    language = models.CharField(max_length=40)
    sex = models.CharField(max_length=10, blank=True)
    age = models.CharField(max_length=10, blank=True)
    arrived_at = models.DateTimeField()
    arrived_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_how = models.CharField(max_length=40, blank=True)
    stage = models.CharField(max_length=60, blank=True)
    pathway = models.CharField(max_length=60, blank=True)
    case_worker = models.CharField(max_length=32, blank=True)
    family = models.CharField(max_length=32, blank=True, db_index=True)
    relation = models.CharField(max_length=40, blank=True)
    liberty_may_leave = models.CharField(max_length=10, default="not_said")
    liberty_by = models.CharField(max_length=200, blank=True)
    liberty_ground = models.CharField(max_length=400, blank=True)
    liberty_limits = models.CharField(max_length=400, blank=True)
    liberty_told_on = models.DateField(null=True)
    last_entry_on = models.DateField()
    last_done_on = models.DateField()
    """When somebody last did or said something: no clock, and no change of hands among staff."""
    last_done = models.CharField(max_length=60)
    """What that was, by its kind."""

    version: str = ""
    """The last entry of the file when it was read; `case_for` sets it. Not a column: a correction moves it too."""

    class Meta:
        indexes = (
            models.Index(fields=("site", "id")),
            models.Index(fields=("site", "name"), name="case_site_name"),
            models.Index(fields=("case_worker", "id")),
            models.Index(fields=("site", "arrived_on"), condition=HERE, name="case_here_since"),
            models.Index(
                fields=("site", "ended_how"), condition=models.Q(ended_on__isnull=False), name="case_ended_how"
            ),
            # Those who are here are few among all who ever came: lists of them must not walk past the others.
            models.Index(fields=("site", "stage", "id"), condition=HERE, name="case_here_stage"),
            models.Index(fields=("stage", "id"), condition=HERE, name="case_stage"),
            models.Index(fields=("case_worker", "last_done_on"), condition=HERE, name="case_quiet"),
            models.Index(fields=("site", "last_done_on"), condition=HERE, name="case_quiet_site"),
            models.Index(fields=("site", "id"), condition=HERE & models.Q(case_worker=""), name="case_unassigned"),
        )

    def __str__(self) -> str:
        return self.name


class Companion(ReadModel):
    """That two people came together; noted on one of the two files, read from both."""

    other = models.CharField(max_length=32, db_index=True)
    relation = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.stream} {self.other}"


class KnownName(ReadModel):
    """One name of a person, folded, for exact look-up."""

    folded = models.CharField(max_length=200, db_index=True)
    birth_year = models.IntegerField(null=True)
    sex = models.CharField(max_length=10, blank=True)
    by = models.CharField(max_length=32, blank=True)
    """Who noted it: staff of whoever keeps the person find what they noted themselves, and nothing else."""

    def __str__(self) -> str:
        return self.stream


class Opening(ReadModel):
    """That somebody opened an identity."""

    by = models.CharField(max_length=32)
    reason = models.CharField(max_length=400)
    day = models.DateField()
    at = models.DateTimeField(null=True)
    refused = models.BooleanField(default=False)
    """That it was asked for beyond the hour's quota, and stayed closed."""
    withheld = models.BooleanField(default=False)
    """That oversight keeps it from the person's own page."""

    class Meta:
        indexes = (models.Index(fields=("by", "day")), models.Index(fields=("day", "id"), name="cases_opening_latest"))

    def __str__(self) -> str:
        return f"{self.day} {self.by}"


class Look(ReadModel):
    """That somebody looked for a person by a name; never which. Rows of the stream of whoever looked."""

    where = models.CharField(max_length=10)
    site = models.CharField(max_length=32, blank=True)
    day = models.DateField()
    at = models.DateTimeField()
    beyond = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=("stream", "at"), name="cases_look_by"),
            models.Index(fields=("day",), condition=models.Q(beyond=True), name="cases_look_beyond"),
        )

    def __str__(self) -> str:
        return f"{self.day} {self.stream}"


class Card(ReadModel):
    """The card that works now; its number is what staff read off it."""

    number = models.CharField(max_length=8, db_index=True)
    hash = models.CharField(max_length=200)
    issued_on = models.DateField()

    def __str__(self) -> str:
        return self.number


class CardTry(models.Model):
    """Tries with a card since one last succeeded: a working table, counted before the PIN is looked at."""

    card = models.CharField(max_length=32, primary_key=True)
    tries = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.card
