"""The ways as the page of all ways draws them, in the reader's language."""

from functools import partial

import msgspec
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.pathway import Pathway, Step, picture, ways
from onward.waiting.queries.titles import office_words, way_words


class DrawnStep(msgspec.Struct, frozen=True):
    """A step in words: what, whose, how long, what shows it."""

    title: str
    whose: str
    say: str
    evidence: str


class DrawnWay(msgspec.Struct, frozen=True):
    """A way: its picture, and the same in words."""

    id: str
    title: str
    about: str
    picture: SafeString
    steps: tuple[DrawnStep, ...]


def drawn_ways() -> list[DrawnWay]:
    """Every way that the programme has, its own included; no resident is in it."""
    return [_drawn(way) for way in ways()]


def _drawn(way: Pathway) -> DrawnWay:
    say = partial(way_words, way)
    steps = (DrawnStep(say(step.title), _whose(step), say(step.say), say(step.evidence)) for step in way.steps)
    drawing = picture(way, say=say, note=_whose)  # which escapes every word
    return DrawnWay(way.id, say(way.title), say(way.about), mark_safe(drawing), tuple(steps))  # noqa: S308 - as said


def _whose(step: Step) -> str:
    whose = _("a body outside") if step.outside else " / ".join(office_words(office) for office in step.holder)
    days = "" if step.within is None else ngettext("%(count)d day", "%(count)d days", step.within)
    some = _("only for some") if step.when or step.unless else ""
    return " · ".join(part for part in (whose, days and days % {"count": step.within}, some) if part)
