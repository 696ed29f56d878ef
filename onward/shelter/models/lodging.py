"""Who lodges where, and who is on the road. Written by the projectors alone."""

from django.db import models

from onward.journal.models import ReadModel


class Lodging(ReadModel):
    """Where one resident is: one row a case, from the arrival until somebody outside signed for them.

    `waits_since` is the day from which a person is at a site without a place there; empty once they have one, and
    once they have left on a journey. `astray`: at no site, in no custody, or with a place at another site than their
    own; it is never so, and a column only because a number that everyone sees must be quick to count.
    """

    site = models.CharField(max_length=32, blank=True)
    custody = models.CharField(max_length=32, blank=True)
    place = models.CharField(max_length=32, blank=True, db_index=True)
    place_site = models.CharField(max_length=32, blank=True)
    astray = models.BooleanField(default=False)
    since = models.DateField()
    waits_since = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["site", "place"], name="shelter_lodging_site"),
            models.Index(fields=["site", "waits_since"], name="shelter_lodging_waits"),
            models.Index(fields=["astray"], condition=models.Q(astray=True), name="shelter_lodging_astray"),
        ]

    def __str__(self) -> str:
        return self.id


class Transfer(ReadModel):
    """One person's transfer; `group` is shared by those sent together. The id is that of the entry that sent."""

    group = models.CharField(max_length=32, db_index=True)
    from_site = models.CharField(max_length=32)
    to_site = models.CharField(max_length=32)
    to_custody = models.CharField(max_length=32)
    matter = models.CharField(max_length=32)
    expected = models.CharField(max_length=32, blank=True)
    speaks = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    sent_on = models.DateField()
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=32)
    sent_by_name = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, default="under_way")
    ended_at = models.DateTimeField(null=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    remark = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["to_site", "state", "group"], name="shelter_transfer_to"),
            models.Index(fields=["from_site", "state", "group"], name="shelter_transfer_from"),
            models.Index(fields=["state", "group"], name="shelter_transfer_state"),
        ]

    def __str__(self) -> str:
        return self.id
