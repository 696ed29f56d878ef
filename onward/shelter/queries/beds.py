"""Places as the rules of shelter see them: free or not, and for whom."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import ngettext

from onward.access.rules import Actor
from onward.kit.errors import NotFound, RuleBroken
from onward.places.queries import blocks_for, names_of, place_for, places_for
from onward.places.rules import MEANT_FOR
from onward.shelter.models import Lodging
from onward.shelter.queries.people import families_of, going, guests
from onward.shelter.rules import Bed, Guest, check_places

if TYPE_CHECKING:
    from onward.cases.models import Case


FREE_SHOWN = 100
"""Free places of a block that can be chosen from at once: nobody reads a longer list."""


class Offer(NamedTuple):
    """A block: its first free places, how many there are, and why these people cannot have them, if so."""

    block: str
    name: str
    meant_for: str
    free: list[Bed]
    room: int
    why_not: str


def meant_for(code: str) -> str:
    """For whom a block is, in words; nothing where it is for anyone."""
    return "" if code == "anyone" else str(MEANT_FOR.get(code, code))


def taken_at(site: str, leaving: Collection[str] = ()) -> set[str]:
    """The places of a site that somebody has, not counting those who leave theirs."""
    rows = Lodging.objects.filter(site=site).exclude(place="").exclude(id__in=leaving)
    return set(rows.values_list("place", flat=True))


def places_of(actor: Actor, site: str) -> frozenset[str]:
    """The ids of all places of a site, free or not."""
    return frozenset(place.id for place in places_for(actor, site, closed=True))


def beds_for(actor: Actor, places: Sequence[str], *, leaving: Collection[str] = ()) -> list[Bed]:
    """These places as they stand now, in this order; `leaving` give up theirs."""
    rows = [place_for(actor, place) for place in places]
    taken = set(Lodging.objects.filter(place__in=places).exclude(id__in=leaving).values_list("place", flat=True))
    blocks = names_of({row.block for row in rows})
    return [
        Bed(
            row.id,
            row.name,
            block=row.block,
            block_name=blocks.get(row.block, ""),
            site=row.site,
            meant_for=row.meant_for,
            closed=not row.is_open,
            free=row.id not in taken,
        )
        for row in rows
    ]


def others_of(cases: Collection["Case"], actor: Actor) -> list[tuple[Guest, Bed | None]]:
    """The rest of these people's families at the same site, with where each sleeps now."""
    chosen = {case.id for case in cases}
    sites = {case.site for case in cases}
    rest = [m for m in families_of(cases) if m.id not in chosen and m.site in sites and m.ended_on is None]
    on_the_road = going([member.id for member in rest])
    rest = [member for member in rest if member.id not in on_the_road]
    beds = iter(beds_for(actor, [m.place for m in rest if m.place]))
    return [(guest, next(beds) if m.place else None) for guest, m in zip(guests(rest), rest, strict=True)]


def offers_for(actor: Actor, cases: Sequence["Case"]) -> list[Offer]:
    """The blocks of the site where these people are: those that take them all first, their own before others."""
    if not cases:
        raise NotFound
    site, leaving = cases[0].site, [case.id for case in cases]
    taken = taken_at(site, leaving)
    free: dict[str, list[Bed]] = {}
    blocks = {block.id: block for block in blocks_for(actor, site)}
    for row in places_for(actor, site):
        if row.id not in taken:
            bed = Bed(row.id, row.name, row.block, blocks[row.block].name, site=site, meant_for=row.meant_for)
            free.setdefault(row.block, []).append(bed)
    wanted, others = guests(cases), others_of(cases, actor)
    now = {case.place for case in cases}
    offers = []
    for block in blocks.values():
        beds = free.get(block.id, [])
        shown = [bed for number, bed in enumerate(beds) if number < FREE_SHOWN or bed.id in now]
        why = _why_not(wanted, beds, others)
        offers.append(Offer(block.id, block.name, meant_for(block.meant_for), shown, len(beds), why))
    return sorted(offers, key=lambda o: (bool(o.why_not), now.isdisjoint(bed.id for bed in o.free), o.name))


def _why_not(wanted: list[Guest], free: list[Bed], others: Iterable[tuple[Guest, Bed | None]]) -> str:
    if len(free) < len(wanted):
        return ngettext("%(count)d place free", "%(count)d places free", len(free)) % {"count": len(free)}
    try:
        check_places(list(zip(wanted, free, strict=False)), list(others))
    except RuleBroken as broken:
        return broken.sentence
    return ""
