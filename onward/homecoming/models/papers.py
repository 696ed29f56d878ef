"""What shows who somebody is: the nationality claimed, its evidence, civil papers."""

from django.db import models

from onward.homecoming.rules import papers
from onward.homecoming.rules.words import in_words
from onward.journal.models import ReadModel


class Claim(ReadModel):
    """Who said of which country the resident is a national."""

    country = models.CharField(max_length=200)
    claimed_by = models.CharField(max_length=10)
    claimed_on = models.DateField()
    words = models.TextField()

    @property
    def by_in_words(self) -> str:
        """Who said so, as a reader sees it."""
        return in_words(self.claimed_by, papers.CLAIMANTS)


class Evidence(ReadModel):
    """Something that speaks for the nationality claimed."""

    evidence = models.CharField(max_length=20)
    added_on = models.DateField()
    words = models.TextField()
    scan = models.CharField(max_length=32)

    @property
    def in_words(self) -> str:
        """What it is, as a reader sees it."""
        return in_words(self.evidence, papers.EVIDENCE)


class CivilPaper(ReadModel):
    """A civil paper of a child or of the resident, and what became of it."""

    paper = models.CharField(max_length=20)
    state = models.CharField(max_length=10)
    child = models.CharField(max_length=32, db_index=True)
    asked = models.CharField(max_length=32)
    recorded_on = models.DateField()
    issued_by = models.CharField(max_length=200)
    scan = models.CharField(max_length=32)

    @property
    def in_words(self) -> str:
        """Which paper, as a reader sees it."""
        return in_words(self.paper, papers.CIVIL)

    @property
    def state_in_words(self) -> str:
        """What became of it, as a reader sees it."""
        return in_words(self.state, papers.CIVIL_STATES)


class Scan(ReadModel):
    """A sealed scan beside the journal: the id is the entry's, `compartment` whose key seals it."""

    compartment = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
