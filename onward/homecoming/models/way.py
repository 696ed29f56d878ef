"""What stands on each resident's way onward: read models, written by projectors alone."""

from django.db import models

from onward.cases.rules.wording import language_name
from onward.homecoming.rules import letters, papers, words
from onward.journal.models import ReadModel


class Wish(ReadModel):
    """What a resident said that they wish; the last row of a stream counts."""

    number = models.PositiveIntegerField()
    said_on = models.DateField()
    wish = models.CharField(max_length=20)
    country = models.CharField(max_length=200)
    words = models.TextField()
    informed = models.TextField()
    language = models.CharField(max_length=60)
    interpreter = models.CharField(max_length=200)
    withdrawn_on = models.DateField(null=True)

    @property
    def in_words(self) -> str:
        """What they said, as a reader sees it."""
        return words.in_words(self.wish, words.WISHES)

    @property
    def language_in_words(self) -> str:
        """The language in which it was said, as a reader calls it."""
        return language_name(self.language)


class Consent(ReadModel):
    """Leave to tell one body some things."""

    body = models.CharField(max_length=200)
    fields = models.JSONField(default=list)
    purpose = models.TextField()
    language = models.CharField(max_length=60)
    interpreter = models.CharField(max_length=200)
    given_on = models.DateField()
    until = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)

    @property
    def told(self) -> list[str]:
        """What may be told, as a reader sees it."""
        return words.all_in_words(self.fields, words.TOLD)


class Check(ReadModel):
    """A check by two people, named by the entry of the first."""

    about = models.CharField(max_length=10)  # contact or return
    consent = models.CharField(max_length=32)
    state = models.CharField(max_length=10)
    first_by = models.CharField(max_length=32)
    first_on = models.DateField()
    first_organisation = models.CharField(max_length=32)
    first_safe = models.BooleanField()
    first_reasons = models.TextField()
    first_sources = models.TextField()
    second_by = models.CharField(max_length=32)
    second_on = models.DateField(null=True)
    second_organisation = models.CharField(max_length=32)
    second_safe = models.BooleanField(null=True)
    second_reasons = models.TextField()
    second_sources = models.TextField()
    first_answers = models.JSONField(default=dict)
    second_answers = models.JSONField(default=dict)
    family = models.CharField(max_length=20)
    family_words = models.TextField()

    @property
    def in_words(self) -> str:
        """How it stands, as a reader sees it."""
        return words.in_words(self.state, words.CONTACT_STATES if self.about == "contact" else words.RETURN_STATES)


class Inquiry(ReadModel):
    """What a body outside was asked for, and what it answered; `appeals` is the refusal that it is about."""

    about = models.CharField(max_length=20, default="nationality")
    consent = models.CharField(max_length=32)
    body = models.CharField(max_length=200)
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=32, default="")
    asked_words = models.TextField(default="")
    reference = models.TextField(default="")
    appeals = models.CharField(max_length=32, default="")
    counsel = models.TextField(default="")
    reminders = models.PositiveIntegerField(default=0)
    reminded_on = models.DateField(null=True)
    answer = models.CharField(max_length=10)
    answered_on = models.DateField(null=True)
    words = models.TextField()
    scan = models.CharField(max_length=32, default="")

    class Meta:
        indexes = (models.Index(fields=("answer", "asked_on"), name="inquiry_unanswered"),)

    @property
    def asks_for(self) -> str:
        """What it asks for, as a reader sees it."""
        return words.in_words(self.about, letters.ASKS)

    @property
    def in_words(self) -> str:
        """The answer, as a reader sees it; nothing while none is recorded."""
        return words.in_words(self.answer, words.ANSWERS if self.about == "nationality" else letters.REPLIES)


class Disclosure(ReadModel):
    """What was sent to whom: one row for each letter that left the programme."""

    body = models.CharField(max_length=200)
    fields = models.JSONField(default=list)
    sent_on = models.DateField()
    sent_by = models.CharField(max_length=32)
    reminder = models.BooleanField()
    inquiry = models.CharField(max_length=32, default="")

    @property
    def told(self) -> list[str]:
        """What was told, as a reader sees it."""
        return words.all_in_words(self.fields, words.TOLD)


class Paper(ReadModel):
    """A paper to travel with."""

    paper = models.CharField(max_length=20)
    issued_by = models.CharField(max_length=200)
    issued_on = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    recorded_on = models.DateField()
    hands = models.CharField(max_length=10, default="")
    holder = models.CharField(max_length=200, default="")
    hands_since = models.DateField(null=True)
    scan = models.CharField(max_length=32, default="")

    @property
    def in_words(self) -> str:
        """Which paper, as a reader sees it."""
        return words.in_words(self.paper, words.PAPERS)

    @property
    def hands_in_words(self) -> str:
        """Who has it, as a reader sees it; nothing where nobody has said."""
        return words.in_words(self.hands, papers.HANDS)


class Exit(ReadModel):
    """An exit asked of the organisation that has custody; the last row of a stream counts."""

    number = models.PositiveIntegerField()
    asked_on = models.DateField()
    asked_of = models.CharField(max_length=32, db_index=True)
    asked_at = models.CharField(max_length=32)
    state = models.CharField(max_length=10)
    decided_on = models.DateField(null=True)
    decided_by = models.CharField(max_length=32)
    ground = models.TextField()

    @property
    def in_words(self) -> str:
        """How it stands, as a reader sees it."""
        return words.in_words(self.state, words.EXIT_STATES)


class Journey(ReadModel):
    """From the gate of the site to the confirmed arrival."""

    convoy = models.CharField(max_length=32, blank=True, db_index=True)
    departed_on = models.DateField()
    accompanied_by = models.CharField(max_length=200)
    destination = models.CharField(max_length=200)
    handed_over_on = models.DateField(null=True)
    receiver = models.CharField(max_length=200)
    office = models.CharField(max_length=200, blank=True)
    receipt = models.CharField(max_length=200)
    arrived_on = models.DateField(null=True)
    confirmed_by = models.CharField(max_length=20)

    @property
    def confirmed_in_words(self) -> str:
        """Who said that they arrived, as a reader sees it."""
        return words.in_words(self.confirmed_by, words.CONFIRMERS)
