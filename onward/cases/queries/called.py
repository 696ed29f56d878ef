"""Residents by a name that they gave, in whatever script it is asked for: within reach alone, and never for those who
keep them."""

from collections.abc import Collection, Mapping
from itertools import islice

from onward.access.queries import staff_organisations
from onward.access.rules import Actor
from onward.cases.models import Case, KnownName
from onward.cases.queries.cases import within_reach
from onward.cases.queries.knowing import hosted_by_kin
from onward.cases.queries.names import index_of_names
from onward.names import fold
from onward.places.queries import kin_of

YEARS_APART = 2
MOST_OF_A_NAME = 500
LOOKED_AT = 300
"""Persons of the index who are looked at, wherever they are: always as many, whoever asks."""
LIKELY = 2.0
"""Nats from which on somebody may be meant: seven times likelier of them than of anybody."""
SHORTEST = 2
"""Letters of a name that is looked for."""


def is_a_name(words: str) -> bool:
    """Whether somebody could be called that: two letters at least."""
    return sum(sign.isalpha() for sign in fold(words)) >= SHORTEST


def find_for(
    actor: Actor, name: str, birth_year: int | None = None, sex: str | None = None, limit: int = 10
) -> list[Case]:
    """Residents in the actor's reach who said exactly this name, however it was typed; latest arrival first.

    A year of birth counts within two years, and a year or sex that is not known excludes nobody. Of the residents
    whom those keep that the actor works for, only by a name that the actor noted: else to try names would be to
    learn from a closed identity.
    """
    folded = fold(name)
    if not folded:
        return []
    known = KnownName.objects.filter(folded=folded)
    if birth_year is not None:
        near = range(birth_year - YEARS_APART, birth_year + YEARS_APART + 1)
        known = known.filter(birth_year__in=near) | known.filter(birth_year=None)
    # The few who said it are named one by one: given a subquery, SQLite would walk the whole site instead.
    noted = _by(known.order_by("-stream").values_list("stream", "by")[:MOST_OF_A_NAME])
    found = Case.objects.filter(within_reach(actor), id__in=noted.keys() - _shut(actor, noted))
    if sex:
        found = found.filter(sex__in=(sex, ""))
    return list(found.order_by("-id")[:limit])


def called_for(actor: Actor, words: str, *, limit: int = 10) -> list[Case]:
    """Residents in the actor's reach who may be meant by a name, in any script: those who said just this first."""
    if not is_a_name(words):
        return []
    exactly = find_for(actor, words, limit=limit)
    ranking = index_of_names().rank(words)
    first = islice(ranking.persons(), LOOKED_AT)
    likely = {person: score for person, place in first if (score := float(ranking.score[place])) >= LIKELY}
    noted = _by(KnownName.objects.filter(stream__in=list(likely)).values_list("stream", "by"))
    open_to = noted.keys() - _shut(actor, noted)
    alike = Case.objects.filter(within_reach(actor), id__in=open_to - {case.id for case in exactly})
    ordered = sorted(alike, key=lambda case: (-likely[case.id], case.id))
    return [*exactly, *islice(ordered, limit - len(exactly))]


def _by(known: Collection[tuple[str, str]]) -> dict[str, frozenset[str]]:
    noted: dict[str, frozenset[str]] = {}
    for stream, by in known:
        noted[stream] = noted.get(stream, frozenset()) | {by}
    return noted


def _shut(actor: Actor, noted: Mapping[str, frozenset[str]]) -> set[str]:
    """Those whom the actor's own keep, and whose name (case -> who noted it) they did not note themselves."""
    of = staff_organisations([actor.id])
    own = bool(actor.organisation) and of.get(actor.id) in kin_of(actor.organisation)
    others = [case for case, by in noted.items() if not own or actor.id not in by]
    return set(hosted_by_kin(actor).filter(id__in=others).values_list("id", flat=True))
