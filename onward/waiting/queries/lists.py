"""Lists of what is owed, across residents."""

from datetime import date
from functools import lru_cache
from heapq import merge
from itertools import islice

import msgspec
from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from onward.access.rules import Actor, Reader, may
from onward.access.rules.compartments import TOLD_OF
from onward.cases.queries import (
    case_names,
    cases_for,
    ever_known,
    hosted_by,
    hosts_known_to,
    ids_within,
    knows_of,
    readers_of,
)
from onward.journal import quick
from onward.journal.compartments import RECORD
from onward.kit.dates import place_in, today
from onward.kit.errors import NotFound
from onward.waiting.models import Matter
from onward.waiting.queries.hands import veiled
from onward.waiting.queries.titles import office_words, overrun_words, title_of

MOST_COUNTED = 300
"""Counting stops here: nobody reads a longer list, and a count must cost the same however many there are."""


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a list: what is owed to whom, by whom, until when."""

    id: str
    case: str
    case_name: str
    kind: str
    what: str
    title: str
    holder: str
    office: str
    since: date
    due_on: date | None
    late_by: int
    reason: str
    soon: bool = False
    overrun: str = ""
    told: str = ""
    """The highest office that was told of it."""

    @property
    def after(self) -> str:
        """Where the next page begins after this line."""
        return f"{self.due_on or ''}.{self.id}"


def matters_for(
    actor: Actor,
    *,
    mine: bool = False,
    late: bool = False,
    nobodys: bool = False,
    silent: bool = False,
    kinds: tuple[str, ...] = (),
    whats: tuple[str, ...] = (),
    after: str = "",
    size: int = 25,
) -> list[Owed]:
    """Open matters of residents in the actor's reach, the one due first on top: one's own, late ones, nobody's.

    `silent`: those that are late without a reason given.
    """
    asked = _Asked(mine=mine, late=late or silent, nobodys=nobodys, silent=silent, kinds=kinds, whats=whats)
    # Where a later page begins names a matter: that is not kept.
    walks = (_walks if after else _first_walks)(actor, hosts_known_to(actor), today(), asked, size, after)
    parts = [quick.ask(Matter, walk) for walk in walks]
    found = list(islice(merge(*parts, key=lambda matter: (matter.due_on, matter.id)), size))
    return owed_lines(actor, found)


def count_matters(
    actor: Actor,
    *,
    mine: bool = False,
    late: bool = False,
    nobodys: bool = False,
    kinds: tuple[str, ...] = (),
    whats: tuple[str, ...] = (),
) -> int:
    """How many such matters there are; it counts no further than MOST_COUNTED."""
    asked = _Asked(mine=mine, late=late, nobodys=nobodys, kinds=kinds, whats=whats)
    return len(quick.values(_counting(actor, hosts_known_to(actor), today(), asked)))


class _Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which matters: what `matters_for` and `count_matters` are asked for."""

    mine: bool
    late: bool
    nobodys: bool
    silent: bool = False
    kinds: tuple[str, ...]
    whats: tuple[str, ...]


Hosts = frozenset[str] | None


def _walks(
    actor: Actor, hosts: Hosts, day: date, asked: _Asked, size: int, after: str
) -> tuple[quick.Statement | None, ...]:
    """One walk along an index for each step, to be merged: over several at once SQLite would read all that is open."""
    wanted = _wanted(actor, hosts, day, asked)
    due, last = place_in(after)
    if due:
        wanted = wanted.filter(due_on__gt=due) | wanted.filter(due_on=due, id__gt=last)
    walks = [wanted.filter(what=one) for one in asked.whats] or [wanted]
    return tuple(quick.compiled(walk.order_by("due_on", "id")[:size]) for walk in walks)


# The statements are kept, never what they found. All that decides what they say, who asks among it, is in the key.
_first_walks = lru_cache(1_000)(_walks)


@lru_cache(1_000)
def _counting(actor: Actor, hosts: Hosts, day: date, asked: _Asked) -> quick.Statement | None:
    wanted = _wanted(actor, hosts, day, asked)
    if asked.whats:
        wanted = wanted.filter(what__in=asked.whats)
    return quick.compiled(wanted.order_by().values_list("id")[:MOST_COUNTED])


