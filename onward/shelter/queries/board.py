"""A site at a glance: its blocks, their places, and who has none yet."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor
from onward.cases.queries import case_names, cases_for
from onward.kit.dates import today
from onward.places.queries import (
    block_for,
    blocks_for,
    capacities_for,
    closed_places_for,
    places_for,
    site_for,
)
from onward.shelter.models import Lodging, Transfer
from onward.shelter.queries.beds import meant_for
from onward.shelter.queries.people import going

if TYPE_CHECKING:
    from onward.cases.models import Case

WAITING_SHOWN = 100
DRAWN = 600
"""Places up to which a board draws each; above, a block is drawn on its own page."""


class Cell(NamedTuple):
    """One place: its number, and whether it is free, full or closed."""

    number: int
    state: str


class Block(NamedTuple):
    """One block with its places."""

    id: str
    name: str
    meant_for: str
    cells: list[Cell]
    full: int
    free: int


class Party(NamedTuple):
    """People who wait for a place together: a family, or one person."""

    first: "Case"
    people: list["Case"]
    since: date


class Board(NamedTuple):
    """A site: its blocks, who waits for a place, and the numbers of both."""

    site: str
    name: str
    blocks: list[Block]
    waiting: list[Party]
    here: int
    free: int
    unhoused: int
    overdue: bool
    expected: int
    drawn: bool


class Numbers(NamedTuple):
    """All sites of the actor in five numbers; `overdue`: somebody has waited for a place since before today."""

    here: int
    free: int
    unhoused: int
    overdue: bool
    expected: int


def numbers_for(actor: Actor) -> Numbers:
    """The numbers of the boards of all the actor's sites, without drawing them."""
    lodgings, transfers = Lodging.objects.all(), Transfer.objects.filter(state="under_way")
    if not actor.everywhere:
        lodgings, transfers = lodgings.filter(site__in=actor.sites), transfers.filter(to_site__in=actor.sites)
    taken, waiting = lodgings.exclude(place=""), lodgings.filter(waits_since__isnull=False)
    housed, unhoused = taken.count(), waiting.count()
    out_of_use = taken.filter(place__in=closed_places_for(actor)).count()
    return Numbers(
        here=housed + unhoused,
        free=sum(capacities_for(actor).values()) - housed + out_of_use,
        unhoused=unhoused,
        overdue=waiting.filter(waits_since__lt=today()).exists(),
        expected=transfers.count(),
    )


def board_for(actor: Actor, site: str) -> Board:
    """The board of one site within the actor's reach."""
    found = site_for(actor, site)
    taken = dict(Lodging.objects.filter(site=site).exclude(place="").values_list("place", "id"))
    cells: dict[str, list[Cell]] = {}
    for row in places_for(actor, site, closed=True):
        state = "full" if row.id in taken else "free" if row.is_open else "closed"
        cells.setdefault(row.block, []).append(Cell(row.number, state))
    blocks = []
    for block in blocks_for(actor, site):
        row_cells = cells.get(block.id, [])
        count = Counter(cell.state for cell in row_cells)
        blocks.append(Block(block.id, block.name, meant_for(block.meant_for), row_cells, count["full"], count["free"]))
    waiting = Lodging.objects.filter(site=site, waits_since__isnull=False)
    unhoused = waiting.count()
    return Board(
        site=site,
        name=found.name,
        blocks=blocks,
        waiting=waiting_for_place(actor, site),
        here=len(taken) + unhoused,
        free=sum(block.free for block in blocks),
        unhoused=unhoused,
        overdue=waiting.filter(waits_since__lt=today()).exists(),
        expected=Transfer.objects.filter(to_site=site, state="under_way").count(),
        drawn=sum(map(len, cells.values())) <= DRAWN,
    )


def waiting_for_place(actor: Actor, site: str) -> list[Party]:
    """Who is at a site without a place there and not on the road, families together, longest first."""
    found = site_for(actor, site)
    rows = Lodging.objects.filter(site=found.id, waits_since__isnull=False).order_by("waits_since", "id")
    since = {row.id: row.waits_since or row.since for row in rows[:WAITING_SHOWN]}
    on_the_road = going(since)
    parties: dict[str, list[Case]] = {}
    people = {case.id: case for case in cases_for(actor, site=site, ids=set(since), size=WAITING_SHOWN)}
    for case in (people[one] for one in since if one in people):
        if case.id not in on_the_road:
            parties.setdefault(case.family or case.id, []).append(case)
    return [Party(people[0], people, since[people[0].id]) for people in parties.values()]


class Lodger(NamedTuple):
    """Who has a place, and since when."""

    place: str
    case: str
    name: str
    since: date


def lodgers_for(actor: Actor, block: str) -> tuple[Block, str, list[Lodger]]:
    """One block with the places that nobody has, its site, and who sleeps in each of the others."""
    found = block_for(actor, block)
    places = [place for place in places_for(actor, found.site, closed=True) if place.block == found.id]
    known = {place.id for place in places}
    rows = {row.place: row for row in Lodging.objects.filter(site=found.site).exclude(place="") if row.place in known}
    names = case_names({row.id for row in rows.values()})
    lodgers = [
        Lodger(place.name, row.id, names.get(row.id, ""), row.since)
        for place in places
        if (row := rows.get(place.id)) is not None
    ]
    cells = [Cell(one.number, "free" if one.is_open else "closed") for one in places if one.id not in rows]
    free = sum(cell.state == "free" for cell in cells)
    return Block(found.id, found.name, meant_for(found.meant_for), cells, len(rows), free), found.site, lodgers
