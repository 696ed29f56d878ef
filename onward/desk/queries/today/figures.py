"""The numbers of Today: few, and about people."""

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.access.queries import staff_members_for
from onward.access.rules import Actor
from onward.cases.queries import count_present
from onward.desk.queries.today.shape import Figure, figure
from onward.homecoming.queries import exits_for
from onward.oversight.queries import count_reviews
from onward.places.queries import organisations_for, sites_for
from onward.shelter.queries import numbers_for, transfers_for
from onward.waiting.queries import MOST_COUNTED, count_matters

HOLDING = ("step", "transfer", "block")


def _owed(show: str) -> str:
    return f"{reverse('waiting:see_matters')}?show={show}"


def of_reception(actor: Actor) -> list[Figure]:
    """Who is here, who is on the road."""
    under_way, _ended = transfers_for(actor)
    road = sum(len(group.under_way) for group in under_way if group.from_me)
    return [
        figure(count_present(actor, at_most=MOST_COUNTED), _("here now"), url=reverse("desk:residents")),
        figure(road, _("on the road"), url=reverse("shelter:transfers")),
        figure(count_matters(actor, late=True), _("past their norm"), url=_owed("late"), late=True),
    ]


def of_case_worker(actor: Actor) -> list[Figure]:
    """Who is in the actor's care, and what is owed to them."""
    unassigned = count_present(actor, unassigned=True, at_most=MOST_COUNTED)
    return [
        figure(
            count_present(actor, mine=True, at_most=MOST_COUNTED),
            _("residents in your care"),
            url=reverse("desk:see_caseload"),
        ),
        figure(count_matters(actor, mine=True, kinds=("question",)), _("questions to answer")),
        figure(count_matters(actor, mine=True, late=True), _("yours past their norm"), url=_owed("mine"), late=True),
        figure(unassigned, _("without a case worker"), url=reverse("desk:residents")),
    ]


def of_site(actor: Actor) -> list[Figure]:
    """The site at a glance."""
    numbers, places = numbers_for(actor), reverse("shelter:boards")
    return [
        figure(numbers.here, _("residents"), url=reverse("desk:residents")),
        figure(numbers.free, _("places free"), url=places),
        figure(numbers.unhoused, _("not yet housed"), url=places, late=numbers.overdue),
        figure(numbers.expected, _("on the road to us"), url=reverse("shelter:transfers")),
        figure(count_matters(actor, late=True), _("past their norm"), url=_owed("late"), late=True),
    ]


def of_liaison(actor: Actor) -> list[Figure]:
    """How many stand at each step that asks of the world outside."""
    at = [
        (_("contacts to check"), ("contact_checked",)),
        (_("nationality to ask"), ("nationality_asked",)),
        (_("answers waited for"), ("nationality_confirmed",)),
        (_("papers"), ("papers",)),
        (_("on their journey"), ("departed", "handed_over", "arrived")),
    ]
    return [figure(count_matters(actor, kinds=("step",), whats=whats), text) for text, whats in at]


def of_custody(actor: Actor) -> list[Figure]:
    """How many exits wait."""
    return [figure(len(exits_for(actor)), _("exits wait for your decision"), url=reverse("homecoming:exits"))]


def of_coordinator(actor: Actor) -> list[Figure]:
    """How many are here, and where things stand still."""
    nobody = count_matters(actor, nobodys=True, kinds=HOLDING)
    return [
        figure(count_present(actor, at_most=MOST_COUNTED), _("residents"), url=reverse("desk:residents")),
        figure(count_matters(actor, late=True), _("past their norm"), url=_owed("late"), late=True),
        figure(nobody, _("held by nobody"), url=reverse("desk:unexplained"), late=True),
        figure(count_matters(actor, kinds=("transfer",)), _("on the road")),
    ]


def of_reviewer(actor: Actor) -> list[Figure]:
    """Which reviews are owed, and which were missed."""
    return [
        figure(count_present(actor, at_most=MOST_COUNTED), _("residents"), url=reverse("desk:residents")),
        _reviews(actor, "missed", _("reviews missed"), late=True),
        _reviews(actor, "held", _("held, not decided")),
        _reviews(actor, "due", _("reviews to come")),
    ]


def of_watchers(actor: Actor) -> list[Figure]:
    """What independent reviewers have not done in time."""
    return [_reviews(actor, "missed", _("reviews missed"), late=True)]


def _reviews(actor: Actor, shown: str, text: str, *, late: bool = False) -> Figure:
    many = count_reviews(actor, shown, at_most=MOST_COUNTED)
    return figure(many, text, url=f"{reverse('oversight:see_reviews')}?show={shown}", late=late)


def of_administrator(actor: Actor) -> list[Figure]:
    """What has been founded."""
    return [
        figure(len(organisations_for(actor)), _("organisations"), url=reverse("places:see_places")),
        figure(len(sites_for(actor)), _("sites"), url=reverse("places:see_places")),
        figure(len(staff_members_for(actor)), _("staff"), url=reverse("access:see_staff")),
    ]
