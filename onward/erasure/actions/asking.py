"""Asking that a file be erased, agreeing to it, and stopping it."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.actions.saying import Saying
from onward.cases.events import CaseEvent, Closes, Opens
from onward.erasure.events import ErasureAsked, ErasureConfirmed, ErasureStopped, Ground, Stopped
from onward.erasure.queries import file_for, keeping_of, open_request, second_holder
from onward.erasure.rules import check_asked, check_confirmed, check_second, check_stopped
from onward.journal.append import written
from onward.journal.compartments import LEGAL
from onward.kit.dates import today
from onward.kit.ids import derived_id
from onward.waiting.queries import is_independent

if TYPE_CHECKING:
    from onward.cases.models import Case

NORM = 14
"""Days within which the second person decides."""


@needs("erasure.ask_own_erasure")
@transaction.atomic
def ask_own_erasure(actor: Actor, *, words: str = "", entry: str) -> None:
    """Ask that one's own file be erased: a second person will come and ask whether it is so."""
    case = file_for(actor, actor.id)
    if not written(entry):
        _ask(actor, case, "own_request", words, entry, after="")


@needs("erasure.take_back_erasure")
@transaction.atomic
def take_back_erasure(actor: Actor, *, entry: str) -> None:
    """Take back that one's own file be erased. Nobody is owed a reason."""
    case = file_for(actor, actor.id)
    if not written(entry):
        _stop(actor, case, "taken_back", "", entry, after="")


@needs("erasure.ask_erasure")
@transaction.atomic
def ask_erasure(actor: Actor, *, case: str, ground: Ground, words: str = "", entry: str, after: str = "") -> None:
    """Ask, for the person or because its time is over, that a file be erased."""
    file = file_for(actor, case)
    if not written(entry):
        _ask(actor, file, ground, words, entry, after)


def _ask(actor: Actor, case: "Case", ground: Ground, words: str, entry: str, after: str) -> None:
    keeping = keeping_of(case)
    check_asked(
        ground=ground,
        pending=keeping.request is not None,
        held=keeping.hold is not None,
        ended_how=case.ended_how,
        keep_until=keeping.term.keep_until if keeping.term else None,
        today=today(),
    )
    second = second_holder(case, by=actor.id, organisation=actor.organisation, ground=ground)
    # Nobody but a request to be erased is owed such an answer: the matter alone would tell of it.
    owed = derived_id(entry, "second")
    matter = Opens(id=owed, kind="erasure", what="erasure", holder=second, norm=NORM, compartment=LEGAL)
    answered = (Closes(id=keeping.term.matter),) if keeping.term and keeping.term.matter else ()
    asked = ErasureAsked(
        ground=ground,
        themselves=actor.id == case.id,
        organisation=actor.organisation,
        words=words.strip(),
        opens=(matter,),
        closes=answered,
    )
    _say(actor, case, asked, entry, after)


@needs("erasure.confirm_erasure")
@transaction.atomic
def confirm_erasure(actor: Actor, *, case: str, alone: bool = False, entry: str, after: str = "") -> None:
    """Agree, as the second person, that a file be erased once the time to stop it is over."""
    file = file_for(actor, case)
    if written(entry):
        return
    request, keeping = open_request(file.id), keeping_of(file)
    check_second(
        by=actor.id,
        asked_by=request.asked_by,
        organisation=actor.organisation,
        asked_organisation=request.organisation,
        independent=is_independent(actor.organisation, file.custody),
    )
    check_confirmed(
        ground=request.ground,
        confirmed=request.confirmed_on is not None,
        held=keeping.hold is not None,
        alone=alone,
        age=file.age,
        roles=actor.roles,
    )
    until = today() + timedelta(days=settings.KEEPING.undo)
    confirmed = ErasureConfirmed(asked=request.id, undo_until=until, alone=alone, closes=(Closes(id=request.matter),))
    _say(actor, file, confirmed, entry, after)


@needs("erasure.stop_erasure")
@transaction.atomic
def stop_erasure(actor: Actor, *, case: str, reason: Stopped, words: str = "", entry: str, after: str = "") -> None:
    """Say that a file is not erased: not yet agreed to, or agreed to and not yet done."""
    file = file_for(actor, case)
    if not written(entry):
        _stop(actor, file, reason, words, entry, after)


def _stop(actor: Actor, case: "Case", reason: Stopped, words: str, entry: str, after: str) -> None:
    request = keeping_of(case).request
    check_stopped(pending=request is not None)
    assert request is not None  # noqa: S101 - checked in the line above
    closes = () if request.confirmed_on else (Closes(id=request.matter, outcome="withdrawn"),)
    stopped = ErasureStopped(asked=request.id, reason=reason, words=words.strip(), closes=closes)
    _say(actor, case, stopped, entry, after)


def _say(actor: Actor, case: "Case", event: CaseEvent, entry: str, after: str) -> None:
    Saying(by=actor, case=case.id, on=today(), entry=entry, after=after).say(event)
