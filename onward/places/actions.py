"""Founding and changing organisations, sites and blocks."""

from collections.abc import Collection

from django.db import transaction

from onward.access.queries.grants import is_of_staff, is_related
from onward.access.rules import Actor, needs
from onward.journal.append import append, written
from onward.kit.ids import derived_id, new_id
from onward.places.events import (
    BlockAdded,
    BlockChanged,
    LooseningAsked,
    OrganisationAdded,
    OrganisationChanged,
    SiteAdded,
    SiteChanged,
)
from onward.places.queries import (
    block_for,
    blocks_for,
    destinations_for,
    kin_of,
    lineage,
    loosening_of,
    organisation_for,
    organisations_for,
    site_for,
)
from onward.places.rules import (
    MEANT_FOR,
    ORGANISATION_KINDS,
    SITE_KINDS,
    check_apart,
    check_independent,
    check_kind,
    check_loosened,
    check_named_once,
    check_parent,
    check_places,
)


@needs("places.add_organisation")
@transaction.atomic
def add_organisation(
    actor: Actor,
    *,
    name: str,
    kind: str,
    parent: str = "",
    contact_office: str = "",
    contact_name: str = "",
    entry: str = "",
) -> str:
    """Add an organisation, beneath another if it answers to one. Returns its id."""
    entry = entry or new_id()
    organisation = derived_id(entry, "organisation")
    if written(entry):
        return organisation
    added = OrganisationAdded(
        name=name, sort=kind, parent=parent, contact_office=contact_office, contact_name=contact_name
    )
    _check_organisation(actor, added, organisation)
    append(added, by=actor, stream=organisation, id=entry)
    return organisation


@needs("places.change_organisation")
@transaction.atomic
def change_organisation(
    actor: Actor,
    *,
    organisation: str,
    name: str,
    kind: str,
    parent: str = "",
    contact_office: str = "",
    contact_name: str = "",
    after: str = "",
    entry: str = "",
) -> bool:
    """Say anew what an organisation is called, what it answers to and whom to ask there. Returns whether it holds: to
    take one out of its umbrella takes a second person, who says the same."""
    before = organisation_for(actor, organisation)
    if entry and written(entry):
        return True
    changed = OrganisationChanged(
        name=name, sort=kind, parent=parent, contact_office=contact_office, contact_name=contact_name
    )
    _check_organisation(actor, changed, organisation)
    if before.parent and before.parent != parent:
        check_loosened(own=_is_own(actor, organisation))
        if _ask_second(actor, organisation, parent, entry=entry, after=after):
            return False
    append(changed, by=actor, stream=organisation, id=entry, after=after)
    return True


def _ask_second(actor: Actor, stream: str, above: str, *, entry: str, after: str) -> bool:
    """Ask for the second person, unless it is asked by one and the actor is the other; not at the machine itself."""
    if not is_of_staff(actor):
        return False
    asked = loosening_of(stream)
    if asked and asked.above == above:
        check_apart(same=asked.by == actor.id, related=is_related(actor.organisation, asked.acting_for))
        return False
    said = LooseningAsked(above=above, acting_for=actor.organisation)
    append(said, by=actor, stream=stream, id=entry, after=after)
    return True


def _is_own(actor: Actor, organisation: str) -> bool:
    """Whether the actor works for it or under its umbrella, or nobody knows for whom; not at the machine itself."""
    return is_of_staff(actor) and (not actor.organisation or actor.organisation in kin_of(organisation))


def _check_organisation(actor: Actor, said: OrganisationAdded | OrganisationChanged, organisation: str) -> None:
    check_kind(said.sort, ORGANISATION_KINDS)
    check_named_once(said.name, others=[o.name for o in organisations_for(actor) if o.id != organisation])
    if said.parent:
        organisation_for(actor, said.parent)
    check_parent(organisation, parent=said.parent, lineage=lineage(said.parent))
    check_independent(said.sort, parent=said.parent)


@needs("places.add_site")
@transaction.atomic
def add_site(actor: Actor, *, name: str, kind: str, organisation: str, entry: str = "") -> str:
    """Add a site and the organisation that runs it. Returns its id."""
    entry = entry or new_id()
    site = derived_id(entry, "site")
    if written(entry):
        return site
    organisation_for(actor, organisation)
    check_kind(kind, SITE_KINDS)
    check_named_once(name, others=[other.name for other in destinations_for(actor)])
    append(SiteAdded(name=name, sort=kind, organisation=organisation), by=actor, stream=site, id=entry)
    return site


@needs("places.change_site")
@transaction.atomic
def change_site(
    actor: Actor, *, site: str, name: str, kind: str, organisation: str, after: str = "", entry: str = ""
) -> bool:
    """Say anew what a site is called, what it is and who runs it. Returns whether it holds: that others run it takes a
    second person, who says the same."""
    before = site_for(actor, site)
    organisation_for(actor, organisation)
    if entry and written(entry):
        return True
    check_kind(kind, SITE_KINDS)
    check_named_once(name, others=[other.name for other in destinations_for(actor) if other.id != site])
    if before.organisation != organisation:
        check_loosened(own=_is_own(actor, before.organisation))
        if _ask_second(actor, site, organisation, entry=entry, after=after):
            return False
    changed = SiteChanged(name=name, sort=kind, organisation=organisation)
    append(changed, by=actor, stream=site, id=entry, after=after)
    return True


@needs("places.add_block")
@transaction.atomic
def add_block(
    actor: Actor, *, site: str, name: str, meant_for: str = "anyone", places: int = 0, entry: str = ""
) -> str:
    """Add a block with its numbered places to a site. Returns the block's id."""
    entry = entry or new_id()
    block = derived_id(entry, "block")
    site_for(actor, site)
    if written(entry):
        return block
    check_kind(meant_for, MEANT_FOR, "meant_for")
    check_named_once(name, others=[other.name for other in blocks_for(actor, site)])
    check_places(places, out_of_use=())
    append(BlockAdded(block=block, name=name, meant_for=meant_for, places=places), by=actor, stream=site, id=entry)
    return block


@needs("places.change_block")
@transaction.atomic
def change_block(
    actor: Actor,
    *,
    block: str,
    name: str,
    meant_for: str,
    places: int,
    out_of_use: Collection[int] = (),
    accessible: Collection[int] = (),
    after: str = "",
    entry: str = "",
) -> None:
    """Say anew what a block is called, whom it is meant for, how many places it has and which are out of use."""
    site = block_for(actor, block).site
    check_kind(meant_for, MEANT_FOR, "meant_for")
    check_named_once(name, others=[other.name for other in blocks_for(actor, site) if other.id != block])
    check_places(places, out_of_use=out_of_use, accessible=accessible)
    changed = BlockChanged(
        block=block,
        name=name,
        meant_for=meant_for,
        places=places,
        out_of_use=tuple(sorted(set(out_of_use))),
        accessible=tuple(sorted(set(accessible))),
    )
    append(changed, by=actor, stream=site, id=entry, after=after)
