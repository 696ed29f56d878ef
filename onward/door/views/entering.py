"""In with a card and a PIN; out in one touch."""

import threading
import time
from calendar import Calendar
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from babel import Locale
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from onward.access.rules import NOBODY
from onward.access.views.signed_in import CASE_AT_THE_DOOR, SIGNED_IN_AT, this_moment
from onward.cases.queries import card_for, card_of
from onward.door.forms import CardForm
from onward.door.queries import card_is, page_language
from onward.kit.dates import today

if TYPE_CHECKING:
    from onward.cases.models import Case

CARD = "door_card"
SAME_TIME = 0.4
"""Seconds that a refusal takes, whatever the reason: longer than any of them needs."""

_one_at_a_time = threading.Lock()
"""A refusal takes its time, and the server's few threads are everybody's: looking at cards may hold one, not all."""

View = Callable[[HttpRequest], HttpResponse]


def at_the_door(view: View) -> View:
    """Lead whoever has no open page to the place where the card is asked for; end what a stopped card opened."""

    @wraps(view)
    def entered(request: HttpRequest) -> HttpResponse:
        card = request.session.get(CARD, "") if CASE_AT_THE_DOOR in request.session else ""
        if card and not card_is(request.actor, card):  # type: ignore[attr-defined]  # set by access
            logout(request)
            return redirect("door:sign_in")
        if request.actor is NOBODY:  # type: ignore[attr-defined]  # set by access
            return redirect("door:sign_in")
        return view(request)

    return entered


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for a card and its PIN. Unknown, stopped, locked or wrong: one sentence, after the same time."""
    form = CardForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "door/sign_in.html", {"form": form})
    # Nobody waits for another's turn: who waits would hold the very threads that this is to leave free.
    if not _one_at_a_time.acquire(blocking=False):
        form.put_off()
        return render(request, "door/sign_in.html", {"form": form}, status=503)
    try:
        case = _looked_at(form)
    finally:
        _one_at_a_time.release()
    return _opened(request, case) if case else render(request, "door/sign_in.html", {"form": form}, status=422)


def _looked_at(form: CardForm) -> "Case | None":
    """The resident whose card it is; else None, after the same time whatever is wrong."""
    begun = time.monotonic()
    if form.is_valid():
        case = card_for(form.cleaned_data["code"], form.cleaned_data["pin"])
        if case is not None:
            return case
        form.refuse()
    time.sleep(max(0.0, begun + SAME_TIME - time.monotonic()))
    return None


def _opened(request: HttpRequest, case: "Case") -> HttpResponse:
    """A session of its own: whoever was signed in here before, at work or at the door, is out."""
    logout(request)
    rotate_token(request)
    card = card_of(case)
    request.session[CASE_AT_THE_DOOR] = case.id
    request.session[CARD] = card.id if card else ""
    request.session[SIGNED_IN_AT] = this_moment()
    response = redirect("door:see_way")
    if language := page_language(case):
        # Until the browser is closed, or another is chosen on the page.
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            samesite="Lax",
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        )
    return response


@csrf_exempt  # the way out must never fail, and being led out harms nobody
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Out at once, to a page that says nothing; the browser forgets who was here."""
    logout(request)
    response = redirect("door:month")
    # Not "cache": nothing of these pages is ever in it, and some browsers take seconds to empty it.
    response["Clear-Site-Data"] = '"cookies", "storage"'
    for cookie in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME):
        response.delete_cookie(cookie, samesite="Lax")
    return response


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """A plain calendar of this month: where the quick exit leads."""
    day = today()
    locale = Locale.parse({"ar": "ar_SY", "en": "en_GB"}.get(get_language() or "", get_language() or "en"))
    weeks = Calendar(locale.first_week_day).monthdatescalendar(day.year, day.month)
    names = locale.days["stand-alone"]
    heads = [(names["short"][each.weekday()], names["wide"][each.weekday()]) for each in weeks[0]]
    name = locale.months["stand-alone"]["wide"][day.month]
    return render(
        request, "door/month.html", {"name": name, "year": day.year, "heads": heads, "weeks": weeks, "today": day}
    )
