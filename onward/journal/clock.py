"""The journal's clock: a hybrid logical clock, one integer, `milliseconds << 16 | counter`.

It orders entries and never runs backwards, whatever the machine's clock does. Its date is the cut for "as it stood".
It measures no wait: that is done on `happened_at`.
"""

import threading
import time
from datetime import UTC, date, datetime

import msgspec
from django.utils.translation import gettext as _

from onward.kit import dates
from onward.kit.errors import RuleBroken

COUNTER_BITS = 16
LARGEST_JUMP_MS = 24 * 60 * 60 * 1000


class ClockJumped(RuleBroken):
    """The machine's clock moved by more than a day. A person must look at it before anything more is written."""

    def __init__(self) -> None:
        super().__init__(
            _("The clock of this machine has jumped by more than a day. Nothing can be written until it is confirmed.")
        )


class _Anchor(msgspec.Struct, frozen=True):
    wall_ms: int
    steady_ms: int


_anchor: _Anchor | None = None
_vouched = False
_doubted = False
_anchoring = threading.Lock()


def _wall_ms() -> int:
    return int(dates.now().timestamp() * 1000)


def _steady_ms() -> int:
    # Goes on counting while the machine sleeps, so that a lid closed for a weekend is no jump.
    return time.clock_gettime_ns(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)) // 1_000_000


def confirm(*, by_person: bool = True) -> None:
    """A person has looked at the date and says that it is right: from here on jumps are measured from now.

    Not `by_person`: a machine that unlocked itself. People may write then, and see the date that they write under;
    what is done with nobody looking waits until somebody has (`is_sure`).
    """
    global _anchor, _vouched, _doubted
    with _anchoring:
        _anchor, _vouched, _doubted = _Anchor(_wall_ms(), _steady_ms()), by_person, False


def forget() -> None:
    """Trust nothing but the last entry, as a process that has just started does."""
    global _anchor, _vouched, _doubted
    with _anchoring:
        _anchor, _vouched, _doubted = None, False, False


def weigh(last: int) -> None:
    """Nobody looks as this process begins: go by the machine's date only if it lies within a day of the last entry.

    Else nothing is written until somebody has looked at it (`confirm`).
    """
    global _doubted  # noqa: PLW0603 - one clock in a process
    forget()
    if is_far(last):
        _doubted = True
    else:
        confirm(by_person=False)


def is_far(last: int) -> bool:
    """Whether the machine's date is more than a day from the last entry; False while there is none."""
    return bool(last) and abs(_wall_ms() - (last >> COUNTER_BITS)) > LARGEST_JUMP_MS


def is_doubted() -> bool:
    """Whether nothing can be written until somebody confirms the date; asked on every page, so it reads nothing."""
    if dates.is_told():
        return False
    anchor = _anchor
    if anchor is None:
        return _doubted
    return abs(_wall_ms() - (anchor.wall_ms + _steady_ms() - anchor.steady_ms)) > LARGEST_JUMP_MS


def tick(last: int) -> int:
    """The next moment of the clock after `last`, the greatest in the journal (0 if empty). Raises ClockJumped."""
    wall = _wall_ms()
    if not dates.is_told():
        _check_jump(wall, last)
    return max(last + 1, wall << COUNTER_BITS)


def check_foreign(recorded_at: int) -> None:
    """Refuse an entry from the far future: this node's own clock would follow it there. Raises ClockJumped."""
    if (recorded_at >> COUNTER_BITS) - _wall_ms() > LARGEST_JUMP_MS:
        raise ClockJumped


def has_jumped(last: int) -> bool:
    """Whether writing now would be refused: for the page that asks a person to confirm the date."""
    try:
        _check_jump(_wall_ms(), last)
    except ClockJumped:
        return True
    return False


def is_sure(last: int) -> bool:
    """Whether the date may be acted on while nobody looks.

    A person vouched for it in this process, or something was written within a day of it; and it has not jumped since.
    """
    if dates.is_told():
        return True
    if has_jumped(last):
        return False
    return _vouched or not is_far(last)


def _check_jump(wall: int, last: int) -> None:
    global _anchor  # noqa: PLW0603 - one clock in a process
    steady = _steady_ms()
    with _anchoring:
        expected = _anchor.wall_ms + steady - _anchor.steady_ms if _anchor else last >> COUNTER_BITS or wall
        if abs(wall - expected) > LARGEST_JUMP_MS:
            raise ClockJumped
        # Anchored anew each time: a clock that is corrected by minutes, often, is no jump.
        _anchor = _Anchor(wall, steady)


def present(last: int) -> datetime:
    """The present moment on this clock: never before its last entry, however the machine's own was set back."""
    return moment_of(max(last, _wall_ms() << COUNTER_BITS))


def steady_ms() -> int:
    """Milliseconds since this machine began: what no hand can set."""
    return _steady_ms()


def moment_of(recorded_at: int) -> datetime:
    """The moment of the wall clock inside `recorded_at`, aware, in UTC."""
    return datetime.fromtimestamp((recorded_at >> COUNTER_BITS) / 1000, UTC)


def date_of(recorded_at: int) -> date:
    """The day, in the programme's zone, on which something was recorded."""
    return dates.local_day(moment_of(recorded_at))


def as_of(day: date) -> int:
    """The cut `known=` for "as it stood at the end of `day`": whatever was recorded later is left out."""
    return (int(dates.end_of(day).timestamp() * 1000) << COUNTER_BITS) - 1
