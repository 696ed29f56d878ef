"""How long a step took those who finished it last."""

import msgspec

from onward.kit.dates import today
from onward.waiting.models import Matter

LOOKED_AT = 120
ENOUGH = 10
WIDTH = 100


class Usual(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing of a wait: where today stands among those who finished, in hundredths of its width."""

    now: int
    now_at: int
    norm: int | None
    norm_at: int
    early: int = 0
    half: int = 0
    most: int = 0
    early_at: int = 0
    half_at: int = 0
    most_at: int = 0
    of: int = 0

    @property
    def range_width(self) -> int:
        """How wide the stretch of nine in ten is drawn."""
        return max(2, self.most_at - self.early_at)


def usual_of(matter: Matter) -> Usual:
    """Where an open step stands today, beside the last ones that were done; too few of those say nothing."""
    done = Matter.objects.filter(kind="step", what=matter.what, outcome="done").order_by("-closed_on")
    ended = done.values_list("since", "closed_on")[:LOOKED_AT]
    took = sorted((closed - since).days for since, closed in ended if closed is not None)
    now = max(0, (today() - matter.since).days)
    known = len(took) >= ENOUGH
    early, half, most = (_at(took, share) if known else 0 for share in (0.05, 0.5, 0.95))
    longest = max(now, matter.norm or 0, most, 1) * 1.15

    def at(day: int) -> int:
        return round(WIDTH * day / longest)

    return Usual(
        now=now,
        now_at=at(now),
        norm=matter.norm,
        norm_at=at(matter.norm or 0),
        early=early,
        half=half,
        most=most,
        early_at=at(early),
        half_at=at(half),
        most_at=at(most),
        of=len(took) if known else 0,
    )


def _at(took: list[int], share: float) -> int:
    return took[min(len(took) - 1, int(share * len(took)))]
