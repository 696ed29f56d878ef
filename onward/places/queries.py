"""Where people may be, and who answers for it."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Count

from onward.access.queries import actor_of_staff
from onward.access.rules import Actor, may
from onward.access.rules.granting import is_lapsed
from onward.access.rules.umbrellas import kin_among, line_of
from onward.journal import quick, reading
from onward.kit.errors import NotFound
from onward.places.events import LooseningAsked, OrganisationEvent, SiteEvent
from onward.places.models import Block, Organisation, Place, Site


def organisation_for(actor: Actor, organisation: str) -> Organisation:  # noqa: ARG001 - names are no secret to staff
    """One organisation. Who takes part is known to all staff, and to residents whose custody it has."""
    found = Organisation.objects.filter(id=organisation).first()
    if found is None:
        raise NotFound(organisation)
    return found


def organisations_for(actor: Actor) -> list[Organisation]:  # noqa: ARG001 - as above
    """All organisations by name."""
    return list(Organisation.objects.all())


def organisation_tree_for(actor: Actor) -> list[tuple[int, Organisation]]:
    """All organisations, each beneath its umbrella, with its depth (0: answers to none)."""
    children: dict[str, list[Organisation]] = {}
    known = organisations_for(actor)
    ids = {organisation.id for organisation in known}
    for organisation in known:
        parent = organisation.parent if organisation.parent in ids else ""
        children.setdefault(parent, []).append(organisation)
    tree: list[tuple[int, Organisation]] = []
    pending = [(0, top) for top in reversed(children.get("", []))]
    while pending:
        depth, organisation = pending.pop()
        tree.append((depth, organisation))
        pending += [(depth + 1, child) for child in reversed(children.get(organisation.id, []))]
    return tree


def lineage(organisation: str) -> tuple[str, ...]:
    """The organisation and those that it answers to, upwards."""
    return line_of(organisation, _parents())


def under_one_umbrella(one: str, other: str) -> bool:
    """Whether two organisations are the same, or answer at some height to the same."""
    return other in kin_of(one)


def kin_of(organisation: str) -> frozenset[str]:
    """The organisation, and all that answer at some height to the same as it does."""
    return kin_among(organisation, _parents())


class Loosening(NamedTuple):
    """What one person asked of an organisation or a site and a second one has to say too."""

    by: str
    name: str
    above: str
    acting_for: str
    on: date


def loosening_of(stream: str) -> Loosening | None:
    """What waits there for a second person: asked within seven days, by somebody who still may, and since then nothing
    else was said."""
    for entry in reversed(reading.effective(stream)):
        if isinstance(entry.event, OrganisationEvent | SiteEvent):
            return None
        if isinstance(entry.event, LooseningAsked):
            asker, said = actor_of_staff(entry.author), entry.event
            holds = may(asker, "places.change_organisation") and asker.organisation == said.acting_for
            if not holds or is_lapsed(entry.happened_at, reading.present()):
                return None
            return Loosening(asker.id, asker.name, said.above, said.acting_for, entry.day)
    return None


def runs_a_site(organisation: str) -> bool:
    """Whether the organisation, or one under the same umbrella, runs a site: it keeps people."""
    return Site.objects.filter(organisation__in=kin_of(organisation)).exists()


def _parents() -> dict[str, str]:
    return dict(Organisation.objects.values_list("id", "parent"))


def site_for(actor: Actor, site: str) -> Site:
    """One site within the actor's reach."""
    found = next(iter(quick.rows(Site, id=site)), None) if actor.reaches(site) else None
    if found is None:
        raise NotFound(site)
    return found


def sites_for(actor: Actor) -> list[Site]:
    """The sites where the actor's work lies, by name."""
    sites = Site.objects.all() if actor.everywhere else Site.objects.filter(id__in=actor.sites)
    return list(sites)


def destinations_for(actor: Actor) -> list[Site]:  # noqa: ARG001 - names are no secret to staff
    """Every site by name, for sending somebody there: the name and who runs it, nothing within."""
    return list(Site.objects.all())


