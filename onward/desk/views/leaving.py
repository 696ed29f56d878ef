"""A member of staff leaves."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.forms import EndStaffForm
from onward.access.queries import staff_for
from onward.access.rules import Actor, needs
from onward.cases.queries import cases_of_worker
from onward.desk import actions
from onward.journal.reading import version
from onward.ui.writing import written
from onward.waiting.queries import held_by, veiled


@needs("access.end_staff")
@require_http_methods(["GET", "HEAD", "POST"])
def end_staff(request: HttpRequest, staff: str) -> HttpResponse:
    """End a person's work here; what they owed is released at the same moment."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    member = staff_for(actor, staff)
    return written(
        request,
        EndStaffForm(request.POST or None, actor=actor, version=version(staff)),
        partial(actions.end_staff, staff=staff),
        template="desk/end_staff.html",
        context={
            "member": member,
            "owed": len(veiled(actor, held_by(member.id))),
            "residents": len(cases_of_worker(member.id)),
            "back": reverse("access:see_staff_member", args=[staff]),
        },
        done=reverse("access:see_staff"),
        message=_("Their work here has ended, and their account is closed."),
    )
