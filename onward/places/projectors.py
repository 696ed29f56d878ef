"""Organisations, sites, blocks and places, each from the stream that it stands in."""

from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.kit.ids import derived_id
from onward.places.events import BlockEvent, OrganisationEvent, SiteEvent
from onward.places.models import Block, Organisation, Place, Site


@projector(OrganisationEvent)
def keep_organisation(event: OrganisationEvent, entry: Entry) -> None:
    """Keep the organisation as it was last said."""
    Organisation.objects.filter(id=entry.stream).delete()
    Organisation.objects.create(
        id=entry.stream,
        stream=entry.stream,
        name=event.name,
        kind=event.sort,
        parent=event.parent,
        contact_office=event.contact_office,
        contact_name=event.contact_name,
    )


@projector(SiteEvent)
def keep_site(event: SiteEvent, entry: Entry) -> None:
    """Keep the site as it was last said."""
    Site.objects.filter(id=entry.stream).delete()
    Site.objects.create(
        id=entry.stream,
        stream=entry.stream,
        name=event.name,
        kind=event.sort,
        organisation=event.organisation,
    )


@projector(BlockEvent)
def keep_block(event: BlockEvent, entry: Entry) -> None:
    """Keep the block and its numbered places; a place that is no longer counted is closed, not forgotten."""
    Block.objects.filter(id=event.block).delete()
    Block.objects.create(
        id=event.block,
        stream=entry.stream,
        site=entry.stream,
        name=event.name,
        meant_for=event.meant_for,
        places=event.places,
        out_of_use=list(event.out_of_use),
        accessible=list(event.accessible),
    )
    once = max(Place.objects.filter(block=event.block).values_list("number", flat=True), default=0)
    Place.objects.filter(block=event.block).delete()
    for number in range(1, max(event.places, once) + 1):
        Place.objects.create(
            id=derived_id(event.block, "place", str(number)),
            stream=entry.stream,
            site=entry.stream,
            block=event.block,
            number=number,
            name=f"{event.name} {number}",
            meant_for=event.meant_for,
            is_open=number <= event.places and number not in event.out_of_use,
            is_accessible=number in event.accessible,
        )
