"""A referral, from the person's word to the question whether it helped."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.access.rules import Actor, needs
from onward.care import actions, forms, queries
from onward.care.rules import GENDERS, STATES
from onward.care.views.shape import write
from onward.cases.queries import case_for
from onward.kit.errors import NotFound
from onward.ui.forms import EntryForm
from onward.ui.writing import written


@needs("care.send_referral")
@write
def send_referral(request: HttpRequest, case: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    kinds = queries.may_refer(actor, found)
    if not kinds:
        raise NotFound(case)
    back = reverse("care:see_care", args=[case])
    services = queries.services_at(found.site)
    return written(
        request,
        forms.SendReferralForm(request.POST or None, actor=actor, kinds=kinds, services=services),
        partial(actions.send_referral, case=case),
        template="care/send_referral.html",
        context={"case": found, "back": back},
        done=back,
        message=_("Sent. An answer is owed."),
    )


@needs("care.answer_referral")
@write
def answer_referral(request: HttpRequest, referral: str) -> HttpResponse:
    title = gettext_lazy("What they answered")
    return _of(request, referral, forms.AnswerReferralForm, actions.answer_referral, title, _("Note the answer"))


@needs("care.finish_referral")
@write
def finish_referral(request: HttpRequest, referral: str) -> HttpResponse:
    return _of(request, referral, forms.FinishReferralForm, actions.finish_referral, _("It was done"), _("Note it"))


@needs("care.ask_helped")
@write
def ask_helped(request: HttpRequest, referral: str) -> HttpResponse:
    return _of(request, referral, forms.AskHelpedForm, actions.ask_helped, _("Did it help?"), _("Note it"))


@needs("care.withdraw_referral")
@write
def withdraw_referral(request: HttpRequest, referral: str) -> HttpResponse:
    title = _("The person takes it back")
    return _of(request, referral, forms.WithdrawReferralForm, actions.withdraw_referral, title, _("Take it back"))


def _of(
    request: HttpRequest,
    referral: str,
    form: type[EntryForm],
    act: Callable[..., object],
    title: str | Promise,
    go: str,
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.referral_for(actor, referral)
    back = reverse("care:see_care", args=[found.stream])
    return written(
        request,
        form(request.POST if request.method == "POST" else None, actor=actor),
        partial(act, referral=referral),
        template="care/referral.html",
        context=lambda: {
            "case": case_for(actor, found.stream),
            "referral": found,
            "what": queries.need_words(found.what),
            "state": STATES[found.state],
            "gender": GENDERS[found.gender] if found.gender else "",
            "title": title,
            "go": go,
            "back": back,
        },
        done=back,
        message=_("Noted."),
    )
