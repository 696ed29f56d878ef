"""How well persons are found: a pool, queries whose answer is known, and how often it stands among the first."""

import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from onward.names.answer import Ranking
from onward.names.index import EARLIEST, LATEST, Index, NamesError
from onward.names.shelf import Entry

POOL, QUERIES = "id, name, birth year and sex", "expected id, name, birth year, sex and note"
LONGEST_LINE = 100_000
HEADS = frozenset({"id", "expected", "expected id", "expected_id"})
"""What stands above the first column where a file has a head after all."""
Figures = dict[str, int | float]


def evaluate(pool: Path, queries: Path) -> Figures:
    """The figures of `onward names evaluate`.

    Both files are tab-separated, in UTF-8: the pool has id, name, birth year and sex, the queries the id expected,
    name, birth year, sex and a note; what is empty or missing at the end is not known, what stands behind is not
    read. A head (id, name, ...), quotes around a field and lines of blanks are passed over. Rows of the pool with
    the same id are names of one person. Recall counts a tie fractionally against us: persons equally likely share
    the places that they take. Times are wall clock milliseconds a query, reasons for the first ten included;
    `build_s` CPU seconds, `rss_mb` the most memory this process held, `bytes_per_person` what the index takes.
    Raises NamesError naming file and line.
    """
    asked = list(_read(queries, QUERIES))
    if not asked:
        raise NamesError(f"{queries} holds no query.")
    began = time.process_time()
    persons: set[str] = set()
    index = Index(_counted(_read(pool, POOL), persons))
    built = time.process_time() - began
    if not len(index):
        raise NamesError(f"{pool} holds no name.")
    index.find(asked[0].name)  # tables are read once, at the first search
    first, ten, took = 0.0, 0.0, []
    for expected, name, birth_year, sex in asked:
        began = time.perf_counter()
        index.find(name, birth_year, sex)
        took.append((time.perf_counter() - began) * 1000)
        ranking = index.rank(name, birth_year, sex)
        one, many = shares(ranking, expected, 1, 10)
        first, ten = first + one, ten + many
    return {
        "pool": len(persons),
        "queries": len(asked),
        "recall_at_1": round(first / len(asked), 4),
        "recall_at_10": round(ten / len(asked), 4),
        "p50_ms": round(float(np.percentile(took, 50)), 2),
        "p95_ms": round(float(np.percentile(took, 95)), 2),
        "build_s": round(built, 2),
        "rss_mb": round(_most_mb(), 1),
        "bytes_per_person": round(index.nbytes / len(persons), 1),
    }


def shares(ranking: Ranking, expected: str, *places: int) -> list[float]:
    """How much of the expected person stands within the first so many `places`: equally likely persons share them."""
    persons = dict(ranking.persons())
    if expected not in persons:
        return [0.0] * len(places)
    score = ranking.score[list(persons.values())]
    mine = ranking.score[persons[expected]]
    before, level = int((score > mine).sum()), int((score == mine).sum())
    return [min(max(most - before, 0), level) / level for most in places]


def _most_mb() -> float:
    """The most memory that this process held, in MB; Linux's own figure, since `getrusage` counts the parent's too."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def _counted(entries: Iterator[Entry], persons: set[str]) -> Iterator[Entry]:
    for entry in entries:
        persons.add(entry.person)
        yield entry


def _read(path: Path, columns: str) -> Iterator[Entry]:
    number = 0
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(iter(lambda: lines.readline(LONGEST_LINE + 1), b""), 1):
                if len(line) > LONGEST_LINE:
                    raise NamesError(f"{path}, line {number}: is longer than {LONGEST_LINE:,} bytes.")
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
                fields = [_bare(field.strip()) for field in text.split("\t")]
                head = number == 1 and fields[0].lower() in HEADS and fields[1:2] and fields[1].lower() == "name"
                if any(fields) and not head:
                    yield _entry(fields, f"{path}, line {number}: ", columns)
    except OSError as wrong:
        raise NamesError(f"{path} cannot be read: {wrong.strerror}.") from None
    except UnicodeDecodeError:
        raise NamesError(f"{path}, line {number}: is not text in UTF-8.") from None


def _bare(field: str) -> str:
    """Without the quotes that a spreadsheet puts around it."""
    quoted = len(field) > 1 and field[0] == field[-1] == '"'
    return field[1:-1].replace('""', '"').strip() if quoted else field


def _entry(fields: list[str], where: str, columns: str) -> Entry:
    if len(fields) < 2 or not fields[0]:
        raise NamesError(f"{where}needs {columns}, with a tab between each two, the first two at least.")
    person, name, year, sex = [*fields, "", ""][:4]
    if year and not (year.isascii() and year.isdigit() and EARLIEST <= int(year[:9]) <= LATEST):
        raise NamesError(f"{where}a birth year is four digits ({EARLIEST} to {LATEST}) or empty, not {year[:20]!r}.")
    if sex.lower() not in ("", "f", "m"):
        raise NamesError(f"{where}a sex is f, m or empty, not {sex[:20]!r}.")
    return Entry(person, name, int(year) if year else None, sex.lower())
