"""`python -m benchmarks.inside SITE TIMES`: durable arrivals, and durable entries, a second; one process, no HTTP."""

import json
import os
import sys
import time
from pathlib import Path


def main() -> None:
    """Unlock the folder ONWARD_DATA, record, print the rate."""
    from onward.config.unlocking import unlock_process

    folder = Path(os.environ["ONWARD_DATA"])
    unlock_process(folder, (folder / "passphrase").read_text())
    import django

    django.setup()
    from onward.access.rules import Actor
    from onward.access.rules.grants import CASE
    from onward.kit.ids import new_id
    from onward.reception.actions import record_arrival

    site, times = sys.argv[1], int(sys.argv[2])
    worker = Actor(id=new_id(), name="Bench", roles=frozenset({CASE}), everywhere=True)
    for number in range(-20, times):
        if number == 0:
            begun = time.perf_counter()
        record_arrival(worker, site=site, language="fr", entry=new_id())
    arrivals = times / (time.perf_counter() - begun)
    print(json.dumps([arrivals, entries_rate(times * 2)]))


def entries_rate(times: int) -> float:
    """Durable entries a second, each in a transaction of its own, into files that exist."""
    from django.db import transaction

    from onward.cases.events import CompanionNoted
    from onward.journal.append import append
    from onward.kit.ids import new_id

    stream = new_id()
    for number in range(-20, times):
        if number == 0:
            begun = time.perf_counter()
        with transaction.atomic():
            append(CompanionNoted(other=new_id()), by="bench", stream=stream)
    return times / (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
