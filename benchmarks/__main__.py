"""`make bench`, or `python -m benchmarks 1000 100000`: the figures of the README and the budgets, in one run."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks import requests
from benchmarks.seeded import Seeded
from benchmarks.serving import Client, Cost, pss_mb, served

PORT = 8765
TIMES = 200
FLUSH_MS = 3.0
"""A flush on the disk of an ordinary laptop. A disk with a cache of its own says *written* ten times sooner."""
LIST_MS, OPEN_MS, ARRIVAL_MS, SLOWER, MEMORY_MB, FIRST_B, LATER_B = 8.0, 8.0, 12.0, 1.2, 150.0, 120_000, 15_000
NIGHT_S = 60.0
EXPLAINED_MS = 2.0
FOUND_MS = 50.0


class Flushed(NamedTuple):
    """Durable things a second, beside their flushes done bare."""

    arrivals: float
    arrivals_bare: float
    entries: float
    entries_bare: float

    def times_bare(self, flush_ms: float) -> float:
        """How many times longer an arrival takes than its three flushes done bare, where one takes `flush_ms`.

        What a flush takes is the disk's, and the rest is ours: so the rate of this machine says little about another.
        Here the flushes took what they took bare; there they take `flush_ms` each, or as long as here if that is more.
        """
        bare = max(3 * flush_ms / 1000, 1 / self.arrivals_bare)
        return (1 / self.arrivals - 1 / self.arrivals_bare + bare) / bare


class Night(NamedTuple):
    """The clocks after a month in which they did not run, and again with nothing left: what they told, CPU seconds."""

    told: float
    cpu_s: float
    again_s: float


class Days(NamedTuple):
    """Explanation with account, CPU ms a case: as seeded, and of fifty entries; the ledger, CPU s: counted, summed."""

    explained_ms: float
    fifty_ms: float
    counted_s: float
    summed_s: float


class Measured(NamedTuple):
    """One size."""

    cases: int
    entries: int
    rebuild_per_s: float
    costs: dict[str, Cost]
    first_visit: int
    memory_mb: float
    flushed: Flushed
    night: Night
    days: Days


def measured(cases: int, keep: str, slower: float) -> Measured:
    """Seed a programme of this size (or take a kept one) and measure it, flushes `slower` by so many ms."""
    folder = Path(keep or tempfile.mkdtemp(prefix="onward-bench-")) / str(cases)
    seeded = Seeded(*_seed(folder, cases))
    try:
        return _serve_and_measure(folder, cases, seeded, slower)
    finally:
        if not keep:
            shutil.rmtree(folder.parent, ignore_errors=True)


def _seed(folder: Path, cases: int) -> tuple[str, list[str], int, float]:
    """Seed in a process of its own, so that the server's memory and the next size begin clean."""
    told = folder / "seeded.json"
    if not told.exists():
        print(f"{cases:,} cases: seeding", file=sys.stderr, flush=True)
        env = {**os.environ, "ONWARD_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "onward.config.settings"}
        subprocess.run([sys.executable, "-m", "benchmarks.seeding", str(cases), str(told)], env=env, check=True)
    site, made, entries, took = json.loads(told.read_text())
    return site, made, entries, took


def _serve_and_measure(folder: Path, cases: int, seeded: Seeded, slower: float) -> Measured:
    _told_by("benchmarks.named", folder)
    days = Days(*_told_by("benchmarks.days", folder, seeded.site))  # first: the pages of reports read its ledger
    with served(folder, folder / "passphrase", PORT) as server:
        first = requests.first_visit(Client(PORT))
        costs = requests.measure_all(server, PORT, seeded, TIMES)
        memory = pss_mb(server)
    # Durable arrivals and entries without HTTP around them, then their flushes alone.
    arrivals, entries = _told_by("benchmarks.inside", folder, seeded.site, str(TIMES * 2), slower=slower)
    arrivals_bare, entries_bare = _told_by("benchmarks.bare", folder, str(TIMES), slower=slower)
    flushed = Flushed(arrivals, arrivals_bare, entries, entries_bare)
    rate = seeded.entries / seeded.rebuild_s
    night = Night(*_told_by("benchmarks.night", folder))
    return Measured(cases, seeded.entries, rate, costs, first, memory, flushed, night, days)


def _told_by(module: str, folder: Path, *words: str, slower: float = 0.0) -> list[float]:
    """What a process of its own, on that folder, prints on its last line; its flushes `slower` by so many ms."""
    env = {**os.environ, "ONWARD_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "onward.config.settings"}
    command = [*(_slowed(slower) if slower else ()), sys.executable, "-m", module, *words]
    told = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
    figures: list[float] = json.loads(told.splitlines()[-1])
    return figures


def _slowed(by_ms: float) -> list[str]:
    flushes, delay = "fdatasync,fsync", f"delay_exit={by_ms * 1000:.0f}"
    traced = ["-e", f"trace={flushes}", "-e", f"inject={flushes}:{delay}"]
    return ["strace", "-f", "--seccomp-bpf", "-qqq", "-o", os.devnull, *traced]


def show(all_sizes: list[Measured]) -> bool:
    """Print every figure, then every budget with yes or no; gives whether all were kept."""
    for one in all_sizes:
        print(f"\n{one.cases:,} cases, {one.entries:,} entries, rebuilt at {one.rebuild_per_s:,.0f} entries/s")
        print(f"  {'request':<22}{'CPU ms':>9}{'p50 ms':>9}{'p95 ms':>9}{'bytes':>9}{'per s':>9}")
        for cost in one.costs.values():
            print(
                f"  {cost.name:<22}{cost.cpu_ms:>9.2f}{cost.p50_ms:>9.2f}{cost.p95_ms:>9.2f}"
                f"{cost.bytes:>9,}{cost.per_second:>9.1f}"
            )
        print(f"  first visit {one.first_visit:,} bytes; server {one.memory_mb:.0f} MB (PSS)")
        done = one.flushed
        print(f"  durable entries {done.entries:.0f}/s, their flushes done bare {done.entries_bare:.0f}/s", end="; ")
        print(f"arrivals {done.arrivals:.0f}/s, bare {done.arrivals_bare:.0f}/s (flushes of this disk)")
        night = one.night
        print(f"  clocks after a month: {night.told:,.0f} told in {night.cpu_s:.1f} s CPU", end="; ")
        print(f"with nothing left {night.again_s * 1000:.0f} ms")
        days = one.days
        print(f"  explanation with account {days.explained_ms:.2f} ms, of 50 entries {days.fifty_ms:.2f} ms", end="; ")
        print(
            f"all days counted in {days.counted_s:.1f} s CPU, a site's quarter summed in {days.summed_s * 1000:.0f} ms"
        )
    return _budgets(all_sizes)


def _budgets(all_sizes: list[Measured]) -> bool:
    small, large = all_sizes[0], all_sizes[-1]
    later = max(cost.bytes for cost in large.costs.values())
    kept = [
        ("list page of 25", large.costs["list of 25"].cpu_ms, LIST_MS, "ms CPU"),
        ("search by name", large.costs["search by name"].cpu_ms, FOUND_MS, "ms CPU"),
        ("open a case", large.costs["open a case"].cpu_ms, OPEN_MS, "ms CPU"),
        ("record an arrival", large.costs["record an arrival"].cpu_ms, ARRIVAL_MS, "ms CPU"),
        (f"an arrival beside its bare flushes of {FLUSH_MS:.0f} ms", large.flushed.times_bare(FLUSH_MS), 2.0, "times"),
        ("clocks after a month", large.night.cpu_s, NIGHT_S, "s CPU"),
        ("explanation with account", large.days.explained_ms, EXPLAINED_MS, "ms CPU"),
        ("the same of 50 entries", large.days.fifty_ms, EXPLAINED_MS, "ms CPU"),
        ("memory", large.memory_mb, MEMORY_MB, "MB"),
        ("first visit", large.first_visit, FIRST_B, "bytes"),
        ("later pages", later, LATER_B, "bytes"),
    ]
    kept += [
        (f"{name}, {large.cases:,} / {small.cases:,}", cost.cpu_ms / small.costs[name].cpu_ms, SLOWER, "times")
        for name, cost in large.costs.items()
        if large is not small
    ]
    print("\nBudgets")
    for name, value, most, unit in kept:
        print(f"  {'kept  ' if value <= most else 'BROKEN'} {name}: {value:,.2f} of at most {most:,.2f} {unit}")
    return all(value <= most for _name, value, most, _unit in kept)


def main() -> None:
    """Measure each size and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("cases", nargs="*", type=int, default=[1_000, 100_000], help="Sizes, smallest first.")
    parser.add_argument(
        "--keep", default="", metavar="FOLDER", help="Keep the seeded programmes there, and reuse them."
    )
    parser.add_argument(
        "--slower",
        type=float,
        default=0.0,
        metavar="MS",
        help="Make each flush of the durable arrivals, entries and bare flushes take MS longer (by strace).",
    )
    chosen = parser.parse_args()
    begun = time.monotonic()
    all_sizes = [measured(cases, chosen.keep, chosen.slower) for cases in sorted(chosen.cases)]
    good = show(all_sizes)
    print(f"\n{datetime.now().astimezone():%Y-%m-%d %H:%M}, {time.monotonic() - begun:.0f} s, {os.cpu_count()} cores")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
