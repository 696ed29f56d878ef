"""The counter: a card is scanned, and the answer is yes or no, large, with no name. And taking a wrong scan back."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.kit.dates import today
from onward.relief import actions, forms, queries
from onward.ui.scanning import scans
from onward.ui.writing import written

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return actor


def _counter(thing: str, serving: str = "") -> str:
    address = reverse("relief:serve_thing", args=[thing])
    return f"{address}?given={serving}" if serving else address


@needs("relief.serve_thing")
@GET_POST
@scans
def serve_thing(request: HttpRequest, thing: str) -> HttpResponse:
    """One card after another. Answered by a whole page, which a script may take the answer out of."""
    actor = _actor(request)
    found = queries.thing_for(actor, thing)
    form = forms.ScanForm(request.POST or None, actor=actor)

    served: list[str] = []

    def act(by: Actor, **said: str) -> None:
        served.append(actions.serve_thing(by, thing=found.id, **said))

    def shown() -> dict[str, object]:
        sent = form.is_bound
        given = None if sent else queries.served_by(actor, request.GET.get("given", "")[:32])
        waiting = queries.family_due(found, case_for(actor, given.case)) if given and given.by == "card" else []
        return {
            "thing": found,
            "given": given,
            "refused": next(iter(form.errors.get("code", ())), ""),
            "others": len(waiting),
            "count": queries.given_on(found.id, today()),
        }

    return written(
        request,
        form,
        act,
        template="relief/serve_thing.html",
        context=shown,
        done=lambda _entry: _counter(found.id, served[-1]),
    )


@needs("relief.serve_family")
@GET_POST
def serve_family(request: HttpRequest, serving: str) -> HttpResponse:
    """Theirs for the rest of a family, which one of them collects."""
    actor = _actor(request)
    given = queries.serving_for(actor, serving)
    found = queries.thing_for(actor, given.thing)
    back = _counter(found.id)
    return written(
        request,
        forms.SureForm(request.POST or None, actor=actor),
        partial(actions.serve_family, serving=given.id),
        template="relief/serve_family.html",
        context=lambda: {
            "thing": found,
            "others": len(queries.family_due(found, case_for(actor, given.case))),
            "back": back,
        },
        done=lambda entry: _counter(found.id, entry),
    )


@needs("relief.take_back_serving")
@GET_POST
def take_back_serving(request: HttpRequest, serving: str) -> HttpResponse:
    """One was not given after all."""
    actor = _actor(request)
    given = queries.serving_for(actor, serving)
    mine = given.staff == actor.id
    back = _counter(given.thing) if mine else reverse("relief:see_person", args=[given.case])
    return written(
        request,
        forms.BackForm(request.POST or None, actor=actor),
        partial(actions.take_back_serving, serving=given.id),
        template="relief/take_back_serving.html",
        context=lambda: {"thing": queries.thing_for(actor, given.thing), "back": back},
        done=back,
        message=_("Taken back: they may have it again."),
    )
