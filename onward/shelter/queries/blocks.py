"""A block, and one place of it: who sleeps there, and what is said of it."""

from datetime import date
from typing import NamedTuple

from onward.access.rules import Actor
from onward.cases.queries import case_names
from onward.kit.errors import NotFound
from onward.places.queries import block_for, places_for
from onward.shelter.models import Lodging
from onward.shelter.queries.beds import meant_for
from onward.shelter.queries.board import Block, Cell
from onward.shelter.queries.holding import held_places, holds_on

SLEEPERS_SHOWN = 100


class Lodger(NamedTuple):
    """Who has a place, and since when."""

    place: str
    case: str
    name: str
    since: date


class Sleepers(NamedTuple):
    """A block with the places that nobody has, its site, and a page of who sleeps in the others."""

    block: Block
    site: str
    lodgers: list[Lodger]
    page: int
    pages: int


class Shown(NamedTuple):
    """One place, as its page tells of it. `state` as on the board; `held_for` is empty for whoever has no place yet."""

    id: str
    name: str
    block: str
    block_name: str
    site: str
    meant_for: str
    accessible: bool
    state: str
    case: str
    case_name: str
    since: date | None
    held_for: str
    until: date | None
    reason: str
    by_name: str


def lodgers_for(actor: Actor, block: str, *, page: int = 1) -> Sleepers:
    """One block, and who sleeps where in it."""
    found = block_for(actor, block)
    places = [place for place in places_for(actor, found.site, closed=True) if place.block == found.id]
    known = {place.id for place in places}
    rows = {row.place: row for row in Lodging.objects.filter(site=found.site).exclude(place="") if row.place in known}
    taken = [place for place in places if place.id in rows]
    pages = max(1, -(-len(taken) // SLEEPERS_SHOWN))
    page = min(max(1, page), pages)
    shown = taken[(page - 1) * SLEEPERS_SHOWN : page * SLEEPERS_SHOWN]
    names = case_names({rows[place.id].id for place in shown})
    lodgers = [
        Lodger(place.name, row.id, names.get(row.id, ""), row.since) for place in shown for row in [rows[place.id]]
    ]
    held = held_places(found.site)
    cells = [
        Cell(one.number, ("held" if one.id in held else "free") if one.is_open else "closed")
        for one in places
        if one.id not in rows
    ]
    free, kept = sum(cell.state == "free" for cell in cells), sum(cell.state == "held" for cell in cells)
    told = Block(found.id, found.name, meant_for(found.meant_for), cells, len(rows), free, kept)
    return Sleepers(told, found.site, lodgers, page, pages)


def place_shown(actor: Actor, block: str, number: int) -> Shown:
    """The place of this number in a block within reach."""
    found = block_for(actor, block)
    place = next(
        (one for one in places_for(actor, found.site, closed=True) if one.block == found.id and one.number == number),
        None,
    )
    if place is None:
        raise NotFound(block)
    row = Lodging.objects.filter(place=place.id).first()
    hold = None if row else holds_on([place.id]).get(place.id)
    state = "full" if row else "closed" if not place.is_open else "held" if hold else "free"
    names = case_names({row.id if row else "", hold.case if hold else ""} - {""})
    return Shown(
        id=place.id,
        name=place.name,
        block=found.id,
        block_name=found.name,
        site=found.site,
        meant_for=meant_for(found.meant_for),
        accessible=place.is_accessible,
        state=state,
        case=row.id if row else "",
        case_name=names.get(row.id, "") if row else "",
        since=row.since if row else None,
        held_for=names.get(hold.case, "") if hold else "",
        until=hold.until if hold else None,
        reason=hold.reason if hold else "",
        by_name=hold.by_name if hold else "",
    )


def free_in(actor: Actor, block: str) -> list[tuple[str, str]]:
    """The places of a block that are free and held for nobody, as (id, name)."""
    found = block_for(actor, block)
    taken = set(Lodging.objects.filter(site=found.site).exclude(place="").values_list("place", flat=True))
    out = taken | held_places(found.site)
    return [(one.id, one.name) for one in places_for(actor, found.site) if one.block == found.id and one.id not in out]
