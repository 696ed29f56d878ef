"""A resident's questions, and an answer."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from onward.access.rules import Actor, may, needs
from onward.care import actions, forms, queries
from onward.care.views.shape import write
from onward.cases.queries import case_for
from onward.ui.writing import written


@needs("care.note_question")
@write
def note_question(request: HttpRequest, case: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    return written(
        request,
        forms.NoteQuestionForm(request.POST or None, actor=actor),
        partial(actions.note_question, case=case),
        template="care/note_question.html",
        context=lambda: {
            "case": found,
            "questions": queries.questions_of(actor, case),
            "answers": may(actor, "care.answer_question"),
        },
        done=reverse("care:note_question", args=[case]),
        message=_("The question is noted."),
    )


@needs("care.answer_question")
@write
def answer_question(request: HttpRequest, question: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    asked = queries.question_for(actor, question)
    back = reverse("care:note_question", args=[asked.stream])
    return written(
        request,
        forms.AnswerQuestionForm(request.POST or None, actor=actor),
        partial(actions.answer_question, question=question),
        template="care/answer_question.html",
        context=lambda: {"question": asked, "case": case_for(actor, asked.stream), "back": back},
        done=back,
        message=_("Your answer is on their page."),
    )
