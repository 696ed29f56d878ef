"""Papers: who keeps them from whom, the children they may be about, and what lies sealed beside the journal."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, OuterRef

from onward.access.rules import Actor
from onward.cases.queries import case_names, check_opened, family_of, ids_beyond_host, known_to
from onward.cases.rules import UNDER_AGE
from onward.harmless import sort_of
from onward.homecoming.models import Paper, Scan
from onward.homecoming.rules.papers import KEPT
from onward.journal import scans
from onward.kit.dates import today
from onward.kit.errors import NotFound

if TYPE_CHECKING:
    from onward.cases.models import Case

MOST_LISTED = 300


class Kept(NamedTuple):
    """A paper that is not in the hands of the person it names."""

    paper: Paper
    case_name: str
    days: int


class Opened(NamedTuple):
    """A scan that was opened: what it is (pdf, jpg, png) and what it says."""

    sort: str
    content: bytes


def kept_papers_for(actor: Actor) -> list[Kept]:
    """The papers of residents in the actor's reach that somebody else keeps, the longest kept first."""
    here = ids_beyond_host(actor).filter(id=OuterRef("stream"), ended_on=None)
    kept = list(Paper.objects.filter(Exists(here), hands__in=KEPT).order_by("hands_since", "id")[:MOST_LISTED])
    names = case_names(paper.stream for paper in kept)
    return [Kept(paper, names.get(paper.stream, ""), _days(paper.hands_since)) for paper in kept]


def _days(since: date | None) -> int:
    return (today() - since).days if since else 0


def children_for(actor: Actor, case: "Case") -> "list[Case]":
    """The children of the resident's family who have a file of their own, by name."""
    return [one for one in known_to(actor, family_of(case)) if one.age in UNDER_AGE]


def scan_of(actor: Actor, case: "Case", scan: str, *, opening: str) -> Opened:
    """What was scanned, for whoever opened this identity a few minutes ago, and said why. Raises NotFound."""
    check_opened(actor, case, opening=opening)
    found = Scan.objects.filter(id=scan, stream=case.id).first()
    if found is None:
        raise NotFound(scan)
    content = scans.opened(scan, compartment=found.compartment, digest=found.digest)
    return Opened(sort_of(content), content)


def has_scan(case: "Case", scan: str) -> bool:
    """Whether this resident has this scan."""
    return Scan.objects.filter(id=scan, stream=case.id).exists()
