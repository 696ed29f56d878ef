"""Finding a resident or a place by what staff have at hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor, may
from onward.cases.queries import case_of_card_number, cases_called, cases_for, find_for
from onward.places.queries import names_of, places_called, sites_called

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.places.models import Block, Site

MOST = 10


class Resident(NamedTuple):
    """One resident who was found, and where they are."""

    case: "Case"
    site: str


class Found(NamedTuple):
    """What was found. `sure`: the one case that a full case name or a card number leads to; `named`: those (ids) whom
    a name that they gave led to."""

    residents: list[Resident]
    blocks: "list[Block]"
    sites: "list[Site]"
    sure: str = ""
    named: Sequence[str] = ()

    @property
    def many(self) -> int:
        """How much was found: all that the log may know."""
        return len(self.residents) + len(self.blocks) + len(self.sites)


def found_for(actor: Actor, words: str) -> Found:
    """Residents by case name, card number or place; by a name they gave only for those who may open identities."""
    called = cases_called(actor, words, limit=MOST)
    card = case_of_card_number(actor, words)
    places, blocks = places_called(actor, words)
    cases = [*([card] if card else []), *called]
    if places:
        cases += cases_for(actor, places=[place.id for place in places], ended=None)
    named = find_for(actor, words, limit=MOST) if may(actor, "cases.open_identity") else []
    cases += named
    cases = list({case.id: case for case in cases}.values())
    names = names_of({case.site for case in cases})
    residents = [Resident(case, names.get(case.site, "")) for case in cases]
    full = [case for case in called if case.name.casefold() == words.casefold()]
    sure = card.id if card else full[0].id if len(full) == 1 else ""
    may_see = may(actor, "shelter.see_board")
    return Found(
        residents,
        blocks if may_see else [],
        sites_called(actor, words) if may_see else [],
        sure if len(cases) == 1 else "",
        [case.id for case in named],
    )
