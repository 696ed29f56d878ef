"""Whether what a feed says carries on from what was read before: the witness that a site cannot persuade."""

from collections.abc import Callable, Sequence

import msgspec

from onward.journal import head, rows
from onward.sealing.feeds import FeedRefused, SiteFeed

At = Callable[[int], bytes | None]
"""The hash of the entry with this number, as it was read before."""


def rows_of(feed: SiteFeed) -> list[rows.Row]:
    """The entries of a feed."""
    return [msgspec.convert(dict(zip(rows.FIELDS, stored, strict=True)), rows.Row) for stored in feed.rows]


def check_chain(feed: SiteFeed, found: Sequence[rows.Row], *, node: str, tip: int, at: At) -> None:
    """Refuse, with what is wrong, a chain that does not carry on from the `tip` that was read. Raises FeedRefused."""
    _check_end(feed, found, node=node, tip=tip)
    before = rows.START if feed.after == 0 else at(feed.after)
    if before is None:
        raise FeedRefused(f"Entries {tip + 1} to {feed.after} of this site never came: ask for an earlier feed.")
    number = feed.after
    for row in found:
        if row.node != node or row.number != number + 1 or row.hash != rows.digest(row):
            raise FeedRefused(f"Entry {number + 1} is missing, or was altered after it was written.")
        known = at(row.number)
        if row.prev != before or (known is not None and known != row.hash):
            raise FeedRefused(
                f"Entry {row.number} is not the one that was read before: the journal was written again from there."
            )
        before, number = row.hash, row.number


def _check_end(feed: SiteFeed, found: Sequence[rows.Row], *, node: str, tip: int) -> None:
    said = head.opened(len(feed.head).to_bytes(2, "big") + feed.head, feed.public)
    last = found[-1] if found else None
    if said is None or last is None or (said.node, said.number, said.hash) != (node, last.number, last.hash):
        raise FeedRefused("The entries do not end where the signed head says.")
    if said.number < tip:
        raise FeedRefused(
            f"The journal ends with entry {said.number}; entry {tip} was read before: the end was cut off, or an old "
            "copy was put back."
        )
