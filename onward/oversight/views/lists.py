"""Reviews of many stays, and of one."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from onward.access.actions import note_reading
from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_for, order_of
from onward.oversight.queries import SHOWN, Reviews, counts_for, reviews_for, reviews_of

SIZE = 25


@needs("oversight.see_reviews")
@require_safe
def see_reviews(request: HttpRequest) -> HttpResponse:
    """What is missed, due, held and decided; by site, and one by one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    shown = request.GET.get("show", "missed")
    shown = shown if shown in SHOWN else "missed"
    found = reviews_for(actor, shown, after=request.GET.get("after", "")[:80], size=SIZE + 1)
    rows, older = found[:SIZE], ""
    if len(found) > SIZE:
        last = rows[-1].review
        day = last.decided_on if shown == "decided" else last.due_on
        older = "?" + urlencode({"show": shown, "after": f"{day}.{last.id}"})
    words = {"missed": _("Missed"), "due": _("Due"), "held": _("Held, not decided"), "decided": _("Decided")}
    tabs = [(key, words[key], key == shown) for key in SHOWN]
    page = {"rows": rows, "tabs": tabs, "shown": shown, "older": older, "sites": counts_for(actor)}
    return render(request, "oversight/see_reviews.html", page)


@needs("oversight.see_review")
@require_safe
def see_review(request: HttpRequest, case: str) -> HttpResponse:
    """The reviews of one stay, and what may be done now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    note_reading(actor, case=found.id)
    reviews = reviews_of(actor, found)
    context = {"case": found, "reviews": reviews, "order": order_of(found), "may": _may(actor, reviews)}
    return render(request, "oversight/see_review.html", context)


def _may(actor: Actor, reviews: Reviews) -> dict[str, bool]:
    """The acts that make sense now, by their verbs."""
    review = reviews.open
    mine = review is not None and review.reviewer in ("", actor.id)
    return {
        "assign": review is not None and may(actor, "oversight.assign_reviewer"),
        "hold": mine and may(actor, "oversight.hold_review"),
        "decide": mine and review is not None and bool(review.held_on) and may(actor, "oversight.decide_review"),
        "tell": any(not one.told_on for one in reviews.decided) and may(actor, "oversight.tell_decision"),
    }
