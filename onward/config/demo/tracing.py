"""Whom somebody looks for, and names compared: what waits for the tracing officer."""

from datetime import timedelta

from onward.config.demo.cast import Cast
from onward.kit.dates import now, telling
from onward.kit.ids import derived_id
from onward.tracing.actions import agree_telling, seek_relative
from onward.tracing.queries import score

COUSIN = "Отабек Расулов"
"""Who is at the same site, written in Latin letters."""


def trace(cast: Cast, *, seeks: str) -> None:
    """A resident looks for her cousin; then names are compared, as the clocks do."""
    worker, at = cast.staff["caseworker"], now() - timedelta(days=3)
    with telling(at):
        entry = derived_id(f"{int(at.timestamp() * 1000):012x}", "cousin")
        seek_relative(worker, case=seeks, name=COUSIN, relation="cousin", entry=entry)
        agree_telling(worker, case=seeks, entry=derived_id(entry, "agreed"))
    score(seconds=30)
