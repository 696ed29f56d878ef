"""A page of the whole picture, with the links to the others above it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward.access.rules import may
from onward.reports.rules import PAGES


def shown(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """Render a page that extends `reports/page.html`."""
    actor = request.actor  # type: ignore[attr-defined]  # set by access
    here = request.resolver_match.view_name if request.resolver_match else ""
    links = [(page.words, reverse(page.to), page.to == here) for page in PAGES if may(actor, page.permission)]
    return render(request, template, {"report_links": links if len(links) > 1 else [], **context})
