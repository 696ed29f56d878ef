"""Which roles go together, and where they need a site."""

import re
from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from onward.access.rules.actor import Actor
from onward.access.rules.grants import ADMINISTRATOR, OVERSIGHT, STAFF_ROLES
from onward.kit.errors import NotAllowed, RuleBroken

USERNAME = re.compile(r"[a-z0-9][a-z0-9.-]{2,29}")


def check_roles(roles: Collection[str], *, sites: Collection[str], everywhere: bool) -> None:
    """At least one role that exists; oversight stands alone; work with residents has a place."""
    if not roles:
        raise RuleBroken(_("Choose at least one role."), "roles")
    if not set(roles) <= set(STAFF_ROLES):
        raise RuleBroken(_("Choose roles from the list."), "roles")
    if OVERSIGHT in roles and len(set(roles)) > 1:
        raise RuleBroken(_("Oversight is independent: it cannot be joined with another role."), "roles")
    if not sites and not everywhere and set(roles) != {ADMINISTRATOR}:
        raise RuleBroken(_("Choose at least one site, or every site."), "sites")


def check_reach(*, sites: Collection[str], everywhere: bool, own_sites: Collection[str], own_everywhere: bool) -> None:
    """Nobody gives more than they have, or changes who has more: it would be a way to have it oneself."""
    if not own_everywhere and (everywhere or not set(sites) <= set(own_sites)):
        raise NotAllowed("access.reach")


def check_own_reach(actor: Actor, *, sites: Collection[str], everywhere: bool) -> None:
    """Nobody gives more than they reach themselves."""
    check_reach(sites=sites, everywhere=everywhere, own_sites=actor.sites, own_everywhere=actor.everywhere)


def check_username(username: str, *, taken: bool, name: str) -> None:
    """A pseudonym of its own, which is not the person's name."""
    if not USERNAME.fullmatch(username):
        raise RuleBroken(
            _("Use 3 to 30 small letters, figures, points or hyphens, beginning with a letter or a figure."),
            "username",
        )
    if taken:
        raise RuleBroken(_("This sign-in name is taken. Choose another."), "username")
    if any(len(part) > 2 and part in username for part in re.split(r"\W+", name.lower())):
        raise RuleBroken(_("A sign-in name must not contain the person's name."), "username")


def check_administrator_stays(roles: Collection[str], *, others: int) -> None:
    """A programme always has an administrator: `others` are those who would remain besides this one."""
    if ADMINISTRATOR not in roles and not others:
        raise RuleBroken(_("This is the only administrator. Add another one first."), "roles")


def check_present(left_on: date | None) -> None:
    """Nobody changes what a person who left may do."""
    if left_on is not None:
        raise RuleBroken(_("This person has left the staff."))


def check_new_password(*, same: bool) -> None:
    """A new password is another one."""
    if same:
        raise RuleBroken(_("Choose another password than the present one."), "password1")
