"""The arrival screen, what follows it, and the list of arrivals."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.actions import note_reading
from onward.access.queries import staff_names
from onward.access.rules import Actor, may, needs
from onward.cases.actions import note_look
from onward.cases.queries import sheet_asked
from onward.cases.rules import country_names, language_name
from onward.kit.dates import now, start_of
from onward.kit.ids import is_drawn, new_id
from onward.places.queries import names_of
from onward.reception import actions, queries
from onward.reception.forms import ArrivalForm
from onward.reception.rules import GIVEN, MOST_PEOPLE, NEEDS, TOLD, WITH_WHOM
from onward.reception.rules.looking import LONGEST_LOOKED_FOR, equally_long
from onward.ui.writing import written

if TYPE_CHECKING:
    from onward.cases.queries.sheets import Asked
    from onward.reception.models import Arrival

ARRIVAL_PAGE = "reception/record_arrival.html"


def _page(**more: Any) -> dict[str, Any]:
    return {"countries": country_names(), "most": MOST_PEOPLE, **more}


@needs("reception.record_arrival")
@require_http_methods(["GET", "HEAD", "POST"])
def record_arrival(request: HttpRequest) -> HttpResponse:
    """Several people in one form; a button adds one more and keeps everything typed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    paper = sheet_asked(actor, request.GET.get("paper", ""), request.GET.get("on", ""), sort="arrival")
    form = ArrivalForm(request.POST or None, actor=actor, **_from_paper(request, paper))
    if change := {"add": 1, "remove": -1}.get(request.POST.get("people", "")):
        people = min(max(len(form.people) + change, 1), MOST_PEOPLE)
        shown = ArrivalForm(actor=actor, initial=form.typed(), people=people)
        return render(request, ARRIVAL_PAGE, _page(form=shown))
    return written(
        request,
        form,
        actions.record_arrival,
        template=ARRIVAL_PAGE,
        context=lambda: _page(paper=paper),
        done=lambda entry: reverse("reception:see_arrival", args=[entry]),
    )


def _from_paper(request: HttpRequest, paper: "Asked | None") -> dict[str, Any]:
    """As many people as the form on paper has, at noon of its day where no time is written on it."""
    if paper is None or request.method == "POST":
        return {}
    many = request.GET.get("people", "1")[:3]
    at = start_of(paper.on) + timedelta(hours=12)
    return {
        "initial": {"entry": paper.entry, "happened_at": min(at, now()), "site": request.GET.get("site", "")[:32]},
        "people": min(max(int(many), 1), MOST_PEOPLE) if many.isascii() and many.isdigit() else 1,
    }


@needs("reception.look_first")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def look_first(request: HttpRequest) -> HttpResponse:
    """Is the person known here? The arrival screen again, with what was found and all that was typed."""
    if request.method != "POST":  # the page loaded again, or read on in another language
        return redirect("reception:record_arrival")
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    words = request.POST.get("look", "")[:LONGEST_LOOKED_FOR].strip()
    with equally_long():
        found = _looked_for(actor, words, form=request.POST.get("entry", ""))
    if "HX-Request" in request.headers:
        return render(request, f"{ARRIVAL_PAGE}#looked", found)
    sent = ArrivalForm(request.POST, actor=actor)
    shown = ArrivalForm(actor=actor, initial=sent.typed(), people=len(sent.people))
    return render(request, ARRIVAL_PAGE, _page(form=shown, **found))


def _looked_for(actor: Actor, words: str, *, form: str) -> dict[str, Any]:
    """What the page says: to whoever may not know of a person the very same as if there were none."""
    if not words:
        return {"looked": False}
    if not note_look(actor, where="reception", form=form if is_drawn(form) else ""):
        return {"looked": True, "beyond": True}
    found = queries.look_first(actor, words)
    for case in found:  # to learn that this name is that file is to have looked into it
        note_reading(actor, case=case.id)
    return {"looked": True, "known": [{"case": case, "language": language_name(case.language)} for case in found]}


@needs("reception.see_arrivals")
@require_safe
def see_arrivals(request: HttpRequest) -> HttpResponse:
    """Who arrived at the reader's sites, latest first."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    arrivals = queries.arrivals_for(actor, after=request.GET.get("after", "")[:32], size=26)
    places = names_of(arrival.site for arrival in arrivals)
    context = {
        "arrivals": [_shown(arrival) | {"site": places.get(arrival.site, "")} for arrival in arrivals[:25]],
        "older": f"?after={arrivals[24].id}" if len(arrivals) > 25 else "",
        "newer": reverse("reception:see_arrivals") if "after" in request.GET else "",
        "may_record": may(actor, "reception.record_arrival"),
    }
    return render(request, "reception/see_arrivals.html", context)


@needs("reception.see_arrivals")
@require_safe
def see_arrival(request: HttpRequest, group: str) -> HttpResponse:
    """Those who were just recorded, each with a case name, and a card to print for each."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    together = queries.arrival_group_for(actor, group)
    context = {
        # A press on the button twice is one card; the page loaded again offers another.
        "arrivals": [_shown(arrival) | {"entry": new_id()} for arrival in together],
        "first": together[0],
        "site": names_of([together[0].site]).get(together[0].site, ""),
        "told": [TOLD[code] for code in together[0].told if code in TOLD],
        "told_language": language_name(together[0].told_language),
        "given": [GIVEN[code] for code in together[0].given if code in GIVEN],
        "may_issue": may(actor, "cases.issue_card"),
        "may_record": may(actor, "reception.record_arrival"),
    }
    return render(request, "reception/see_arrival.html", context)


@needs("reception.see_arrivals")
@require_safe
def see_receipt(request: HttpRequest, case: str) -> HttpResponse:
    """The receipt for belongings, to print and sign twice: no name on it but the case name."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    arrival = queries.arrival_of(actor, case)
    names = names_of([arrival.site, arrival.custody])
    context = {
        "arrival": arrival,
        "site": names.get(arrival.site, ""),
        "custody": names.get(arrival.custody, ""),
        "by": staff_names([arrival.by]).get(arrival.by, ""),
    }
    return render(request, "reception/see_receipt.html", context)


def _shown(arrival: "Arrival") -> dict[str, Any]:
    return {
        "arrival": arrival,
        "language": language_name(arrival.language),
        "needs": [NEEDS[code].words for code in arrival.needs if code in NEEDS],
        "with_whom": WITH_WHOM.get(arrival.with_whom, ""),
    }
