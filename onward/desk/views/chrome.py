"""What stands at the head and foot of every page: where this reader may go."""

from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from onward.access.rules import NOBODY, Actor, may
from onward.access.views.signed_in import is_here
from onward.desk.rules import LINKS
from onward.journal import clock
from onward.kit.dates import now
from onward.ui.navigation import links_for


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Context processor.

    `links`, `find_url`, `lock_url` and a `doubted` date for staff, `door_url` for those who have not signed in.
    At the machine itself anybody may lock it.
    """
    actor: Actor = getattr(request, "actor", NOBODY)
    here = {"lock_url": address("door:lock")} if is_here(request) else {}
    if actor is NOBODY:
        return here | {"door_url": address("door:sign_in")}
    if not may(actor, "desk.see_today"):
        return here
    links = [(str(link.words), url) for link in LINKS if may(actor, link.permission) and (url := address(link.to))]
    return {
        "links": links_for(request, links),
        "find_url": address("desk:find") if may(actor, "desk.find") else "",
        "lock_url": address("desk:lock"),
        "doubted": now() if clock.is_doubted() else None,
    }


@cache
def address(name: str) -> str:
    """The address of that name; empty where its room is not there."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
