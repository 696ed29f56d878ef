"""Two files side by side, for whoever may open the names of both: nobody else learns that they may belong together."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet

from onward.access.queries import staff_names
from onward.access.rules import Actor
from onward.care.events import RelativeSought
from onward.cases.queries import Identity, case_for, cases_within, check_opens, identity_of, knows_of
from onward.journal.compartments import IDENTITY, RECORD
from onward.journal.reading import entry
from onward.kit.errors import NotFound
from onward.kit.ids import derived_id
from onward.places.queries import names_of
from onward.tracing.models import Agreed, Likely, Link, Sought, Told, Unlike
from onward.tracing.rules import RELATIVE, SAME

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.names import Met

MOST = 200


class Side(NamedTuple):
    """One of the two: what all staff of the file see."""

    case: "Case"
    site: str
    agreed: bool


class Pair(NamedTuple):
    """Two files, why they may belong together, and how that stands. `sides` of relatives: who looks comes first."""

    sides: tuple[Side, Side]
    about: str
    likely: Likely | None = None
    link: Link | None = None
    by: str = ""
    told: bool = False

    @property
    def strength(self) -> str:
        """How strongly the engine holds it: a word for nats."""
        score = self.likely.score if self.likely else 0.0
        return "strong" if score >= STRONG else "middling" if score >= MIDDLING else "weak"


STRONG, MIDDLING = 12.0, 8.0


def pairs_for(actor: Actor) -> list[Pair]:
    """All that may, or do, belong together within reach: what waits for a second person first, then the likeliest."""
    likely = list(_standing().order_by("-score")[: 5 * MOST])
    links = list(Link.objects.filter(parted_on=None).order_by("confirmed_on", "-id")[:MOST])
    either: list[Likely | Link] = [*likely, *links]
    cases = _openable(actor, {each for one in either for each in _two(one)})
    unlike = {(*sorted((one.stream, one.other)), one.about) for one in Unlike.objects.filter(stream__in=list(cases))}
    linked = {tuple(sorted((link.stream, link.other))) for link in links}
    of = {tuple(sorted((one.case, one.other))): one for one in likely if one.about == SAME}
    shown = [link for link in links if _two(link) <= cases.keys()]
    offered = [
        one
        for one in likely
        if _two(one) <= cases.keys()
        and (*sorted(_two(one)), one.about) not in unlike
        and not (one.about == SAME and tuple(sorted(_two(one))) in linked)
    ]
    return [
        *(_pair(cases, link.stream, link.other, SAME, of.get(tuple(sorted(_two(link)))), link) for link in shown),
        *(_pair(cases, one.case, one.other, one.about, one, None) for one in offered[:MOST]),
    ]


def pair_for(actor: Actor, case: str, other: str) -> Pair:
    """Two files that were found alike, or linked. Raises NotFound where the actor may not open the names of both."""
    for each in (case, other):
        check_opens(actor, case_for(actor, each), IDENTITY)
    cases = _openable(actor, {case, other})
    link = link_between(case, other)
    both = Q(case=case, other=other) | Q(case=other, other=case)
    likely = _standing().filter(both).order_by("-score").first()
    if link is None and likely is None:
        raise NotFound(other)
    about = SAME if link is not None or likely is None else likely.about
    first, second = (likely.case, likely.other) if likely and about == RELATIVE else (case, other)
    return _pair(cases, first, second, about, likely, link)


def _standing() -> QuerySet[Likely]:
    """Without those of a search that has ended."""
    return Likely.objects.filter(Q(sought="") | Q(sought__in=Sought.objects.values("id")))


def link_between(case: str, other: str) -> Link | None:
    """What was last said, and not undone, of these two files being of one person."""
    both = Q(stream=case, other=other) | Q(stream=other, other=case)
    return Link.objects.filter(both, parted_on=None).order_by("-id").first()


def linked_with(actor: Actor, case: "Case") -> list[tuple["Case", bool]]:
    """The other files that are, or may be, of this person, for whoever may open the names of both; whether two people
    said so."""
    links = Link.objects.filter(Q(stream=case.id) | Q(other=case.id), parted_on=None)
    others = {link.other if link.stream == case.id else link.stream: link.confirmed_on is not None for link in links}
    cases = _openable(actor, set(others)) if others else {}
    return [(cases[one], others[one]) for one in sorted(cases)]


class Names(NamedTuple):
    """The names of both, whom the first looks for (of relatives), and which parts met."""

    identities: tuple[Identity, Identity]
    wanted: RelativeSought | None
    met: "list[Met]"


def names_of_pair(actor: Actor, pair: Pair, *, opening: str) -> Names:
    """The names of both for whoever has just opened them. Raises NotFound otherwise."""
    from onward.names import compare

    first, second = (side.case for side in pair.sides)
    both = (
        identity_of(actor, first, opening=opening),
        identity_of(actor, second, opening=derived_id(opening, second.id)),
    )
    wanted = _wanted(pair)
    asked = (wanted.name,) if wanted else _all(both[0])
    every = [compare(one, another) for one in asked for another in _all(both[1])]
    best = max(every, key=lambda answer: answer.score, default=None)
    return Names(both, wanted, list(best.met) if best else [])


def _wanted(pair: Pair) -> RelativeSought | None:
    if pair.likely is None or not pair.likely.sought:
        return None
    said = entry(pair.likely.sought, opens=(RECORD, IDENTITY)).event
    return said if isinstance(said, RelativeSought) else None


def _all(identity: Identity) -> Iterable[str]:
    return (*identity.names, *identity.aliases)


def _two(one: Likely | Link) -> set[str]:
    return {one.case if isinstance(one, Likely) else one.stream, one.other}


def _openable(actor: Actor, ids: set[str]) -> dict[str, "Case"]:
    """Those of these files whose names the actor may open."""
    cases = {case.id: case for case in cases_within(actor, ids)}
    knows = knows_of(actor, list(cases))
    return {one: case for one, case in cases.items() if one in knows and IDENTITY in knows[one].opens}


def _pair(
    cases: dict[str, "Case"], first: str, second: str, about: str, likely: Likely | None, link: Link | None
) -> Pair:
    sites = names_of({cases[first].site, cases[second].site})
    agreed = set(Agreed.objects.filter(stream__in=[first, second]).values_list("stream", flat=True))
    sides = tuple(Side(cases[one], sites.get(cases[one].site, ""), one in agreed) for one in (first, second))
    told = about == RELATIVE and Told.objects.filter(stream=first, other=second).exists()
    by = staff_names([link.by]).get(link.by, "") if link else ""
    return Pair((sides[0], sides[1]), about, likely, link, by, told)
