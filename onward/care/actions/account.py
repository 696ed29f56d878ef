"""Writing down the account of a journey, and opening it to a lawyer: the person's own to give and to take back."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.care.actions.searching import Search
from onward.care.events import AccountClosed, AccountGiven, AccountOpened, NeedNoted
from onward.care.queries import lawyers_at, readers_of
from onward.care.rules import NEEDS, NO_ONE, URGENCIES, Relative, check_account, check_injuries, check_leave
from onward.cases.events import Opens
from onward.cases.queries import case_for, check_opens, holder_within
from onward.journal.append import append, written
from onward.journal.compartments import ACCOUNT
from onward.kit.dates import said_of, today
from onward.kit.ids import derived_id

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case


@needs("care.note_account")
@transaction.atomic
def note_account(
    actor: Actor,
    *,
    case: str,
    words: str,
    on: date,
    language: str = "",
    interpreter: str = "",
    injuries: str = "",
    care: bool = False,
    search: Relative = NO_ONE,
    entry: str,
) -> None:
    """Write down what somebody told; injuries and relatives go on to others only where the person ticked it."""
    found = case_for(actor, case)
    check_opens(actor, found, ACCOUNT)
    if written(entry):
        return
    check_account(words=words, on=on, since=found.arrived_on, today=today())
    cared_for = check_injuries(injuries=injuries, agreed=care)
    happened_at, precision = said_of(on)
    given = AccountGiven(
        words=words.strip(), language=language or found.language, interpreter=interpreter, by_name=actor.name
    )
    append(given, by=actor, stream=found.id, id=entry, happened_at=happened_at, precision=precision)
    if cared_for:
        _needs_care(actor, case=found, entry=entry, injuries=injuries)
    Search(by=actor, case=found, entry=entry).say(search, language=language or found.language)


def _needs_care(actor: Actor, *, case: "Case", entry: str, injuries: str) -> None:
    own, need = derived_id(entry, "injuries"), NEEDS["health"]
    owed = Opens(
        id=derived_id(own, "need"),
        kind="need",
        what="health",
        holder=holder_within(need.within, need.office, case.site, host=case.host),
        norm=URGENCIES["days"].norm,
    )
    noted = NeedNoted(what="health", urgency="days", note=injuries, by_name=actor.name, opens=(owed,))
    append(noted, by=actor, stream=case.id, id=own, within=need.within)


@needs("care.open_account")
@transaction.atomic
def open_account(actor: Actor, *, lawyer: str, entry: str) -> None:
    """Give a lawyer leave to read the account of one's journey."""
    found = case_for(actor, actor.id)
    if written(entry):
        return
    lawyers = lawyers_at(found.site)
    check_leave(lawyer, lawyers)
    append(AccountOpened(lawyer=lawyer, name=lawyers[lawyer]), by=actor, stream=found.id, id=entry)


@needs("care.shut_account")
@transaction.atomic
def shut_account(actor: Actor, *, lawyer: str, entry: str) -> None:
    """Take that leave back; nobody asks why."""
    found = case_for(actor, actor.id)
    if written(entry):
        return
    check_leave(lawyer, readers_of(found.id))
    append(AccountClosed(lawyer=lawyer), by=actor, stream=found.id, id=entry)
