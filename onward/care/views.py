"""The pages of care: a resident's questions, an answer, a need that is met."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import Actor, may, needs
from onward.care import actions, forms, queries
from onward.cases.queries import case_for
from onward.ui.writing import written

write = require_http_methods(["GET", "HEAD", "POST"])


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


@needs("care.meet_need")
@write
def meet_need(request: HttpRequest, case: str, need: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    owed = queries.need_for(actor, case, need)
    return written(
        request,
        forms.MeetNeedForm(request.POST or None, actor=actor),
        partial(actions.meet_need, case=case, need=need),
        template="care/meet_need.html",
        context=lambda: {
            "words": queries.need_words(owed.what),
            "case": case_for(actor, case),
            "back": queries.page_of(case),
        },
        done=queries.page_of(case),
        message=_("Noted: the need is met."),
    )
