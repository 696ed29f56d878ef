"""What a resident needs, as far as the one who asks opens it."""

from typing import TYPE_CHECKING

from onward.access.rules import Actor
from onward.care.rules import NEEDS, NOTED_BY_ANYBODY
from onward.cases.queries import case_for, compartments_for
from onward.kit.errors import NotFound
from onward.waiting.queries import matters_of, veiled
from onward.waiting.rules.words import KINDS
from onward.waiting.rules.words import NEEDS as WORDS

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.waiting.models import Matter


def may_note(actor: Actor, case: "Case") -> list[str]:
    """The kinds of need that the actor may note of this resident: those they open, and what everybody passes on."""
    opens = compartments_for(actor, case) | NOTED_BY_ANYBODY
    return [code for code, need in NEEDS.items() if need.within in opens]


def needs_of(actor: Actor, case: str) -> list["Matter"]:
    """What a resident needs and has not been given yet."""
    every = veiled(actor, matters_of(case_for(actor, case).id))
    return [m for m in every if m.kind == "need" and m.closed_on is None]


def need_for(actor: Actor, case: str, need: str) -> "Matter":
    """One need of a resident within reach, open or met, of a compartment that the actor opens."""
    for matter in veiled(actor, matters_of(case_for(actor, case).id)):
        if matter.id == need and matter.kind == "need" and matter.is_told:
            return matter
    raise NotFound(need)


def need_words(code: str) -> str:
    """A need in words."""
    return str(WORDS.get(code, KINDS["need"]))
