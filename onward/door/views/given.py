"""What a resident was given to eat and to use, for them alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, needs
from onward.door.views.entering import at_the_door
from onward.relief.queries import given_to


@at_the_door
@needs("relief.see_given")
@require_safe
def see_given(request: HttpRequest) -> HttpResponse:
    """The last month of it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return render(request, "door/see_given.html", {"given": given_to(actor.id)})
