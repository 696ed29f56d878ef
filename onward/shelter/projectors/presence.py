"""From entries to who was seen, who is looked for, and who asked to move."""

from onward.journal.compartments import LEGAL, RECORD
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.kit.ids import derived_id
from onward.shelter.events import (
    AbsenceEnded,
    AbsenceLimitChanged,
    AbsenceNoted,
    MoveAnswered,
    MoveAsked,
    PresenceTaken,
)
from onward.shelter.models import Absence, MoveWish, Seen, Watch


@projector(PresenceTaken)
def note_seen(event: PresenceTaken, entry: Entry) -> None:
    """Keep the last day on which each was seen at this site."""
    known = Seen.objects.filter(case__in=event.present)
    known.filter(on__lt=entry.day).update(on=entry.day)
    there = set(known.values_list("case", flat=True))
    for case in dict.fromkeys(event.present):
        if case not in there:
            Seen.objects.create(id=derived_id(entry.stream, "seen", case), stream=entry.stream, case=case, on=entry.day)
    watch = _watch(entry)
    watch.looked_on = max(watch.looked_on or entry.day, entry.day)
    watch.save()


@projector(AbsenceLimitChanged)
def set_limit(event: AbsenceLimitChanged, entry: Entry) -> None:
    """Keep after how many days somebody is missed here."""
    watch = _watch(entry)
    watch.days = event.days
    watch.save()


def _watch(entry: Entry) -> Watch:
    return Watch.objects.filter(id=entry.stream).first() or Watch(id=entry.stream, stream=entry.stream)


@projector(AbsenceNoted)
def note_absence(event: AbsenceNoted, entry: Entry) -> None:
    """Somebody is looked for."""
    Absence.objects.create(id=entry.id, stream=entry.stream, site=event.site, matter=event.opens[0].id, since=entry.day)


@projector(AbsenceEnded)
def end_absence(event: AbsenceEnded, entry: Entry) -> None:  # noqa: ARG001 - the shape of every projector
    """They are looked for no more."""
    Absence.objects.update(is_over=True)


@projector(MoveAsked, opens=(RECORD, LEGAL))
def list_move(event: MoveAsked, entry: Entry) -> None:
    """A resident asked to live elsewhere."""
    MoveWish.objects.create(
        id=entry.id,
        stream=entry.stream,
        wants=event.wants,
        words=event.words,
        noted_by=event.noted_by,
        matter=event.opens[0].id,
        asked_on=entry.day,
    )


@projector(MoveAnswered, opens=(RECORD, LEGAL))
def answer_move(event: MoveAnswered, entry: Entry) -> None:
    """They were answered."""
    MoveWish.objects.filter(id=event.asked).update(
        answer=event.answer, answered_on=entry.day, answered_by=event.by_name, reason=event.words
    )
