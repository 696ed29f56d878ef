"""What is asked of a service at a site."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from onward.care.rules.needs import NEEDS
from onward.kit.errors import RuleBroken


def check_there(*, over: bool) -> None:
    """What is no longer there does not end twice."""
    if over:
        raise RuleBroken(_("It is no longer offered."), None)


def check_changed(said: Mapping[str, object], *, before: Mapping[str, object]) -> None:
    """A change changes something."""
    if dict(said) == dict(before):
        raise RuleBroken(_("Nothing of it is different."), None)


def check_service(*, name: str, sort: str, hours: str) -> None:
    """It has a name, a kind of need that it meets, and hours."""
    if not name.strip():
        raise RuleBroken(_("Name the service."), "name")
    if sort not in NEEDS:
        raise RuleBroken(_("Choose what it is for."), "sort")
    if not hours.strip():
        raise RuleBroken(_("Write when it is open."), "hours")
