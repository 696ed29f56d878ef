from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import needs
from onward.homecoming import actions, queries
from onward.homecoming.forms import AppealForm, LetterForm, ReplyForm
from onward.homecoming.views.shape import act_page


@needs("homecoming.see_letters")
@require_safe
def see_letters(request: HttpRequest) -> HttpResponse:
    """Every letter that waits for its answer, by body, the one that waits longest first."""
    waiting = queries.letters_out_for(request.actor)  # type: ignore[attr-defined]  # set by access.middleware
    return render(request, "homecoming/see_letters.html", {"bodies": waiting})


@needs("homecoming.send_letter")
@require_http_methods(["GET", "POST"])
def send_letter(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        LetterForm,
        actions.send_letter,
        name="send_letter",
        message=_("The letter is recorded, for the resident to read."),
    )


@needs("homecoming.record_reply")
@require_http_methods(["GET", "POST"])
def record_reply(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request, case, ReplyForm, actions.record_reply, name="record_reply", message=_("The answer is recorded.")
    )


@needs("homecoming.appeal_refusal")
@require_http_methods(["GET", "POST"])
def appeal_refusal(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        AppealForm,
        actions.appeal_refusal,
        name="appeal_refusal",
        message=_("The appeal is recorded, for the resident to read."),
    )
