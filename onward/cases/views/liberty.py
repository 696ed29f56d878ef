"""May the person leave: the order, the challenge, the hearing, the answer."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, needs
from onward.cases import actions
from onward.cases.forms import AnswerChallengeForm, ChallengeForm, HearChallengeForm, LibertyForm
from onward.cases.queries import case_for, case_names, challenge_for, challenge_of, challenges_for, order_of
from onward.cases.views.filing import filed, writes
from onward.ui.writing import written


@needs("cases.record_liberty")
@writes
def record_liberty(request: HttpRequest, case: str) -> HttpResponse:
    """May the person leave, since when, by whose order, on what ground."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    order = order_of(file)
    fields = ("may_leave", "since", "by", "organisation", "ground", "limits", "told_on", "interpreter")
    stands = {field: getattr(order, field) for field in fields} if order else {}
    if order and order.told_language:
        stands["told_language"] = order.told_language
    form = LibertyForm(request.POST or None, actor=actor, case=file, version=file.version, initial=stands)
    return filed(request, file, form, actions.record_liberty, message=_("Recorded."))


@needs("cases.note_challenge")
@writes
def note_challenge(request: HttpRequest, case: str) -> HttpResponse:
    """A challenge that the person made aloud."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    form = ChallengeForm(request.POST or None, actor=actor, case=file, version=file.version)
    done = _("Noted. An answer is owed now.")
    return filed(request, file, form, actions.note_challenge, message=done, order=order_of(file))


@needs("cases.hear_challenge")
@writes
def hear_challenge(request: HttpRequest, case: str) -> HttpResponse:
    """That the person was heard on it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file, challenge = case_for(actor, case), challenge_of(actor, case)
    form = HearChallengeForm(request.POST or None, actor=actor, case=file, version=file.version)
    done = _("Noted: they were heard.")
    return filed(request, file, form, actions.hear_challenge, message=done, challenge=challenge)


@needs("cases.see_challenges")
@require_safe
def challenges(request: HttpRequest) -> HttpResponse:
    """What an officer's organisation is to answer: of a file its name, the day and what is challenged."""
    waiting = challenges_for(request.actor)  # type: ignore[attr-defined]  # set by access
    names = case_names(one.stream for one in waiting)
    rows = [{"challenge": one, "name": names.get(one.stream, "")} for one in waiting]
    return render(request, "cases/challenges.html", {"rows": rows})


@needs("cases.answer_challenge")
@writes
def answer_challenge(request: HttpRequest, case: str) -> HttpResponse:
    """The officer sees the case name, the order and the days: nothing else of the file."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    challenge, file = challenge_for(actor, case), case_for(actor, case)
    form = AnswerChallengeForm(request.POST or None, actor=actor, case=file)
    back = reverse("cases:challenges")
    return written(
        request,
        form,
        partial(actions.answer_challenge, case=file.id),
        template="cases/answer_challenge.html",
        context={"name": file.name, "challenge": challenge, "order": order_of(file), "back": back},
        done=back,
        message=_("Your answer is recorded."),
    )
