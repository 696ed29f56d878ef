"""What a matter is called on screen."""

from collections.abc import Mapping
from typing import Protocol

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from onward.access.rules import ROLE_NAMES, Reader
from onward.journal.compartments import RECORD
from onward.pathway import Pathway, Stage, Step, anywhere, sound, ways
from onward.waiting.rules.words import APART, BLOCKS, KINDS, NEEDS, OF_NEEDS, OF_THE_FILE, OVERRUNS, REASONS, SAID


class Coded(Protocol):
    """Anything that has a matter's kind and code."""

    @property
    def kind(self) -> str: ...
    @property
    def what(self) -> str: ...


BEGINNING = "default"
"""The way on which everybody begins: that somebody stands at a step of it says of nobody which way is theirs."""

ONE_OF_MANY = "onward"
"""What a step goes by where sums are told to whoever may not know of which way it is."""


def title_of(reader: Reader, matter: Coded, way: Pathway | None = None) -> str:
    """A matter's title in the reader's language; `way` is the one that its case follows, where that is at hand.

    Of a compartment that the reader does not open there is only what sort of thing is owed, and which staff hold it.
    """
    compartment = getattr(matter, "compartment", RECORD)
    if compartment != RECORD and not getattr(matter, "opened", False):
        if matter.kind in OF_THE_FILE:
            return _plain(KINDS, matter.kind)
        return _("%(owed)s; %(who)s") % {"owed": _plain(KINDS, matter.kind), "who": _plain(APART, compartment)}
    if matter.kind == "step":
        return step_title(reader, matter.what, way)
    if matter.kind == "block":
        return _plain(BLOCKS, matter.what)
    if matter.kind == "need":
        return str(NEEDS.get(matter.what, KINDS["need"]))
    if matter.kind in OF_NEEDS and matter.what in NEEDS:
        return _("%(owed)s: %(what)s") % {"owed": _plain(KINDS, matter.kind), "what": NEEDS[matter.what]}
    if matter.what in SAID:
        return str(SAID[matter.what])
    return _plain(KINDS, matter.kind)


def step_title(reader: Reader, step_id: str, way: Pathway | None = None) -> str:
    """A step's title, of this way or else of any that has it; its code in words where no file has it any more.

    The resident reads what it is called for them. The host's staff read what it is called on the way on which
    everybody begins; another step is one of many to them, unless it is their own office's to do.
    """
    found = _found(step_id, way)
    if found and reader.is_resident:
        return _for_person(*found)
    if not reader.names:
        common = _common(step_id)
        own = found and reader.roles.intersection(found[1].holder)
        if common or not own:
            return way_words(*common) if common else _("A step of the way onward")
    return way_words(found[0], found[1].title) if found else _plain({}, step_id).capitalize()


def known_as(reader: Reader, step_id: str) -> str:
    """By what a step is counted in sums: by itself, or as one of many for whoever may not know of which way it is."""
    if not step_id or reader.names or _common(step_id):
        return step_id
    found = anywhere(step_id)
    own = found is not None and bool(reader.roles.intersection(found[1].holder))
    return step_id if own or step_id == "transfer" else ONE_OF_MANY


def _found(step_id: str, way: Pathway | None) -> tuple[Pathway, Step] | None:
    step = way.step(step_id) if way else None
    return (way, step) if way and step else anywhere(step_id)


def _common(step_id: str) -> tuple[Pathway, str] | None:
    way = sound(BEGINNING)
    step = way.step(step_id)
    return (way, step.title) if step else None


def _for_person(way: Pathway, step: Step) -> str:
    """What a step is called for the person; where that is not said in their language, what all call it there."""
    said = step.title_for_person
    told = way_words(way, said) if said else ""
    english = (get_language() or "en").startswith("en")
    return told if told and (told != said or english) else way_words(way, step.title)


def stage_title(reader: Reader, stage: Stage, way: Pathway) -> str:
    """A stage's title; for the host's staff as it is called on the way on which everybody begins."""
    if reader.names:
        return way_words(way, stage.title)
    start = sound(BEGINNING)
    title = next((one.title for one in start.stages if one.id == stage.id), "")
    return way_words(start, title) if title else _("Onward")


def way_words(way: Pathway, text: str) -> str:
    """A text of a way in the reader's language: by the file's own words, else by those of the programme."""
    own = way.words.get(get_language() or "", {}).get(text) if way.words else None
    return own or (_(text) if text else "")


def reason_words(reason: str) -> str:
    """A reason that was given as a code, in words; words as they were said."""
    return str(REASONS.get(reason, reason))


def overrun_words(code: str) -> str:
    """Why something is late, in words; "" where nobody has said."""
    return _plain(OVERRUNS, code) if code else ""


def office_words(office: str) -> str:
    """An office as staff call it."""
    return str(ROLE_NAMES.get(office, office))


def _plain(words: Mapping[str, object], code: str) -> str:
    return str(words.get(code, code.replace("_", " ")))


def stage_words(reader: Reader) -> dict[str, str]:
    """Each stage of any way with its title in the reader's language, in order; the ways share most of them.

    For the host's staff those of the way on which everybody begins: another would say which way somebody is on.
    """
    titles: dict[str, str] = {}
    for way in ways() if reader.names else [sound(BEGINNING)]:
        for stage in way.stages:
            if stage.id not in titles:
                titles[stage.id] = way_words(way, stage.title)
    return titles
