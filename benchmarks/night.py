"""`python -m benchmarks.night`: the clocks over the folder ONWARD_DATA, after a month in which they did not run.

What fell due more than a month ago is marked as told, as though they had run every night until then; all that has
fallen due since is told now. So it is far more than a night's work. A second run follows, in which nothing is left.
"""

import json
import os
import time
from datetime import date, timedelta
from pathlib import Path

MISSED = timedelta(days=30)


def main() -> None:
    """Unlock, run twice, print."""
    from onward.config.unlocking import bring_up_to_date, unlock_process

    folder = Path(os.environ["ONWARD_DATA"])
    unlock_process(folder, (folder / "passphrase").read_text(), by_person=True)
    import django

    django.setup()
    bring_up_to_date()
    from onward.kit.dates import today

    _tell_until(today() - MISSED)
    print(json.dumps([*_run(), _run()[1]]))


def _tell_until(last: date) -> None:
    from django.db import connection

    from onward.waiting.queries import ladder

    with connection.cursor() as cursor:
        for level, days in enumerate(ladder().values(), 1):
            fell = last - timedelta(days=days)
            sql = "UPDATE waiting_matter SET level = %s WHERE closed_on IS NULL AND late_from <= %s AND level < %s"
            cursor.execute(sql, (level, fell, level))


def _run() -> tuple[int, float]:
    from onward.waiting.actions import run_clocks
    from onward.waiting.rules import CLOCK

    begun = time.process_time()
    run = run_clocks(CLOCK)
    return run.escalated, time.process_time() - begun


if __name__ == "__main__":
    main()
