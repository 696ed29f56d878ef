"""What a matter is called on screen."""

from collections.abc import Mapping
from typing import Protocol

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from onward.access.rules import ROLE_NAMES
from onward.pathway import Pathway, anywhere, ways
from onward.waiting.rules.words import BLOCKS, KINDS, NEEDS, OVERRUNS, REASONS


class Coded(Protocol):
    """Anything that has a matter's kind and code."""

    @property
    def kind(self) -> str: ...
    @property
    def what(self) -> str: ...


def title_of(matter: Coded, way: Pathway | None = None) -> str:
    """A matter's title in the reader's language; `way` is the one that its case follows, where that is at hand.

    What is kept in a closed room is called no more than that, whatever it is.
    """
    if getattr(matter, "compartment", "record") != "record":
        return _("Something kept in a room of its own")
    if matter.kind == "step":
        return step_title(matter.what, way)
    if matter.kind == "block":
        return _plain(BLOCKS, matter.what)
    if matter.kind == "need":
        return str(NEEDS.get(matter.what, KINDS["need"]))
    return _plain(KINDS, matter.kind)


def step_title(step_id: str, way: Pathway | None = None) -> str:
    """A step's title, of this way or else of any that has it; its code in words where no file has it any more."""
    found = way.step(step_id) if way else None
    if way and found:
        return way_words(way, found.title)
    elsewhere = anywhere(step_id)
    return way_words(elsewhere[0], elsewhere[1].title) if elsewhere else _plain({}, step_id).capitalize()


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


def stage_words() -> dict[str, str]:
    """Each stage of any way with its title in the reader's language, in order; the ways share most of them."""
    titles: dict[str, str] = {}
    for way in ways():
        for stage in way.stages:
            if stage.id not in titles:
                titles[stage.id] = way_words(way, stage.title)
    return titles
