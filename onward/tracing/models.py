"""Who is looked for, who is linked with whom; and, beside the journal, who may be: counted in the background."""

from typing import ClassVar

from django.db import models

from onward.journal.models import ReadModel


class Link(ReadModel):
    """Two files that somebody holds to be of one person; `confirmed_on` once a second one agreed."""

    other = models.CharField(max_length=32, db_index=True)
    by = models.CharField(max_length=32)
    said_on = models.DateField()
    words = models.CharField(max_length=400)
    matter = models.CharField(max_length=32)
    confirmed_by = models.CharField(max_length=32, blank=True)
    confirmed_on = models.DateField(null=True)
    parted_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.stream} {self.other}"


class Unlike(ReadModel):
    """Two files that are not of one person, or not of relatives: never offered again."""

    other = models.CharField(max_length=32, db_index=True)
    about = models.CharField(max_length=10)

    def __str__(self) -> str:
        return f"{self.stream} {self.other}"


class Sought(ReadModel):
    """A relative whom somebody looks for; the name folded, as those of residents are."""

    folded = models.CharField(max_length=200)
    relation = models.CharField(max_length=200, blank=True)
    said_on = models.DateField()
    matter = models.CharField(max_length=32, blank=True)

    def __str__(self) -> str:
        return self.stream


class Agreed(ReadModel):
    """That a person agrees that relatives are told."""

    since = models.DateField()

    def __str__(self) -> str:
        return self.stream


class Told(ReadModel):
    """That a person was told of a relative."""

    other = models.CharField(max_length=32)
    sought = models.CharField(max_length=32, blank=True)
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.stream} {self.other}"


class Likely(models.Model):
    """Two files that may be of one person, or of somebody and the relative they look for (`sought`); in nats."""

    case = models.CharField(max_length=32, db_index=True)
    other = models.CharField(max_length=32, db_index=True)
    about = models.CharField(max_length=10)
    sought = models.CharField(max_length=32, blank=True)
    score = models.FloatField()
    met = models.PositiveSmallIntegerField()
    missing = models.PositiveSmallIntegerField()
    turned = models.BooleanField()
    year = models.FloatField()
    sex = models.FloatField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "other", "about", "sought"], name="likely_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.other} {self.score:.1f}"


class Scored(models.Model):
    """Up to which entry of the journal names were compared; one row."""

    seq = models.IntegerField()
    entry = models.CharField(max_length=32)

    def __str__(self) -> str:
        return str(self.seq)
