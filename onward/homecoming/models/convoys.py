"""Convoys, seats, and what travellers were told. Routes are in no table: they are read from the journal."""

from datetime import date

from django.db import models

from onward.homecoming.rules import convoys
from onward.homecoming.rules.words import in_words
from onward.journal.models import ReadModel
from onward.kit.dates import today


class Convoy(ReadModel):
    """A journey for several, as last said; the id is the stream."""

    day = models.DateField()
    until = models.DateField(null=True)
    destination = models.CharField(max_length=40)
    seats = models.PositiveIntegerField()
    receiver = models.CharField(max_length=200)
    leader = models.CharField(max_length=32, db_index=True)
    planned_by = models.CharField(max_length=32)
    escorts = models.JSONField(default=list)
    state = models.CharField(max_length=12, default=convoys.PLANNED, db_index=True)
    reason = models.CharField(max_length=400, blank=True)
    departed_on = models.DateField(null=True)
    version: str = ""
    """The last entry of its stream when it was read; `convoy_for` sets it."""

    @property
    def in_words(self) -> str:
        """How it stands, as a reader sees it."""
        return in_words(self.state, convoys.STATES)

    @property
    def destination_in_words(self) -> str:
        """Where it leads, as a kind of place: never the place itself."""
        return in_words(self.destination, convoys.DESTINATIONS)

    @property
    def planned(self) -> bool:
        """Whether it can still be changed."""
        return self.state == convoys.PLANNED

    @property
    def names(self) -> list[str]:
        """The escorts by name."""
        return [escort["name"] for escort in self.escorts]

    @property
    def last_day(self) -> date:
        """The last day on which it may leave."""
        return self.until or self.day


class Seat(ReadModel):
    """A resident's seat on a convoy."""

    convoy = models.CharField(max_length=32, db_index=True)
    given_on = models.DateField()
    state = models.CharField(max_length=12, default=convoys.HELD)
    reason = models.CharField(max_length=20, blank=True)


class Told(ReadModel):
    """What a traveller was told of the journey; the last row of a convoy counts."""

    convoy = models.CharField(max_length=32, db_index=True)
    number = models.PositiveIntegerField()
    told_on = models.DateField()
    language = models.CharField(max_length=60)
    day = models.DateField(null=True)
    until = models.DateField(null=True)
    escorts = models.JSONField(default=list)
    take = models.TextField()

    @property
    def is_past(self) -> bool:
        """Whether the last of the days they were told is over."""
        last = self.until or self.day
        return last is not None and last < today()
