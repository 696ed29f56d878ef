"""Staff: who works here, adding and changing, and a new one-time password. Ending is the desk's."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access import actions
from onward.access.forms import AddStaffForm, EndSessionsForm, RenewAccessForm, StaffForm
from onward.access.queries import account_for, staff_for, staff_members_for
from onward.access.queries.grants import grants_for
from onward.access.rules import Actor, may, needs
from onward.access.rules.granting import TWO_PERSON_ROLES
from onward.access.views.shown import asked_in_words, shown, written_once
from onward.journal.reading import version
from onward.kit.ids import derived_id
from onward.ui.writing import written

writes = require_http_methods(["GET", "HEAD", "POST"])


@needs("access.see_staff")
@require_safe
def see_staff(request: HttpRequest) -> HttpResponse:
    """Everybody who works within the reader's reach, and those who left."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by signed_in
    everybody = shown(actor, [*staff_members_for(actor), *staff_members_for(actor, left=True)])
    context = {
        "members": [one for one in everybody if one["staff"].left_on is None],
        "former": [one for one in everybody if one["staff"].left_on is not None],
        "asked": {one.member.id for one in grants_for(actor, waiting=True)},
        "may_add": may(actor, "access.add_staff"),
    }
    return render(request, "access/see_staff.html", context)


@needs("access.see_staff")
@require_safe
def see_staff_member(request: HttpRequest, staff: str) -> HttpResponse:
    """One member of staff: what they do, where, since when."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by signed_in
    member = staff_for(actor, staff)
    may_change = may(actor, "access.change_staff")
    asked = grants_for(actor, staff=member.id)
    context = {
        "member": shown(actor, [member])[0],
        "waiting": asked_in_words(actor, [one for one in asked if one.waits]),
        "settled": asked_in_words(actor, [one for one in asked if not one.waits]),
        "may_change": may_change and member.left_on is None,
        "may_release": may(actor, "waiting.release_matters"),
        "username": account_for(actor, staff).username if may_change else "",
    }
    return render(request, "access/see_staff_member.html", context)


@needs("access.add_staff")
@writes
def add_staff(request: HttpRequest) -> HttpResponse:
    """Add a member of staff, then show the one-time password, once."""
    form = AddStaffForm(request.POST or None, actor=request.actor)  # type: ignore[attr-defined]  # set by signed_in
    return written_once(
        request,
        form,
        actions.add_staff,
        template="access/add_staff.html",
        context={"back": reverse("access:see_staff")},
        done=lambda entry: reverse("access:see_staff_member", args=[derived_id(entry, "staff")]),
    )


@needs("access.renew_access")
@writes
def renew_access(request: HttpRequest, staff: str) -> HttpResponse:
    """Give a new one-time password, and show it once."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by signed_in
    member = staff_for(actor, staff)
    back = reverse("access:see_staff_member", args=[staff])
    return written_once(
        request,
        RenewAccessForm(request.POST or None, actor=actor, version=version(staff)),
        partial(actions.renew_access, staff=staff),
        template="access/renew_access.html",
        context={
            "member": member,
            "back": back,
            "takes_two": not TWO_PERSON_ROLES.isdisjoint(member.roles),
        },
        done=back,
    )


@needs("access.end_sessions")
@writes
def end_sessions(request: HttpRequest, staff: str) -> HttpResponse:
    """Sign a member of staff out, wherever they are signed in."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by signed_in
    member = staff_for(actor, staff)
    back = reverse("access:see_staff_member", args=[staff])
    return written(
        request,
        EndSessionsForm(request.POST or None, actor=actor, version=version(staff)),
        partial(actions.end_sessions, staff=staff),
        template="access/end_sessions.html",
        context={"member": member, "back": back},
        done=back,
        message=_("They are signed out everywhere."),
    )


@needs("access.change_staff")
@writes
def change_staff(request: HttpRequest, staff: str) -> HttpResponse:
    """Change what a member of staff may do, and where."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by signed_in
    member = staff_for(actor, staff)
    fields = ("name", "roles", "organisation", "everywhere", "sites", "languages")
    initial = {field: getattr(member, field) for field in fields}
    back = reverse("access:see_staff_member", args=[staff])
    return written_once(
        request,
        StaffForm(request.POST or None, actor=actor, version=version(staff), initial=initial),
        partial(actions.change_staff, staff=staff),
        template="access/change_staff.html",
        context={"member": member, "back": back},
        done=back,
        message=_("Saved. Where this changes what they may do, they are signed out and sign in again."),
    )
