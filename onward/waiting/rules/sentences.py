"""Why somebody waits, in words: for staff, and for the resident, calm and in the second person."""

from datetime import date
from functools import lru_cache

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.access.rules.grants import CUSTODY
from onward.cases.events import Holder
from onward.waiting.rules.lateness import Lateness, late_for_resident, late_for_staff, told_for_resident


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What is waited for now: the step and what its resident is told, who holds it, since when, what blocks it."""

    title: str
    say: str
    holder: Holder
    office: str
    named: bool
    days: int
    norm: int | None
    block: str = ""
    reason: str = ""
    answer: str = ""
    """The reason again where it is one of the known answers: a resident is told of those, never of notes."""
    decided_on: str = ""
    decided_by: str = ""
    """When a refusal was given and by which office or body, never by whom; and since when a decision is put to them."""
    beside: tuple[tuple[str, str], ...] = ()
    """What else is open at the same time: title, and who holds it ("" for nobody)."""
    late: Lateness = Lateness()


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """The same in two voices, sentence by sentence."""

    staff: tuple[str, ...]
    resident: tuple[str, ...]
    told: tuple[str, ...] = ()
    """For the resident: which offices know that it is late."""


def explain(waiting: Waiting | None, *, ended_on: date | None) -> Explanation:
    """Say in words what is waited for, whose it is, and for how long."""
    if ended_on is not None:
        return Explanation(staff=(_("This stay has ended."),), resident=(_("Your stay here has ended."),))
    if waiting is None:
        staff = _("No step is open. These days are unexplained until somebody says what comes next.")
        resident = _("Nobody has said yet what comes next for you. That is not your fault. You may ask.")
        return Explanation(staff=(staff,), resident=(resident,))
    told = tuple(told_for_resident(waiting.late)) if _is_late(waiting) else ()
    return Explanation(staff=_for_staff(waiting), resident=_for_resident(waiting), told=told)


def _is_late(w: Waiting) -> bool:
    return w.norm is not None and w.days > w.norm


def _for_staff(w: Waiting) -> tuple[str, ...]:
    if w.holder.kind == "resident" and w.named:
        whose = _("The next move is the resident's own.")
    elif w.named:
        whose = _("The next move is with %(name)s.") % {"name": w.holder.name}
    elif w.office:
        whose = _("Nobody is named for this (%(office)s). The days are unexplained.") % {"office": w.office}
    else:
        whose = _("Nobody is named for this. The days are unexplained.")
    said = [whose]
    if w.block:
        said.append(_("Held up by: %(block)s.") % {"block": w.block})
    if w.reason:
        said.append(_("Reason given: %(reason)s") % {"reason": w.reason})
    said.extend(_decided(w))
    over = w.days - w.norm if w.norm is not None else 0
    if over > 0:
        many = ngettext("It is %(count)d day past the norm.", "It is %(count)d days past the norm.", over)
        said.append(many % {"count": over})
        said.extend(late_for_staff(w.late))
    if w.beside:
        named = (_("%(title)s (%(name)s)") % {"title": t, "name": name or _("nobody")} for t, name in w.beside)
        said.append(_("Also open: %(steps)s.") % {"steps": _(", ").join(named)})
    return tuple(said)


def _decided(w: Waiting) -> list[str]:
    """By which office and on which day it was refused: whoever waits may know that, of a commander too."""
    if not (w.decided_on and w.decided_by):
        return []
    return [_("That was decided on %(day)s by: %(office)s.") % {"day": w.decided_on, "office": w.decided_by}]


def _for_resident(w: Waiting) -> tuple[str, ...]:
    said = [w.say or w.title]
    if w.answer:
        said.append(w.answer)
    said.extend(_decided(w))
    if w.holder.kind == "resident" and w.named:
        said.append(_("The next move is yours. Take the time that you need."))
        if w.decided_on:
            said.append(_("It was put to you on %(day)s.") % {"day": w.decided_on})
    elif w.named and w.holder.office == CUSTODY:
        # A resident is told the office of whoever decides on leaving, never the name.
        said.append(_("The next move is with: %(office)s.") % {"office": w.office})
    elif w.named:
        said.append(_("The next move is with %(name)s.") % {"name": w.holder.name})
    else:
        said.append(_("Nobody has been named to do this yet. That is not your fault. You may ask who it will be."))
    if w.block:
        said.append(_("It cannot go on yet: %(block)s.") % {"block": w.block})
    if w.days:
        many = ngettext("This has taken %(count)d day so far.", "This has taken %(count)d days so far.", w.days)
        said.append(many % {"count": w.days})
    if w.beside:
        said.append(_("At the same time: %(steps)s.") % {"steps": _(", ").join(title for title, _name in w.beside)})
    if _is_late(w):
        said.append(" ".join((_("That is longer than it should take."), late_for_resident(w.late))))
    return tuple(said)


@lru_cache(1000)
def norm_words(_language: str | None, norm: int | None, late_by: int = 0) -> str:
    """How long a step should take, or by how much it is past that: a way says it a dozen times, on every file."""
    if not norm and not late_by:
        return ""
    if late_by:
        told = ngettext("%(late)s day past the norm of %(norm)s", "%(late)s days past the norm of %(norm)s", late_by)
        return told % {"late": late_by, "norm": norm}
    return ngettext("norm %(norm)s day", "norm %(norm)s days", norm or 0) % {"norm": norm}
