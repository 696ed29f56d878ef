"""The clocks of a serving process: a quiet thread that runs them once a day, and at once where a day was missed."""

import os
import threading
import time
from collections.abc import Callable

from onward.sealing import vault

NO_CLOCKS = "ONWARD_NO_CLOCKS"
SETTLED_S = 20.0
"""A process that has just started answers first."""
LOOK_S = 120.0
COUNTING_S = 1.0
"""How long a look counts the days of many: a page that sums them then has little left to follow."""

_begin = threading.Lock()
_begun = False


def begin() -> None:
    """Start the thread; called when the tables are up to date. Does nothing twice, or outside a serving process."""
    from onward.config.worker import SERVING

    global _begun  # noqa: PLW0603 - one thread in a process
    with _begin:
        if _begun or not os.environ.get(SERVING) or os.environ.get(NO_CLOCKS):
            return
        _begun = True
    threading.Thread(target=_keep_looking, name="clocks", daemon=True).start()


def _keep_looking() -> None:
    time.sleep(SETTLED_S)
    while True:
        if vault.is_unlocked():
            _look()
        time.sleep(LOOK_S)


def _look() -> None:
    """Run the clocks if it is time. What goes wrong is told in the log, keeps nothing else from being done, and is
    tried again: what one person wrote into one file must not keep a feed from oversight."""
    from django.conf import settings
    from django.db import connection

    from onward.cases.queries import let_go
    from onward.config import feeding
    from onward.config.erasing.act import erase_due
    from onward.erasure.actions import note_ends
    from onward.oversight.actions import open_reviews
    from onward.oversight.queries import lay_decoys
    from onward.shelter.actions import note_absences
    from onward.tracing.queries import score
    from onward.waiting.actions import run_clocks
    from onward.waiting.queries import run_is_due
    from onward.waiting.queries.ledger import catch_up
    from onward.waiting.rules import CLOCK

    try:
        ran = _done(lambda: run_is_due() and run_clocks(CLOCK).outcome == "done")
        if ran:
            _done(lambda: open_reviews(CLOCK))
            _done(lambda: note_ends(CLOCK))
            _done(lambda: note_absences(CLOCK))
        _done(erase_due)
        if ran:  # last, so that no feed carries the key of what was erased
            _done(lambda: feeding.daily(settings.ONWARD_DATA, CLOCK))
        _done(lay_decoys)
        _done(lambda: catch_up(seconds=COUNTING_S))
        _done(score)
        _done(let_go)
    finally:
        connection.close()


def _done(act: Callable[[], object]) -> object:
    import logging

    from django.db import DatabaseError

    from onward.journal.keyring import KeyringBusy
    from onward.kit.errors import OnwardError

    try:
        return act()
    except (DatabaseError, KeyringBusy, OnwardError, OSError) as refused:
        logging.getLogger("onward").error("The clocks did not run: %s", type(refused).__name__)
        return None
