"""What a move settles besides: two who were too near each other and are not any more, and what was held for it."""

from collections.abc import Collection
from dataclasses import dataclass

from onward.access.rules import Actor
from onward.cases.events import Closes
from onward.journal.append import append
from onward.kit.ids import derived_id
from onward.shelter.events import ApartSettled, PlacesReleased
from onward.shelter.queries import aparts_of, holds_on, near_now, open_matters


@dataclass(frozen=True, kw_only=True)
class Moved:
    """These people moved, by this entry."""

    by: Actor
    people: Collection[str]
    cause: str

    def settle(self) -> None:
        """Close what was owed because they were too near somebody, where they are not any more."""
        rows = [row for row in aparts_of(self.people) if row.matter]
        near = near_now(rows)
        for row in rows:
            if row.id not in near and any(matter.id == row.matter for matter in open_matters(row.stream)):
                settled = ApartSettled(apart=row.id, closes=(Closes(id=row.matter),))
                own = derived_id(self.cause, "apart", row.id)
                append(settled, by=self.by, stream=row.stream, id=own, cause=self.cause)

    def release(self, site: str, places: Collection[str]) -> None:
        """Hold these places no longer: they were given, and are free once whoever has them moves."""
        held = tuple(holds_on(places))
        if held:
            given = PlacesReleased(places=held, given=True)
            append(given, by=self.by, stream=site, id=derived_id(self.cause, "released"), cause=self.cause)
