"""What a matter is called on screen."""

from collections.abc import Mapping
from typing import Protocol

from django.utils.translation import gettext as _

from onward.access.rules import ROLE_NAMES
from onward.pathway import Pathway, named
from onward.waiting.rules.words import BLOCKS, KINDS, NEEDS, OVERRUNS, REASONS


class Coded(Protocol):
    """Anything that has a matter's kind and code."""

    @property
    def kind(self) -> str: ...
    @property
    def what(self) -> str: ...


def title_of(matter: Coded, way: Pathway) -> str:
    """A matter's title in the reader's language: never more than its kind where its code is not known here.

    What is kept in a closed room is called no more than that, whatever it is.
    """
    if getattr(matter, "compartment", "record") != "record":
        return _("Something kept in a room of its own")
    if matter.kind == "step":
        step = way.step(matter.what)
        return _(step.title) if step else _plain(KINDS, matter.kind)
    if matter.kind == "block":
        return _plain(BLOCKS, matter.what)
    if matter.kind == "need":
        return str(NEEDS.get(matter.what, KINDS["need"]))
    return _plain(KINDS, matter.kind)


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
    """Each stage of the way with its title in the reader's language, in order."""
    return {stage.id: _(stage.title) for stage in named("default").stages}
