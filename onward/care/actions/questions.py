"""Asking and answering."""

from datetime import datetime

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.care.events import QuestionAnswered, QuestionAsked
from onward.care.queries import answers, question_for
from onward.care.rules import NORM, check_answer, check_here, check_question
from onward.cases.events import Closes, Opens
from onward.cases.queries import case_for
from onward.journal.append import append, written
from onward.kit.ids import derived_id


@needs("care.ask_question")
@transaction.atomic
def ask_question(actor: Actor, *, case: str, words: str, entry: str) -> None:
    """Ask a question on one's own page; a named case worker owes the answer."""
    check_here(ended=case_for(actor, case).ended_on is not None)
    _ask(actor, case=case, words=words, noted_by="", language=actor.language, happened_at=None, entry=entry)


@needs("care.note_question")
@transaction.atomic
def note_question(
    actor: Actor, *, case: str, words: str, language: str = "", happened_at: datetime | None = None, entry: str
) -> None:
    """Note a question that a resident asked aloud, in their own words."""
    _ask(
        actor,
        case=case,
        words=words,
        noted_by=actor.name,
        language=language,
        happened_at=happened_at,
        entry=entry,
    )


def _ask(
    actor: Actor,
    *,
    case: str,
    words: str,
    noted_by: str,
    language: str,
    happened_at: datetime | None,
    entry: str,
) -> None:
    found = case_for(actor, case)
    if written(entry):
        return
    check_question(words)
    owed = Opens(id=derived_id(entry, "answer"), kind="question", what="question", holder=answers(found), norm=NORM)
    asked = QuestionAsked(
        words=words.strip(),
        matter=owed.id,
        language=language or found.language,
        noted_by=noted_by,
        opens=(owed,),
    )
    append(asked, by=actor, stream=found.id, id=entry, happened_at=happened_at)


@needs("care.answer_question")
@transaction.atomic
def answer_question(actor: Actor, *, question: str, words: str, language: str = "", entry: str) -> None:
    """Answer a resident's question under one's own name; they read it on their own page."""
    asked = question_for(actor, question)
    if written(entry):
        return
    check_answer(words, answered_by=asked.answered_by, name=actor.name)
    answered = QuestionAnswered(
        question=asked.id,
        words=words.strip(),
        language=language,
        by_name=actor.name,
        closes=(Closes(id=asked.matter),),
    )
    append(answered, by=actor, stream=asked.stream, id=entry)