def _wanted(actor: Actor, hosts: Hosts, day: date, asked: _Asked) -> QuerySet[Matter]:
    wanted = Matter.objects.filter(_known(actor, hosts), closed_on=None, due_on__isnull=False)
    if not actor.everywhere:
        # EXISTS, and not IN: a short list then looks up a few cases, and reads no list of all of them.
        # Whoever expects somebody owes it before the file is theirs to read.
        expects = Q(kind="expected", holder_id=actor.id)
        wanted = wanted.filter(Exists(ids_within(actor).filter(id=OuterRef("stream"))) | expects)
    if asked.mine:
        wanted = wanted.filter(holder_id=actor.id)
    if asked.late:
        wanted = wanted.filter(due_on__lt=day)
    if asked.silent:
        wanted = wanted.filter(overrun="")
    if asked.nobodys:
        wanted = wanted.filter(holder_id="", holder_name="")
    return wanted.filter(kind__in=asked.kinds) if asked.kinds else wanted


def _known(actor: Actor, hosts: Hosts) -> Q:
    """What the actor may know of: all of the record; of other compartments nothing where they work for the host."""
    known, apart = Q(compartment=RECORD), ever_known(actor) - {RECORD}
    if apart:
        known |= Q(~Exists(hosted_by(hosts).filter(id=OuterRef("stream"))), compartment__in=apart)
    return known


def matter_for(actor: Actor, matter: str) -> Matter:
    """One open or closed matter of a resident in the actor's reach, of a compartment that they open."""
    found = Matter.objects.filter(id=matter).first()
    if found is None or not cases_for(actor, ids=[found.stream], ended=None, size=1):
        raise NotFound(matter)
    if found.compartment != RECORD and not _may_hand(actor, found):
        raise NotFound(matter)
    return found


def _may_hand(actor: Actor, matter: Matter) -> bool:
    """Whether they open its compartment, or hold it until there is somebody who does."""
    knows = knows_of(actor, [matter.stream])[matter.stream]
    held = matter.holder_id == actor.id and matter.compartment in knows.told and matter.closed_on is None
    return matter.compartment in knows.opens or held


def matter_to_explain(actor: Actor, matter: str) -> Matter:
    """The same; for whoever sees no files (the custody officer) only what they hold themselves."""
    found = matter_for(actor, matter)
    if found.holder_id != actor.id and not may(actor, "cases.see_case"):
        raise NotFound(matter)
    return found


def owed_lines(actor: Actor, matters: list[Matter]) -> list[Owed]:
    """A line of each of these matters of which the actor may know, in residents' files that they may see."""
    cases = {matter.stream for matter in matters}
    names, readers = case_names(cases), readers_of(actor, cases)
    return [owed_from(readers[one.stream], one, names.get(one.stream, "")) for one in veiled(actor, matters, readers)]


def owed_from(reader: Reader, matter: Matter, case_name: str) -> Owed:
    """The line of a matter that `veiled` gave."""
    return Owed(
        id=matter.id,
        case=matter.stream,
        case_name=case_name,
        kind=matter.kind,
        what=matter.what,
        title=title_of(reader, matter),
        holder=matter.holder_name,
        office=office_words(matter.office),
        since=matter.since,
        due_on=matter.due_on,
        late_by=matter.late_by(today()),
        reason=matter.reason,
        soon=matter.warns(today()),
        overrun=overrun_words(matter.overrun),
        told=_told(matter),
    )


def _told(matter: Matter) -> str:
    """As far as which office it was told; of what is closed, its own alone."""
    if not matter.level or matter.compartment not in TOLD_OF:
        return office_words(matter.office) if matter.level else ""
    offices = list(settings.CLOCKS.ladder)
    return office_words(offices[min(matter.level, len(offices)) - 1])


def held_by(staff: str, *, within: Actor | None = None) -> list[Matter]:
    """The open matters that a member of staff owes, for releasing them: all, or those in the reach of `within`."""
    held = Matter.objects.filter(holder_id=staff, closed_on=None)
    if within is not None and not within.everywhere:
        held = held.filter(stream__in=ids_within(within))
    return list(held.order_by("stream", "since", "id"))
