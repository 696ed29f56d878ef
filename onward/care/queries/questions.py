"""What residents asked and what they were told."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse

from onward.access.queries import staff_names
from onward.access.rules import Actor
from onward.care.models import Question
from onward.cases.events import Holder
from onward.cases.queries import case_for
from onward.kit.errors import NotFound

if TYPE_CHECKING:
    from onward.cases.models import Case


def questions_of(actor: Actor, case: str) -> list[Question]:
    """A resident's questions with their answers, latest first: for the resident, and for those who may see the case."""
    return list(Question.objects.filter(stream=case_for(actor, case).id).order_by("-asked_at", "-id"))


def question_ids(matters: Collection[str]) -> dict[str, str]:
    """Matter -> the question that it is, of matters that the actor was given."""
    return dict(Question.objects.filter(matter__in=matters).values_list("matter", "id"))


def question_for(actor: Actor, question: str) -> Question:
    """One question, of a case within reach."""
    found = Question.objects.filter(id=question).first()
    if found is None:
        raise NotFound(question)
    case_for(actor, found.stream)
    return found


def page_of(case: str) -> str:
    """The address of the resident's file, which stands on a floor above; their questions until that is there."""
    try:
        return reverse("desk:case", args=[case])
    except NoReverseMatch:
        return reverse("care:note_question", args=[case])


def answers(case: "Case") -> Holder:
    """Who owes this resident an answer: their case worker; nobody while they have none."""
    name = staff_names([case.case_worker]).get(case.case_worker, "") if case.case_worker else ""
    if not name:
        return Holder(office="case_worker")
    return Holder(kind="staff", id=case.case_worker, name=name, office="case_worker")
