"""The act, in steps that each may be the last before the power goes: begun, keys, papers, rows, traces, done.

Whatever was begun is finished by the next run. A run is part of the clocks, and of `onward nightly`.
"""

from django.db import transaction

from onward.cases.queries import case_names, forget_names
from onward.config.erasing import tables
from onward.erasure.actions import begin_erasure, finish_erasure
from onward.erasure.queries import begun, due
from onward.journal import keyring
from onward.journal.erase import clear_traces, destroy_stream, forget_rows
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.shelter.queries import incidents_of_gone
from onward.waiting.queries import date_is_sure
from onward.waiting.rules import CLOCK


def erase_due() -> tuple[int, int]:
    """Erase what two people agreed to once the time to stop it is over. Gives how many are done, and are under way.

    Nothing is begun on a date that nobody vouches for: the time to stop it may not be over. Under way is what somebody
    else was reading from: the old pages are in the database's log until they have finished. Then the next run does it.
    """
    if date_is_sure():
        for request in due(today()):
            _begin(request.id, request.stream)
    waiting = begun()
    if not waiting or not _all_gone([erasure.case for erasure in waiting]):
        return 0, len(waiting)
    return sum(_finish(erasure.id) for erasure in waiting), 0


def _all_gone(cases: list[str]) -> bool:
    try:
        for case in cases:
            _destroy(case)
    except keyring.KeyringBusy:
        return False
    return clear_traces()


def _finish(erasure: str) -> int:
    try:
        finish_erasure(CLOCK, erasure=erasure)
    except NotFound:  # another process was first
        return 0
    forget_names()  # whoever searched in between may have kept them
    return 1


def _begin(request: str, case: str) -> None:
    name = case_names([case]).get(case, "")
    try:
        with transaction.atomic():
            tables.forget(case, name=name)
            begin_erasure(CLOCK, request=request)
    except NotFound:  # stopped, or held, at the last moment
        return


def _destroy(case: str) -> None:
    for stream in (*tables.streams_of(case), *incidents_of_gone(case, keyring.erased_streams())):
        _destroy_one(stream)


def _destroy_one(stream: str) -> None:
    # The rows once more: a rebuild between the two acts would have computed them again.
    destroy_stream(stream)
    with transaction.atomic():
        tables.forget(stream)
        forget_rows(stream)
    forget_names()


def forget_erased() -> int:
    """In a programme that was restored: whatever an older record says of files that are erased. Gives how many,
    incidents that went with them counted too."""
    gone = keyring.erased_streams()
    for stream in gone:
        _destroy_one(stream)
    return len(set(gone) - {one for case in gone for one in tables.streams_of(case)[1:]})
