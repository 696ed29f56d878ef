"""Courses of a site, one course, and what is planned."""

from datetime import date, timedelta
from functools import partial
from itertools import groupby
from operator import attrgetter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.cases.rules import language_name
from onward.courses import actions, forms, queries
from onward.kit.dates import today
from onward.kit.ids import derived_id
from onward.places.queries import names_of, sites_for
from onward.ui.writing import written

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
VERBS = ("change_course", "end_course", "plan_sessions", "cancel_session", "take_attendance")


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    return actor


@needs("courses.see_courses")
@require_safe
def see_courses(request: HttpRequest) -> HttpResponse:
    actor = _actor(request)
    ended = request.GET.get("ended") == "yes"
    shown = queries.courses_for(actor, day=today(), ended=ended)
    sites = names_of({one.course.site for one in shown})
    context = {
        "shown": [(one, language_name(one.course.language), sites.get(one.course.site, "")) for one in shown],
        "several": len(sites) > 1,
        "ended": ended,
        "may_start": may(actor, "courses.start_course"),
        "may_talks": may(actor, "courses.see_talks"),
    }
    return render(request, "courses/see_courses.html", context)


@needs("courses.see_course")
@require_safe
def see_course(request: HttpRequest, course: str) -> HttpResponse:
    actor = _actor(request)
    found = queries.course_for(actor, course)
    sessions = queries.sessions_of(found)
    day = today()
    teaches = found.teacher == actor.id
    context = {
        "course": found,
        "many": queries.headcount_of(found),
        "teaches": teaches,
        "roster": queries.roster_for(actor, found) if teaches else None,
        "history": queries.history_of(found),
        "taught_in": language_name(found.language),
        "site": names_of([found.site]).get(found.site, ""),
        "coming": [one for one in sessions if one.day >= day],
        "past": [one for one in reversed(sessions) if one.day < day][:30],
        "today": day,
        "may": {verb: may(actor, f"courses.{verb}") for verb in VERBS},
    }
    return render(request, "courses/see_course.html", context)


@needs("courses.start_course")
@GET_POST
def start_course(request: HttpRequest) -> HttpResponse:
    actor = _actor(request)
    sites = [(site.id, site.name) for site in sites_for(actor) if site.kind != "office"]
    teachers = {pair for site, _name in sites for pair in queries.teachers_for(actor, site)}
    form = forms.StartForm(
        request.POST or None, actor=actor, sites=sites, teachers=sorted(teachers, key=lambda pair: pair[1])
    )
    return written(
        request,
        form,
        actions.start_course,
        template="courses/start_course.html",
        context={"back": reverse("courses:see_courses")},
        done=lambda entry: reverse("courses:see_course", args=[derived_id(entry, "course")]),
        message=_("The course is there. Say now when it is held."),
    )


@needs("courses.change_course")
@GET_POST
def change_course(request: HttpRequest, course: str) -> HttpResponse:
    actor = _actor(request)
    found = queries.course_for(actor, course)
    form = forms.ChangeForm(
        request.POST or None,
        actor=actor,
        version=found.version,
        course=found,
        teachers=queries.teachers_for(actor, found.site),
    )
    back = reverse("courses:see_course", args=[found.id])
    return written(
        request,
        form,
        partial(actions.change_course, course=found.id),
        template="courses/change_course.html",
        context={"course": found, "back": back},
        done=back,
        message=_("The course is changed."),
    )


@needs("courses.end_course")
@GET_POST
def end_course(request: HttpRequest, course: str) -> HttpResponse:
    actor = _actor(request)
    found = queries.course_for(actor, course)
    back = reverse("courses:see_course", args=[found.id])
    return written(
        request,
        forms.ReasonForm(request.POST or None, actor=actor),
        partial(actions.end_course, course=found.id),
        template="courses/end_course.html",
        context={"course": found, "back": back},
        done=back,
        message=_("The course is over."),
    )


@needs("courses.plan_sessions")
@GET_POST
def plan_sessions(request: HttpRequest, course: str) -> HttpResponse:
    actor = _actor(request)
    found = queries.course_for(actor, course)
    back = reverse("courses:see_course", args=[found.id])
    return written(
        request,
        forms.SessionsForm(request.POST or None, actor=actor),
        partial(actions.plan_sessions, course=found.id),
        template="courses/plan_sessions.html",
        context={"course": found, "back": back},
        done=back,
        message=_("It is planned."),
    )


@needs("courses.cancel_session")
@GET_POST
def cancel_session(request: HttpRequest, course: str, session: str) -> HttpResponse:
    actor = _actor(request)
    found, one = queries.session_for(actor, course, session)
    back = reverse("courses:see_course", args=[found.id])
    return written(
        request,
        forms.ReasonForm(request.POST or None, actor=actor),
        partial(actions.cancel_session, course=found.id, session=one.id),
        template="courses/cancel_session.html",
        context={"course": found, "session": one, "back": back},
        done=back,
        message=_("The session is called off."),
    )


@needs("courses.see_week")
@require_safe
def see_week(request: HttpRequest) -> HttpResponse:
    """A week of courses of one site, for the wall: when, what and where; no teacher and nobody else."""
    actor = _actor(request)
    sites = [site for site in sites_for(actor) if site.kind != "office"]
    site = next((one for one in sites if one.id == request.GET.get("site")), sites[0] if sites else None)
    monday = _monday(request.GET.get("from", ""))
    last = monday + timedelta(days=6)
    found = queries.sessions_between(actor, site.id, monday, last) if site else []
    context = {
        "days": [(day, list(each)) for day, each in groupby(found, key=attrgetter("day"))],
        "site": site,
        "sites": sites,
        "monday": monday,
        "last": last,
        "before": monday - timedelta(weeks=1),
        "after": monday + timedelta(weeks=1),
    }
    return render(request, "courses/see_week.html", context)


def _monday(said: str) -> date:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = today()
    day = min(max(day, date(1900, 1, 8)), date(2100, 12, 20))
    return day - timedelta(days=day.weekday())
