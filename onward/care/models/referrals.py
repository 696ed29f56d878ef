"""What was passed to whom and how it stands, and what a site offers."""

from django.db import models

from onward.journal.models import ReadModel


class Referral(ReadModel):
    """One referral; the id is that of the entry that sent it. `within` is the compartment that it lives in.

    `state`: sent, accepted, declined, done, heard or taken_back. `until`: the day by which the next of these is owed.
    """

    within = models.CharField(max_length=20)
    what = models.CharField(max_length=30)
    to = models.CharField(max_length=200)
    told = models.TextField(blank=True)
    urgency = models.CharField(max_length=10, blank=True)
    gender = models.CharField(max_length=10, blank=True)
    shown = models.BooleanField(default=False)
    sender = models.CharField(max_length=32, blank=True)
    by_name = models.CharField(max_length=200, blank=True)
    sent_on = models.DateField()
    state = models.CharField(max_length=12, default="sent")
    state_on = models.DateField()
    until = models.DateField(null=True)
    reason = models.CharField(max_length=30, blank=True)
    words = models.TextField(blank=True)
    helped = models.CharField(max_length=10, blank=True)

    @property
    def open(self) -> bool:
        """Whether something of it is still owed."""
        return self.state in ("sent", "accepted", "done")

    def __str__(self) -> str:
        return f"{self.what} {self.state}"


class Service(ReadModel):
    """A service at a site, as it was last said; the stream is the site."""

    name = models.CharField(max_length=200)
    sort = models.CharField(max_length=30)
    contact = models.CharField(max_length=200, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    where = models.CharField(max_length=200, blank=True)
    women = models.BooleanField(default=False)
    over = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name
