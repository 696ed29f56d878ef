"""`@needs`: the one door check, on actions and views alike, against the one table GRANTS."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest

from onward.access.rules.actor import Actor
from onward.access.rules.grants import GRANTS
from onward.kit.errors import NotAllowed


def may(actor: Actor, permission: str) -> bool:
    """Whether one of the actor's roles includes `permission`; an unknown permission is nobody's."""
    return not actor.roles.isdisjoint(GRANTS.get(permission, frozenset()))


def needs(permission: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let the function run only for an actor whose role includes `permission`.

    On an action the actor is the first argument; on a view it is `request.actor`, and a visitor who has not
    signed in is led to the sign-in page. Raises NotAllowed.
    """

    def guard(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def guarded(first: Any, /, *args: Any, **kwargs: Any) -> Any:
            if isinstance(first, HttpRequest):
                actor: Actor = first.actor  # type: ignore[attr-defined]  # set by access.middleware
                if not actor.roles and actor.id == "nobody":
                    return redirect_to_login(first.get_full_path())
            else:
                actor = first
            if not may(actor, permission):
                raise NotAllowed(permission)
            return function(first, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]  # read by the sweeps in tests/
        return guarded

    return guard
