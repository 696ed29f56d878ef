"""What residents asked, what they were told, and what they need."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse

from onward.access.queries import staff_names
from onward.access.rules import Actor
from onward.care.models import Question
from onward.cases.events import Holder
from onward.cases.queries import case_for
from onward.kit.errors import NotFound
from onward.waiting.queries import matters_of, veiled
from onward.waiting.rules.words import KINDS, NEEDS

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.waiting.models import Matter


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


def needs_of(actor: Actor, case: str) -> list["Matter"]:
    """What a resident needs and has not been given yet."""
    every = veiled(actor, matters_of(case_for(actor, case).id))
    return [m for m in every if m.kind == "need" and m.closed_on is None]


def need_for(actor: Actor, case: str, need: str) -> "Matter":
    """One need of a resident within reach, open or met, of a compartment that the actor opens."""
    for matter in veiled(actor, matters_of(case_for(actor, case).id)):
        if matter.id == need and matter.kind == "need" and matter.is_told:
            return matter
    raise NotFound(need)


def need_words(code: str) -> str:
    """A need in words."""
    return str(NEEDS.get(code, KINDS["need"]))


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
