"""One short page for each act about a review."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.oversight import actions
from onward.oversight.forms import AssignReviewerForm, DecideReviewForm, HoldReviewForm, TellDecisionForm
from onward.oversight.queries import open_review, reviews_of, to_tell
from onward.ui.forms import EntryForm
from onward.ui.writing import written

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.oversight.models import Review

writes = require_http_methods(["GET", "HEAD", "POST"])


@needs("oversight.assign_reviewer")
@writes
def assign_reviewer(request: HttpRequest, case: str) -> HttpResponse:
    """Who holds the review."""
    done = _("Named. The review is in these hands now.")
    return _page(request, case, AssignReviewerForm, actions.assign_reviewer, about=open_review, message=done)


@needs("oversight.hold_review")
@writes
def hold_review(request: HttpRequest, case: str) -> HttpResponse:
    """When the person was heard, and how."""
    done = _("Noted. Now say what you found.")
    return _page(request, case, HoldReviewForm, actions.hold_review, about=open_review, message=done)


@needs("oversight.decide_review")
@writes
def decide_review(request: HttpRequest, case: str) -> HttpResponse:
    """What the review found."""
    done = _("What you found is recorded. It stands on the person's own page.")
    return _page(request, case, DecideReviewForm, actions.decide_review, about=open_review, message=done)


@needs("oversight.tell_decision")
@writes
def tell_decision(request: HttpRequest, case: str) -> HttpResponse:
    """That the person was told."""
    return _page(request, case, TellDecisionForm, actions.tell_decision, about=to_tell, message=_("Noted."))


def _page(
    request: HttpRequest,
    case: str,
    form_class: type[EntryForm],
    act: Callable[..., object],
    *,
    about: Callable[["Case"], "Review"],
    message: str,
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    match = request.resolver_match
    assert match is not None  # noqa: S101 - every request that reaches a view has been resolved
    back = reverse("oversight:see_review", args=[found.id])
    form = form_class(request.POST or None, actor=actor, case=found, version=found.version)
    if not form.is_bound:
        about(found)  # what is no more to be done is not offered
    return written(
        request,
        form,
        partial(act, case=found.id),
        template=f"oversight/{match.url_name}.html",
        context=lambda: {"case": found, "reviews": reviews_of(actor, found), "back": back},
        done=back,
        message=message,
    )