def custody_at(site: str) -> str:
    """The id of the organisation that runs a site, and so answers for who is there; empty if unknown."""
    return Site.objects.filter(id=site).values_list("organisation", flat=True).first() or ""


def block_for(actor: Actor, block: str) -> Block:
    """One block of a site within the actor's reach."""
    found = Block.objects.filter(id=block).first()
    if found is None or not actor.reaches(found.site):
        raise NotFound(block)
    return found


def blocks_for(actor: Actor, site: str) -> list[Block]:
    """The blocks of a site, by name."""
    return list(Block.objects.filter(site=site_for(actor, site).id))


def places_for(actor: Actor, site: str, *, closed: bool = False) -> list[Place]:
    """The open places of a site by block and number; with `closed`, the closed ones as well."""
    places = Place.objects.filter(site=site_for(actor, site).id)
    return list(places if closed else places.filter(is_open=True))


class Spot(NamedTuple):
    """A place as a board needs it: of two thousand a board draws no more than this."""

    id: str
    block: str
    number: int
    is_open: bool
    is_accessible: bool


def spots_for(actor: Actor, site: str) -> list[Spot]:
    """Every place of a site by block and number, the closed ones as well."""
    places = Place.objects.filter(site=site_for(actor, site).id)
    return [Spot(*row) for row in places.values_list("id", "block", "number", "is_open", "is_accessible")]


def closed_places_for(actor: Actor) -> frozenset[str]:
    """The places within the actor's reach in which nobody may sleep now."""
    places = Place.objects.filter(is_open=False)
    places = places if actor.everywhere else places.filter(site__in=actor.sites)
    return frozenset(places.values_list("id", flat=True))


def capacities_for(actor: Actor) -> dict[str, int]:
    """How many open places each site within the actor's reach has."""
    places = Place.objects.filter(is_open=True)
    places = places if actor.everywhere else places.filter(site__in=actor.sites)
    return dict(places.values_list("site").annotate(Count("id")).order_by())


def place_for(actor: Actor, place: str) -> Place:
    """One place of a site within the actor's reach, open or closed."""
    found = Place.objects.filter(id=place).first()
    if found is None or not actor.reaches(found.site):
        raise NotFound(place)
    return found


def accessible_at(sites: Collection[str]) -> frozenset[str]:
    """Those of these sites where it was said of some place that somebody who walks badly can reach and use it."""
    rows = Place.objects.filter(site__in=sites, is_accessible=True, is_open=True)
    return frozenset(rows.values_list("site", flat=True).distinct())


def blocks_by_place(places: Iterable[str]) -> dict[str, str]:
    """Place -> the id of its block, of places that a rule weighs for somebody."""
    return dict(Place.objects.filter(id__in=set(places) - {""}).values_list("id", "block"))


def sites_called(actor: Actor, start: str, *, limit: int = 10) -> list[Site]:
    """Sites in the actor's reach whose name begins so; capitals do not matter."""
    return [site for site in sites_for(actor) if site.name.casefold().startswith(start.casefold())][:limit]


def places_called(actor: Actor, words: str, *, limit: int = 10) -> tuple[list[Place], list[Block]]:
    """Places of exactly this name, and blocks whose name begins so, in the actor's reach."""
    places, blocks = Place.objects.filter(name__iexact=words), Block.objects.filter(name__istartswith=words)
    if not actor.everywhere:
        places, blocks = places.filter(site__in=actor.sites), blocks.filter(site__in=actor.sites)
    return list(places[:limit]), list(blocks[:limit])


def office_of(organisation: str) -> str:
    """The office to ask at an organisation, or its name where none was given; empty if unknown."""
    found = next(iter(quick.rows(Organisation, id=organisation)), None)
    return (found.contact_office or found.name) if found else ""


def names_of(ids: Iterable[str]) -> dict[str, str]:
    """Names by id of organisations, sites, blocks and places, for showing where something is."""
    return quick.names((Organisation, Site, Place, Block), set(ids) - {""})
