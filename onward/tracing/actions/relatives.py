"""Whom somebody looks for, and whether relatives may be told: said at the door, or noted by whoever asked them."""

from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.access.rules.grants import RESIDENT
from onward.care.actions.searching import Search
from onward.care.rules import Relative
from onward.cases.events import Closes
from onward.cases.queries import case_for, check_opens
from onward.journal.append import append, written
from onward.journal.compartments import IDENTITY
from onward.kit.ids import derived_id, new_id
from onward.tracing.events import SearchEnded, TellingAgreed, TellingEnded
from onward.tracing.queries import family_for, sought_for

if TYPE_CHECKING:
    from onward.cases.models import Case


@needs("tracing.seek_relative")
@transaction.atomic
def seek_relative(
    actor: Actor, *, case: str, name: str, relation: str = "", last_seen: str = "", region: str = "", entry: str = ""
) -> None:
    """Note a relative whom a resident looks for, because they want it; sealed beside the names."""
    relative = Relative(name=name, relation=relation, last_seen=last_seen, region=region, agreed=True)
    _seek(actor, _file(actor, case), relative, entry)


@needs("tracing.seek_own_relative")
@transaction.atomic
def seek_own_relative(
    actor: Actor, *, case: str, name: str, relation: str = "", last_seen: str = "", region: str = "", entry: str = ""
) -> None:
    """Look for a relative of one's own."""
    relative = Relative(name=name, relation=relation, last_seen=last_seen, region=region, agreed=True)
    _seek(actor, case_for(actor, case), relative, entry)


@needs("tracing.end_search")
@transaction.atomic
def end_search(actor: Actor, *, case: str, sought: str, entry: str = "") -> None:
    """Look for a relative no longer, because the person does not want it."""
    _end_search(actor, _file(actor, case), sought, entry)


@needs("tracing.end_own_search")
@transaction.atomic
def end_own_search(actor: Actor, *, case: str, sought: str, entry: str = "") -> None:
    """Look for a relative of one's own no longer."""
    _end_search(actor, case_for(actor, case), sought, entry)


@needs("tracing.agree_telling")
@transaction.atomic
def agree_telling(actor: Actor, *, case: str, entry: str = "") -> None:
    """Note that the person agrees that relatives are told where to reach them."""
    _agree(actor, _file(actor, case), entry)


@needs("tracing.agree_own_telling")
@transaction.atomic
def agree_own_telling(actor: Actor, *, case: str, entry: str = "") -> None:
    """Agree that relatives are told where to reach oneself."""
    _agree(actor, case_for(actor, case), entry)


@needs("tracing.end_telling")
@transaction.atomic
def end_telling(actor: Actor, *, case: str, entry: str = "") -> None:
    """Note that the person agrees no longer; nobody is told anything from now on."""
    _end(actor, _file(actor, case), entry)


@needs("tracing.end_own_telling")
@transaction.atomic
def end_own_telling(actor: Actor, *, case: str, entry: str = "") -> None:
    """Agree no longer that relatives are told."""
    _end(actor, case_for(actor, case), entry)


def _file(actor: Actor, case: str) -> "Case":
    """A file whose names the actor may open. Raises NotFound."""
    file = case_for(actor, case)
    check_opens(actor, file, IDENTITY)
    return file


def _seek(actor: Actor, file: "Case", relative: Relative, entry: str) -> None:
    own = entry or new_id()
    if not written(derived_id(own, "relative")):
        Search(by=actor, case=file, entry=own).say(relative, language=file.language)


def _end_search(actor: Actor, file: "Case", sought: str, entry: str) -> None:
    if entry and written(entry):
        return
    search = sought_for(file.id, sought)
    closes = (Closes(id=search.matter, outcome="withdrawn"),) if search.matter else ()
    append(SearchEnded(sought=search.id, closes=closes), by=actor, stream=file.id, id=entry)


def _agree(actor: Actor, file: "Case", entry: str) -> None:
    if not (entry and written(entry)) and not family_for(file.id).agreed:
        append(TellingAgreed(themselves=RESIDENT in actor.roles), by=actor, stream=file.id, id=entry)


def _end(actor: Actor, file: "Case", entry: str) -> None:
    if not (entry and written(entry)) and family_for(file.id).agreed:
        append(TellingEnded(themselves=RESIDENT in actor.roles), by=actor, stream=file.id, id=entry)
