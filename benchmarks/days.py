"""`python -m benchmarks.days SITE`: what the account of days costs over the folder ONWARD_DATA; no HTTP.

Explanation with account for a case, milliseconds of CPU: over many cases as seeded, and for one whose file has fifty
entries. Then the ledger of all days: seconds of CPU to count it from nothing, and to sum a quarter at one site.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

CASES = 400
ENTRIES = 50


def main() -> None:
    """Unlock, measure, print."""
    from onward.config.unlocking import bring_up_to_date, unlock_process

    folder = Path(os.environ["ONWARD_DATA"])
    unlock_process(folder, (folder / "passphrase").read_text(), by_person=True)
    import django

    django.setup()
    bring_up_to_date()
    from onward.access.rules import Actor
    from onward.cases.queries import cases_for

    anyone = Actor(id="bench", everywhere=True)
    cases = [case.id for case in cases_for(anyone, site=sys.argv[1], size=CASES)]
    explained(cases[:40])
    each = 1000 * cpu(lambda: explained(cases)) / len(cases)
    long = fifty_entries(cases[-1])
    explained([long] * 40)
    print(json.dumps([each, 1000 * cpu(lambda: explained([long] * CASES)) / CASES, *ledger(sys.argv[1])]))


def explained(cases: Iterable[str]) -> None:
    """Why each waits, in words, and whose each day was."""
    from onward.access.rules import Actor
    from onward.cases.queries import case_for
    from onward.waiting.queries import account_for, explanation_for

    anyone = Actor(id="bench", everywhere=True)
    for case in cases:
        file = case_for(anyone, case)
        explanation_for(anyone, file)
        account_for(anyone, file)


def fifty_entries(case: str) -> str:
    """The case, its present step held up and let go until its file has that many entries."""
    from onward.access.rules import Actor
    from onward.access.rules.grants import COORDINATOR
    from onward.journal.reading import history
    from onward.kit.dates import today
    from onward.waiting.actions import declare_block, lift_block
    from onward.waiting.queries import matters_of, open_step

    worker = Actor(id="bench", name="Bench", roles=frozenset({COORDINATOR}), everywhere=True)
    while (made := len(history(case))) < ENTRIES:
        step = open_step(case)
        assert step is not None
        on = min(step.since + timedelta(days=made), today())
        declare_block(worker, case=case, matter=step.id, what="no_answer", body="An office", on=on)
        block = next(m for m in matters_of(case) if m.kind == "block" and m.closed_on is None)
        lift_block(worker, case=case, matter=block.id, on=on)
    return case


def ledger(site: str) -> tuple[float, float]:
    """Seconds of CPU to count every day anew, and to sum ninety days at one site by step."""
    from onward.access.rules import Actor
    from onward.kit.dates import today
    from onward.waiting.models import Counted, Ledger
    from onward.waiting.queries.ledger import catch_up, sums_for

    Counted.objects.all().delete()
    Ledger.objects.all().delete()
    anyone, since = Actor(id="bench", everywhere=True), today() - timedelta(days=90)
    return cpu(catch_up), cpu(lambda: sums_for(anyone, "step", site=site, since=since, until=today()))


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU that something takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
