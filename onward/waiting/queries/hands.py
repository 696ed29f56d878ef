"""In whose hands matters are, as far as the one who asks may know."""

from collections.abc import Iterable
from copy import copy

from django.utils.translation import gettext as _

from onward.access.rules import Actor, may_name_bodies
from onward.waiting.models import Matter


def body_words(name: str, actor: Actor) -> str:
    """A body outside by its name; for whom that is not to know, as no more than that."""
    return name if may_name_bodies(actor) else _("a body outside")


def veiled(actor: Actor, matters: Iterable[Matter]) -> list[Matter]:
    """The same matters, with no body outside named to those who may not know which was asked."""
    if may_name_bodies(actor):
        return list(matters)
    return [_veiled(one) if one.holder_kind == "body" else one for one in matters]


def _veiled(matter: Matter) -> Matter:
    shown = copy(matter)
    shown.holder_name = _("a body outside")
    return shown
