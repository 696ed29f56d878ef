"""Who may open which compartment of a resident's file: the one place that asks."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from django.db.models import QuerySet

from onward.access.rules import (
    RESIDENT,
    Actor,
    Reader,
    may_know,
    may_name_bodies,
    may_read_words,
    openable,
    reader,
    told_of,
)
from onward.cases.models import Case
from onward.cases.queries.cases import ids_within
from onward.journal import quick
from onward.kit.errors import NotFound
from onward.places.queries import kin_of, runs_a_site


class Knows(NamedTuple):
    """Of one file: the compartments that the actor opens, and those of which they may know that something is there."""

    opens: frozenset[str]
    told: frozenset[str]
    of_host: bool


def of_host(actor: Actor, case: Case) -> bool:
    """Whether the actor works for whoever has custody of this resident, or for one under the same umbrella.

    Where custody has ended, whoever had it last is still as their host was. Of staff without an organisation nobody
    knows for whom they work: they count as the host's.
    """
    return bool(case.host) and _shut(actor)(case.host)


def _shut(actor: Actor) -> Callable[[str], bool]:
    """Whether a holder of custody is one that the actor works for."""
    if RESIDENT in actor.roles:
        return lambda _custody: False
    if not actor.organisation:
        return bool
    return kin_of(actor.organisation).__contains__


def knows_in(actor: Actor, case: Case) -> Knows:
    """What the actor may know of this resident's file, asked once for a whole page; `case` as in `compartments_for`."""
    shut = of_host(actor, case)
    return Knows(openable(actor, of_host=shut), told_of(actor, of_host=shut), shut)


def compartments_for(actor: Actor, case: Case, *, leave: Collection[str] = ()) -> frozenset[str]:
    """The compartments of this resident's file that the actor opens; `leave`: those that the resident opened to them.

    `case` is one that the actor was given (`case_for`), or their own.
    """
    return openable(actor, of_host=of_host(actor, case), leave=leave)


def may_open(actor: Actor, case: Case, compartment: str, *, leave: Collection[str] = ()) -> bool:
    """Whether the actor opens this compartment of this resident's file."""
    return compartment in compartments_for(actor, case, leave=leave)


def check_opens(actor: Actor, case: Case, compartment: str, *, leave: Collection[str] = ()) -> None:
    """The same, for an act or a page: raises NotFound, as for what is not there."""
    if not may_open(actor, case, compartment, leave=leave):
        raise NotFound(compartment)


def knows_of(actor: Actor, cases: Collection[str]) -> dict[str, Knows]:
    """What the actor may know of each of these residents' files (ids that they were given)."""
    if not cases:
        return {}
    hosts = _hosts(cases)
    shut = _shut(actor)
    each = {one: Knows(openable(actor, of_host=one), told_of(actor, of_host=one), one) for one in (False, True)}
    return {case: each[shut(host)] for case, host in hosts.items()}


def _hosts(cases: Collection[str]) -> dict[str, str]:
    return quick.names((Case,), cases, column="host")


def reader_of(actor: Actor, case: Case) -> Reader:
    """The actor as a reader of what the steps of this resident are called and who holds them."""
    return reader(actor, of_host=not _is_veiled(actor) and of_host(actor, case))


def readers_of(actor: Actor, cases: Collection[str]) -> Mapping[str, Reader]:
    """The same of each of these residents (ids that they were given)."""
    if _is_veiled(actor):
        one = reader(actor, of_host=True)
        return defaultdict(lambda: one)
    shut, of = _shut(actor), {is_host: reader(actor, of_host=is_host) for is_host in (False, True)}
    return {case: of[bool(host) and shut(host)] for case, host in (_hosts(cases) if cases else {}).items()}


def reader_of_many(actor: Actor) -> Reader:
    """The actor as a reader of sums over residents, of which some are kept by whoever they work for, if any may be."""
    known = RESIDENT in actor.roles or (bool(actor.organisation) and not runs_a_site(actor.organisation))
    return reader(actor, of_host=not _is_veiled(actor) and not known)


def _is_veiled(actor: Actor) -> bool:
    """Whether their roles alone tell that they know nobody's way: then nobody asks whose staff they are."""
    return not may_name_bodies(actor)


def ever_known(actor: Actor) -> frozenset[str]:
    """The compartments of which the actor may know something in some file, but for those of `hosted_by`."""
    return openable(actor, of_host=False) | told_of(actor, of_host=False)


def hosted_by_kin(actor: Actor) -> QuerySet[Case]:
    """The residents who are kept by whoever the actor works for."""
    return hosted_by(hosts_known_to(actor))


def hosts_known_to(actor: Actor) -> frozenset[str] | None:
    """Whoever the actor works for, and all under the same umbrella; None where it could be anybody."""
    return kin_of(actor.organisation) if actor.organisation else None


def hosted_by(hosts: frozenset[str] | None) -> QuerySet[Case]:
    """The residents kept, or kept last, by one of these (by anybody, if None): another room narrows itself by it."""
    return Case.objects.exclude(host="") if hosts is None else Case.objects.filter(host__in=hosts)


def ids_beyond_host(actor: Actor) -> QuerySet[Case, str]:
    """The cases in the actor's reach that are not kept by whoever they work for: for lists of what is closed there."""
    return ids_within(actor).exclude(id__in=hosted_by_kin(actor).values("id"))


def knows_kind(actor: Actor, case: Case, kind: str, *, author: str = "") -> bool:
    """Whether the actor may know of an entry of this kind in this resident's file."""
    return may_know(actor, kind, author=author) and (
        actor.id == author or may_know(actor, kind, of_host=of_host(actor, case))
    )


def reads_words(actor: Actor, case: Case) -> bool:
    """Whether the actor may read what this resident said against an order, or to a reviewer: the resident always."""
    own = actor.id == case.id and RESIDENT in actor.roles
    return own or (may_read_words(actor) and not of_host(actor, case))
