"""Who may be given which place. Families stay together; a block for women is for women; no child sleeps alone."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken


class Guest(NamedTuple):
    """A person to be housed, as far as was noted at arrival: an empty `sex` or `age` says that nobody noted it.

    `care`: "supervised", or the id of the resident who cares for a child that is alone; empty without an arrangement.
    `housed`: has a place now.
    """

    id: str
    name: str
    family: str = ""
    sex: str = ""
    age: str = ""
    accessible: bool = False
    care: str = ""
    housed: bool = False

    @property
    def child(self) -> bool:
        """Noted as a child. A person whose age nobody noted is not taken for one."""
        return self.age == "child"


class Bed(NamedTuple):
    """A place as it stands now; `free` when nobody has it, or only people who leave it in the same act.

    `accessible`: "yes", "no", or empty where nobody said of any place of the site which can be reached and used.
    `held`: until when it is held, in words, and `held_for` whom: this resident or family, or where there is none
    whoever has no place yet.
    """

    id: str
    name: str
    block: str
    block_name: str
    site: str = ""
    meant_for: str = "anyone"
    closed: bool = False
    free: bool = True
    accessible: str = ""
    held: str = ""
    held_for: frozenset[str] = frozenset()

    def kept_from(self, guest: Guest) -> bool:
        """Whether the place is held, and not for this guest."""
        return bool(self.held) and (
            self.held_for.isdisjoint({guest.id, guest.family}) if self.held_for else guest.housed
        )


class Objection(NamedTuple):
    """A rule that speaks against a place for somebody, and its sentence for whoever may know it."""

    rule: str
    guest: Guest
    bed: Bed
    sentence: str


Placing = tuple[Guest, Bed]
Near = Mapping[str, Collection[str]]
"""Resident -> those whom they are kept apart from."""


def check_places(
    wanted: Sequence[Placing],
    others: Sequence[tuple[Guest, Bed | None]] = (),
    *,
    apart: Near | None = None,
    blocks: Mapping[str, str] | None = None,
    knows: bool = True,
    because: str = "",
    parted: bool = False,
) -> tuple[str, ...]:
    """Refuse places that are closed, full or meant for others, and whatever would part a family.

    `others` are the rest of their families at the same site, with where they sleep now; `parted`: the family asked for
    it. `apart` says who is kept apart from whom, `blocks` where the others of them sleep, and carers of children.
    `knows`: the actor may know every reason. They may set rules aside with a reason (`because`): gives the rules.
    Whoever may not know is told of each rule the same: not suitable.
    """
    _check_room(wanted)
    if not parted:
        _check_families(wanted, others)
    found = objections(wanted, others, apart=apart or {}, blocks=blocks or {})
    if found and not knows:
        raise RuleBroken(not_suitable(found[0]), "places")
    if found and not because.strip():
        raise RuleBroken(found[0].sentence, "places")
    return tuple(dict.fromkeys(one.rule for one in found))


def not_suitable(objection: Objection) -> str:
    """What is said of every rule to whoever may not know all of them, or one could be told from another."""
    return _("%(block)s is not suitable for %(name)s; choose another block.") % {
        "block": objection.bed.block_name,
        "name": objection.guest.name,
    }


def objections(
    wanted: Sequence[Placing],
    others: Sequence[tuple[Guest, Bed | None]],
    *,
    apart: Near,
    blocks: Mapping[str, str],
) -> list[Objection]:
    """Every rule that speaks against these places, one a person at most."""
    settled = [*wanted, *((guest, bed) for guest, bed in others if bed is not None)]
    where = dict(blocks) | {guest.id: bed.block for guest, bed in settled}
    found = []
    for guest, bed in wanted:
        kin = [kin for kin, at in settled if at.block == bed.block]
        rule, sentence = why_not(guest, bed, kin=kin, cared=guest.care != "" and where.get(guest.care) == bed.block)
        if not rule and any(where.get(other) == bed.block for other in apart.get(guest.id, ())):
            rule = "apart"
            sentence = _("%(name)s is kept apart from somebody in %(block)s; choose another block.") % {
                "name": guest.name,
                "block": bed.block_name,
            }
        if rule:
            found.append(Objection(rule, guest, bed, sentence))
    return found


def why_not(guest: Guest, bed: Bed, *, kin: Sequence[Guest], cared: bool = False) -> tuple[str, str]:
    """Which rule says that `guest` may not sleep in `bed`, and its sentence; both empty when they may.

    `kin` are those who would sleep in that block with them; only people of the same family count. `cared`: whoever
    cares for this child sleeps in the block.
    """
    family = [other for other in kin if other.id != guest.id and guest.family and other.family == guest.family]
    names = {"name": guest.name, "block": bed.block_name, "place": bed.name}
    if bed.meant_for == "women" and guest.sex == "man" and not guest.child:
        return "women", _("%(block)s is for women; choose another block for %(name)s.") % names
    if bed.meant_for == "men" and guest.sex == "woman":
        return "men", _("%(block)s is for men; choose another block for %(name)s.") % names
    if guest.child and not cared and not any(not other.child for other in family) and not _supervised(guest, bed):
        return "child_alone", _child_alone(guest, bed) % names
    if bed.meant_for == "children" and not guest.child and not any(other.child for other in family):
        return "children", _("%(block)s is for children and the family who care for them.") % names
    if bed.meant_for == "families" and not family and not cared:
        return "families", _("%(block)s is for families; choose another block for %(name)s.") % names
    if guest.accessible and bed.accessible == "no":
        return "accessible", _("%(name)s needs a place that they can reach and use; %(place)s is not one.") % names
    return "", ""


def _supervised(guest: Guest, bed: Bed) -> bool:
    return guest.care == "supervised" and bed.meant_for == "children"


def _child_alone(guest: Guest, bed: Bed) -> str:
    if bed.meant_for == "children":
        return _("%(name)s is a child alone: arrange interim care first, and say who decided on it.")
    if guest.care == "supervised":
        return _("%(name)s is a child alone: choose a block for children, where staff are day and night.")
    if guest.care:
        return _("%(name)s is a child alone: choose the block where whoever cares for them sleeps.")
    return _("%(name)s is a child alone: arrange interim care, or house an adult of the family there too.")


def _check_room(wanted: Sequence[Placing]) -> None:
    asked = Counter(bed.id for _guest, bed in wanted)
    for guest, bed in wanted:
        if bed.closed:
            raise RuleBroken(_("%(place)s is closed; choose another place.") % {"place": bed.name}, "places")
        if not bed.free:
            raise RuleBroken(_("%(place)s is taken; choose another place.") % {"place": bed.name}, "places")
        if bed.kept_from(guest):
            raise RuleBroken(
                _("%(place)s is held for others until %(day)s; choose another place, or release it first.")
                % {"place": bed.name, "day": bed.held},
                "places",
            )
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
