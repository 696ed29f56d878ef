"""The story of each group, as scenes: when, and which act. Told in order of time, by the acts that screens call."""

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial

import msgspec
from django.utils import timezone

from onward.config.demo.people import Group

WAY = (
    # step, days after the one before: shortest, longest
    ("received", 0, 0),
    ("sent", 0, 0),
    ("arrived_at_site", 0, 1),
    ("housed", 0, 1),
    ("named", 1, 3),
    ("heard", 4, 12),
    ("consented", 2, 6),
    ("contact_first", 1, 4),
    ("contact_checked", 1, 4),
    ("nationality_asked", 1, 3),
    ("nationality_confirmed", 24, 62),
    ("papers", 9, 24),
    ("return_first", 2, 5),
    ("return_checked", 1, 4),
    ("exit_authorised", 3, 16),
    ("departed", 2, 6),
    ("handed_over", 0, 1),
    ("arrived", 1, 4),
)
STUCK = ("silent", "refused", "appealed", "unnamed", "interpreter")
"""Quirks of those whose present step is late."""
SLOW = frozenset(step for step, _shortest, _longest in WAY[WAY.index(("heard", 4, 12)) :])
"""What takes longer where it takes long: everything from the hearing on."""
ORDER = [step for step, _shortest, _longest in WAY]
REACH = {"received_only": "received", "received": "arrived_at_site"}
"""What a group's `reach` means where it is not the name of a scene."""


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """One act: when, in whose story, and what is called then."""

    at: datetime
    group: str
    step: str
    act: Callable[[], object]


def days_of(group: Group) -> dict[str, int]:
    """Step -> days after arrival, for every step that this group's way has reached; drawn once, for ever the same."""
    lot = random.Random(f"onward {group.key}")  # noqa: S311 - a story, not a secret
    last = ORDER.index(REACH.get(group.reach, group.reach))
    reached, day = {}, 0
    for step, shortest, longest in WAY[: last + 1]:
        day += lot.randint(shortest, longest)
        if step == "named":
            day += group.quirk_days if group.quirk == "unnamed" else 0
        if step == "heard":
            day += group.interpreter_days
        reached[step] = day
    return _fitted(reached, group, since_last=lot.randint(1, 6))


def _fitted(reached: dict[str, int], group: Group, since_last: int) -> dict[str, int]:
    """The longest ways must still have happened; and most people wait for their next step since a week or so."""
    last = max(reached.values())
    most = max(group.ago - (1 if group.ago else 0), 0)
    if last > most:
        return {step: round(at * most / last) for step, at in reached.items()}
    if not last or group.reach == "arrived" or group.quirk in STUCK:
        return reached
    longer = min(max(group.ago - since_last, last) / last, 6)
    return {step: round(at * longer) if step in SLOW else at for step, at in reached.items()}


def moments(group: Group, today: date) -> dict[str, datetime]:
    """Step -> when it happened: by day, in the order of the way, a little later each time."""
    lot = random.Random(f"onward {group.key} hours")  # noqa: S311 - a story, not a secret
    arrival = today - timedelta(days=group.ago)
    told, before = {}, None
    for step, day in days_of(group).items():
        hour = time(4 + lot.randint(0, 2), lot.randint(0, 59)) if step == "received" else time(8, lot.randint(0, 59))
        at = datetime.combine(arrival + timedelta(days=day), hour, tzinfo=timezone.get_default_timezone())
        if before is not None and at <= before:
            at = before + timedelta(minutes=lot.randint(25, 70))
        told[step] = before = at
    return told


def scenes(group: Group, today: date, acts: object) -> Iterator[Scene]:
    """Every scene of a group that has happened by now. `acts` has a method for each step, called with its moment."""
    now = timezone.now()
    when = moments(group, today)
    for step, at in when.items():
        yield Scene(at=at, group=group.key, step=step, act=partial(getattr(acts, step), at))
    for step, days in getattr(acts, "between", {}).items():
        at = when["received"] + timedelta(days=days, hours=6)
        if at < now:
            yield Scene(at=at, group=group.key, step=step, act=partial(getattr(acts, step.partition(" ")[0]), at))
