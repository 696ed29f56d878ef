"""Who belongs with a resident, who works on their case, and what is owed to them by an office."""

from collections.abc import Collection

from onward.cases.events import CaseEvent
from onward.cases.models import Case, Companion
from onward.cases.rules import matters_of_office
from onward.journal import quick
from onward.journal.reading import effective


def family_of(case: Case) -> list[Case]:
    """The others of the resident's family, by name."""
    return list(Case.objects.filter(family=case.family).exclude(id=case.id).order_by("name")) if case.family else []


def family_ids(cases: Collection[str]) -> dict[str, str]:
    """Resident -> the id of their family, for those of these who have one."""
    rows = Case.objects.filter(id__in=cases).exclude(family="")
    return dict(rows.values_list("id", "family")) if cases else {}


def companions_of(case: Case) -> list[Case]:
    """Those who came with the resident, or keep with them, by name; on whichever file it was noted."""
    noted = [*quick.rows(Companion, stream=case.id), *quick.rows(Companion, other=case.id)]
    others = {one for companion in noted for one in (companion.stream, companion.other)} - {case.id}
    return list(Case.objects.filter(id__in=others).order_by("name")) if others else []


def open_matters_of_office(case: Case, office: str) -> list[str]:
    """The ids of the open matters of a case that an office owes."""
    events = (entry.event for entry in effective(case.id))
    return matters_of_office([event for event in events if isinstance(event, CaseEvent)], office)


def cases_of_worker(staff: str) -> list[str]:
    """Every case whose stay goes on that a member of staff works on, wherever: for releasing them."""
    return list(Case.objects.filter(case_worker=staff, ended_on=None).order_by("id").values_list("id", flat=True))
