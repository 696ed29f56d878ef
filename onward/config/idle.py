"""A programme that nobody uses locks itself: a quiet thread of the serving process looks whether it is time."""

import os
import threading
import time
from collections.abc import Callable

from onward.sealing import locking, vault

LOOK_S = 5.0
_begin = threading.Lock()
_begun: list[bool] = []


def begin() -> None:
    """Start the thread; called when the process is unlocked. Does nothing twice, in a demonstration, or outside a
    serving process."""
    from django.conf import settings

    from onward.access.views.signed_in import unused_for
    from onward.config.worker import SERVING

    after = settings.PROGRAMME.lock.after * 60
    with _begin:
        if _begun or not after or settings.DEMO or not os.environ.get(SERVING):
            return
        _begun.append(True)
    watch = (unused_for, after, lambda: locking.lock_soon(settings.ONWARD_DATA, after=0))
    threading.Thread(target=keep_watch, args=watch, name="idle-watch", daemon=True).start()


def keep_watch(unused: Callable[[], float], after: float, lock: Callable[[], None], *, every: float = LOOK_S) -> None:
    """Look now and then for how long nobody was there, and lock once that is too long."""
    while not (vault.is_unlocked() and unused() > after):
        time.sleep(every)
    lock()
