"""Paper: the list of the day, blank forms for when the power is out, and entering them again."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.cases import actions
from onward.cases.queries import case_named, is_entered, sheet_of_code, sheets_for
from onward.cases.rules import SHEET_SORTS, code_shown
from onward.desk.forms import EnterForm, PrintForm
from onward.kit.dates import today
from onward.places.queries import names_of, sites_for
from onward.shelter.queries import roster_for
from onward.ui.writing import written

if TYPE_CHECKING:
    from onward.cases.models import PaperSheet

ROWS = range(8)


@needs("desk.see_daily_list")
@require_safe
def see_daily_list(request: HttpRequest) -> HttpResponse:
    """Who is here, by place, for the wall of the office and for roll call."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    sites = [site for site in sites_for(actor) if site.kind != "office"]
    site = next((one for one in sites if one.id == request.GET.get("site")), sites[0] if sites else None)
    pages = []
    if site:
        pages = [roster_for(actor, site.id)]
        pages += [roster_for(actor, site.id, page=number) for number in range(2, pages[0].pages + 1)]
    people = [one for page in pages for one in page.people]
    context = {"site": site, "sites": sites if len(sites) > 1 else [], "people": people, "day": today()}
    return render(request, "desk/see_daily_list.html", context)


@needs("cases.print_sheets")
@require_http_methods(["GET", "HEAD", "POST"])
def print_sheets(request: HttpRequest) -> HttpResponse:
    """Blank forms, each with a code."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    sites = [(site.id, site.name) for site in sites_for(actor) if site.kind != "office"]
    return written(
        request,
        PrintForm(request.POST or None, actor=actor, sites=sites),
        actions.print_sheets,
        template="desk/print_sheets.html",
        context={"back": reverse("desk:enter_sheet")},
        done=lambda entry: reverse("desk:see_sheets", args=[entry]),
    )


@needs("cases.print_sheets")
@require_safe
def see_sheets(request: HttpRequest, printed: str) -> HttpResponse:
    """Those that were made together, to be printed; a roster names who lives there now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    sheets = sheets_for(actor, printed)
    first = sheets[0]
    rosters = {one.page: roster_for(actor, one.stream, page=one.page) for one in sheets if one.sort == "roster"}
    shown = [(one, code_shown(one.code), rosters.get(one.page)) for one in sheets]
    context = {
        "sheets": [(one, code, roster) for one, code, roster in shown if roster is None or roster.page == one.page],
        "sort": first.sort,
        "words": SHEET_SORTS.get(first.sort, ""),
        "site": names_of([first.stream]).get(first.stream, ""),
        "rows": ROWS,
    }
    return render(request, "desk/see_sheets.html", context)


@needs("cases.enter_sheet")
@require_safe
def enter_sheet(request: HttpRequest) -> HttpResponse:
    """From the code on a form to the screen that takes what stands on it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    asked = "code" in request.GET
    form = EnterForm(request.GET if asked else None, initial={"on": today()}, label_suffix="")
    if asked and form.is_valid():
        sheet = sheet_of_code(actor, form.cleaned_data["code"])
        if sheet is None:
            form.add_error("code", _("No form of your sites has this code."))
        elif is_entered(sheet):
            form.add_error("code", _("This form was entered already."))
        elif address := _screen(actor, sheet, form):
            return redirect(address)
    return render(
        request,
        "desk/enter_sheet.html",
        {"form": form, "may_list": may(actor, "desk.see_daily_list")},
        status=422 if form.errors else 200,
    )


def _screen(actor: Actor, sheet: "PaperSheet", form: EnterForm) -> str:
    given = form.cleaned_data
    asked = {"paper": sheet.code, "on": given["on"].isoformat()}
    if sheet.sort == "need":
        case = case_named(actor, given["person"]) if given["person"] else None
        if case is None:
            form.add_error("person", _("Write the case name that stands on the form."))
            return ""
        return f"{reverse('care:note_need', args=[case.id])}?{urlencode(asked)}"
    if sheet.sort == "arrival":
        address = reverse("reception:record_arrival")
        asked["people"] = str(given["people"] or 1)
        asked["site"] = sheet.stream
    else:
        name = "shelter:take_roster" if sheet.sort == "roster" else "shelter:record_incident"
        address = reverse(name, args=[sheet.stream])
    return f"{address}?{urlencode(asked)}"
