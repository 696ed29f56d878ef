"""What an administrator sets up, in order; an empty programme begins here."""

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.access.queries import staff_members_for
from onward.access.rules import Actor
from onward.access.rules.grants import ADMINISTRATOR
from onward.desk.queries.today.shape import Line, Section
from onward.oversight.queries import keys_for
from onward.places.queries import capacities_for, organisations_for, sites_for


def _tasks(actor: Actor) -> list[tuple[str, str, str, bool]]:
    sites = sites_for(actor)
    keys = keys_for(actor)
    first = sites[0].id if sites else ""
    counted = sum(capacities_for(actor).values())
    block = reverse("places:add_block", args=[first]) if first else reverse("places:see_places")
    return [
        (
            _("Add the organisations that take part"),
            _("Who has custody, who helps, who watches over it."),
            reverse("places:add_organisation"),
            bool(sites) or any(one.kind != "other" for one in organisations_for(actor)),
        ),
        (_("Add the sites"), _("Checkpoints and camps, and who runs them."), reverse("places:add_site"), bool(sites)),
        (_("Add blocks and places"), _("Where people will sleep."), block, counted > 0),
        (
            _("Add the staff"),
            _("Each with a role and a site. An office without a person counts as nobody."),
            reverse("access:add_staff"),
            len(staff_members_for(actor)) > len(staff_members_for(actor, role=ADMINISTRATOR)),
        ),
        (
            _("Name oversight's key"),
            _("No oversight is named yet. Until one is, nobody can complain here but on paper.") if not keys else "",
            reverse("oversight:see_feed"),
            bool(keys),
        ),
    ]


def founding(actor: Actor) -> Section:
    """The five things that a programme needs before the first arrival; who made it is not yet its staff."""
    lines = [
        Line(words, url, note=note, tag=_("done") if done else _("to do"), tone="done" if done else "wait")
        for words, note, url, done in _tasks(actor)
    ]
    return Section(_("Setting up"), lines, "")


def nothing_founded(actor: Actor) -> tuple[str, str] | None:
    """The first thing that is still to be set up: words and address."""
    return next(((words, url) for words, _note, url, done in _tasks(actor) if not done), None)
