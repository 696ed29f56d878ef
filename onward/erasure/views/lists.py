"""All files that are to go or are gone, and how it stands with one."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from onward.access.actions import note_reading
from onward.access.rules import Actor, may, needs
from onward.erasure.queries import Keeping, erasures_for, file_for, keeping_of
from onward.journal.keyring import COPIES_DAYS


@needs("erasure.see_erasures")
@require_safe
def see_erasures(request: HttpRequest) -> HttpResponse:
    """What is asked, whose time is over soon, and what is gone."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return render(request, "erasure/see_erasures.html", {"erasures": erasures_for(actor), "copies": COPIES_DAYS})


@needs("erasure.see_keeping")
@require_safe
def see_keeping(request: HttpRequest, case: str) -> HttpResponse:
    """Until when one file is kept, what is asked of it, and what may be done now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = file_for(actor, case)
    note_reading(actor, case=found.id)
    keeping = keeping_of(found)
    context = {
        "case": found,
        "keeping": keeping,
        "may": _may(actor, keeping),
        "rules": settings.KEEPING,
        "copies": COPIES_DAYS,
    }
    return render(request, "erasure/see_keeping.html", context)


def _may(actor: Actor, keeping: Keeping) -> dict[str, bool]:
    """The acts that make sense now, by their verbs."""
    asked, held = keeping.request, keeping.hold is not None
    free = asked is None and not held
    agreed = asked is not None and asked.confirmed_on is not None
    second = asked is not None and not agreed and not held and asked.asked_by != actor.id
    return {
        "ask": free and may(actor, "erasure.ask_erasure"),
        "confirm": second and may(actor, "erasure.confirm_erasure"),
        "stop": asked is not None and may(actor, "erasure.stop_erasure"),
        "longer": keeping.term is not None and may(actor, "erasure.keep_longer"),
        "hold": not held and may(actor, "erasure.hold_file"),
        "release": held and may(actor, "erasure.release_file"),
    }
