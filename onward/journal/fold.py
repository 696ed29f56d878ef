"""What stands, once corrections are applied: plain values in, plain values out."""

from collections.abc import Iterable, Sequence

import msgspec

from onward.journal.entries import Entry
from onward.journal.events import WITHDRAWN


def effective(said: Sequence[Entry]) -> list[Entry]:
    """`said` (in read order) with each correction standing at the place of what it corrects, the withdrawn left out.

    The last correction wins. A correction may itself be corrected or withdrawn; what it corrected then stands as if
    it had never been made.
    """
    if not any(entry.corrects for entry in said):
        return list(said)
    corrections = _by_target(said)
    stands = (_resolve(entry, corrections) for entry in said if not entry.corrects)
    return [entry for entry in stands if entry is not None]


def _by_target(said: Iterable[Entry]) -> dict[str, list[Entry]]:
    seen: set[str] = set()
    corrections: dict[str, list[Entry]] = {}
    for entry in said:
        # A correction comes after what it corrects; one whose target is not here yet corrects nothing.
        if entry.corrects in seen:
            corrections.setdefault(entry.corrects, []).append(entry)
        seen.add(entry.id)
    return corrections


def _resolve(entry: Entry, corrections: dict[str, list[Entry]]) -> Entry | None:
    for correction in reversed(corrections.get(entry.id, [])):
        stands = _resolve(correction, corrections)
        if stands is None:
            continue
        if stands.kind == WITHDRAWN:
            return None
        return msgspec.structs.replace(
            entry,
            event=stands.event,
            kind=stands.kind,
            happened_at=stands.happened_at,
            precision=stands.precision,
            corrected_by=stands.corrected_by or correction.id,
        )
    return entry
