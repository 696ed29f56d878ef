"""A site at a glance: its blocks, their places, and who has none yet."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor
from onward.cases.queries import cases_for
from onward.kit.dates import today
from onward.places.queries import Spot, blocks_for, capacities_for, closed_places_for, site_for, spots_for
from onward.shelter.models import Lodging, Transfer
from onward.shelter.queries.beds import meant_for, taken_at
from onward.shelter.queries.holding import held_places, held_within
from onward.shelter.queries.people import going
from onward.shelter.queries.transfers import in_no_place

if TYPE_CHECKING:
    from onward.cases.models import Case

WAITING_SHOWN = 100
DRAWN = 600
"""Places up to which a board draws each; above, a block is drawn on its own page."""


class Cell(NamedTuple):
    """One place: its number, and whether it is free, held, full or closed."""

    number: int
    state: str

    @property
    def opens(self) -> bool:
        """Whether somebody could be given it."""
        return self.state in ("free", "held")


class Block(NamedTuple):
    """One block with those of its places that were asked for, and how many of all of them are how."""

    id: str
    name: str
    meant_for: str
    cells: list[Cell]
    full: int
    free: int
    held: int


class Party(NamedTuple):
    """People who wait for a place together: a family, or one person."""

    first: "Case"
    people: list["Case"]
    since: date


class Wanted(NamedTuple):
    """Which places of a board are shown: of one block, of the blocks for some, all or free or accessible and free."""

    block: str = ""
    meant_for: str = ""
    show: str = ""

    def takes(self, cell: Cell, spot: Spot) -> bool:
        """Whether this place is asked for."""
        return not self.show or (cell.state == "free" and (self.show == "free" or spot.is_accessible))


class Board(NamedTuple):
    """A site: its blocks, who waits for a place, and the numbers of both."""

    site: str
    name: str
    blocks: list[Block]
    every_block: list[tuple[str, str]]
    waiting: list[Party]
    here: int
    free: int
    held: int
    unhoused: int
    overdue: bool
    expected: int
    astray: int
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
        free=sum(capacities_for(actor).values()) - housed + out_of_use - held_within(actor),
        unhoused=unhoused,
        overdue=waiting.filter(waits_since__lt=today()).exists(),
        expected=transfers.count(),
    )


def board_for(actor: Actor, site: str, wanted: Wanted = Wanted()) -> Board:  # noqa: B008 - it is frozen
    """The board of one site within the actor's reach; the numbers are those of all of it, whatever is `wanted`."""
    found = site_for(actor, site)
    every = blocks_for(actor, site)
    cells = _cells(actor, site)
    blocks = []
    for block in every:
        here = cells.get(block.id, [])
        count = Counter(cell.state for cell, _spot in here)
        if wanted.block not in ("", block.id) or wanted.meant_for not in ("", block.meant_for):
            shown = None
        else:
            shown = [cell for cell, spot in here if wanted.takes(cell, spot)]
        told = meant_for(block.meant_for)
        blocks.append(
            (Block(block.id, block.name, told, shown or [], count["full"], count["free"], count["held"]), shown)
        )
    waiting = Lodging.objects.filter(site=site, waits_since__isnull=False)
    unhoused = waiting.count()
    return Board(
        site=site,
        name=found.name,
        blocks=[block for block, shown in blocks if shown is not None],
        every_block=[(block.id, block.name) for block in every],
        waiting=waiting_for_place(actor, site),
        here=sum(block.full for block, _shown in blocks) + unhoused,
        free=sum(block.free for block, _shown in blocks),
        held=sum(block.held for block, _shown in blocks),
        unhoused=unhoused,
        overdue=waiting.filter(waits_since__lt=today()).exists(),
        expected=Transfer.objects.filter(to_site=site, state="under_way").count(),
        astray=in_no_place(),
        drawn=sum(len(shown or ()) for _block, shown in blocks) <= DRAWN,
    )


def _cells(actor: Actor, site: str) -> dict[str, list[tuple[Cell, Spot]]]:
    taken, held = taken_at(site), held_places(site)
    cells: dict[str, list[tuple[Cell, Spot]]] = {}
    for spot in spots_for(actor, site):
        empty = ("held" if spot.id in held else "free") if spot.is_open else "closed"
        state = "full" if spot.id in taken else empty
        cells.setdefault(spot.block, []).append((Cell(spot.number, state), spot))
    return cells


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
