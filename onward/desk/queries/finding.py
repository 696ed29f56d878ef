"""Finding a resident or a place by what staff have at hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import Actor, may
from onward.cases.queries import called_for, case_of_card_number, cases_called, cases_for, is_a_name
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
    a name that they gave led to; `beyond`: names were not looked for, since the actor has looked for so many."""

    residents: list[Resident]
    blocks: "list[Block]"
    sites: "list[Site]"
    sure: str = ""
    named: Sequence[str] = ()
    beyond: bool = False

    @property
    def many(self) -> int:
        """How much was found: all that the log may know."""
        return len(self.residents) + len(self.blocks) + len(self.sites)


def found_for(actor: Actor, words: str) -> Found:
    """Residents by case name, card number or place; never by a name that they gave."""
    called = cases_called(actor, words, limit=MOST)
    card = case_of_card_number(actor, words)
    places, blocks = places_called(actor, words)
    cases = [*([card] if card else []), *called]
    if places:
        cases += cases_for(actor, places=[place.id for place in places], ended=None)
    cases = list({case.id: case for case in cases}.values())
    full = [case for case in called if case.name.casefold() == words.casefold()]
    sure = card.id if card else full[0].id if len(full) == 1 else ""
    may_see = may(actor, "shelter.see_board")
    return Found(
        _placed(cases),
        blocks if may_see else [],
        sites_called(actor, words) if may_see else [],
        sure if len(cases) == 1 else "",
    )


def looks_for_names(actor: Actor, words: str, found: Found) -> bool:
    """Whether to look for a name as well: for whoever may open identities, where the words do not lead to one case."""
    return not found.sure and may(actor, "cases.open_identity") and is_a_name(words)


def with_names(actor: Actor, words: str, found: Found) -> Found:
    """What was found, and those whom a name that they gave may lead to, in any script; after the look was noted."""
    here = {one.case.id for one in found.residents}
    named = called_for(actor, words, limit=MOST)
    more = _placed([case for case in named if case.id not in here])
    return found._replace(residents=found.residents + more, named=[case.id for case in named])


def _placed(cases: "list[Case]") -> list[Resident]:
    names = names_of({case.site for case in cases})
    return [Resident(case, names.get(case.site, "")) for case in cases]
