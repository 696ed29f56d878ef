"""What was asked of bodies outside, what they answered, and the papers that came of it."""

from django.db.models import F

from onward.homecoming.events import NationalityAnswered, NationalityAsked, PapersRecorded
from onward.homecoming.models import Disclosure, Inquiry, Paper
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(NationalityAsked)
def note_inquiry(event: NationalityAsked, entry: Entry) -> None:
    """Open the inquiry, or count a reminder of it."""
    if event.reminds:
        Inquiry.objects.filter(id=event.reminds).update(reminders=F("reminders") + 1)
        return
    Inquiry.objects.create(id=entry.id, stream=entry.stream, consent=event.consent, body=event.body, asked_on=entry.day)


@projector(NationalityAsked)
def note_disclosure(event: NationalityAsked, entry: Entry) -> None:
    """Each letter that leaves is kept, for the person to read."""
    Disclosure.objects.create(
        id=entry.id,
        stream=entry.stream,
        body=event.body,
        fields=list(event.fields),
        sent_on=entry.day,
        sent_by=entry.author,
        reminder=bool(event.reminds),
    )


@projector(NationalityAnswered, opens=("record", "legal"))
def note_answer(event: NationalityAnswered, entry: Entry) -> None:
    """Keep the answer with its question."""
    Inquiry.objects.filter(id=event.asked).update(answer=event.answer, answered_on=entry.day, words=event.words)


@projector(PapersRecorded)
def note_paper(event: PapersRecorded, entry: Entry) -> None:
    """Keep that the paper exists; its number stays in the journal."""
    Paper.objects.create(
        id=entry.id,
        stream=entry.stream,
        paper=event.paper,
        issued_by=event.issued_by,
        valid_until=event.valid_until,
        recorded_on=entry.day,
    )
