"""`python -m benchmarks.inside SITE TIMES`: durable arrivals a second in one process, through the action, no HTTP."""

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
    print(times / (time.perf_counter() - begun))


if __name__ == "__main__":
    main()
