"""Residents for tests: opened by an entry of their own, without the screens of reception."""

from typing import Any

from onward.access.rules import Actor
from onward.cases.models import Case
from onward.cases.queries import new_case_name
from onward.kit.ids import new_id
from onward.reception.events import Arrived
from tests.programme import Programme

KEEPER = "somebody"
"""Whoever has custody where a test does not say: nobody is ever in none."""


def arrive(programme: Programme, site: str, *, by: Actor | None = None, **said: Any) -> str:
    """A resident at `site`; `said` are fields of Arrived, and what `say` takes. Returns the case."""
    case, entry = new_id(), new_id()
    more = {key: said.pop(key) for key in ("happened_at", "precision") if key in said}
    facts = {
        "case_name": new_case_name(case),
        "language": "fr",
        "custody": KEEPER,
        "group": entry,
        "pathway": "default",
    } | said
    programme.say(Arrived(site=site, **facts), stream=case, id=entry, by=by.id if by else "tester", **more)
    return case


def seen(case: str) -> Case:
    """The resident as the tables now have them."""
    return Case.objects.get(id=case)
