"""How much longer a step, and the whole way, usually take, for somebody who has waited so long already."""

from datetime import date
from typing import TYPE_CHECKING

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.kit.dates import today
from onward.waiting.models import Matter

if TYPE_CHECKING:
    from onward.forecast.ahead import Ahead
    from onward.forecast.visits import Waited

WIDTH = 100


class Usual(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing of a wait: where today stands and what may come, in hundredths of its width, and in words."""

    now: int
    now_at: int
    norm: int | None
    norm_at: int
    words: tuple[str, ...]
    longer: str
    known: bool = False
    half_at: int | None = None
    most_at: int = WIDTH
    open: bool = False

    @property
    def range_width(self) -> int:
        """How wide the stretch from today to the latest end is drawn."""
        return max(2, self.most_at - self.now_at)


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """The time to the end of the way in words, for staff."""

    words: tuple[str, ...]
    known: bool


def _ahead() -> "Ahead":
    # numpy comes with it: the server starts without, and learns when somebody first reads of a wait.
    from onward.waiting.queries.learned import learned

    return learned().ahead


def usual_of(matter: Matter) -> Usual:
    """Where an open step stands today, and how much longer it took those who had waited as long."""
    now = max(0, (today() - matter.since).days)
    ahead = _ahead()
    longer = ahead.step_longer(ahead.visits.number(matter.what), now)
    half = most = None
    if longer is not None:
        half, most = longer.half, longer.most
    longest = max(now + (most or half or 0), matter.norm or 0, 1) * 1.15

    def at(day: int) -> int:
        return round(WIDTH * day / longest)

    words = _longer_words(longer)
    return Usual(
        now=now,
        now_at=at(now),
        norm=matter.norm,
        norm_at=at(matter.norm or 0),
        words=(*_day_words(now, matter.norm), words),
        longer=words,
        known=longer is not None,
        half_at=None if half is None else at(now + half),
        most_at=WIDTH if most is None else at(now + most),
        open=most is None,
    )


def rest_of(what: str, since: date) -> Rest:
    """How much longer until the way ends, for who has waited in this step since a day; for staff alone."""
    ahead = _ahead()
    step, now = ahead.visits.number(what), max(0, (today() - since).days)
    told = [ahead.way_longer(step, now, share) for share in (0.8, 0.9)]
    if told[0] is None or told[1] is None:
        return Rest(words=(_("Too few ways have ended from here to say how long the rest takes."),), known=False)
    return Rest(words=_way_words(told[0], told[1]), known=True)


def _day_words(now: int, norm: int | None) -> tuple[str, ...]:
    day = _("Day {now}.").format(now=now)
    return (day, _("The norm is {norm}.").format(norm=norm)) if norm else (day,)


def _longer_words(longer: "Waited | None") -> str:
    if longer is None:
        return _("Too few have finished it to say how long it usually takes.")
    if longer.half is None:
        return _at_least(longer)
    half = ngettext(
        "Of those who had waited this long, half waited at most {days} more day.",
        "Of those who had waited this long, half waited at most {days} more days.",
        longer.half,
    ).format(days=longer.half)
    if longer.most is None:
        return f"{half} {_at_least(longer)}"
    nine = _("Nine in ten: between {least} and {most} more days.").format(least=longer.least, most=longer.most)
    return f"{half} {nine}"


def _at_least(longer: "Waited") -> str:
    if longer.least < 1:
        return _("No honest upper bound yet: too few who waited this long have finished.")
    return ngettext(
        "At least {days} more day for nine in ten; no honest upper bound yet.",
        "At least {days} more days for nine in ten; no honest upper bound yet.",
        longer.least,
    ).format(days=longer.least)


def _way_words(eight: "Waited", nine: "Waited") -> tuple[str, ...]:
    words = []
    if nine.half is not None:
        words.append(
            ngettext(
                "Half of those who stood here this long were on their way within {days} day.",
                "Half of those who stood here this long were on their way within {days} days.",
                nine.half,
            ).format(days=nine.half)
        )
    if eight.most is not None:
        words.append(_("8 in 10: between {least} and {most} days.").format(least=eight.least, most=eight.most))
    if nine.most is not None:
        words.append(_("9 in 10: between {least} and {most} days.").format(least=nine.least, most=nine.most))
    else:
        words.append(_at_least(nine))
    words.append(_("Told from {of} who stood here, {ended} of whom have gone.").format(of=nine.of, ended=nine.ended))
    return tuple(words)
