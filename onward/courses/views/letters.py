"""Certificates: given, and handed out as a file that is kept nowhere."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.cases.actions import open_identity
from onward.cases.forms import OpenIdentityForm
from onward.cases.queries import case_for, may_open
from onward.courses import actions, forms, queries
from onward.journal.compartments import IDENTITY
from onward.kit.errors import NotFound
from onward.ui.writing import written

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    return actor


@needs("courses.give_certificate")
@GET_POST
def give_certificate(request: HttpRequest, case: str, course: str) -> HttpResponse:
    actor = _actor(request)
    found = case_for(actor, case)
    about = queries.course_of(actor, found, course)
    form = forms.CertificateForm(
        request.POST or None,
        actor=actor,
        opens=may(actor, "cases.open_identity") and may_open(actor, found, IDENTITY),
        languages=queries.letter_languages(),
        language=found.language,
    )
    return written(
        request,
        form,
        partial(actions.give_certificate, case=found.id, course=about.id),
        template="courses/give_certificate.html",
        context={
            "case": found,
            "course": about,
            "deed": queries.deed_of(found, about.id),
            "back": reverse("courses:see_answers", args=[found.id]),
        },
        done=reverse("courses:see_answers", args=[found.id]),
        message=_("The certificate is there. Print it and give it to them."),
    )


@needs("courses.give_certificate")
@require_safe
def see_certificate(request: HttpRequest, case: str, certificate: str) -> HttpResponse:
    actor = _actor(request)
    found = case_for(actor, case)
    letter, _course = queries.certificate_of(actor, found, certificate)
    if letter.name == "own":
        return redirect("courses:open_certificate", case=found.id, certificate=letter.id)
    return handed_out(queries.letter_for(actor, found, letter.id))


@needs("cases.open_identity")
@GET_POST
def open_certificate(request: HttpRequest, case: str, certificate: str) -> HttpResponse:
    """Say why their own name is opened; then the letter is handed out with it."""
    actor = _actor(request)
    found = case_for(actor, case)
    letter, course = queries.certificate_of(actor, found, certificate)
    if letter.name != "own":
        raise NotFound(certificate)
    return written(
        request,
        OpenIdentityForm(request.POST or None, actor=actor),
        partial(open_identity, case=found.id),
        template="courses/open_certificate.html",
        context={"case": found, "course": course, "back": reverse("courses:see_answers", args=[found.id])},
        done=lambda opening: reverse("courses:see_named_certificate", args=[found.id, letter.id, opening]),
    )


@needs("cases.open_identity")
@require_safe
def see_named_certificate(request: HttpRequest, case: str, certificate: str, opening: str) -> HttpResponse:
    """For whoever just opened the name, for a few minutes."""
    actor = _actor(request)
    return handed_out(queries.letter_for(actor, case_for(actor, case), certificate, opening=opening))


def handed_out(letter: bytes) -> HttpResponse:
    """A file, never shown within a page, with a name that says nothing."""
    headers = {
        "Content-Disposition": 'attachment; filename="letter.pdf"',
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return HttpResponse(letter, content_type="application/pdf", headers=headers)
