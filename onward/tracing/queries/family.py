"""Whom somebody looks for, whether relatives may be told, and whether they were."""

from typing import NamedTuple

from onward.kit.errors import NotFound
from onward.tracing.models import Agreed, Sought, Told


class Family(NamedTuple):
    """Relatives who are looked for: by relation and day alone, never by name; since when telling is agreed; told."""

    sought: list[Sought]
    agreed: Agreed | None
    told: list[Told]


def family_for(case: str) -> Family:
    """What a resident said of relatives; `case` is one that the actor was given."""
    return Family(
        list(Sought.objects.filter(stream=case).order_by("id")),
        Agreed.objects.filter(stream=case).first(),
        list(Told.objects.filter(stream=case).order_by("id")),
    )


def sought_for(case: str, sought: str) -> Sought:
    """One search of that resident. Raises NotFound."""
    found = Sought.objects.filter(stream=case, id=sought).first()
    if found is None:
        raise NotFound(sought)
    return found
