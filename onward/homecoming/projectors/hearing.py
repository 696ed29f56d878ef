"""The wish and the consents."""

from onward.homecoming.events import ConsentGiven, ConsentWithdrawn, WishRecorded, WishWithdrawn
from onward.homecoming.models import Check, Consent, Exit, Wish
from onward.homecoming.rules import CheckState, ExitState
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(WishRecorded, opens=("record", "legal"))
def note_wish(event: WishRecorded, entry: Entry) -> None:
    """Keep the wish; another one, or another country, undoes the judgement that going is safe, and the exit."""
    before = Wish.objects.filter(stream=entry.stream).order_by("-number").first()
    if before is not None and (before.wish, before.country) != (event.wish, event.country):
        _undo(entry.stream)
    Wish.objects.create(
        id=entry.id,
        stream=entry.stream,
        number=before.number + 1 if before else 1,
        said_on=entry.day,
        wish=event.wish,
        country=event.country,
        words=event.words,
        informed=event.informed,
        language=event.language,
        interpreter=event.interpreter,
    )


@projector(WishWithdrawn)
def end_wish(event: WishWithdrawn, entry: Entry) -> None:  # noqa: ARG001 - a projector is given both
    """From that day no wish stands, nor what was judged and asked because of it."""
    last = Wish.objects.filter(stream=entry.stream).order_by("-number").first()
    if last is not None:
        Wish.objects.filter(id=last.id).update(withdrawn_on=entry.day)
    _undo(entry.stream)


def _undo(stream: str) -> None:
    Check.objects.filter(stream=stream, about="return").update(state=CheckState.LAPSED)
    Exit.objects.filter(stream=stream).update(state=ExitState.LAPSED)


@projector(ConsentGiven, opens=("record", "legal"))
def note_consent(event: ConsentGiven, entry: Entry) -> None:
    """Keep what may be told to whom."""
    Consent.objects.create(
        id=entry.id,
        stream=entry.stream,
        body=event.body,
        fields=list(event.fields),
        purpose=event.purpose,
        language=event.language,
        interpreter=event.interpreter,
        given_on=entry.day,
        until=event.until,
    )


@projector(ConsentWithdrawn)
def end_consent(event: ConsentWithdrawn, entry: Entry) -> None:
    """From that day nothing may be told."""
    Consent.objects.filter(id=event.consent).update(withdrawn_on=entry.day)
