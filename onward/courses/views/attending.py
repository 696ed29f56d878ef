"""The roster of a session: two hundred people on one page, by boxes; or one by one, by their cards."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import Actor, needs
from onward.courses import actions, forms, queries
from onward.ui.scanning import scans
from onward.ui.writing import written

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@needs("courses.take_attendance")
@GET_POST
def take_attendance(request: HttpRequest, course: str, session: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    found, one = queries.session_for(actor, course, session)
    roster = queries.roster_for(actor, found)
    there = queries.present_at(one.id)
    return written(
        request,
        forms.AttendanceForm(request.POST or None, actor=actor, people=roster.people),
        partial(actions.take_attendance, course=found.id, session=one.id),
        template="courses/take_attendance.html",
        context={
            "course": found,
            "session": one,
            "people": roster.people,
            "unnamed": roster.unnamed,
            # What was ticked and refused stays ticked.
            "ticked": set(request.POST.getlist("present")) if request.method == "POST" else there,
            "there": len(there),
        },
        done=reverse("courses:take_attendance", args=[found.id, one.id]),
        message=_("Attendance is noted."),
    )


@needs("courses.scan_attendance")
@GET_POST
@scans
def scan_attendance(request: HttpRequest, course: str, session: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    found, one = queries.session_for(actor, course, session)
    people = {case for case, _name in queries.roster_for(actor, found).people}
    return written(
        request,
        forms.ScanForm(request.POST or None, actor=actor),
        partial(actions.scan_attendance, course=found.id, session=one.id),
        template="courses/scan_attendance.html",
        context={
            "course": found,
            "session": one,
            "there": len(queries.present_at(one.id) & people),
            "all": len(people),
        },
        done=reverse("courses:scan_attendance", args=[found.id, one.id]),
        message=_("They are here."),
    )
