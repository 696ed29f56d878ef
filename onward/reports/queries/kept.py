"""What took long to count is kept for a few minutes: for the reader for whom it was counted, and for nobody else."""

import time
from collections.abc import Callable, Hashable
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar, cast

from django.utils.translation import get_language

from onward.access.rules import Actor
from onward.journal.keyring import erased_streams
from onward.kit.dates import now
from onward.kit.memory import give_back

MINUTES = 10
LONG = 0.05
"""Seconds of CPU. What is counted sooner is counted anew each time."""
MOST = 200
"""Pages kept at once; they are small."""

Page = TypeVar("Page")


class _Counted(NamedTuple):
    at: datetime
    erased: int
    page: object


_kept: dict[Hashable, _Counted] = {}


def kept(
    actor: Actor, of: Hashable, count: Callable[[], Page], *, whole: Callable[[Page], bool] = lambda _page: True
) -> tuple[Page, datetime | None]:
    """The page that `count` gives, and when that was where it is one counted before.

    `of`: all that it is about. Nothing outlives an erasure, and what is not yet `whole` is not kept.
    """
    key, moment, erased = (actor, get_language(), of), now(), len(erased_streams())
    for old, one in list(_kept.items()):  # a copy: other threads add to it
        if one.erased != erased or not _fresh(one.at, moment):
            _kept.pop(old, None)
    if (found := _kept.get(key)) is not None:
        return cast("Page", found.page), found.at
    begun = time.thread_time()
    page = count()
    if time.thread_time() - begun >= LONG:
        give_back()
        if len(_kept) < MOST and whole(page):
            _kept[key] = _Counted(moment, erased, page)
    return page, None


def _fresh(at: datetime, moment: datetime) -> bool:
    return timedelta(0) <= moment - at < timedelta(minutes=MINUTES) and at.date() == moment.date()
