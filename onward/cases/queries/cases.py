"""One resident, or many."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from onward.access.rules import Actor
from onward.cases.models import Case
from onward.journal import quick
from onward.journal.reading import version
from onward.kit.errors import NotFound
from onward.names import pick

MOST_ELSEWHERE = 100
LOTS = 8
"""Case names drawn at once, so that a crowded programme asks the database no more often than an empty one."""


def within_reach(actor: Actor) -> Q:
    """The cases that the actor may know of: at their sites, in their care, or their own."""
    if "resident" in actor.roles:
        return Q(id=actor.id)
    if actor.everywhere:
        return Q()
    return Q(site__in=actor.sites) | Q(case_worker=actor.id)


def case_for(actor: Actor, case: str) -> Case:
    """One resident's file, with the `version` that a page shows."""
    file = next(iter(quick.rows(Case, id=case)), None)
    if file is None or not _reaches(actor, file):
        raise NotFound(case)
    file.version = version(file.id)
    return file


def _reaches(actor: Actor, case: Case) -> bool:
    if "resident" in actor.roles:
        return case.id == actor.id
    return actor.reaches(case.site) or case.case_worker == actor.id != ""


def known_to(actor: Actor, cases: Iterable[Case]) -> list[Case]:
    """Those of these residents of whom the actor may know."""
    return [case for case in cases if _reaches(actor, case)]


def ids_within(actor: Actor) -> QuerySet[Case, str]:
    """The cases in the actor's reach, for another room's query to narrow itself by: not read until then."""
    return Case.objects.filter(within_reach(actor)).values_list("id", flat=True)


def known_ids(actor: Actor, ids: Iterable[str]) -> set[str]:
    """Those of these cases of which the actor may know."""
    return set(Case.objects.filter(within_reach(actor), id__in=list(ids)).values_list("id", flat=True))


def cases_within(actor: Actor, ids: Iterable[str]) -> list[Case]:
    """Those of these residents of whom the actor may know."""
    return list(Case.objects.filter(within_reach(actor), id__in=list(ids)))


def sites_of(ids: Iterable[str]) -> dict[str, str]:
    """Case -> site, of these cases."""
    return dict(Case.objects.filter(id__in=list(ids)).values_list("id", "site"))


def kept_by(ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Case -> (site, who has or last had custody): for the machine, which tells whoever answers for what is late."""
    found = Case.objects.filter(id__in=list(ids)).values_list("id", "site", "host")
    return {case: (site, host) for case, site, host in found}


def count_present(
    actor: Actor, *, site: str = "", mine: bool = False, unassigned: bool = False, at_most: int | None = None
) -> int:
    """How many residents in the actor's reach are here now; all, those in their care, those without a case worker."""
    # Who is in their care is in their reach; to ask both would keep the database from walking one index.
    reach = Q(case_worker=actor.id) if mine else within_reach(actor)
    present = Case.objects.filter(reach, ended_on=None)
    if site:
        present = present.filter(site=site)
    if unassigned:
        present = present.filter(case_worker="")
    return (present[:at_most] if at_most else present).count()


def case_named(actor: Actor, name: str) -> Case | None:
    """The resident of exactly this case name, if the actor may know of them; capitals do not matter."""
    plain = " ".join(name[:80].split()).title()
    return Case.objects.filter(within_reach(actor), name=plain).order_by("-id").first()


def cases_called(actor: Actor, start: str, *, limit: int = 10) -> list[Case]:
    """Residents in the actor's reach whose case name begins so; capitals do not matter. By name."""
    plain = " ".join(start[:80].split()).title()
    if not plain:
        return []
    # A range, and not LIKE: only a range walks along the index.
    named = Case.objects.filter(name__gte=plain, name__lt=plain + "\uffff").order_by("name", "id")
    if actor.everywhere or "resident" in actor.roles:
        return list(named.filter(within_reach(actor))[:limit])
    # Site by site along an index, and elsewhere those in their care among the first of that name: asked in one, the
    # database would read every file of every site.
    found = {case.id: case for site in actor.sites for case in named.filter(site=site)[:limit]}
    found |= {case.id: case for case in named[:MOST_ELSEWHERE] if case.case_worker == actor.id}
    return sorted(found.values(), key=lambda case: (case.name, case.id))[:limit]


def case_names(ids: Iterable[str]) -> dict[str, str]:
    """Case names by id."""
    return quick.names((Case,), set(ids))


def new_case_name(lot: str) -> str:
    """A case name that nobody here has: the two words that `lot` (an entry's id) draws, numbered where taken.

    The same lot draws the same name, so a form that is sent twice, and the demo, say the same each time.
    """
    names = [pick(f"{lot} {number}") for number in range(LOTS)]
    return _free(names) or _numbered(names[0])


def _numbered(name: str) -> str:
    number = 2
    while not (free := _free([f"{name} {number + more}" for more in range(LOTS)])):
        number += LOTS
    return free


def _free(names: list[str]) -> str:
    taken = set(Case.objects.filter(name__in=names).values_list("name", flat=True))
    return next((name for name in names if name not in taken), "")
