"""A wish to live elsewhere, and its answer."""

from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Opens
from onward.cases.queries import case_for
from onward.journal.append import append, written
from onward.kit.ids import derived_id
from onward.shelter.events import MoveAnswered, MoveAsked
from onward.shelter.queries import move_for, open_move, worker_of
from onward.shelter.rules import MOVE_NORM, check_move_answered, check_move_asked

if TYPE_CHECKING:
    from onward.shelter.events.presence import Answer, Wants


@needs("shelter.ask_move")
@transaction.atomic
def ask_move(actor: Actor, *, case: str, wants: "Wants", words: str = "", entry: str) -> None:
    """Ask, on one's own page, to live elsewhere; a named case worker owes the answer."""
    _ask(actor, case, wants, words, "", entry)


@needs("shelter.note_move")
@transaction.atomic
def note_move(actor: Actor, *, case: str, wants: "Wants", words: str = "", entry: str) -> None:
    """Note that a resident asked to live elsewhere."""
    _ask(actor, case, wants, words, actor.name, entry)


def _ask(actor: Actor, case: str, wants: "Wants", words: str, noted_by: str, entry: str) -> None:
    found = case_for(actor, case)
    if written(entry):
        return
    check_move_asked(ended=found.ended_on is not None, is_open=open_move(found.id) is not None)
    matter = derived_id(entry, "answer")
    owed = Opens(id=matter, kind="move", what="move", holder=worker_of(found), norm=MOVE_NORM)
    asked = MoveAsked(wants=wants, words=words.strip(), noted_by=noted_by, opens=(owed,))
    append(asked, by=actor, stream=found.id, id=entry)


@needs("shelter.answer_move")
@transaction.atomic
def answer_move(actor: Actor, *, move: str, answer: "Answer", words: str, entry: str) -> None:
    """Answer a resident who asked to live elsewhere, with the reason; they read it on their own page."""
    found = move_for(actor, move)
    if written(entry):
        return
    check_move_answered(answered=found.answered_on is not None, words=words)
    closes = (Closes(id=found.matter, outcome="refused" if answer == "refused" else "done"),)
    answered = MoveAnswered(asked=found.id, answer=answer, words=words.strip(), by_name=actor.name, closes=closes)
    append(answered, by=actor, stream=found.stream, id=entry)
