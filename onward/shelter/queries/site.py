"""What happened at sites, for whoever may know; and what was measured there."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor
from onward.cases.queries import case_names, known_ids
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.places.queries import custody_at, kin_of, names_of, site_for, sites_for
from onward.shelter.models import Incident, Lodging, Standard
from onward.shelter.rules.site import NORMS, each, is_met
from onward.shelter.rules.words import SORTS

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from onward.places.models import Site

SHOWN = 100
COUNTED = timedelta(days=90)


class Happened(NamedTuple):
    """An incident for a list."""

    id: str
    sort: str
    where: str
    on: date
    people: list[tuple[str, str]]
    words: str
    safe_now: str
    done: str
    holder: str
    due_on: date | None
    followed: list[dict[str, str]]


class Measure(NamedTuple):
    """One line of the table of standards; what nobody measured is None."""

    what: str
    measured: "str | Promise"
    told: "str | Promise"
    value: int | None
    on: date | None
    by: str
    each: float | None
    norm: float
    at_least: bool
    met: bool | None
    source: "str | Promise"


def keeps(actor: Actor, site: str) -> bool:
    """Whether the actor works for whoever runs a site, or under the same umbrella: those read no incident."""
    return not actor.organisation or custody_at(site) in kin_of(actor.organisation)


def open_sites(actor: Actor) -> list["Site"]:
    """The sites within reach whose incidents the actor may read."""
    return [site for site in sites_for(actor) if site.kind != "office" and not keeps(actor, site.id)]


def incident_site(actor: Actor, site: str) -> "Site":
    """One such site; 404 for all others."""
    found = site_for(actor, site)
    if keeps(actor, site):
        raise NotFound(site)
    return found


def incidents_for(actor: Actor) -> list[Happened]:
    """Incidents at the actor's sites, those not over first; nothing for whoever runs the site."""
    sites = [site.id for site in open_sites(actor)]
    rows = list(Incident.objects.filter(site__in=sites).order_by("-on", "-id")[:SHOWN])
    rows.sort(key=lambda row: row.due_on is None)
    return _told(actor, rows)


def _told(actor: Actor, rows: Sequence[Incident]) -> list[Happened]:
    involved = {case for row in rows for case in row.people}
    names, reach = case_names(involved), known_ids(actor, involved)
    places = names_of({row.site for row in rows} | {row.block for row in rows})
    return [
        Happened(
            row.id,
            str(SORTS.get(row.sort, row.sort)),
            ", ".join(filter(None, (places.get(row.site, ""), places.get(row.block, "")))),
            row.on,
            [(case if case in reach else "", names.get(case, "")) for case in row.people],
            row.words,
            row.safe_now,
            row.done,
            row.holder_name,
            row.due_on,
            row.followed,
        )
        for row in rows
    ]


def incident_for(actor: Actor, incident: str) -> Incident:
    """One incident at a site whose incidents the actor may read."""
    found = Incident.objects.filter(id=incident).first()
    if found is None:
        raise NotFound(incident)
    incident_site(actor, found.site)
    return found


def incidents_of_gone(case: str, gone: Collection[str]) -> list[str]:
    """The streams of incidents that this person was in, and nobody else whose file is not gone too."""
    rows = Incident.objects.values_list("stream", "people")
    return [stream for stream, people in rows if case in people and {*people} <= {case, *gone}]


def incident_counts(actor: Actor) -> list[tuple[str, int]]:
    """How many incidents each of the actor's sites had in three months: all that whoever runs it learns."""
    sites = {site.id: site.name for site in sites_for(actor) if site.kind != "office"}
    rows = Incident.objects.filter(site__in=sites, on__gte=today() - COUNTED).values_list("site", flat=True)
    count = Counter(rows)
    return [(name, count[site]) for site, name in sites.items() if count[site]]


def standards_for(actor: Actor, site: str) -> tuple["Site", int, list[Measure]]:
    """A site, how many are there, and what was measured there; nothing is guessed."""
    found = site_for(actor, site)
    people = sum(1 for place, waits in _lodged(site) if place or waits)
    rows = {row.what: row for row in Standard.objects.filter(stream=site)}
    table = []
    for what, norm in NORMS.items():
        row = rows.get(what)
        table.append(
            Measure(
                what,
                norm.measured,
                norm.told,
                row.value if row else None,
                row.on if row else None,
                row.by_name if row else "",
                each(what, row.value, people) if row else None,
                norm.value,
                norm.at_least,
                is_met(what, row.value, people) if row else None,
                norm.source,
            )
        )
    return found, people, table


def _lodged(site: str) -> list[tuple[str, date | None]]:
    return list(Lodging.objects.filter(site=site).values_list("place", "waits_since"))
