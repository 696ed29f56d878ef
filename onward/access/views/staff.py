"""Staff: who works here, adding and changing, and a new one-time password. Ending is the desk's."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access import actions
from onward.access.forms import AddStaffForm, EndSessionsForm, RenewAccessForm, StaffForm
from onward.access.queries import account_for, staff_for, staff_members_for, workplaces_for
from onward.access.rules import Actor, may, needs
from onward.access.rules.names import language_choices, role_names
from onward.journal.reading import version
from onward.kit.ids import derived_id
from onward.ui.writing import written

writes = require_http_methods(["GET", "HEAD", "POST"])


def _shown(actor: Actor, members: Sequence[Any]) -> list[dict[str, Any]]:
    sites = dict(workplaces_for(actor, "site"))
    organisations = dict(workplaces_for(actor, "organisation"))
    languages = dict(language_choices())
    return [
        {
            "staff": staff,
            "url": reverse("access:see_staff_member", args=[staff.id]),
            "roles": role_names(staff.roles),
            "sites": [_("Every site")] if staff.everywhere else [sites[s] for s in staff.sites if s in sites],
            "organisation": organisations.get(staff.organisation, ""),
            "languages": [languages.get(code, code) for code in staff.languages],
        }
        for staff in members
    ]


@needs("access.see_staff")
@require_safe
def see_staff(request: HttpRequest) -> HttpResponse:
    """Everybody who works within the reader's reach, and those who left."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by signed_in
    everybody = _shown(actor, [*staff_members_for(actor), *staff_members_for(actor, left=True)])
    context = {
        "members": [one for one in everybody if one["staff"].left_on is None],
        "former": [one for one in everybody if one["staff"].left_on is not None],
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
    context = {
        "member": _shown(actor, [member])[0],
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
    return _written_once(
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
    return _written_once(
        request,
        RenewAccessForm(request.POST or None, actor=actor, version=version(staff)),
        partial(actions.renew_access, staff=staff),
        template="access/renew_access.html",
        context={"member": member, "back": back},
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


def _written_once(request: HttpRequest, form: Any, act: Any, **page: Any) -> HttpResponse:
    """Like `written`, but where a password was drawn, the answer shows it instead of leading on."""
    drawn: list[actions.SignIn] = []

    def act_and_keep(actor: Actor, **said: Any) -> None:
        drawn.append(act(actor, **said))

    response = written(request, form, act_and_keep, **page)
    if drawn and drawn[0].password:
        context = {"sign_in": drawn[0], "url": reverse("access:see_staff_member", args=[drawn[0].staff])}
        response = render(request, "access/one_time_password.html", context)
        patch_cache_control(response, no_store=True, private=True)
    return response


@needs("access.change_staff")
@writes
def change_staff(request: HttpRequest, staff: str) -> HttpResponse:
    """Change what a member of staff may do, and where."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by signed_in
    member = staff_for(actor, staff)
    fields = ("name", "roles", "organisation", "everywhere", "sites", "languages")
    initial = {field: getattr(member, field) for field in fields}
    back = reverse("access:see_staff_member", args=[staff])
    return written(
        request,
        StaffForm(request.POST or None, actor=actor, version=version(staff), initial=initial),
        partial(actions.change_staff, staff=staff),
        template="access/change_staff.html",
        context={"member": member, "back": back},
        done=back,
        message=_("Saved. Where this changes what they may do, they are signed out and sign in again."),
    )
