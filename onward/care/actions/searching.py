"""That a relative is to be looked for: said beside the names, where tracing officers alone read it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onward.access.rules import Actor
from onward.access.rules.grants import TRACING
from onward.care.events import RelativeSought
from onward.care.rules import SEARCH, Relative, check_search
from onward.cases.events import Opens
from onward.cases.queries import holder_within
from onward.journal.append import append
from onward.journal.compartments import IDENTITY
from onward.kit.dates import today
from onward.kit.ids import derived_id

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case


@dataclass(frozen=True, kw_only=True)
class Search:
    """Who says it of whom, together with which entry."""

    by: Actor
    case: "Case"
    entry: str

    def say(self, relative: Relative, *, language: str) -> None:
        """Say it if the person wants it, and hand it to whoever traces; nothing is kept where they do not."""
        if not check_search(relative, today=today()):
            return
        own = derived_id(self.entry, "relative")
        holder = holder_within(IDENTITY, TRACING, self.case.site, host=self.case.host)
        owed = Opens(id=derived_id(own, "search"), kind="tracing", what="relative", holder=holder, norm=SEARCH)
        sought = RelativeSought(
            name=relative.name.strip(),
            relation=relative.relation,
            last_seen=relative.last_seen,
            region=relative.region,
            language=language,
            opens=(owed,),
        )
        append(sought, by=self.by, stream=self.case.id, id=own, within=IDENTITY)
