from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, needs
from onward.cases.actions import open_identity
from onward.cases.forms import OpenIdentityForm
from onward.cases.queries import case_for
from onward.homecoming import actions, queries
from onward.homecoming.forms import CivilForm, ClaimForm, EvidenceForm, MoveForm, PapersForm
from onward.homecoming.views.shape import act_page
from onward.kit.errors import NotFound
from onward.ui.writing import written

NOTHING = "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"


@needs("homecoming.record_papers")
@require_http_methods(["GET", "POST"])
def record_papers(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request, case, PapersForm, actions.record_papers, name="record_papers", message=_("The paper is recorded.")
    )


@needs("homecoming.move_paper")
@require_http_methods(["GET", "POST"])
def move_paper(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request, case, MoveForm, actions.move_paper, name="move_paper", message=_("Who has it now is recorded.")
    )


@needs("homecoming.record_civil_paper")
@require_http_methods(["GET", "POST"])
def record_civil_paper(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        CivilForm,
        actions.record_civil_paper,
        name="record_civil_paper",
        message=_("The paper is recorded."),
    )


@needs("homecoming.claim_nationality")
@require_http_methods(["GET", "POST"])
def claim_nationality(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        ClaimForm,
        actions.claim_nationality,
        name="claim_nationality",
        message=_("What they say is recorded."),
    )


@needs("homecoming.add_evidence")
@require_http_methods(["GET", "POST"])
def add_evidence(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request, case, EvidenceForm, actions.add_evidence, name="add_evidence", message=_("The evidence is recorded.")
    )


@needs("homecoming.see_kept_papers")
@require_safe
def see_kept_papers(request: HttpRequest) -> HttpResponse:
    """Every paper that is not in the hands of the person it names."""
    kept = queries.kept_papers_for(request.actor)  # type: ignore[attr-defined]  # set by access.middleware
    return render(request, "homecoming/see_kept_papers.html", {"kept": kept})


@needs("homecoming.open_scan")
@require_http_methods(["GET", "POST"])
def open_scan(request: HttpRequest, case: str, scan: str) -> HttpResponse:
    """Say why a scan is opened; then it is handed out."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    found = case_for(actor, case)
    if not queries.has_scan(found, scan):
        raise NotFound(scan)
    return written(
        request,
        OpenIdentityForm(request.POST or None, actor=actor),
        partial(open_identity, case=case),
        template="homecoming/open_scan.html",
        context={"case": found, "back": reverse("homecoming:way", args=[case])},
        done=lambda opening: reverse("homecoming:see_scan", args=[case, scan, opening]),
    )


@needs("homecoming.open_scan")
@require_safe
def see_scan(request: HttpRequest, case: str, scan: str, opening: str) -> HttpResponse:
    """The scan as a file, never shown within a page, for whoever just opened it, for five minutes."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    opened = queries.scan_of(actor, case_for(actor, case), scan, opening=opening)
    headers = {
        "Content-Disposition": f'attachment; filename="scan.{opened.sort}"',
        "Content-Security-Policy": f"{NOTHING}; sandbox",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(opened.content, content_type="application/octet-stream", headers=headers)
