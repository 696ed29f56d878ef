"""Organisations, sites, blocks and places as they now stand."""

from django.db import models

from onward.journal.models import ReadModel


class Organisation(ReadModel):
    """An organisation, beneath its parent if it has one."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    parent = models.CharField(max_length=32, blank=True)
    contact_office = models.CharField(max_length=120, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class Site(ReadModel):
    """A site, and the organisation that runs it."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    organisation = models.CharField(max_length=32)

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class Block(ReadModel):
    """A block of a site."""

    site = models.CharField(max_length=32, db_index=True)
    name = models.CharField(max_length=60)
    meant_for = models.CharField(max_length=20)
    places = models.PositiveIntegerField()
    out_of_use = models.JSONField(default=list)
    accessible = models.JSONField(default=list)

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class Place(ReadModel):
    """A bed or tent. It keeps its row when it is closed, since somebody may once have slept there."""

    site = models.CharField(max_length=32, db_index=True)
    block = models.CharField(max_length=32, db_index=True)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=80)
    meant_for = models.CharField(max_length=20)
    is_open = models.BooleanField(default=True)
    is_accessible = models.BooleanField(default=False)

    class Meta:
        ordering = ("block", "number")

    def __str__(self) -> str:
        return self.name
