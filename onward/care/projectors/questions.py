"""From entries to the list of questions and answers."""

from onward.care.events import QuestionAnswered, QuestionAsked
from onward.care.models import Question
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(QuestionAsked)
def list_question(event: QuestionAsked, entry: Entry) -> None:
    """Add a question to the resident's list."""
    Question.objects.create(
        id=entry.id,
        stream=entry.stream,
        words=event.words,
        language=event.language,
        noted_by=event.noted_by,
        matter=event.matter,
        asked_at=entry.happened_at,
        asked_on=entry.day,
    )


@projector(QuestionAnswered)
def put_answer(event: QuestionAnswered, entry: Entry) -> None:
    """Put the answer under its question."""
    Question.objects.filter(id=event.question).update(
        answer=event.words,
        answer_language=event.language,
        answered_at=entry.happened_at,
        answered_on=entry.day,
        answered_by=event.by_name,
    )
