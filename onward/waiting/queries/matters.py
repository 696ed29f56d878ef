"""What is owed to a resident."""

from onward.journal import quick
from onward.waiting.models import Matter


def matters_of(case: str) -> list[Matter]:
    """Every matter of a case (its id), open and closed, as opened."""
    matters = quick.rows(Matter, stream=case)
    return sorted(matters, key=lambda matter: (matter.since, matter.entry, matter.rank, matter.id))


def open_step(case: str) -> Matter | None:
    """The open step that comes first, or the transfer under way; None when no step is open."""
    held = Matter.objects.filter(stream=case, kind__in=("step", "transfer"), closed_on=None)
    return held.order_by("rank", "since", "entry", "id").first()
