"""Screens about what is owed: the list, and what may be said of one matter."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from onward.access.queries import staff_for
from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_for, reader_of
from onward.kit.dates import now
from onward.ui.forms import EntryForm
from onward.ui.writing import written
from onward.waiting import actions
from onward.waiting.forms import DeclareBlockForm, ExplainOverrunForm, HandMatterForm, LiftBlockForm, ReleaseForm
from onward.waiting.queries import (
    Owed,
    clocks_for,
    drawn_ways,
    escalated_for,
    held_by,
    matter_for,
    matter_to_explain,
    matters_for,
    title_of,
    veiled,
    way_state,
)

SIZE = 25
SHOWN: dict[str, Callable[..., list[Owed]]] = {
    "late": partial(matters_for, late=True),
    "silent": partial(matters_for, silent=True),
    "escalated": escalated_for,
    "mine": partial(matters_for, mine=True),
    "nobodys": partial(matters_for, nobodys=True),
}

writes = require_http_methods(["GET", "HEAD", "POST"])


@needs("waiting.see_matters")
@require_safe
def see_matters(request: HttpRequest) -> HttpResponse:
    """What is late, what is one's own, and what is nobody's."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    shown = request.GET.get("show", "late")
    shown = shown if shown in SHOWN else "late"
    owed = SHOWN[shown](actor, after=request.GET.get("after", "")[:80], size=SIZE + 1)
    page = owed[:SIZE]
    older = "?" + urlencode({"show": shown, "after": page[-1].after}) if len(owed) > SIZE else ""
    kinds = [
        ("late", _("Late")),
        ("silent", _("Late, no reason given")),
        ("escalated", _("Told to me")),
        ("mine", _("Mine")),
        ("nobodys", _("Nobody's")),
    ]
    names = [(key, name, key == shown) for key, name in kinds]
    rows = [(one, reverse("shelter:transfers") if one.kind == "expected" else _file_url(one.case)) for one in page]
    return render(request, "waiting/see_matters.html", {"rows": rows, "kinds": names, "older": older, "shown": shown})


@needs("waiting.see_ways")
@require_safe
def see_ways(request: HttpRequest) -> HttpResponse:
    """Every way onward, drawn, with its norms; the one asked for is open."""
    ways = drawn_ways()
    chosen = request.GET.get("way", "")
    return render(request, "waiting/see_ways.html", {"ways": ways, "chosen": chosen or ways[0].id})


@needs("waiting.declare_block")
@writes
def declare_block(request: HttpRequest, case: str, matter: str) -> HttpResponse:
    """What holds up a step, and who owes that."""
    return _about(request, case, matter, DeclareBlockForm, actions.declare_block, _("Written down."), who=True)


@needs("waiting.hand_matter")
@writes
def hand_matter(request: HttpRequest, case: str, matter: str) -> HttpResponse:
    """A matter goes into other hands."""
    return _about(request, case, matter, HandMatterForm, actions.hand_matter, _("Handed on."), who=True)


@needs("waiting.lift_block")
@writes
def lift_block(request: HttpRequest, case: str, matter: str) -> HttpResponse:
    """What held up a step is there."""
    return _about(request, case, matter, LiftBlockForm, actions.lift_block, _("The step goes on."))


@needs("waiting.explain_overrun")
@writes
def explain_overrun(request: HttpRequest, case: str, matter: str) -> HttpResponse:
    """Why a matter takes longer than its norm."""
    matter_to_explain(request.actor, matter)  # type: ignore[attr-defined]  # set by access
    return _about(request, case, matter, ExplainOverrunForm, actions.explain_overrun, _("Written down."))


@needs("waiting.see_clocks")
@require_safe
def see_clocks(request: HttpRequest) -> HttpResponse:
    """When the clocks last ran and what they did, and who is told when."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    page = clocks_for(actor)
    context = {"page": page, "now": now(), "may_confirm": may(actor, "waiting.confirm_date") and not page.date_is_sure}
    return render(request, "waiting/see_clocks.html", context)


@needs("waiting.confirm_date")
@require_POST
def confirm_date(request: HttpRequest) -> HttpResponse:
    """The machine's date is right."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    actions.confirm_date(actor)
    messages.success(request, _("Thank you. The clocks run within a few minutes."))
    return redirect("waiting:see_clocks") if may(actor, "waiting.see_clocks") else redirect("/")


@needs("waiting.release_matters")
@writes
def release_matters(request: HttpRequest, staff: str) -> HttpResponse:
    """What somebody who left still owed becomes nobody's, so that it is seen and handed on."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    gone = staff_for(actor, staff)
    back = reverse("waiting:see_matters") if may(actor, "waiting.see_matters") else "/"
    return written(
        request,
        ReleaseForm(request.POST or None, actor=actor),
        partial(actions.release_matters, staff=gone.id),
        template="waiting/release_matters.html",
        context={
            "staff": gone,
            "count": len(veiled(actor, held_by(gone.id, within=None if gone.left_on else actor))),
            "back": back,
        },
        done=back if back == "/" else f"{back}?show=nobodys",
        message=_("Released. Hand each one on."),
    )


def _about(
    request: HttpRequest,
    case: str,
    matter: str,
    form_class: type[EntryForm],
    act: Callable[..., object],
    message: str,
    *,
    who: bool = False,
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file, found = case_for(actor, case), veiled(actor, [matter_for(actor, matter)])[0]
    more = {"site": file.site} if who else {}
    form = form_class(request.POST or None, actor=actor, version=file.version, **more)
    title = title_of(reader_of(actor, file), found, way_state(file.id)[0])
    back = _file_url(file.id) if may(actor, "cases.see_case") else "/"
    assert request.resolver_match is not None  # noqa: S101 - every request that reaches a view has been resolved
    return written(
        request,
        form,
        partial(act, case=file.id, matter=found.id),
        template=f"waiting/{request.resolver_match.url_name}.html",
        context={"case": file, "matter": found, "matter_title": title, "back": back},
        done=back,
        message=message,
    )


def _file_url(case: str) -> str:
    try:
        return reverse("desk:case", args=[case])
    except NoReverseMatch:
        return reverse("waiting:see_matters")
