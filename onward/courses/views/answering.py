"""What a person says to courses, for those who offer them; a decision for a child; a letter."""

from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_for
from onward.cases.rules import language_name
from onward.courses import actions, forms, queries
from onward.ui.forms import EntryForm
from onward.ui.writing import written

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case
    from onward.courses.models import Course

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
VERBS = ("offer_course", "note_answer", "judge_child_teaching", "give_certificate")


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    return actor


def _found(request: HttpRequest, case: str, course: str) -> "tuple[Case, Course]":
    found = case_for(_actor(request), case)
    queries.check_reads(_actor(request), found)
    return found, queries.course_of(_actor(request), found, course)


def _page(
    request: HttpRequest, case: "Case", course: "Course", form: EntryForm, act: Any, *, message: str, **more: Any
) -> HttpResponse:
    back = reverse("courses:see_answers", args=[case.id])
    return written(
        request,
        form,
        partial(act, case=case.id, course=course.id),
        template=f"courses/{act.__name__}.html",
        context={"case": case, "course": course, "taught_in": language_name(course.language), "back": back, **more},
        done=back,
        message=message,
    )


@needs("courses.see_answers")
@require_safe
def see_answers(request: HttpRequest, case: str) -> HttpResponse:
    actor = _actor(request)
    found = case_for(actor, case)
    answers = queries.answers_of(actor, found)
    context = {
        "case": found,
        "child": queries.is_child(found),
        "answers": [(one, queries.deed_of(found, one.course.id)) for one in answers],
        "certificates": queries.certificates_of(actor, found),
        "may": {verb: may(actor, f"courses.{verb}") for verb in VERBS},
    }
    return render(request, "courses/see_answers.html", context)


@needs("courses.offer_course")
@GET_POST
def offer_course(request: HttpRequest, case: str, course: str) -> HttpResponse:
    found, about = _found(request, case, course)
    form = forms.OfferForm(request.POST or None, actor=_actor(request))
    return _page(request, found, about, form, actions.offer_course, message=_("It is noted that this was offered."))


@needs("courses.note_answer")
@GET_POST
def note_answer(request: HttpRequest, case: str, course: str) -> HttpResponse:
    found, about = _found(request, case, course)
    state = queries.state_of(found, about.id)
    form = forms.AnswerForm(request.POST or None, actor=_actor(request), state=state)
    return _page(request, found, about, form, actions.note_answer, message=_("What they say is noted."))


@needs("courses.judge_child_teaching")
@GET_POST
def judge_child_teaching(request: HttpRequest, case: str, course: str) -> HttpResponse:
    found, about = _found(request, case, course)
    judged = queries.judgements_of(_actor(request), found, about.id)
    form = forms.JudgeForm(request.POST or None, actor=_actor(request))
    return _page(
        request,
        found,
        about,
        form,
        actions.judge_child_teaching,
        message=_("What you found is recorded."),
        judged=judged,
        allowed=queries.allowed_for_child(found, about),
    )
