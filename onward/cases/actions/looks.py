"""Looking for a person by a name: written down, and bounded."""

from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import NameSought
from onward.cases.queries.looks import look_of, looks_within_the_hour
from onward.cases.rules import hour_is_full
from onward.journal.append import append
from onward.kit.dates import now
from onward.kit.ids import derived_id, new_id

AN_HOUR = 60 * 60


@needs("cases.note_look")
@transaction.atomic
def note_look(actor: Actor, *, where: str, form: str = "") -> bool:
    """Write down that the actor looks for a name, never which; once a form. Gives whether they may.

    `form`: the number of the form that they type in; none, and each look counts. Beyond the quota nothing may be looked
    for, and oversight is told, once an hour.
    """
    entry = derived_id(form, actor.id, "look") if form else new_id()
    earlier = look_of(actor, entry) if form else None
    if earlier is not None and earlier.at <= now() - timedelta(seconds=AN_HOUR):
        entry, earlier = new_id(), None  # a form of yesterday does not look for nothing today
    within_form = earlier is not None and not earlier.beyond
    if within_form and _again(entry) <= settings.LOOKS.each:
        return True
    looked, told = looks_within_the_hour(actor)
    full = within_form or hour_is_full(opened=looked, most=settings.LOOKS.hourly)
    if not full or not told:
        said = NameSought(where=where, site=min(actor.sites, default=""), beyond=full)
        append(said, by=actor, stream=actor.id, id=new_id() if full else entry)
    return not full


def _again(entry: str) -> int:
    """How often the same form has looked: in memory alone, as what is typed is."""
    key = f"look-{entry}"
    if cache.add(key, 1, AN_HOUR):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # forgotten in between
        return 1
