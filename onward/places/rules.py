"""What kinds of organisation and site there are, and what a name, a parent and a block must be."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.kit.errors import RuleBroken

ORGANISATION_KINDS = {
    "authority": gettext_lazy("Authority"),
    "group": gettext_lazy("Armed group"),
    "relief": gettext_lazy("Relief organisation"),
    "oversight": gettext_lazy("Independent oversight"),
    "state": gettext_lazy("State or consulate"),
    "other": gettext_lazy("Other"),
}
SITE_KINDS = {
    "checkpoint": gettext_lazy("Checkpoint"),
    "camp": gettext_lazy("Camp"),
    "centre": gettext_lazy("Centre"),
    "house": gettext_lazy("House"),
    "office": gettext_lazy("Office"),
}
MEANT_FOR = {
    "anyone": gettext_lazy("Anyone"),
    "families": gettext_lazy("Families"),
    "women": gettext_lazy("Women"),
    "men": gettext_lazy("Men"),
    "children": gettext_lazy("Children"),
}
MOST_PLACES = 1000


def check_named_once(name: str, *, others: Collection[str]) -> None:
    """Two things of one kind never share a name: nobody could tell them apart on a list."""
    if name.casefold() in {other.casefold() for other in others}:
        raise RuleBroken(_("This name is taken. Choose another."), "name")


def check_kind(kind: str, kinds: Mapping[str, object], field: str = "kind") -> None:
    """Only kinds that are known."""
    if kind not in kinds:
        raise RuleBroken(_("Choose one from the list."), field)


def check_parent(organisation: str, *, parent: str, lineage: Collection[str]) -> None:
    """An organisation never answers to itself, not even by a detour; `lineage` is the parent and those above it."""
    if parent and organisation in lineage:
        raise RuleBroken(_("An organisation cannot answer to itself."), "parent")


def check_loosened(*, own: bool) -> None:
    """Nobody takes themselves out of an umbrella that keeps people, or has a site run by others: what is closed to
    whoever keeps people would be open to them by their own word."""
    if own:
        raise RuleBroken(_("Nobody of the organisation that has custody, or that it belongs to, can agree to this."))


def check_apart(*, same: bool, related: bool) -> None:
    """Whoever says it for the second time is somebody else, of another organisation."""
    if same:
        raise RuleBroken(_("You asked for it, or it is for yourself; somebody else has to agree."))
    if related:
        raise RuleBroken(_("Somebody of another organisation has to agree, under no umbrella with the first."))


def check_independent(kind: str, *, parent: str) -> None:
    """Oversight answers to no organisation of the programme."""
    if kind == "oversight" and parent:
        raise RuleBroken(_("Oversight is independent: it answers to no other organisation."), "parent")


def check_places(places: int, *, out_of_use: Collection[int], accessible: Collection[int] = ()) -> None:
    """A number of places that a block can have, and among them those out of use, and those easy to reach."""
    if not 0 <= places <= MOST_PLACES:
        raise RuleBroken(_("Give a number of places from 0 to %(most)s.") % {"most": MOST_PLACES}, "places")
    if any(not 1 <= number <= places for number in out_of_use):
        raise RuleBroken(_("Only places that the block has can be out of use."), "out_of_use")
    if any(not 1 <= number <= places for number in accessible):
        raise RuleBroken(_("Only places that the block has can be accessible."), "accessible")
