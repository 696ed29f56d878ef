"""As it stood: sums of days from what was known at the end of a past day, computed from the journal."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from msgspec.structs import replace

from onward.access.rules import Actor, may_name_bodies
from onward.journal import clock
from onward.journal.reading import history
from onward.kit.dates import today
from onward.kit.errors import NotFound, RuleBroken
from onward.waiting.models import EverAt
from onward.waiting.queries.titles import known_as
from onward.waiting.rules.account import BY, Account, By, Sum, accounts, summed

MOST_REFOLDED = 1500
"""Residents whose journal is read for one page: about two seconds. Of more, the question must be a smaller one."""

ONE = timedelta(days=1)


def sums_as_known(actor: Actor, *, site: str, since: date, until: date, known: date) -> dict[By, list[Sum]]:
    """The days at one site in the actor's reach, as they stood at the end of the day `known`, by everything.

    Days after `known` are not counted. Raises RuleBroken where too many residents would have to be read.
    """
    if not actor.reaches(site):
        raise NotFound(site)
    accounts = list(_known(site, min(until, known + ONE, today()), clock.as_of(known)))
    if not may_name_bodies(actor):
        accounts = [(case, _veiled(actor, of)) for case, of in accounts]
    return {by: summed(accounts, by, site=site, since=since, until=until) for by in BY}


def _veiled(actor: Actor, of: Account) -> Account:
    """The account with each step as the reader may know it."""
    rows = (replace(row, owner=replace(row.owner, step=known_as(actor, row.step))) for row in of.rows)
    return replace(of, rows=tuple(rows))


def _known(site: str, until: date, cut: int) -> Iterator[tuple[str, Account]]:
    there = EverAt.objects.filter(site=site, known__lte=cut).order_by("case")
    cases = list(there.values_list("case", flat=True)[: MOST_REFOLDED + 1])
    if len(cases) > MOST_REFOLDED:
        most = {"most": MOST_REFOLDED}
        raise RuleBroken(_("More than %(most)d residents were there until then: too many to read anew.") % most)
    for case in cases:
        for of in accounts(history(case, known=cut), until=until):
            yield case, of
