"""Lists of residents."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, needs
from onward.cases.queries import count_present, reader_of_many
from onward.desk.queries.counting import counted
from onward.desk.queries.residents import residents_for
from onward.desk.queries.unexplained import unexplained_for
from onward.desk.rules import stages
from onward.kit.ids import is_id
from onward.places.queries import sites_for
from onward.waiting.queries import MOST_COUNTED


@needs("cases.see_cases")
@require_safe
def residents(request: HttpRequest) -> HttpResponse:
    """Residents within the actor's reach, some of them if asked."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    sites = sites_for(actor)
    site = _one_of(request.GET.get("site", ""), {one.id for one in sites})
    words = stages(reader_of_many(actor))
    stage = _one_of(request.GET.get("stage", ""), set(words))
    who = _one_of(request.GET.get("who", ""), {"all", "after"})
    names = {one.id: one.name for one in sites}
    page = residents_for(actor, sites=names, stages=words, site=site, stage=stage, who=who, after=_after(request))
    chosen = {key: value for key, value in {"site": site, "stage": stage, "who": who}.items() if value}
    context = {
        "rows": page.rows,
        "sites": sites if len(sites) > 1 else [],
        "stages": words,
        "chosen": chosen,
        "here": counted(count_present(actor, site=site, at_most=MOST_COUNTED)),
        "newer": _address("desk:residents", chosen) if request.GET.get("after") else "",
        "older": _address("desk:residents", chosen | {"after": page.after}) if page.after else "",
    }
    return render(request, "desk/residents.html", context)


@needs("desk.see_unexplained")
@require_safe
def unexplained(request: HttpRequest) -> HttpResponse:
    """Whose days nobody can explain, and how many: of the past too."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    after = request.GET.get("after", "")[:50]
    page = unexplained_for(actor, after=after if _is_place(after) else "")
    context = {
        "rows": page.rows,
        "reached": page.reached,
        "newer": reverse("desk:unexplained") if after else "",
        "older": _address("desk:unexplained", {"after": page.after}) if page.after else "",
    }
    return render(request, "desk/unexplained.html", context)


def _after(request: HttpRequest) -> str:
    after = request.GET.get("after", "")
    return after if is_id(after) else ""


def _is_place(after: str) -> bool:
    many, _dot, case = after.partition(".")
    return is_id(case) and many.isascii() and many.isdigit() and len(many) < 9


def _one_of(asked: str, known: set[str]) -> str:
    return asked if asked in known else ""


def _address(name: str, query: dict[str, str]) -> str:
    return f"{reverse(name)}?{urlencode(query)}" if query else reverse(name)
