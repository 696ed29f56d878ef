from django.db import models

from onward.journal.models import ReadModel


class Jar(ReadModel):
    marbles = models.IntegerField(default=0)
    colour = models.CharField(max_length=20, default="")
    owner = models.CharField(max_length=100, default="")
    entries = models.IntegerField(default=0)
    said = models.TextField(default="")
    last_on = models.DateField(null=True)


class Label(ReadModel):
    colour = models.CharField(max_length=20)
    owner = models.CharField(max_length=100)


class Crack(ReadModel):
    where = models.CharField(max_length=100)
