"""Staff and what was asked for them, in words; and a password that is shown once."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from onward.access.queries import workplaces_for
from onward.access.queries.grants import Asked
from onward.access.rules import Actor
from onward.access.rules.credentials import SignIn
from onward.access.rules.names import language_choices, role_names
from onward.ui.writing import written


def shown(actor: Actor, members: Sequence[Any]) -> list[dict[str, Any]]:
    """Members of staff with their work in words."""
    sites = dict(workplaces_for(actor, "site"))
    organisations = dict(workplaces_for(actor, "organisation"))
    languages = dict(language_choices())
    return [
        {
            "staff": staff,
            "url": reverse("access:see_staff_member", args=[staff.id]),
            "roles": role_names(staff.roles),
            "sites": sites_in_words(sites, staff.sites, everywhere=staff.everywhere),
            "organisation": organisations.get(staff.organisation, ""),
            "languages": [languages.get(code, code) for code in staff.languages],
        }
        for staff in members
    ]


def sites_in_words(names: dict[str, str], sites: Sequence[str], *, everywhere: bool) -> list[str]:
    """Sites by name, those that the reader knows."""
    return [_("Every site")] if everywhere else [names[site] for site in sites if site in names]


def asked_in_words(actor: Actor, asked: Sequence[Asked]) -> list[dict[str, Any]]:
    """What was asked for members of staff, beside what they have."""
    sites, organisations = dict(workplaces_for(actor, "site")), dict(workplaces_for(actor, "organisation"))
    return [
        {
            "asked": one,
            "name": one.about.said.get("name") or one.member.name,
            "roles": role_names(one.about.said.get("roles", ())),
            "has": role_names(one.member.roles),
            "sites": sites_in_words(
                sites, one.about.said.get("sites", ()), everywhere=one.about.said.get("everywhere", False)
            ),
            "has_sites": sites_in_words(sites, one.member.sites, everywhere=one.member.everywhere),
            "organisation": organisations.get(one.about.said.get("organisation", one.member.organisation), ""),
            "of": organisations.get(one.about.acting_for, ""),
            "outcome": OUTCOMES[one.about.outcome](),
        }
        for one in asked
    ]


OUTCOMES = {
    "": lambda: _("nobody agreed in time"),
    "confirmed": lambda: _("agreed"),
    "refused": lambda: _("refused"),
    "taken_back": lambda: _("taken back"),
    "superseded": lambda: _("something else was said meanwhile"),
}


def written_once(request: HttpRequest, form: Any, act: Any, *, message: str = "", **page: Any) -> HttpResponse:
    """Like `written`, but where a password was drawn, the answer shows it, or its half, instead of leading on."""
    drawn: list[SignIn] = []

    def act_and_keep(actor: Actor, **said: Any) -> None:
        drawn.append(act(actor, **said))

    response = written(request, form, act_and_keep, **page)
    if drawn and drawn[0].password:
        context = {"sign_in": drawn[0], "url": reverse("access:see_staff_member", args=[drawn[0].staff])}
        response = render(request, "access/one_time_password.html", context)
        patch_cache_control(response, no_store=True, private=True)
    elif drawn and drawn[0].asked:
        messages.success(request, _("Asked. It holds once somebody of another organisation agrees."))
    elif drawn and message:
        messages.success(request, message)
    return response
