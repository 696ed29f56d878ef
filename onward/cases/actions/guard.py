"""The child guard: whoever is under 18, or may be, is owed an assessment from the moment that anybody says so."""

from collections.abc import Collection
from dataclasses import dataclass

from onward.access.rules import Actor
from onward.access.rules.grants import CHILD_OFFICER, HEALTH_WORKER
from onward.cases.events import CareOwed, Closes, Opens
from onward.cases.queries import case_for, holder_within
from onward.cases.rules import age_fact
from onward.journal.append import append, written
from onward.journal.compartments import CHILD, HEALTH
from onward.kit.ids import derived_id

SOON, SEEN = 3, 1
"""Days for the assessment, and for the first care after a birth."""


@dataclass(frozen=True)
class Guard:
    """What is owed by itself because of what somebody has just said."""

    by: Actor

    def child(self, case: str) -> None:
        """Open the child's track, once a stay, where the file now says that this is a child or may be one.

        Asked after whatever says or corrects an age: an arrival, a birth, an identity, a correction.
        """
        found = case_for(self.by, case)
        entry = derived_id(found.id, "child", found.arrived_on.isoformat())
        if found.ended_on is not None or age_fact(found.age) not in ("child", "in_doubt") or written(entry):
            return
        owed = Opens(
            id=derived_id(entry, "assessment"),
            kind="assessment",
            what="best_interests",
            holder=holder_within(CHILD, CHILD_OFFICER, found.site, host=found.host),
            norm=SOON,
        )
        append(CareOwed(because="child", opens=(owed,)), by=self.by, stream=found.id, id=entry, within=CHILD)

    def birth(self, *, mother: str, child: str, ended: Collection[str], cause: str) -> None:
        """Health staff see both; what was owed to the mother while she was pregnant has `ended`."""
        for case, what, over in ((mother, "after_birth", ended), (child, "newborn", ())):
            entry, found = derived_id(cause, what), case_for(self.by, case)
            owed = Opens(
                id=derived_id(entry, "need"),
                kind="need",
                what=what,
                holder=holder_within(HEALTH, HEALTH_WORKER, found.site, host=found.host),
                norm=SEEN,
            )
            said = CareOwed(because="birth", opens=(owed,), closes=tuple(Closes(id=one) for one in over))
            append(said, by=self.by, stream=case, id=entry, within=HEALTH)
