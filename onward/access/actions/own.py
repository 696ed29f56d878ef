"""What a person does with their own account, and that they read a file."""

from django.db import transaction

from onward.access.events import SessionsEnded
from onward.access.queries import account_for
from onward.access.queries.accounts import end_sessions_of, keep_password
from onward.access.queries.readings import keep_reading
from onward.access.rules import Actor, needs
from onward.access.rules.staffing import check_new_password
from onward.journal.append import append, written


@needs("access.end_own_sessions")
@transaction.atomic
def end_own_sessions(actor: Actor, *, entry: str = "") -> None:
    """Sign oneself out everywhere, this browser included."""
    if entry and written(entry):
        return
    append(SessionsEnded(), by=actor, stream=actor.id, id=entry)
    end_sessions_of(account_for(actor, actor.id))


@needs("access.choose_password")
@transaction.atomic
def choose_password(actor: Actor, *, password: str) -> None:
    """Keep a password that the person chose for themselves."""
    account = account_for(actor, actor.id)
    check_new_password(same=account.check_password(password))
    keep_password(account, password=password)


@needs("cases.see_case")
def note_reading(actor: Actor, *, case: str) -> None:
    """Note that the actor opened a file: once per person, case and day."""
    keep_reading(actor, case)
