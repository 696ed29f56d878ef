"""`python -m benchmarks.names --data FOLDER`: how often a person is found by name, beside what is usually done.

FOLDER holds what `onward/names/learn.py` learns from; asked for is only what was held out of it. The baseline writes
every name in Latin letters and compares it with the whole pool (rapidfuzz, `ratio`; `pip install rapidfuzz`). Its
transliteration is a table of our own, letter for letter: PyICU has no wheel, and needs a compiler and ICU's headers.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.names_made import Made, ceiling, full, long, single

_LETTERS = (
    "ا=a أ=a إ=i آ=a ى=a ب=b ت=t ة=h ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=gh ف=f ق=q "
    "ك=k ک=k ل=l م=m ن=n ه=h و=w ؤ=w ي=y ی=y ئ=y ء= پ=p چ=ch ژ=zh گ=g ڤ=v "
    "а=a б=b в=v г=g ґ=g д=d е=e ё=e є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u "
    "ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya қ=q ғ=gh ҳ=h ө=o ү=u ә=a ң=ng һ=h ј=j ђ=dj љ=lj њ=nj"
)
LATIN = {left: right for pair in _LETTERS.split() for left, _is, right in [pair.partition("=")]}


def in_latin(name: str) -> str:
    """Letter for letter, without accents, lower case."""
    letters = "".join(LATIN.get(letter, letter) for letter in name.lower())
    return "".join(letter for letter in unicodedata.normalize("NFKD", letters) if letter.isascii())


def baseline(made: Made, many: int) -> dict[str, float]:
    """Recall at 1 and 10 of the usual way, on the first queries; ties share their places."""
    from rapidfuzz import fuzz, process

    pool = [in_latin(person.name) for person in made.pool]
    places = {person.id: at for at, person in enumerate(made.pool)}
    first = ten = 0.0
    queries = made.queries[:many]
    for query in queries:
        score = process.cdist([in_latin(query.name)], pool, scorer=fuzz.ratio, dtype=np.float32)[0]
        mine = score[places[query.id]]
        before, level = int((score > mine).sum()), int((score == mine).sum())
        first += min(max(1 - before, 0), level) / level
        ten += min(max(10 - before, 0), level) / level
    return {"recall_at_1": round(first / len(queries), 3), "recall_at_10": round(ten / len(queries), 3)}


def ours(made: Made) -> dict[str, float]:
    """The figures of `onward names evaluate`, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="onward-names-") as folder:
        pool, queries = Path(folder) / "pool.tsv", Path(folder) / "queries.tsv"
        for path, people in ((pool, made.pool), (queries, made.queries)):
            path.write_text("".join("\t".join(person[:5]) + "\n" for person in people), encoding="utf-8")
        command = [sys.executable, "-m", "onward.config.cli", "names", "evaluate", "--json"]
        told = subprocess.run(
            [*command, "--pool", str(pool), "--queries", str(queries)], check=True, stdout=subprocess.PIPE, text=True
        )
    return dict(json.loads(told.stdout.splitlines()[-1]))


def sets(folder: Path, sizes: list[int], many: int) -> Iterator[Made]:
    """All that is measured."""
    yield single(folder, "arabic", "single names, Arabic to Latin", many)
    yield single(folder, "russian", "single names, Cyrillic to Latin", many)
    for size in sizes:
        made = full(folder, size, many)
        yield made
        yield long(folder, made, many)


def main() -> None:
    """Measure and print, one line a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="*", default=[200_000, 1_000_000])
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--baseline", type=int, default=200, help="queries of the baseline; 0: leave it out")
    chosen = parser.parse_args()
    for made in sets(chosen.data, chosen.sizes, chosen.queries):
        print(made.what, flush=True)
        print("  onward  ", json.dumps(ours(made)), flush=True)
        if chosen.baseline:
            print("  baseline", json.dumps(baseline(made, chosen.baseline)), flush=True)
        if made.queries[0].parts:
            print("  ceiling ", round(ceiling(made), 3), flush=True)


if __name__ == "__main__":
    main()
