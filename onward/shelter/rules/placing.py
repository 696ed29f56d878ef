"""Who may be given which place. Families stay together; a block for women is for women; no child sleeps alone."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken


class Guest(NamedTuple):
    """A person to be housed, as far as was noted at arrival: an empty `sex` or `age` says that nobody noted it."""

    id: str
    name: str
    family: str = ""
    sex: str = ""
    age: str = ""

    @property
    def child(self) -> bool:
        """Noted as a child. A person whose age nobody noted is not taken for one."""
        return self.age == "child"


class Bed(NamedTuple):
    """A place as it stands now; `free` when nobody has it, or only people who leave it in the same act."""

    id: str
    name: str
    block: str
    block_name: str
    site: str = ""
    meant_for: str = "anyone"
    closed: bool = False
    free: bool = True


Placing = tuple[Guest, Bed]


def check_places(wanted: Sequence[Placing], others: Sequence[tuple[Guest, Bed | None]] = ()) -> None:
    """Refuse places that are closed, full or meant for others, and whatever would part a family.

    `others` are the rest of their families at the same site, with where they sleep now.
    """
    _check_room(wanted)
    _check_families(wanted, others)
    settled = [*wanted, *((guest, bed) for guest, bed in others if bed is not None)]
    for guest, bed in wanted:
        reason = why_not(guest, bed, kin=[kin for kin, at in settled if at.block == bed.block])
        if reason:
            raise RuleBroken(reason, "places")


def why_not(guest: Guest, bed: Bed, *, kin: Sequence[Guest]) -> str:
    """Why `guest` may not sleep in the block of `bed`, in one sentence; empty when they may.

    `kin` are those who would sleep in that block with them; only people of the same family count.
    """
    family = [other for other in kin if other.id != guest.id and guest.family and other.family == guest.family]
    names = {"name": guest.name, "block": bed.block_name}
    if bed.meant_for == "women" and guest.sex == "man" and not guest.child:
        return _("%(block)s is for women; choose another block for %(name)s.") % names
    if bed.meant_for == "men" and guest.sex == "woman":
        return _("%(block)s is for men; choose another block for %(name)s.") % names
    if guest.child and bed.meant_for != "children" and not any(not other.child for other in family):
        return (
            _("%(name)s is a child alone: choose a block for children, or house an adult of the family there too.")
            % names
        )
    if bed.meant_for == "children" and not guest.child and not any(other.child for other in family):
        return _("%(block)s is for children and the family who care for them.") % names
    if bed.meant_for == "families" and not family:
        return _("%(block)s is for families; choose another block for %(name)s.") % names
    return ""


def _check_room(wanted: Sequence[Placing]) -> None:
    asked = Counter(bed.id for _guest, bed in wanted)
    for _guest, bed in wanted:
        if bed.closed:
            raise RuleBroken(_("%(place)s is closed; choose another place.") % {"place": bed.name}, "places")
        if not bed.free:
            raise RuleBroken(_("%(place)s is taken; choose another place.") % {"place": bed.name}, "places")
        if asked[bed.id] > 1:
            raise RuleBroken(_("%(place)s is chosen twice; give each person one.") % {"place": bed.name}, "places")


def _check_families(wanted: Sequence[Placing], others: Sequence[tuple[Guest, Bed | None]]) -> None:
    for family in dict.fromkeys(guest.family for guest, _bed in wanted if guest.family):
        blocks: dict[str, str] = {}
        for guest, bed in (*wanted, *others):
            if guest.family != family:
                continue
            if bed is None:
                raise RuleBroken(
                    _("%(name)s is of the same family and has no place yet: house the family together.")
                    % {"name": guest.name},
                    "places",
                )
            blocks[bed.block] = guest.name
        if len(blocks) > 1:
            raise RuleBroken(
                _("%(names)s are one family: give them places in the same block.")
                % {"names": ", ".join(blocks.values())},
                "places",
            )


def check_here(name: str, *, site: str, at: str, going: bool, ended: bool) -> None:
    """Refuse a place at `site` to someone who is not there: elsewhere, on the road, or gone."""
    if ended:
        raise RuleBroken(_("The stay of %(name)s has ended.") % {"name": name}, "places")
    if going:
        raise RuleBroken(
            _("%(name)s is on the road to another site: call the transfer off first.") % {"name": name}, "places"
        )
    if at != site:
        raise RuleBroken(_("%(name)s is not at the site of this place.") % {"name": name}, "places")


def check_change(before: Sequence[str], after: Sequence[str]) -> None:
    """Refuse an act that would change nothing, and one that places nobody."""
    if not after:
        raise RuleBroken(_("Choose a place."), "places")
    if list(before) == list(after):
        raise RuleBroken(_("They have these places already."), "places")
