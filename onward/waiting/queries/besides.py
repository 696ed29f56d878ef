"""What is said beside the step that somebody waits for: when it was refused and by which office, what else is open."""

from onward.access.rules import Reader
from onward.kit.dates import local_day
from onward.pathway import Pathway
from onward.ui.templatetags.look import day_words
from onward.waiting.models import Matter
from onward.waiting.queries.titles import office_words, title_of
from onward.waiting.rules.words import REFUSALS


def decided(matter: Matter) -> tuple[str, str]:
    """(day, office) of a refusal, or (day, "") of a decision put to the resident; two empty words for all else."""
    if matter.held_since is None:
        return "", ""
    day = day_words(local_day(matter.held_since))
    if matter.holder_kind == "resident":
        return day, ""
    if matter.reason not in REFUSALS:
        return "", ""
    return day, matter.holder_name if matter.holder_kind == "body" else office_words(matter.office)


def beside(reader: Reader, way: Pathway, matters: list[Matter], now: Matter) -> tuple[tuple[str, str], ...]:
    """The other steps that are open at the same time, each with who holds it."""
    others = [m for m in matters if m.kind == "step" and m.closed_on is None and m.id != now.id]
    others = sorted((m for m in others if m.compartment == "record"), key=lambda m: (m.rank, m.since, m.entry))
    return tuple((title_of(reader, m, way), m.holder_name) for m in others)
