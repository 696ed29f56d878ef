"""Residents for tests of what follows an arrival: received, and owed a place."""

from typing import Any

from onward.cases.events import Holder, Opens
from onward.kit.ids import new_id
from tests import residents
from tests.cast import Cast
from tests.programme import Programme


def arrive(programme: Programme, cast: Cast, name: str = "Quiet Cedar", *, site: str = "", **more: Any) -> str:
    """A person at the checkpoint, or at `site`, to whom its manager owes a place. Gives the case."""
    site = site or cast.checkpoint
    manager = {cast.east: cast.salma, cast.west: cast.wafa}.get(site)
    holder = Holder(office="site_manager")
    if manager:
        holder = Holder(kind="staff", id=manager.id, name=manager.name, office="site_manager")
    opens = (Opens(id=new_id(), kind="step", what="housed", holder=holder, norm=1, rank=1),)
    more = {"case_name": name, "custody": cast.group, "opens": opens} | more
    return residents.arrive(programme, site, by=cast.rosa, **more)


def places_in(programme: Programme, block: str) -> list[str]:
    """The places of a block, by number."""
    return [row[0] for row in programme.sql("SELECT id FROM places_place WHERE block = %s ORDER BY number", block)]
