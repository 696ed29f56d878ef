"""The help desk: who was refused is found by their card, and gets one all the same where there is a reason."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_of_scan
from onward.kit.errors import NotFound
from onward.relief import actions, forms, queries
from onward.ui.scanning import scans
from onward.ui.writing import written

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return actor


@needs("relief.find_person")
@GET_POST
@scans
def find_person(request: HttpRequest) -> HttpResponse:
    """Whose card it is; sent as a form, so that no address ever holds a code."""
    actor = _actor(request)
    form = forms.FindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        case = case_of_scan(actor, form.cleaned_data["code"])
        try:
            if case is None:
                raise NotFound("")
            return redirect("relief:see_person", case=queries.person_for(actor, case.id).id)
        except NotFound:
            form.add_error("code", _("This is no card of anybody whose meals you may see."))
    return render(request, "relief/find_person.html", {"form": form}, status=422 if form.errors else 200)


@needs("relief.see_person")
@require_safe
def see_person(request: HttpRequest, case: str) -> HttpResponse:
    """What one person was given in the last days, and what they may have now."""
    actor = _actor(request)
    person = queries.person_for(actor, case)
    context = {
        "case": person,
        "standings": queries.standings_of(person),
        "given": queries.given_to(person.id),
        "serves": may(actor, "relief.serve_at_desk"),
        "takes_back": may(actor, "relief.take_back_serving"),
    }
    return render(request, "relief/see_person.html", context)


@needs("relief.serve_at_desk")
@GET_POST
def serve_at_desk(request: HttpRequest, case: str, thing: str) -> HttpResponse:
    """Give one to a person who was refused, or who has no card with them."""
    actor = _actor(request)
    person, found = queries.person_for(actor, case), queries.thing_for(actor, thing)
    refused, back = queries.why_not(found, person), reverse("relief:see_person", args=[case])
    return written(
        request,
        forms.DeskForm(request.POST or None, actor=actor, refused=refused),
        partial(actions.serve_at_desk, case=person.id, thing=found.id),
        template="relief/serve_at_desk.html",
        context={"case": person, "thing": found, "refused": refused, "back": back},
        done=back,
        message=_("Given, and noted."),
    )
