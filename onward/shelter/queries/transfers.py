"""Who is on the road, sent by whom, expected where."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext, ngettext

from onward.access.rules import Actor
from onward.cases.queries import case_for, case_names, known_ids
from onward.cases.rules import language_name
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.places.queries import names_of
from onward.shelter.models import Lodging, Transfer
from onward.shelter.queries.people import going, party_of

NORM = 1
"""Days that a transfer should take."""
ENDED_SHOWN = 25


class Person(NamedTuple):
    """One person of a group, and whether they are still on the road."""

    case: str
    name: str
    speaks: str
    state: str


class Group(NamedTuple):
    """People sent together. `to_me`, `from_me`: the actor may sign for the arrival, or call it off."""

    id: str
    people: list[Person]
    from_site: str
    to_site: str
    to_id: str
    sent_on: date
    sent_at: datetime
    sent_by: str
    sent_by_name: str
    ended_at: datetime | None
    ended_by_name: str
    note: str
    remark: str
    to_me: bool
    from_me: bool

    @property
    def under_way(self) -> list[Person]:
        """Those still on the road."""
        return [person for person in self.people if person.state == "under_way"]

    @property
    def called_off(self) -> bool:
        """Whether none of them went."""
        return all(person.state == "cancelled" for person in self.people)

    @property
    def days(self) -> int:
        """Days since they were sent."""
        return (today() - self.sent_on).days

    @property
    def since(self) -> str:
        """For how long they have been on the road."""
        if not self.days:
            return gettext("since today")
        return ngettext("for %(count)d day", "for %(count)d days", self.days) % {"count": self.days}

    @property
    def speaks(self) -> str:
        """Their languages, as the reader calls them."""
        return ", ".join(dict.fromkeys(language_name(person.speaks) for person in self.people if person.speaks))

    @property
    def late(self) -> bool:
        """Whether they should have been signed for by now."""
        return bool(self.under_way) and self.days > NORM


def _reach(actor: Actor) -> Q:
    return Q() if actor.everywhere else Q(to_site__in=actor.sites) | Q(from_site__in=actor.sites)


def _groups(actor: Actor, rows: Iterable[Transfer]) -> list[Group]:
    rows = list(rows)
    names = case_names({row.stream for row in rows})
    sites = names_of({row.from_site for row in rows} | {row.to_site for row in rows})
    together: dict[str, list[Transfer]] = {}
    for row in rows:
        together.setdefault(row.group, []).append(row)
    return [
        Group(
            id=group,
            people=[Person(row.stream, names.get(row.stream, ""), row.speaks, row.state) for row in members],
            from_site=sites.get(members[0].from_site, ""),
            to_site=sites.get(members[0].to_site, ""),
            to_id=members[0].to_site,
            sent_on=members[0].sent_on,
            sent_at=members[0].sent_at,
            sent_by=members[0].sent_by,
            sent_by_name=members[0].sent_by_name,
            ended_at=members[0].ended_at,
            ended_by_name=members[0].ended_by_name,
            note=members[0].note,
            remark=members[0].remark,
            to_me=actor.reaches(members[0].to_site),
            from_me=actor.reaches(members[0].from_site),
        )
        for group, members in together.items()
    ]


def transfers_for(actor: Actor, *, before: str = "") -> tuple[list[Group], list[Group]]:
    """Groups on the road to or from the actor's sites, longest first; and those that ended, latest first."""
    road = Transfer.objects.filter(_reach(actor), state="under_way").order_by("group", "id")
    groups = _ended_groups(actor, before)
    ended = Transfer.objects.filter(group__in=groups).exclude(state="under_way").order_by("-group", "-id")
    return _groups(actor, road[:200]), _groups(actor, ended)


def _ended_groups(actor: Actor, before: str) -> list[str]:
    # One walk along an index for each site, end and outcome: an OR over them would sort the whole table.
    ends: list[dict[str, str]] = [{}]
    if not actor.everywhere:
        ends = [{end: site} for site in sorted(actor.sites) for end in ("to_site", "from_site")]
    found: set[str] = set()
    for end in ends:
        for state in ("received", "cancelled"):
            rows = Transfer.objects.filter(state=state, **end).order_by("-group")
            rows = rows.filter(group__lt=before) if before else rows
            found.update(rows.values_list("group", flat=True).distinct()[:ENDED_SHOWN])
    return sorted(found, reverse=True)[:ENDED_SHOWN]


def group_for(actor: Actor, group: str) -> Group:
    """People sent together, to or from one of the actor's sites."""
    groups = _groups(actor, Transfer.objects.filter(_reach(actor), group=group).order_by("id"))
    if not groups:
        raise NotFound(group)
    return groups[0]


def incoming_for(actor: Actor, group: str, people: Collection[str]) -> list[Transfer]:
    """Those of a group who are on their way to a site of the actor's. All of `people` must be among them."""
    return _members(actor, group, people, "to_site")


def outgoing_for(actor: Actor, group: str, people: Collection[str]) -> list[Transfer]:
    """Those of a group who were sent from a site of the actor's. All of `people` must be among them."""
    return _members(actor, group, people, "from_site")


def _members(actor: Actor, group: str, people: Collection[str], end: str) -> list[Transfer]:
    rows = [
        row
        for row in Transfer.objects.filter(group=group, stream__in=people).order_by("id")
        if actor.reaches(getattr(row, end))
    ]
    if not rows or len(rows) < len(set(people)):
        raise NotFound(group)
    return rows


def candidates_for(actor: Actor, case: str = "") -> list[tuple[str, str]]:
    """Whom the actor could send on, as (case, name): one person's family and companions, or all who wait for it."""
    if case:
        family, companions = party_of(case_for(actor, case))
        people = {member.id: member.name for member in (*family, *companions)}
    else:
        here = Lodging.objects.filter(waits_since__isnull=False)
        here = here if actor.everywhere else here.filter(site__in=actor.sites)
        people = case_names(here.order_by("waits_since", "id").values_list("id", flat=True)[:100])
    on_the_road = going(people)
    return [(one, name) for one, name in people.items() if one not in on_the_road]


def in_no_place() -> int:
    """How many residents are nowhere, or in two places at once. It is nought, always; shown so that all can see it."""
    return Lodging.objects.filter(astray=True).count()


def astray_for(actor: Actor) -> list[tuple[str, str]]:
    """Those of them whom the actor knows, as (case, name): the number counts the others too."""
    people = list(Lodging.objects.filter(astray=True).values_list("id", flat=True)[:ENDED_SHOWN])
    names = case_names(people)
    return [(case, names.get(case, "")) for case in people if case in known_ids(actor, people)]
