"""Families and companions."""

from onward.cases.events import CompanionNoted, FamilyJoined
from onward.cases.models import Case, Companion
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(FamilyJoined)
def join_family(event: FamilyJoined, entry: Entry) -> None:
    Case.objects.filter(id=entry.stream).update(family=event.family, relation=event.relation)


@projector(CompanionNoted)
def note_companion(event: CompanionNoted, entry: Entry) -> None:
    Companion.objects.create(id=entry.id, stream=entry.stream, other=event.other, relation=event.relation)
