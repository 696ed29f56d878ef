"""What is said beside the names of files that belong together."""

from onward.care.events import RelativeSought
from onward.journal.compartments import IDENTITY, RECORD
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.names import fold
from onward.tracing.events import (
    FilesParted,
    NotSamePersonNoted,
    RelativeTold,
    SamePersonConfirmed,
    SamePersonProposed,
    SearchEnded,
    TellingAgreed,
    TellingEnded,
)
from onward.tracing.models import Agreed, Link, Sought, Told, Unlike

SEALED = (RECORD, IDENTITY)


@projector(SamePersonProposed, opens=SEALED)
def keep_proposed(event: SamePersonProposed, entry: Entry) -> None:
    Link.objects.create(
        id=entry.id,
        stream=entry.stream,
        other=event.other,
        by=entry.author,
        said_on=entry.day,
        words=event.words,
        matter=event.opens[0].id if event.opens else "",
    )


@projector(SamePersonConfirmed, opens=SEALED)
def keep_confirmed(event: SamePersonConfirmed, entry: Entry) -> None:
    Link.objects.filter(id=event.proposed).update(confirmed_by=entry.author, confirmed_on=entry.day)


@projector(FilesParted, opens=SEALED)
def keep_parted(event: FilesParted, entry: Entry) -> None:
    Link.objects.filter(id=event.proposed).update(parted_on=entry.day)


@projector(NotSamePersonNoted, opens=SEALED)
def keep_unlike(event: NotSamePersonNoted, entry: Entry) -> None:
    Unlike.objects.create(id=entry.id, stream=entry.stream, other=event.other, about=event.about)


@projector(RelativeSought, opens=SEALED)
def keep_sought(event: RelativeSought, entry: Entry) -> None:
    Sought.objects.create(
        id=entry.id,
        stream=entry.stream,
        folded=fold(event.name),
        relation=event.relation,
        said_on=entry.day,
        matter=event.opens[0].id if event.opens else "",
    )


@projector(SearchEnded, opens=SEALED)
def end_search(event: SearchEnded, entry: Entry) -> None:  # noqa: ARG001 - every projector takes both
    Sought.objects.filter(id=event.sought).delete()


@projector(TellingAgreed, opens=SEALED)
def keep_agreed(event: TellingAgreed, entry: Entry) -> None:  # noqa: ARG001 - as above
    Agreed.objects.filter(stream=entry.stream).delete()
    Agreed.objects.create(id=entry.id, stream=entry.stream, since=entry.day)


@projector(TellingEnded, opens=SEALED)
def end_agreed(event: TellingEnded, entry: Entry) -> None:  # noqa: ARG001 - as above
    Agreed.objects.filter(stream=entry.stream).delete()


@projector(RelativeTold, opens=SEALED)
def keep_told(event: RelativeTold, entry: Entry) -> None:
    Told.objects.create(id=entry.id, stream=entry.stream, other=event.other, sought=event.sought, on=entry.day)
