"""The one search box. What is looked for never stands in an address or a log: it is sent, and answered on the spot."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from onward.access.actions import note_reading
from onward.access.rules import Actor, may, needs
from onward.cases.actions import note_look
from onward.desk.queries.finding import found_for, looks_for_names, with_names
from onward.reception.rules.looking import equally_long

LONGEST = 100
log = logging.getLogger("onward.desk")


@needs("desk.find")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Residents, cards, places and sites, within the actor's reach."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    words = " ".join(request.POST.get("q", "")[:LONGEST].replace("\0", "").split())
    names = may(actor, "cases.open_identity")
    if not words:
        return render(request, "desk/find.html", {"found": None, "names": names})
    found = found_for(actor, words)
    if looks_for_names(actor, words, found):
        with equally_long():
            may_look = note_look(actor, where="desk")
            found = with_names(actor, words, found) if may_look else found._replace(beyond=True)
    log.info("find: %d found", found.many)
    for case in found.named:  # to learn that this name is that file is to have looked into it
        note_reading(actor, case=case)
    if found.sure:
        return redirect("desk:case", found.sure)
    return render(request, "desk/find.html", {"found": found, "q": words, "names": names})
