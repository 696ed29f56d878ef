"""Asking for a file in an emergency, agreeing, refusing, looking, and the review."""

from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.queries import actor_of_staff
from onward.access.rules import Actor, may, needs
from onward.access.rules.grants import OVERSIGHT
from onward.cases.events import Closes, Opens
from onward.cases.queries import compartments_for
from onward.emergency.events import FileOpened, OpeningAsked, OpeningConfirmed, OpeningRefused, OpeningReviewed
from onward.emergency.queries import (
    are_related,
    asked_today,
    emergencies_of,
    emergency_for,
    file_for,
    is_missed,
    is_open,
    is_unchanged,
    review_holder,
    second_holder,
    stands_in,
)
from onward.emergency.rules import (
    REVIEW_DAYS,
    check_asked,
    check_open,
    check_pending,
    check_review,
    check_second,
    check_unchanged,
)
from onward.journal import reading
from onward.journal.append import append, written
from onward.journal.compartments import LEGAL
from onward.kit.ids import derived_id, new_id
from onward.waiting.queries import is_independent

if TYPE_CHECKING:
    from onward.emergency.models import Emergency


@needs("emergency.ask_opening")
@transaction.atomic
def ask_opening(actor: Actor, *, case: str, reason: str, entry: str = "") -> str:
    """Ask to open one file in an emergency; a second person, of another organisation, decides."""
    file, entry = file_for(actor, case), entry or new_id()
    if written(entry):
        return entry
    now = reading.present()
    earlier = emergencies_of(file.id)
    check_asked(
        reason=reason,
        here=file.ended_on is None,
        independent=is_independent(actor.organisation, file.custody),
        opened=compartments_for(actor, file),
        pending=any(one.is_pending(now) for one in earlier),
        running=any(one.by == actor.id and is_open(one, now) for one in earlier),
        today=asked_today(actor),
    )
    lapsed = (one for one in earlier if one.confirmed_at is None and one.refused_on is None)
    second = Opens(
        id=derived_id(entry, "second"),
        kind="emergency",
        what="emergency",
        holder=second_holder(file, actor=actor),
        norm=0,
        compartment=LEGAL,
    )
    asked = OpeningAsked(
        organisation=actor.organisation,
        roles=tuple(sorted(actor.roles)),
        site=file.site,
        custody=file.custody,
        reason=reason.strip(),
        opens=(second,),
        closes=tuple(Closes(id=one.matter, outcome="superseded") for one in lapsed),
    )
    append(asked, by=actor, stream=file.id, id=entry)
    return entry


@needs("emergency.confirm_opening")
@transaction.atomic
def confirm_opening(actor: Actor, *, case: str, asked: str, entry: str = "") -> None:
    """Agree, as the second person: from now on it is open to whoever asked, for half an hour."""
    file = file_for(actor, case)
    found = emergency_for(actor, file, asked)
    if entry and written(entry):
        return
    _check_second(actor, found)
    asker = actor_of_staff(found.by)
    check_unchanged(same=may(asker, "emergency.ask_opening") and is_unchanged(found, asker, file))
    entry = entry or new_id()
    review = Opens(
        id=derived_id(entry, "review"),
        kind="emergency_review",
        what="emergency_review",
        holder=review_holder(found, second=actor),
        norm=REVIEW_DAYS,
        compartment=LEGAL,
    )
    said = OpeningConfirmed(
        asked=found.id, organisation=actor.organisation, opens=(review,), closes=(Closes(id=found.matter),)
    )
    append(said, by=actor, stream=file.id, id=entry)


@needs("emergency.refuse_opening")
@transaction.atomic
def refuse_opening(actor: Actor, *, case: str, asked: str, words: str = "", entry: str = "") -> None:
    """Refuse, as the second person: it opens nothing."""
    file = file_for(actor, case)
    found = emergency_for(actor, file, asked)
    if entry and written(entry):
        return
    _check_second(actor, found)
    done = (Closes(id=found.matter, outcome="refused"),)
    append(OpeningRefused(asked=found.id, words=words.strip(), closes=done), by=actor, stream=file.id, id=entry)


def _check_second(actor: Actor, found: "Emergency") -> None:
    now = reading.present()
    settled = found.confirmed_at is not None or found.refused_on is not None
    check_pending(settled=settled, lapsed=not found.is_pending(now))
    check_second(
        same=found.by == actor.id,
        related=are_related(found.organisation, actor.organisation),
        independent=is_independent(actor.organisation, found.custody),
        missed=is_missed(found.site),
        roles=actor.roles,
    )


@needs("emergency.open_file")
def open_file(actor: Actor, *, case: str, asked: str, entry: str = "") -> str:
    """Say that the actor looks into the file now. Durable before a key is used. Returns the look, which shows it."""
    entry = entry or new_id()
    with transaction.atomic(durable=True):
        file = file_for(actor, case)
        found = emergency_for(actor, file, asked)
        if not written(entry):
            check_unchanged(same=is_unchanged(found, actor, file))
            check_open(over=not is_open(found, reading.present()))
            append(FileOpened(asked=found.id), by=actor, stream=file.id, id=entry)
    return entry


@needs("emergency.review_opening")
@transaction.atomic
def review_opening(
    actor: Actor,
    *,
    case: str,
    asked: str,
    in_order: bool,
    words: str = "",
    withheld: bool = False,
    entry: str = "",
) -> None:
    """Say, as oversight that took no part or who stands in, whether it was in order, and whether the person sees it."""
    file = file_for(actor, case)
    found = emergency_for(actor, file, asked)
    if entry and written(entry):
        return
    check_review(
        took_part=actor.id in (found.by, found.second),
        entitled=OVERSIGHT in actor.roles or stands_in(actor, found),
        confirmed=found.confirmed_at is not None,
        reviewed=found.reviewed_on is not None,
        words=words,
        in_order=in_order,
    )
    said = OpeningReviewed(
        asked=found.id,
        in_order=in_order,
        withheld=withheld,
        words=words.strip(),
        closes=(Closes(id=found.review),),
    )
    append(said, by=actor, stream=file.id, id=entry)
