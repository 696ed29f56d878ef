"""Sums of days over many residents, by step, by holder, by site: SQL over the ledger."""

from datetime import date

from django.db.models import Case, CharField, Count, F, IntegerField, Max, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce, Greatest, Least

from onward.access.rules import Actor
from onward.cases.queries import reader_of_many
from onward.kit.dates import today
from onward.waiting.models import Stretch
from onward.waiting.queries.titles import ONE_OF_MANY, known_as
from onward.waiting.rules.account import By, sorted_sums
from onward.waiting.rules.account import Sum as Line

COLUMNS: dict[By, tuple[str, ...]] = {"step": ("known",), "holder": ("holder", "office"), "site": ("site",)}


def sums_for(actor: Actor, by: By, *, site: str = "", since: date, until: date) -> list[Line]:
    """The days at sites in the actor's reach (or at one) from `since` up to, not including, `until` or today.

    As far as the ledger is: `catch_up` says how far.
    """
    until = min(until, today())
    if since >= until:
        return []
    first, last = since.toordinal(), until.toordinal()
    inside = within(actor, site=site).filter(Q(last=None) | Q(last__gt=first), first__lt=last)
    end = Least(Coalesce(F("last"), Value(last)), Value(last))
    counted = inside.annotate(
        days=Greatest(end - Greatest(F("first"), Value(first)), Value(0), output_field=IntegerField())
    )
    columns = COLUMNS[by]
    if by == "step":
        counted = counted.annotate(known=_known(actor, counted))
    found = counted.values(*columns).annotate(
        total=Sum("days"),
        nobodys=Coalesce(Sum("days", filter=Q(named=False)), 0),
        told_late=Coalesce(Sum("days", filter=Q(late=True)), 0),
        people=Count("case", distinct=True),
        called=Max("name"),
    )
    return sorted_sums(
        Line(
            key=one[columns[0]],
            office=one.get("office", ""),
            name=one["called"] if by == "holder" else "",
            days=one["total"],
            unexplained=one["nobodys"],
            late=one["told_late"],
            people=one["people"],
        )
        for one in found
    )


def _known(actor: Actor, counted: QuerySet[Stretch]) -> Case | F:
    """The step, or that it is one of many for whoever may not know of which way it is."""
    reader = reader_of_many(actor)
    steps = [] if reader.names else list(counted.order_by().values_list("step", flat=True).distinct())
    veiled = [step for step in steps if known_as(reader, step) != step]
    if not veiled:
        return F("step")
    return Case(When(step__in=veiled, then=Value(ONE_OF_MANY)), default=F("step"), output_field=CharField())


def within(actor: Actor, *, site: str = "") -> QuerySet[Stretch]:
    """The stretches at sites in the actor's reach, or at one of these."""
    reach = Stretch.objects.all() if actor.everywhere else Stretch.objects.filter(site__in=actor.sites)
    return reach.filter(site=site) if site else reach
