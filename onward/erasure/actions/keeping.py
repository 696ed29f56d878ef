"""How long a closed file is kept, and that oversight holds one."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.access.rules.grants import COORDINATOR
from onward.cases.actions.saying import Saying
from onward.cases.events import Closes, Opens
from onward.cases.queries import case_for, office_holder
from onward.erasure.events import EndNoted, FileHeld, FileReleased, KeepingProlonged
from onward.erasure.queries import ends_to_note, file_for, keeping_of, term_of
from onward.erasure.rules import NOTICE, check_longer
from onward.journal.append import append, written
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.kit.ids import derived_id

if TYPE_CHECKING:
    from onward.erasure.models import Term


@needs("erasure.keep_longer")
@transaction.atomic
def keep_longer(actor: Actor, *, case: str, until: date, reason: str, entry: str, after: str = "") -> None:
    """Keep a closed file longer, with a reason."""
    file = file_for(actor, case)
    if written(entry):
        return
    term = term_of(file.id)
    if term is None:
        raise NotFound(file.id)
    check_longer(until, keep_until=term.keep_until, today=today())
    closes = (Closes(id=term.matter),) if term.matter else ()
    said = KeepingProlonged(until=until, reason=reason.strip(), closes=closes)
    Saying(by=actor, case=file.id, on=today(), entry=entry, after=after).say(said)


@needs("erasure.hold_file")
@transaction.atomic
def hold_file(actor: Actor, *, case: str, words: str, entry: str, after: str = "") -> None:
    """Keep a file from being erased, on a ground, until oversight releases it."""
    file = file_for(actor, case)
    if written(entry):
        return
    if keeping_of(file).hold is None:
        Saying(by=actor, case=file.id, on=today(), entry=entry, after=after).say(FileHeld(words=words.strip()))


@needs("erasure.release_file")
@transaction.atomic
def release_file(actor: Actor, *, case: str, words: str = "", entry: str, after: str = "") -> None:
    """Keep a file no longer: what is asked of it, and its time, go on."""
    file = file_for(actor, case)
    if written(entry):
        return
    if keeping_of(file).hold is None:
        raise NotFound(file.id)
    Saying(by=actor, case=file.id, on=today(), entry=entry, after=after).say(FileReleased(words=words.strip()))


@needs("erasure.note_ends")
def note_ends(actor: Actor) -> int:
    """Ask somebody about every file whose time is over soon. Run by the clocks: safe to miss and to repeat."""
    terms = ends_to_note(today())
    for term in terms:
        _note(actor, term)
    return len(terms)


@transaction.atomic
def _note(actor: Actor, term: "Term") -> None:
    file = case_for(actor, term.stream)
    entry = derived_id(file.id, "end of keeping", term.keep_until.isoformat())
    holder = office_holder(COORDINATOR, file.site)
    owed = Opens(id=derived_id(entry, "decide"), kind="keeping", what="keeping", holder=holder, norm=NOTICE.days)
    append(EndNoted(keep_until=term.keep_until, opens=(owed,)), by=actor, stream=file.id, id=entry)
