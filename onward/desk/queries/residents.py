"""The list of residents: a page of it, at the cost of a fixed number of questions to the database."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypedDict

from django.urls import reverse

from onward.access.rules import Actor
from onward.cases.queries import Listed, listed_for
from onward.kit.dates import today
from onward.places.queries import names_of
from onward.waiting.queries import Present, present_steps

SIZE = 25
ENDED = {"all": None, "after": True}
"""Whom a list shows; those who are here unless it is asked for others."""


class Row(TypedDict):
    """One resident as the list shows them. A plain dictionary: templates look things up in it first, and a list has
    hundreds of look-ups. `held_by` is empty where nobody is named; `due_on` is told where it is past."""

    url: str
    name: str
    site: str
    stage: str
    days: str
    waits_for: str
    held_by: str
    due_on: date | None
    ended_on: date | None


class Page(NamedTuple):
    """A page of residents; `after` is where the next one begins, empty at the end."""

    rows: list[Row]
    after: str


def residents_for(
    actor: Actor,
    *,
    sites: Mapping[str, str],
    stages: Mapping[str, str],
    site: str = "",
    stage: str = "",
    who: str = "",
    after: str = "",
) -> Page:
    """Residents in the actor's reach, latest arrival first; `who`: `all`, or those `after` the end of their stay.

    `sites` are the names that are known already, by id; `stages` what the reader calls each stage.
    """
    ended = ENDED.get(who, False)
    cases = listed_for(actor, after=after, site=site, stage=stage, ended=ended, size=SIZE + 1)
    shown = cases[:SIZE]
    present = present_steps(actor, [case.id for case in shown if case.ended_on is None])
    elsewhere = {case.site for case in shown} - sites.keys()
    sites = {**sites, **names_of(elsewhere)} if elsewhere else sites
    here = reverse("desk:residents")
    rows = [
        _row(case, present.get(case.id), here, sites.get(case.site, ""), stages.get(case.stage, "")) for case in shown
    ]
    return Page(rows, shown[-1].id if len(cases) > SIZE else "")


def _row(case: Listed, present: Present | None, here: str, site: str, stage: str) -> Row:
    return Row(
        url=f"{here}{case.id}/",
        name=case.name,
        site=site,
        stage=stage,
        days=str(_days_here(case)),
        waits_for=present.title if present else "",
        held_by=present.holder if present else "",
        due_on=present.due_on if present and present.late_by else None,
        ended_on=case.ended_on,
    )


def _days_here(case: Listed) -> int:
    """The days of a stay so far, or in all."""
    return max(0, ((case.ended_on or today()) - case.arrived_on).days)
