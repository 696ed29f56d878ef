"""The one shape that every act on the way onward has on screen."""

from collections.abc import Callable, Mapping
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from onward.access.rules import may
from onward.cases.queries import case_for
from onward.homecoming.forms.shape import OnwardForm
from onward.homecoming.queries import Standing, standing_for
from onward.ui.writing import written


def act_page(
    request: HttpRequest,
    case: str,
    form_class: type[OnwardForm],
    act: Callable[..., object],
    *,
    name: str,
    message: str,
    more: Callable[[Standing], Mapping[str, object]] = lambda _standing: {},
) -> HttpResponse:
    """Show the form of one act, or do it and go back to the way of that resident."""
    actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    found = case_for(actor, case)
    standing = standing_for(actor, case)
    form = form_class(request.POST or None, request.FILES or None, actor=actor, case=found, standing=standing)
    # Who leads people out of the gate may act on the way without reading what is private on it.
    back = reverse("homecoming:way" if may(actor, "homecoming.see_way") else "desk:case", args=[case])
    return written(
        request,
        form,
        partial(act, case=case),
        template=f"homecoming/{name}.html",
        context={"case": found, "standing": standing, "back": back, **more(standing)},
        done=back,
        message=message,
    )
