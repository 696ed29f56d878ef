from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import needs
from onward.homecoming import actions
from onward.homecoming.forms import ContactForm, ReturnForm
from onward.homecoming.views.shape import act_page


@needs("homecoming.check_contact")
@require_http_methods(["GET", "POST"])
def check_contact(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request, case, ContactForm, actions.check_contact, name="check_contact", message=_("Your check is recorded.")
    )


@needs("homecoming.check_return")
@require_http_methods(["GET", "POST"])
def check_return(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request, case, ReturnForm, actions.check_return, name="check_return", message=_("Your check is recorded.")
    )
