"""Today, put together for whoever asks."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from onward.access.rules import Actor, may
from onward.access.rules.grants import (
    ADMINISTRATOR,
    CASE,
    COORDINATOR,
    COUNSELLOR,
    CUSTODY,
    LIAISON,
    OVERSIGHT,
    RECEPTION,
    RELIEF,
    REVIEWER,
    SITE,
    SPECIALISTS,
    TEACHER,
)
from onward.desk.queries.today import figures, own, sections
from onward.desk.queries.today.founding import founding, nothing_founded
from onward.desk.queries.today.shape import Figure, Section
from onward.places.queries import sites_for
from onward.waiting.queries import clocks_stand_still


class Go(NamedTuple):
    """The one green button."""

    words: str
    url: str


class Today(NamedTuple):
    """The page: where, the numbers, and the lists in two columns."""

    title: str
    figures: list[Figure]
    sections: list[Section]
    go: Go | None
    still: bool = False


ROLES: tuple[tuple[str, tuple[Callable[[Actor], list[Figure]], ...], tuple[Callable[[Actor], Section], ...]], ...] = (
    (RECEPTION, (figures.of_reception,), (sections.still_here, sections.road_from_us, sections.mine)),
    (CASE, (figures.of_case_worker,), (sections.mine, sections.questions, sections.unassigned)),
    (SITE, (figures.of_site,), (sections.unhoused, sections.road_to_us, sections.needs, sections.mine)),
    *((role, (), (sections.mine, sections.of_care, sections.passed_on)) for role in SPECIALISTS),
    (COUNSELLOR, (), (sections.mine,)),
    (TEACHER, (), (sections.mine,)),
    (RELIEF, (), (sections.mine,)),
    (LIAISON, (figures.of_liaison,), (sections.mine,)),
    (CUSTODY, (figures.of_custody,), (sections.exits, sections.challenges)),
    (COORDINATOR, (figures.of_coordinator, figures.of_watchers), (sections.nobodys, sections.late)),
    (REVIEWER, (figures.of_reviewer,), (sections.mine,)),
    (OVERSIGHT, (figures.of_coordinator, figures.of_watchers), (sections.nobodys, sections.late)),
    (ADMINISTRATOR, (figures.of_administrator,), (founding,)),
)


WHO_CARES = {CASE, SITE, COORDINATOR, OVERSIGHT}
"""Who sees at once that somebody is in danger, missing, or has died."""
WATCH = {COORDINATOR, OVERSIGHT}
"""Who watches over what others owe, and sees at once where something is in their own hands."""
JOURNEYS = {CASE, SITE}
"""Who sees departures and visits; a liaison has them among their own lists."""


def today_for(actor: Actor) -> Today:
    """What waits for the actor, by their roles; whoever has several sees each list once."""
    still = may(actor, "waiting.see_clocks") and clocks_stand_still()
    return Today(_title(actor), _figures(actor), list(_once(_sections(actor))), _go(actor), still)


def _once(made: Iterable[Section]) -> Iterator[Section]:
    """Each matter in the first list that shows it; a list of which nothing is left is not shown."""
    shown: set[str] = set()
    for section in made:
        lines = [line for line in section.lines if line.owed is None or line.owed.id not in shown]
        shown.update(line.owed.id for line in lines if line.owed)
        if lines or not section.lines:
            yield section._replace(lines=lines)


def _title(actor: Actor) -> str:
    sites = [] if actor.everywhere else sites_for(actor)
    return _("Today at %(site)s") % {"site": sites[0].name} if len(sites) == 1 else pgettext("page", "Today")


def _figures(actor: Actor) -> list[Figure]:
    makers = dict.fromkeys(maker for role, makers, _lists in ROLES if role in actor.roles for maker in makers)
    return list({figure.text: figure for maker in makers for figure in maker(actor)}.values())


def _sections(actor: Actor) -> Iterator[Section]:
    makers = dict.fromkeys(maker for role, _numbers, makers in ROLES if role in actor.roles for maker in makers)
    if WHO_CARES & actor.roles and (danger := sections.urgent(actor)).lines:
        yield danger
    if may(actor, "cases.see_openings") and (many := sections.opened(actor)).lines:
        yield many
    if may(actor, "cases.see_reminders") and (reminders := own.reminders(actor)).lines:
        yield reminders
    if may(actor, "access.confirm_grant") and (asked := sections.grants(actor)).lines:
        yield asked
    if may(actor, "shelter.answer_promise") and (promised := own.promised(actor)).lines:
        yield promised
    if sections.nobodys in makers:
        yield sections.nobodys(actor)
    if (told := sections.escalated(actor)).lines:
        yield told
    if WATCH & actor.roles and (mine := sections.mine(actor)).lines:
        yield mine
    yield from (maker(actor) for maker in makers if maker != sections.nobodys)
    if may(actor, "desk.see_caseload") and (quiet := own.quiet(actor)).lines:
        yield quiet
    if JOURNEYS & actor.roles:
        yield from (section for section in (sections.journeys(actor), sections.visits(actor)) if section.lines)
    if LIAISON in actor.roles:
        # The figures say already where nobody stands.
        yield from (section for section in sections.of_liaison(actor) if section.lines)


def _go(actor: Actor) -> Go | None:
    if RECEPTION in actor.roles:
        return Go(_("Record an arrival"), reverse("reception:record_arrival"))
    if ADMINISTRATOR in actor.roles and (first := nothing_founded(actor)):
        return Go(*first)
    if CUSTODY in actor.roles and may(actor, "homecoming.see_exits"):
        return Go(_("See the exits asked"), reverse("homecoming:exits"))
    # Their day is a list elsewhere: without a word of it Today would say that there is nothing to do.
    if actor.roles == {RELIEF}:
        return Go(_("Meals and things"), reverse("relief:see_things"))
    if actor.roles and actor.roles <= {TEACHER, COUNSELLOR}:
        return Go(_("Courses and support"), reverse("courses:see_courses"))
    return None
