"""Places as the rules of shelter see them: free or not, and for whom."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import ngettext

from onward.access.rules import Actor
from onward.kit.errors import NotFound, RuleBroken
from onward.places.queries import accessible_at, blocks_for, names_of, place_for, places_for
from onward.places.rules import MEANT_FOR
from onward.shelter.models import Lodging
from onward.shelter.queries.holding import Hold, holds_at, holds_on
from onward.shelter.queries.people import families_of, going, guests
from onward.shelter.queries.safety import apart_from, blocks_of, knows_all
from onward.shelter.queries.unasked import drawn_apart
from onward.shelter.rules import Bed, Guest, check_places
from onward.ui.templatetags.look import day_words

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
    sites, holds = accessible_at({row.site for row in rows}), holds_on(places)
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
            accessible=_accessible(sites, row.site, there=row.is_accessible),
            **_held(holds.get(row.id)),
        )
        for row in rows
    ]


def _held(hold: Hold | None) -> dict[str, Any]:
    return {"held": day_words(hold.until), "held_for": hold.people} if hold else {}


def _accessible(sites: Collection[str], site: str, *, there: bool) -> str:
    return "" if site not in sites else "yes" if there else "no"


class Safety(NamedTuple):
    """What the rules know of these people besides themselves: who must not be near, and where those sleep."""

    apart: dict[str, set[str]]
    blocks: dict[str, str]


def safety_of(actor: Actor, people: Sequence[Guest], *, site: str, kin: Collection[str], knows: bool) -> Safety:
    """Who is kept apart from these, and where those and whoever cares for a child sleep.

    Unless the actor `knows` all, some beside them from whom nobody asked to keep them: which those are, no page tells.
    """
    apart = apart_from([guest.id for guest in people])
    if not knows:
        family = {*kin, *(guest.id for guest in people)}
        for case, drawn in drawn_apart(actor, people, site, kin=family).items():
            apart.setdefault(case, set()).update(drawn)
    near = {other for others in apart.values() for other in others} | {guest.care for guest in people}
    return Safety(apart, blocks_of(near - {guest.id for guest in people}))


def others_of(cases: Collection["Case"], actor: Actor) -> list[tuple[Guest, Bed | None]]:
    """The rest of these people's families at the same site, with where each sleeps now."""
    chosen = {case.id for case in cases}
    sites = {case.site for case in cases}
    rest = [m for m in families_of(cases) if m.id not in chosen and m.site in sites and m.ended_on is None]
    on_the_road = going([member.id for member in rest])
    rest = [member for member in rest if member.id not in on_the_road]
    beds = iter(beds_for(actor, [m.place for m in rest if m.place]))
    return [(guest, next(beds) if m.place else None) for guest, m in zip(guests(rest), rest, strict=True)]


def offers_for(actor: Actor, cases: Sequence["Case"], *, picked: str = "") -> list[Offer]:
    """The blocks of the site where these people are: those that take them all first, their own before others.

    `picked` is a place that is among those shown, if it is free."""
    if not cases:
        raise NotFound
    site, leaving = cases[0].site, [case.id for case in cases]
    taken = taken_at(site, leaving)
    blocks = {block.id: block for block in blocks_for(actor, site)}
    free = _free(actor, site, {block.id: block.name for block in blocks.values()}, taken)
    wanted, others = guests(cases), others_of(cases, actor)
    free = {block: [bed for bed in beds if not any(map(bed.kept_from, wanted))] for block, beds in free.items()}
    knows, kin = knows_all(actor, cases), {guest.id for guest, _bed in others}
    safety = safety_of(actor, wanted, site=site, kin=kin, knows=knows)
    now = {case.place for case in cases}
    needed = any(guest.accessible for guest in wanted)
    offers = []
    for block in blocks.values():
        beds = sorted(free.get(block.id, []), key=lambda bed: (bed.accessible == "yes") != needed)
        shown = [bed for number, bed in enumerate(beds) if number < FREE_SHOWN or bed.id in {picked, *now}]
        why = _why_not(wanted, beds, others, safety, knows=knows)
        offers.append(Offer(block.id, block.name, meant_for(block.meant_for), shown, len(beds), why))
    return sorted(offers, key=lambda o: (bool(o.why_not), now.isdisjoint(bed.id for bed in o.free), o.name))


def _free(actor: Actor, site: str, blocks: dict[str, str], taken: Collection[str]) -> dict[str, list[Bed]]:
    free: dict[str, list[Bed]] = {}
    sites, holds = accessible_at([site]), holds_at(site)
    for row in places_for(actor, site):
        if row.id not in taken:
            accessible = _accessible(sites, site, there=row.is_accessible)
            bed = Bed(row.id, row.name, row.block, blocks[row.block], site, row.meant_for, accessible=accessible)
            free.setdefault(row.block, []).append(bed._replace(**_held(holds.get(row.id))))
    return free


def _why_not(
    wanted: list[Guest], free: list[Bed], others: Iterable[tuple[Guest, Bed | None]], safety: Safety, *, knows: bool
) -> str:
    if len(free) < len(wanted):
        return ngettext("%(count)d place free", "%(count)d places free", len(free)) % {"count": len(free)}
    try:
        pairs = list(zip(sorted(wanted, key=lambda guest: not guest.accessible), free, strict=False))
        check_places(pairs, list(others), apart=safety.apart, blocks=safety.blocks, knows=knows)
    except RuleBroken as broken:
        return broken.sentence
    return ""
