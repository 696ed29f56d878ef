"""What is done about two files that belong together."""

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.access.rules.grants import CASE
from onward.cases.actions import open_identity
from onward.cases.events import Closes, Opens
from onward.cases.queries import office_holder
from onward.journal.append import append, written
from onward.journal.compartments import IDENTITY
from onward.kit.errors import NotFound
from onward.kit.ids import derived_id, new_id
from onward.tracing.events import (
    FilesParted,
    NotSamePersonNoted,
    RelativeTold,
    SamePersonConfirmed,
    SamePersonProposed,
)
from onward.tracing.queries import link_between, pair_for, sought_for
from onward.tracing.rules import (
    CONFIRM_WITHIN,
    RELATIVE,
    check_new,
    check_second,
    check_standing,
    check_tell,
    check_why,
)


@needs("tracing.propose_same")
@transaction.atomic
def propose_same(actor: Actor, *, case: str, other: str, words: str, entry: str = "") -> None:
    """Say that two files are of one person, and why; a second person decides."""
    pair = pair_for(actor, case, other)
    if entry and written(entry):
        return
    check_new(linked=pair.link is not None)
    check_why(words)
    own = entry or new_id()
    file = pair.sides[0].case
    holder = office_holder(CASE, file.site, organisation=actor.organisation or "")
    owed = Opens(
        id=derived_id(own, "second"), kind="tracing", what="same_person", holder=holder, norm=CONFIRM_WITHIN,
        compartment=IDENTITY,
    )  # fmt: skip
    said = SamePersonProposed(other=pair.sides[1].case.id, words=words.strip(), opens=(owed,))
    append(said, by=actor, stream=file.id, id=own)


@needs("tracing.confirm_same")
@transaction.atomic
def confirm_same(actor: Actor, *, case: str, other: str, entry: str = "") -> None:
    """Agree, as the second person, that two files are of one person. Neither is changed."""
    link = pair_for(actor, case, other).link
    if entry and written(entry):
        return
    if link is None:
        raise NotFound(other)
    check_second(by=link.by, actor=actor.id, decided=link.confirmed_on is not None)
    said = SamePersonConfirmed(proposed=link.id, closes=(Closes(id=link.matter),))
    append(said, by=actor, stream=link.stream, id=entry)


@needs("tracing.part_files")
@transaction.atomic
def part_files(actor: Actor, *, case: str, other: str, words: str, entry: str = "") -> None:
    """Undo a link, or what was proposed, and say why; nothing of either file is lost."""
    pair_for(actor, case, other)
    if entry and written(entry):
        return
    link = link_between(case, other)
    check_standing(parted=link is None)
    assert link is not None  # noqa: S101 - tells mypy what was just checked
    check_why(words)
    closes = () if link.confirmed_on else (Closes(id=link.matter, outcome="refused"),)
    append(FilesParted(proposed=link.id, words=words.strip(), closes=closes), by=actor, stream=link.stream, id=entry)


@needs("tracing.note_not_same")
@transaction.atomic
def note_not_same(actor: Actor, *, case: str, other: str, words: str = "", entry: str = "") -> None:
    """Note that two files do not belong together: they are not offered again."""
    pair = pair_for(actor, case, other)
    if entry and written(entry):
        return
    check_new(linked=pair.link is not None)
    first, second = (side.case for side in pair.sides)
    said = NotSamePersonNoted(other=second.id, about=pair.about, words=words.strip())
    append(said, by=actor, stream=first.id, id=entry)


@needs("tracing.open_names")
def open_names(actor: Actor, *, case: str, other: str, reason: str, entry: str = "") -> str:
    """Open the names of both, each said first, with one reason. Returns the first opening."""
    first, second = (side.case for side in pair_for(actor, case, other).sides)
    opening: str = open_identity(actor, case=first.id, reason=reason, entry=entry or new_id())
    open_identity(actor, case=second.id, reason=reason, entry=derived_id(opening, second.id))
    return opening


@needs("tracing.tell_relatives")
@transaction.atomic
def tell_relatives(actor: Actor, *, case: str, other: str, entry: str = "") -> None:
    """Write down that both were told of each other: only once both have agreed."""
    pair = pair_for(actor, case, other)
    if entry and written(entry):
        return
    if pair.about != RELATIVE or pair.likely is None:
        raise NotFound(other)
    check_tell(both=all(side.agreed for side in pair.sides), told=pair.told)
    first, second = (side.case for side in pair.sides)
    search = sought_for(first.id, pair.likely.sought)
    own = entry or new_id()
    closes = (Closes(id=search.matter),) if search.matter else ()
    append(RelativeTold(other=second.id, sought=search.id, closes=closes), by=actor, stream=first.id, id=own)
    told = RelativeTold(other=first.id, sought="")
    append(told, by=actor, stream=second.id, id=derived_id(own, second.id))
