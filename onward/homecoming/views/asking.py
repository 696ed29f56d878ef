from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import needs
from onward.homecoming import actions
from onward.homecoming.forms import AnswerForm, AskForm
from onward.homecoming.views.shape import act_page


@needs("homecoming.ask_nationality")
@require_http_methods(["GET", "POST"])
def ask_nationality(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        AskForm,
        actions.ask_nationality,
        name="ask_nationality",
        message=_("The letter is recorded, for the resident to read."),
    )


@needs("homecoming.record_answer")
@require_http_methods(["GET", "POST"])
def record_answer(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request, case, AnswerForm, actions.record_answer, name="record_answer", message=_("The answer is recorded.")
    )
