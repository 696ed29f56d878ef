"""An event log in memory: who did what in which case, when; read from a table of comma-separated values.

Everything is an array over events in the order in which they happened, and everything that is derived for an event
looks back only: what came later can never reach it.
"""

import csv
import gzip
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

DAY = 86_400.0
NEEDED = ("case", "activity", "ts")
LARGEST = 100_000_000  # characters of one log; more is a mistake, or an attack
EARLIEST, LATEST = -2_208_988_800.0, 4_102_444_800.0  # 1900 and 2100


class LogError(ValueError):
    """A log that cannot be used; the message is one sentence that says why."""


@dataclass(frozen=True, eq=False)
class Log:
    """Events in order of time. Cases, activities and resources are numbered in the order of their first event."""

    case: Ints
    activity: Ints
    resource: Ints
    at: Floats  # seconds since 1970, never falling
    last: Ints  # of each case: the place in the order where it was closed, or the number of events when it is open
    outcome: Ints  # of each case: how it ended, numbered in `outcomes`; 0 where nothing is said
    cases: tuple[str, ...]
    activities: tuple[str, ...]
    outcomes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.case)


def log_of(
    rows: Iterable[tuple[str, str, float] | tuple[str, str, float, str] | tuple[str, str, float, str, str]],
    still_open: Iterable[str] = (),
) -> Log:
    """The log of rows (case, activity, seconds since 1970[, resource[, outcome]]), in any order.

    A case counts as closed at its last event, but for those named in `still_open`. Raises LogError when there is
    no row, or when an instant is no number between 1900 and 2100.
    """
    table = [(*row, "", "")[:5] for row in rows]
    if not table:
        raise LogError("The log holds no event.")
    at = np.array([row[2] for row in table], dtype=np.float64)
    if not np.all((at >= EARLIEST) & (at <= LATEST)):
        raise LogError("An event of the log is not between the years 1900 and 2100.")
    order = np.argsort(at, kind="stable")
    case, cases = _numbered([table[i][0] for i in order])
    activity, activities = _numbered([table[i][1] for i in order])
    resource, _ = _numbered([table[i][3] for i in order])
    last = np.zeros(len(cases), dtype=np.int64)
    last[case] = np.arange(len(case))
    said = ["" for _ in cases]
    for i, number in zip(order, case, strict=True):
        said[number] = table[i][4] or said[number]
    outcome, outcomes = _numbered(["", *said])
    waiting = set(still_open)
    last[[name in waiting for name in cases]] = len(case)
    return Log(case, activity, resource, at[order], last, outcome[1:], cases, activities, outcomes)


def _numbered(names: Sequence[str]) -> tuple[Ints, tuple[str, ...]]:
    number: dict[str, int] = {}
    numbers = np.fromiter((number.setdefault(name, len(number)) for name in names), np.int64, len(names))
    return numbers, tuple(number)


def read_log(path: Path) -> Log:
    """The log in a file of comma-separated values (plain or gzip) with the columns case, activity and ts.

    `ts` is ISO 8601 (without an offset it is taken as UTC) or seconds since 1970. `resource` and `outcome` may be
    there too. Where a column `outcome` says anything, a case without an outcome is still open; else each case is
    closed at its last event. Other columns are passed over. Raises LogError with one sentence.
    """
    table = csv.reader(io.StringIO(_text_of(path), newline=""), strict=True)
    try:
        head = [name.strip().lower() for name in next(table, [])]
        missing = [name for name in NEEDED if head.count(name) != 1]
        if missing:
            raise LogError(f"The log needs one column named `{missing[0]}` in its first line.")
        rows = list(_rows(table, head))
    except csv.Error as wrong:
        raise LogError(f"Line {table.line_num} of the log is not comma-separated values: {wrong}.") from None
    ended = {row[0] for row in rows if row[4]}
    return log_of(rows, still_open={row[0] for row in rows} - ended if ended else ())


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        with gzip.open(path, "rb") if packed else path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, EOFError, gzip.zlib.error) as wrong:  # type: ignore[attr-defined]  # gzip passes zlib's error on
        raise LogError(f"The log cannot be read: {wrong}.") from None
    if len(content) > LARGEST:
        raise LogError(f"The log is larger than {LARGEST:,} characters.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LogError("The log is not text in UTF-8.") from None


def _rows(table: Iterator[list[str]], head: list[str]) -> Iterator[tuple[str, str, float, str, str]]:
    places = [head.index(name) if name in head else -1 for name in (*NEEDED, "resource", "outcome")]
    for line, row in enumerate(table, 2):
        if not any(row):
            continue
        if len(row) != len(head):
            raise LogError(f"Row {line} of the log has {len(row)} values where its first line has {len(head)}.")
        case, activity, when, resource, outcome = (row[p].strip() if p >= 0 else "" for p in places)
        if not case or not activity:
            raise LogError(f"Row {line} of the log has no {'activity' if case else 'case'}.")
        yield case, activity, instant(when, line), resource, outcome


def instant(said: str, line: int = 0) -> float:
    """Seconds since 1970 of an ISO 8601 stamp or of a number of seconds. Raises LogError."""
    try:
        seconds = float(said)
    except ValueError:
        try:
            moment = datetime.fromisoformat(said)
        except ValueError:
            raise LogError(f"Row {line} of the log has a `ts` that is neither ISO 8601 nor seconds.") from None
        seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    if not math.isfinite(seconds) or not EARLIEST <= seconds <= LATEST:
        raise LogError(f"Row {line} of the log has a `ts` that is not between the years 1900 and 2100.")
    return seconds
