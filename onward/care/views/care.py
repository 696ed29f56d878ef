"""All of a resident's care that the reader opens, and the assessment of a child."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, needs
from onward.care import actions, forms, queries
from onward.care.views.shape import write
from onward.cases.queries import case_for, check_opens
from onward.journal.compartments import CHILD
from onward.ui.writing import written


@needs("care.see_care")
@require_safe
def see_care(request: HttpRequest, case: str) -> HttpResponse:
    """Needs, referrals, the child's track: of each compartment that the reader opens, and nothing of the others."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return render(request, "care/see_care.html", {"care": queries.care_for(actor, case)})


@needs("care.assess_child")
@write
def assess_child(request: HttpRequest, case: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    check_opens(actor, found, CHILD)
    back = reverse("care:see_care", args=[case])
    return written(
        request,
        forms.AssessChildForm(request.POST or None, actor=actor),
        partial(actions.assess_child, case=case),
        template="care/assess_child.html",
        context={"case": found, "back": back},
        done=back,
        message=_("Noted, for those who protect children."),
    )
