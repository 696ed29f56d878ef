"""How many residents there are, by what they have in common: numbers alone, nobody's file."""

from collections import Counter
from datetime import date

import msgspec
from django.db.models import Count

from onward.access.rules import Actor
from onward.cases.models import Case
from onward.cases.queries.cases import within_reach


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """Of residents who are here: how many at each site, in each stage, since each day; of stays that ended: how."""

    sites: dict[str, int]
    stages: dict[str, int]
    arrivals: dict[date, int]
    outcomes: dict[str, int]

    @property
    def here(self) -> int:
        """How many are here."""
        return sum(self.sites.values())

    @property
    def ended(self) -> int:
        """How many stays have ended."""
        return sum(self.outcomes.values())


def counts_for(actor: Actor) -> Counts:
    """The exact numbers in the actor's reach. They are not for a screen: what is shown goes through `reports` first."""
    known = Case.objects.filter(within_reach(actor)).order_by()
    here = known.filter(ended_on=None)
    sites: Counter[str] = Counter()
    arrivals: Counter[date] = Counter()
    for site, day, many in here.values_list("site", "arrived_on").annotate(many=Count("*")):
        sites[site] += many
        arrivals[day] += many
    return Counts(
        sites=sites,
        stages=dict(here.values_list("stage").annotate(many=Count("*"))),
        arrivals=arrivals,
        outcomes=dict(known.filter(ended_on__isnull=False).values_list("ended_how").annotate(many=Count("*"))),
    )
