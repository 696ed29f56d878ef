"""The account of a journey: read by those who care for the person, and by the lawyer whom they gave leave."""

from typing import TYPE_CHECKING, NamedTuple

from onward.access.queries import named_holders
from onward.access.rules import Actor
from onward.access.rules.grants import LAWYER
from onward.care.events import AccountClosed, AccountGiven, AccountOpened
from onward.cases.queries import check_opens, may_open
from onward.cases.rules import language_name
from onward.journal.compartments import ACCOUNT
from onward.journal.reading import effective

if TYPE_CHECKING:
    from datetime import date

    from onward.cases.models import Case


class Account(NamedTuple):
    """What was told on one day."""

    day: "date"
    words: str
    language: str
    speaks: str
    interpreter: str
    by_name: str


def readers_of(case: str) -> dict[str, str]:
    """The lawyers who have the person's leave to read it: id -> name."""
    readers: dict[str, str] = {}
    for entry in effective(case, opens=(ACCOUNT,)):
        if isinstance(entry.event, AccountOpened):
            readers[entry.event.lawyer] = entry.event.name
        elif isinstance(entry.event, AccountClosed):
            readers.pop(entry.event.lawyer, None)
    return readers


def lawyers_at(site: str) -> dict[str, str]:
    """The lawyers at a site, to whom leave can be given: id -> name."""
    return {one.id: one.name for one in named_holders("lawyer", site)}


def opens_account(actor: Actor, case: "Case") -> bool:
    """Whether the actor may read the account of this resident's journey."""
    return may_open(actor, case, ACCOUNT, leave=_leave(actor, case))


def accounts_for(actor: Actor, case: "Case") -> list[Account]:
    """What a resident told of their journey, in the order in which they told it."""
    check_opens(actor, case, ACCOUNT, leave=_leave(actor, case))
    every = [(entry.day, entry.event) for entry in effective(case.id, opens=(ACCOUNT,))]
    return [
        Account(day, one.words, one.language, language_name(one.language), one.interpreter, one.by_name)
        for day, one in every
        if isinstance(one, AccountGiven)
    ]


def _leave(actor: Actor, case: "Case") -> tuple[str, ...]:
    return (ACCOUNT,) if LAWYER in actor.roles and actor.id in readers_of(case.id) else ()
