"""The picture of where residents wait, ready to be drawn."""

from datetime import datetime
from itertools import pairwise

import msgspec
from django.utils.translation import gettext as _

from onward.access.rules import Actor, Reader
from onward.cases.queries import reader_of_many
from onward.reports.queries.days import PATIENCE
from onward.reports.queries.kept import kept
from onward.waiting.queries import Part
from onward.waiting.queries.ledger import Reached, Wait, catch_up, step_words, waits_for

TONES = {"staff": "tone-1", "body": "tone-3", "resident": "tone-4", "nobody": "nobody"}


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A step: its numbers, its bar (by whose hands it is in), and where people went: `flow` of them to the next one."""

    wait: Wait
    parts: tuple[Part, ...]
    flow: int
    thick: float
    others: tuple[tuple[str, int], ...]


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """The page: bars in the order of the way, and the same steps slowest first."""

    bars: tuple[Bar, ...]
    slowest: tuple[Wait, ...]
    people: int
    reached: Reached


def waits_page(actor: Actor, *, site: str) -> tuple[Waits, datetime | None]:
    """The page, and when it was counted, if that was not just now."""
    return kept(actor, ("waits", site), lambda: _counted(actor, site), whole=lambda page: page.reached.whole)


def _counted(actor: Actor, site: str) -> Waits:
    """Where residents at sites in the actor's reach, or at one, wait now."""
    reached = catch_up(seconds=PATIENCE)
    waits = waits_for(actor, site=site)
    reader = reader_of_many(actor)
    longest = max((wait.people for wait in waits), default=0) or 1
    widest = max((many for wait in waits for _to, many in wait.onward), default=0) or 1
    following = {one.step: other.step for one, other in pairwise(waits)}
    return Waits(
        bars=tuple(_bar(reader, wait, longest, widest, following.get(wait.step, "ended")) for wait in waits),
        slowest=tuple(sorted((wait for wait in waits if wait.people), key=lambda one: (-one.half, -one.people))),
        people=sum(wait.people for wait in waits),
        reached=reached,
    )


def _bar(reader: Reader, wait: Wait, longest: int, widest: int, following: str) -> Bar:
    onward = dict(wait.onward)
    flow = onward.pop(following, 0)
    hands = [Part(sum(held.people for held in wait.held if held.whose == whose), TONES[whose]) for whose in TONES]
    return Bar(
        wait=wait,
        parts=(*hands, Part(longest - wait.people, "rest")),
        flow=flow,
        thick=round(1 + 9 * flow / widest, 1) if flow else 0,
        others=tuple((_to(reader, step), many) for step, many in onward.items()),
    )


def _to(reader: Reader, step: str) -> str:
    return _("the end of the stay") if step == "ended" else step_words(reader, step)
