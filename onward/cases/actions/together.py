"""Who belongs with whom."""

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import CompanionNoted, FamilyJoined
from onward.cases.queries import case_for, companions_of
from onward.cases.rules import check_together, check_two
from onward.journal.append import append, written
from onward.kit.ids import derived_id, new_id


@needs("cases.link_family")
@transaction.atomic
def link_family(
    actor: Actor,
    *,
    case: str,
    other: str,
    relation: str = "",
    other_relation: str = "",
    entry: str = "",
    after: str = "",
) -> None:
    """Note that two residents are one family; the family of the other, if there is one, is the one joined."""
    one, two = case_for(actor, case), case_for(actor, other)
    entry = entry or new_id()
    if written(entry):
        return
    check_two(one=one.id, other=two.id)
    check_together(ended_on=one.ended_on or two.ended_on)
    family = two.family or one.family or derived_id(entry, "family")
    joined = FamilyJoined(family=family, relation=relation)
    append(joined, by=actor, stream=one.id, id=entry, after=after)
    if two.family != family or other_relation:
        joined = FamilyJoined(family=family, relation=other_relation or two.relation)
        append(joined, by=actor, stream=two.id, id=derived_id(entry, "other"), cause=entry)


@needs("cases.note_companion")
@transaction.atomic
def note_companion(
    actor: Actor, *, case: str, other: str, relation: str = "", entry: str = "", after: str = ""
) -> None:
    """Note that two residents came together, or keep together, without being family."""
    one, two = case_for(actor, case), case_for(actor, other)
    check_two(one=one.id, other=two.id)
    if two.id not in {companion.id for companion in companions_of(one)}:
        noted = CompanionNoted(other=two.id, relation=relation)
        append(noted, by=actor, stream=one.id, id=entry, after=after)
