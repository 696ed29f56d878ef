from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import needs
from onward.homecoming import actions
from onward.homecoming.forms import ConsentForm, WishForm, WithdrawForm, WithdrawWishForm
from onward.homecoming.views.shape import act_page


@needs("homecoming.record_wish")
@require_http_methods(["GET", "POST"])
def record_wish(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request, case, WishForm, actions.record_wish, name="record_wish", message=_("Their wish is recorded.")
    )


@needs("homecoming.withdraw_wish")
@require_http_methods(["GET", "POST"])
def withdraw_wish(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        WithdrawWishForm,
        actions.withdraw_wish,
        name="withdraw_wish",
        message=_("Their wish is taken back; nothing that leads away happens now."),
    )


@needs("homecoming.record_consent")
@require_http_methods(["GET", "POST"])
def record_consent(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request, case, ConsentForm, actions.record_consent, name="record_consent", message=_("The consent is recorded.")
    )


@needs("homecoming.withdraw_consent")
@require_http_methods(["GET", "POST"])
def withdraw_consent(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        WithdrawForm,
        actions.withdraw_consent,
        name="withdraw_consent",
        message=_("The consent is withdrawn; nothing more goes to that body."),
    )
