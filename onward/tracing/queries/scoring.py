"""Comparing names in the background: whoever was named since is laid beside all others, and beside who is looked for.

Safe to miss and to repeat: it follows the journal from where it last stood, and says the same of the same names.
"""

import time
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from onward.cases.queries import index_of_names, known_names
from onward.journal import rows
from onward.tracing.models import Likely, Scored, Sought
from onward.tracing.rules import RELATIVE, SAME

if TYPE_CHECKING:
    from onward.names import Answer, Entry, Index

AT_ONCE = 200
"""Entries of the journal that are followed in one transaction."""
FOR_S = 2.0
LIKELY_SAME, LIKELY_RELATIVE = 6.0, 4.0
"""Nats from which on two files are laid before a person: four hundred and fifty times likelier of one than of two."""
MOST = 5
PARTS = 2
"""Parts of a name that must meet: half the world is called Mohamed."""


def score(*, seconds: float = FOR_S) -> int:
    """Compare what was said since the last run, for so long. Gives how many files were looked at."""
    end, looked = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        at = Scored.objects.first()
        seq, _entry, same = rows.last_and(at.seq if at else 0)
        begun = at.seq if at and same == at.entry else 0
        if seq <= begun:
            break
        streams, reached = rows.touched(begun, AT_ONCE)
        looked += _compared(streams)
        with transaction.atomic():
            Scored.objects.all().delete()
            Scored.objects.create(seq=reached, entry=rows.last_and(reached)[2])
    return looked


def forget_pairs() -> None:
    """Count everything anew, from the first entry on."""
    with transaction.atomic():
        Likely.objects.all().delete()
        Scored.objects.all().delete()


def _compared(streams: list[str]) -> int:
    named, sought = known_names(streams), list(Sought.objects.filter(stream__in=streams))
    if not named and not sought:
        return 0
    index, wanted = index_of_names(), _wanted() if named else None
    for stream, entries in named.items():
        found = [one for entry in entries for one in _alike(index, entry, stream)]
        _keep(stream, SAME, {one.person: one for one in sorted(found, key=lambda one: one.score)}.values())
        if wanted is not None:
            _looked_for(wanted, stream, entries)
    for one in sought:
        _keep(one.stream, RELATIVE, _whom(index, one.folded, one.stream), sought=one.id)
    return len(named.keys() | {one.stream for one in sought})


def _alike(index: "Index", entry: "Entry", stream: str) -> list["Answer"]:
    answers = index.find(entry.name, entry.birth_year, entry.sex, limit=MOST + 1)
    return [one for one in answers if one.person != stream and one.score >= LIKELY_SAME and len(one.met) >= PARTS]


def _whom(index: "Index", name: str, stream: str) -> list["Answer"]:
    answers = index.find(name, limit=MOST + 1)
    return [one for one in answers if one.person != stream and one.score >= LIKELY_RELATIVE and len(one.met) >= PARTS]


def _wanted() -> "Index | None":
    """The names of all who are looked for."""
    from onward.names import Entry, Index

    entries = [Entry(one.id, one.folded) for one in Sought.objects.all()]
    return Index(entries) if entries else None


def _looked_for(wanted: "Index", stream: str, entries: list["Entry"]) -> None:
    """Those who look for somebody of these names."""
    whose = dict(Sought.objects.values_list("id", "stream"))
    for entry in entries:
        for one in wanted.find(entry.name, limit=MOST):
            seeker = whose.get(one.person, stream)
            if seeker != stream and one.score >= LIKELY_RELATIVE and len(one.met) >= PARTS:
                _write(seeker, stream, RELATIVE, one, sought=one.person)


def _keep(stream: str, about: str, answers: object, *, sought: str = "") -> None:
    """These are now whom that file may belong with; what was found of an earlier name is gone."""
    mine = Likely.objects.filter(about=about)
    (mine.filter(sought=sought) if sought else mine.filter(Q(case=stream) | Q(other=stream))).delete()
    for answer in answers:  # type: ignore[attr-defined]  # any collection of answers
        first, second = (stream, answer.person) if about == RELATIVE else sorted((stream, answer.person))
        _write(first, second, about, answer, sought=sought)


def _write(case: str, other: str, about: str, answer: "Answer", *, sought: str = "") -> None:
    said = {
        "score": answer.score,
        "met": len(answer.met),
        "missing": len(answer.missing) + len(answer.besides),
        "turned": answer.turned,
        "year": answer.year,
        "sex": answer.sex,
    }
    Likely.objects.update_or_create(case=case, other=other, about=about, sought=sought, defaults=said)
