"""What was asked of bodies outside, and what they answered."""

from django.db.models import F

from onward.homecoming.events import (
    LetterSent,
    NationalityAnswered,
    NationalityAsked,
    RefusalAppealed,
    ReplyRecorded,
)
from onward.homecoming.models import Disclosure, Inquiry
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(NationalityAsked, opens=("record", "legal"))
def note_question(event: NationalityAsked, entry: Entry) -> None:
    """Open the question of the nationality, or count a reminder of it."""
    if not _reminded(event.reminds, entry):
        _open(entry, consent=event.consent, body=event.body, reference=event.reference)
    _disclose(entry, body=event.body, fields=event.fields, inquiry=event.reminds)


@projector(LetterSent, opens=("record", "legal"))
def note_letter(event: LetterSent, entry: Entry) -> None:
    """Open what was asked for, or count a reminder of it."""
    if not _reminded(event.reminds, entry):
        said = {"about": event.asks, "reference": event.reference, "asked_words": event.words}
        _open(entry, consent=event.consent, body=event.body, **said)
    _disclose(entry, body=event.body, fields=event.fields, inquiry=event.reminds)


@projector(RefusalAppealed, opens=("record", "legal"))
def note_appeal(event: RefusalAppealed, entry: Entry) -> None:
    """An appeal is a letter too."""
    said = {"about": "appeal", "reference": event.reference, "asked_words": event.ground}
    _open(entry, consent=event.consent, body=event.body, appeals=event.asked, counsel=event.counsel, **said)
    _disclose(entry, body=event.body, fields=event.fields)


@projector(NationalityAnswered, opens=("record", "legal"))
def note_answer(event: NationalityAnswered, entry: Entry) -> None:
    """Keep the answer with its question."""
    _answer(event, entry)


@projector(ReplyRecorded, opens=("record", "legal"))
def note_reply(event: ReplyRecorded, entry: Entry) -> None:
    """Keep the reply with its letter."""
    _answer(event, entry)


def _reminded(letter: str, entry: Entry) -> bool:
    if letter:
        Inquiry.objects.filter(id=letter).update(reminders=F("reminders") + 1, reminded_on=entry.day)
    return bool(letter)


def _open(entry: Entry, **said: str) -> None:
    Inquiry.objects.create(id=entry.id, stream=entry.stream, asked_on=entry.day, asked_by=entry.author, **said)


def _disclose(entry: Entry, *, body: str, fields: tuple[str, ...], inquiry: str = "") -> None:
    """Each letter that leaves is kept, for the person to read."""
    Disclosure.objects.create(
        id=entry.id,
        stream=entry.stream,
        body=body,
        fields=list(fields),
        sent_on=entry.day,
        sent_by=entry.author,
        reminder=bool(inquiry),
        inquiry=inquiry or entry.id,
    )


def _answer(event: NationalityAnswered | ReplyRecorded, entry: Entry) -> None:
    Inquiry.objects.filter(id=event.asked).update(
        answer=event.answer, answered_on=entry.day, words=event.words, scan=entry.id if event.scan else ""
    )
