"""All that was said in a file, as it was said, with what became of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

import msgspec
from django.db import connection
from django.db.transaction import TransactionManagementError
from django.utils.translation import gettext as _

from onward.access.queries import staff_names
from onward.access.rules import Actor
from onward.cases.events import CaseEvent
from onward.cases.models import Case
from onward.cases.queries.knowing import compartments_for, knows_kind, of_host
from onward.cases.queries.sheets import sheets_of
from onward.cases.queries.titles import MACHINES, code_words, field_words, title_of
from onward.cases.rules import can_be_corrected, can_be_withdrawn, is_anothers_seal, language_name
from onward.journal import reading
from onward.journal.body import CLOSED_KIND
from onward.journal.compartments import IDENTITY, RECORD
from onward.journal.entries import Entry
from onward.journal.events import Withdrawn
from onward.kit.errors import NotFound
from onward.kit.ids import is_id
from onward.ui.templatetags.look import day_words, listed

UNSAID = {*CaseEvent.__struct_fields__, "position", "below"} - {"why"}
LANGUAGES = ("language", "told_language", "speaks")
DAYS = ("told_on", "since")
"""Fields that hold a code of a language, and a day as text."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One entry for a screen. `state` is "", corrected, withdrawn, correction or withdrawal."""

    id: str
    kind: str
    title: str
    happened_at: datetime
    day: date
    recorded_on: date
    author: str
    by: str
    state: str = ""
    corrects: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    correctable: bool = False
    withdrawable: bool = False
    closed: bool = False
    """Nobody here may open it: that something was written is all there is to see."""


def history_for(actor: Actor, case: Case) -> list[Said]:
    """What was said of a resident and the actor may know, in read order; corrected and withdrawn entries included."""
    entries = _known(actor, case, reading.history(case.id, opens=_opened(actor, case)))
    changed: dict[str, str] = {}
    for entry in entries:
        if entry.corrects:
            changed[entry.corrects] = "withdrawn" if isinstance(entry.event, Withdrawn) else "corrected"
    names = staff_names(entry.author for entry in entries)
    by = {author: str(words) for author, words in MACHINES.items()} | names
    host = of_host(actor, case)
    sealed = {entry.id for entry in entries if is_anothers_seal(entry, by=actor.id, of_host=host)}
    papers = sheets_of(_from_paper(entry) for entry in entries)
    return [
        _said(
            one,
            changed.get(one.id, ""),
            by.get(one.author, ""),
            sealed=one.id in sealed,
            paper=papers.get(_from_paper(one), ""),
        )
        for one in entries
    ]


def _from_paper(entry: Entry) -> str:
    """The entry that a form on paper may have been entered as: of those who arrived together, the first one's."""
    return getattr(entry.event, "group", "") or entry.id


def _opened(actor: Actor, case: Case) -> frozenset[str]:
    """What a history opens: an identity has an opening of its own, said first."""
    return compartments_for(actor, case) - {IDENTITY}


def _known(actor: Actor, case: Case, entries: Iterable[Entry]) -> list[Entry]:
    known: dict[str, Entry] = {}
    knows: dict[tuple[str, bool], bool] = {}
    for entry in entries:
        if entry.kind == CLOSED_KIND:  # that something was said there is not to be known either
            continue
        own = entry.author == actor.id
        if (entry.kind, own) not in knows:
            author = actor.id if own else ""
            knows[entry.kind, own] = bool(entry.within) or knows_kind(actor, case, entry.kind, author=author)
        # What takes an entry back, or says it again, is known to those who know of the entry.
        if entry.corrects in known or (not entry.corrects and knows[entry.kind, own]):
            known[entry.id] = entry
    return list(known.values())


def _said(entry: Entry, state: str, by: str, *, sealed: bool = False, paper: str = "") -> Said:
    if entry.corrects and not state:
        state = "withdrawal" if isinstance(entry.event, Withdrawn) else "correction"
    return Said(
        id=entry.id,
        kind=entry.kind,
        title=title_of(entry.kind),
        happened_at=entry.happened_at,
        day=entry.day,
        recorded_on=entry.recorded_on,
        author=entry.author,
        by=by,
        state=state,
        corrects=entry.corrects,
        lines=(*_lines(entry.kind, entry.event), *([(_("Entered from"), _paper_words(paper))] if paper else [])),
        correctable=not state and not entry.within and can_be_corrected(entry.event),
        withdrawable=not state and not entry.within and not sealed and can_be_withdrawn(entry.event),
        closed=entry.event is None,
    )


def _paper_words(code: str) -> str:
    return _("paper form %(code)s") % {"code": code}


def _lines(kind: str, event: Any) -> Iterator[tuple[str, str]]:
    if event is None:
        return
    for field in event.__struct_fields__:
        if field in UNSAID or field in event.compartments:
            continue
        value = getattr(event, field)
        if field in LANGUAGES:
            words = language_name(value)
        elif field in DAYS and value:
            words = day_words(date.fromisoformat(value))
        else:
            words = _words(value, code_words(kind, field))
        if words:
            yield field_words(field), words


def _words(value: Any, codes: Mapping[str, object]) -> str:
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, str):
        if value in codes:
            return str(codes[value])
        return "" if is_id(value) or (len(value) > 60 and " " not in value) else value.replace("_", " ")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, tuple | list):
        return listed(filter(None, (_words(each, codes) for each in value)))
    name = getattr(value, "name", "")
    return name if isinstance(name, str) else ""


def said_within(case: Case, compartments: Collection[str]) -> list[Said]:
    """What was said in these compartments, as it stands, oldest first: for whoever may open them in an emergency.

    Never within the transaction that says so: first that is durable, then the key.
    """
    if connection.in_atomic_block:
        raise TransactionManagementError("a compartment is opened after that was committed")
    shown = []
    for entry in reading.effective(case.id, opens=(RECORD, *compartments)):
        lines = tuple(_within(entry, compartments))
        if lines:
            shown.append(msgspec.structs.replace(_said(entry, "", ""), lines=lines))
    return shown


def _within(entry: Entry, compartments: Collection[str]) -> Iterator[tuple[str, str]]:
    if entry.event is None:
        return
    if entry.within in compartments:
        yield from _lines(entry.kind, entry.event)
    for field, compartment in entry.event.compartments.items():
        words = (
            _words(getattr(entry.event, field), code_words(entry.kind, field)) if compartment in compartments else ""
        )
        if words:
            yield field_words(field), words


def entry_of(actor: Actor, case: Case, entry_id: str) -> Entry:
    """One entry of this resident that the actor may know of, as it now stands. Raises NotFound for any other."""
    for entry in reading.effective(case.id):
        if entry.id == entry_id and entry.kind != CLOSED_KIND:
            if knows_kind(actor, case, entry.kind, author=entry.author):
                return entry
            break
    raise NotFound(entry_id)
