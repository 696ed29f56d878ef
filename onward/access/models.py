"""Staff and their duties, read from the journal; accounts and readings, which are working tables."""

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from onward.journal.models import ReadModel


class Staff(ReadModel):
    """A member of staff, past or present."""

    name = models.CharField(max_length=120)
    roles = models.JSONField(default=list)
    sites = models.JSONField(default=list)
    everywhere = models.BooleanField(default=False)
    organisation = models.CharField(max_length=32, blank=True)
    languages = models.JSONField(default=list)
    joined_at = models.DateTimeField()
    joined_on = models.DateField()
    left_on = models.DateField(null=True)

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class Duty(ReadModel):
    """One role of one active member of staff at one site (`site` empty: everywhere)."""

    staff = models.CharField(max_length=32)
    role = models.CharField(max_length=40)
    site = models.CharField(max_length=32, blank=True)
    organisation = models.CharField(max_length=32, blank=True)
    since = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("role", "site")), models.Index(fields=("site",)))

    def __str__(self) -> str:
        return f"{self.role} {self.site}"


class Workplace(ReadModel):
    """An organisation or a site, by name: where people may work. It answers to the organisation above it, or to the
    one that runs the site."""

    what = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    answers_to = models.CharField(max_length=32, blank=True)

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class Grant(ReadModel):
    """What one person asked for a member of staff, and a second one of another organisation agrees to, or not."""

    what = models.CharField(max_length=10)
    """`roles`, or `renewal`: a new password."""
    by = models.CharField(max_length=32)
    acting_for = models.CharField(max_length=32, blank=True)
    asked_at = models.DateTimeField()
    asked_on = models.DateField()
    said = models.JSONField(default=dict)
    """What the member of staff would be; nothing, where a password is asked for."""
    second_step = models.BooleanField(default=False)
    outcome = models.CharField(max_length=12, blank=True)
    """`confirmed`, `refused`, `taken_back` or `superseded`; empty while it waits."""
    second = models.CharField(max_length=32, blank=True)
    settled_on = models.DateField(null=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ("-asked_at", "-id")


class Given(ReadModel):
    """One thing that was said of somebody's work: they joined, left, have another, or sign in anew; by whom."""

    what = models.CharField(max_length=12)
    by = models.CharField(max_length=32)
    asked_by = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField(db_index=True)
    on = models.DateField()
    roles = models.JSONField(default=list)
    sites = models.JSONField(default=list)
    everywhere = models.BooleanField(default=False)

    class Meta:
        ordering = ("-at", "-id")


class Account(AbstractBaseUser):
    """What a member of staff signs in with: a pseudonym and a password. Never an address, never their name."""

    username = models.CharField(max_length=40, unique=True)
    staff = models.CharField(max_length=32, unique=True)
    is_active = models.BooleanField(default=True)
    must_choose_password = models.BooleanField(default=True)
    sessions = models.PositiveIntegerField(default=0)
    """Counted up to end every session of the account: each carries the number under which it began."""

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["staff"]

    def __str__(self) -> str:
        return self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        begun = f"{self.password}:{self.sessions}"
        return salted_hmac("onward.access.session", begun, secret=secret, algorithm="sha256").hexdigest()


class Reading(models.Model):
    """That a person opened a file on a day: once per person, case and day."""

    reader = models.CharField(max_length=32)
    name = models.CharField(max_length=120)
    case = models.CharField(max_length=32)
    day = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "reader", "day"), name="access_reading_once"),)

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
