"""Where residents wait: at which step, in whose hands, how long already, and who moved on of late."""

from collections.abc import Iterable
from typing import Any

import msgspec
from django.db.models import Count

from onward.access.queries import staff_names
from onward.access.rules import Actor, Reader
from onward.cases.queries import reader_of_many
from onward.kit.dates import today
from onward.waiting.queries.ledger.sums import within
from onward.waiting.queries.ledger.words import held_words, step_place, step_words
from onward.waiting.queries.titles import known_as

LOOKED_BACK = 90


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """So many of those who wait at a step, in one pair of hands. `whose`: staff, body, resident or nobody."""

    words: str
    whose: str
    people: int


class Wait(msgspec.Struct, frozen=True, kw_only=True):
    """A step at which somebody waits: how many, for how long so far (half of them, the longest), in whose hands.

    `came` and `went`: how many entered and left the step in the last ninety days; `onward` is where to, by step.
    """

    step: str
    title: str
    people: int
    half: int
    longest: int
    held: tuple[Held, ...]
    came: int
    went: int
    onward: tuple[tuple[str, int], ...]


def waits_for(actor: Actor, *, site: str = "") -> list[Wait]:
    """The steps at which residents at sites in the actor's reach (or at one) wait now, in the order of the way.

    Each resident is counted once: at the step that has their days. As far as the ledger is.
    """
    now = within(actor, site=site).filter(last=None)
    rows: list[Any] = list(
        now.order_by().values("step", "whose", "holder", "name", "office", "since").annotate(people=Count("id"))
    )
    reader = reader_of_many(actor)
    for row in rows:
        row["step"] = known_as(reader, row["step"])
    flows = _flows(actor, reader, site)
    staff = staff_names({row["holder"] for row in rows if row["whose"] == "staff"})
    steps = {row["step"] for row in rows} | {step for flow in flows for step in flow if step not in ("", "ended")}
    by_step: dict[str, list[dict[str, Any]]] = {step: [] for step in sorted(steps, key=step_place)}
    for row in rows:
        by_step[row["step"]].append(row)
    return [_wait(reader, step, found, flows, staff) for step, found in by_step.items()]


def _flows(actor: Actor, reader: Reader, site: str) -> dict[tuple[str, str], int]:
    """(from, to) -> how many passed in the last ninety days; "" is the way in, "ended" the way out."""
    since = today().toordinal() - LOOKED_BACK
    moved = within(actor, site=site).filter(came_from__isnull=False, first__gte=since).order_by()
    left = within(actor, site=site).exclude(ended="").filter(last__gte=since).order_by()
    flows = {(f, t): many for f, t, many in moved.values_list("came_from", "step").annotate(many=Count("id"))}
    flows |= {(f, "ended"): many for f, many in left.values_list("step").annotate(many=Count("id"))}
    known: dict[tuple[str, str], int] = {}
    for (f, t), many in flows.items():
        key = known_as(reader, f), t if t == "ended" else known_as(reader, t)
        if key[0] != key[1]:  # from one of many to another of them, nobody has moved that the reader could see
            known[key] = known.get(key, 0) + many
    return known


def _wait(
    reader: Reader, step: str, rows: list[dict[str, Any]], flows: dict[tuple[str, str], int], staff: dict[str, str]
) -> Wait:
    now = today()
    waited = sorted((now.toordinal() - row["since"], row["people"]) for row in rows if row["since"] is not None)
    going = sorted(((to, many) for (of, to), many in flows.items() if of == step), key=lambda one: (-one[1], one[0]))
    return Wait(
        step=step,
        title=step_words(reader, step),
        people=sum(row["people"] for row in rows),
        half=_half(waited),
        longest=waited[-1][0] if waited else 0,
        held=_held(reader, rows, staff),
        came=sum(many for (_of, to), many in flows.items() if to == step),
        went=sum(many for _to, many in going),
        onward=tuple(going),
    )


def _half(waited: Iterable[tuple[int, int]]) -> int:
    """The days that half of them have waited at least: the middle one, the lower of two."""
    each = [days for days, people in waited for _one in range(people)]
    return each[(len(each) - 1) // 2] if each else 0


def _held(reader: Reader, rows: list[dict[str, Any]], staff: dict[str, str]) -> tuple[Held, ...]:
    people: dict[tuple[str, str], int] = {}
    for row in rows:
        words = held_words(reader, row["holder"], row["office"], row["name"], staff)
        key = words, row["whose"]
        people[key] = people.get(key, 0) + row["people"]
    found = [Held(words=words, whose=whose, people=many) for (words, whose), many in people.items()]
    return tuple(sorted(found, key=lambda one: (-one.people, one.words)))
