"""Pools and queries made from what was held out of learning: single names, full names with noise, long Arabic names."""

import bisect
import random
import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from onward.names.learn import clusters, held_out, tokens

SCRIPTS = ("ar", "la", "cy")
REGISTERED = (50, 35, 15)
OTHER_SCRIPT, DROPPED, SHUFFLED, SLIPPED, OTHER_YEAR = 0.72, 0.25, 0.16, 0.09, 0.5
NATIVE = frozenset("حخصضطظعغقثذء")
"""Letters that foreign names in Arabic script rarely have."""
_HABITS = (
    "ou/u u/ou oo/u u/o o/u i/ee ee/i i/e e/i a/e e/a sh/ch ch/sh j/dj dj/j q/k k/q q/g kh/h h/kh gh/g y/i i/y "
    "ss/s s/ss m/mm l/ll ai/ei ay/ai aa/a z/dh w/ou d/dh t/th"
)
HABITS = [pair.split("/") for pair in _HABITS.split()]
"""How French, English and Dutch clerks write the same sound."""


class Person(NamedTuple):
    """A row of a pool or a query; `parts` are the true clusters, which only the oracle may see."""

    id: str
    name: str
    year: str = ""
    sex: str = ""
    note: str = ""
    parts: tuple[int, ...] = ()


class Made(NamedTuple):
    """A pool and its queries."""

    what: str
    pool: list[Person]
    queries: list[Person]


def single(folder: Path, which: str, what: str, many: int) -> Made:
    """Held-out tokens: all Latin ones are the pool, queries in the other script."""
    pairs = sorted({pair for pair in tokens(folder, which) if held_out(pair[0])})
    chosen = random.Random(5).sample(pairs, min(many, len(pairs)))
    pool = [Person(latin, latin) for latin in sorted({latin for latin, _other in pairs})]
    return Made(what, pool, [Person(latin, other) for latin, other in chosen])


class Names:
    """Clusters in two scripts or more, the likely ones more often (Zipf); those held out apart."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.lot = random.Random(seed)
        self.found = [
            (held_out(name), {script: one[script] for script in SCRIPTS if script in one})
            for name, one in clusters(folder)
            if sum(script in one for script in SCRIPTS) > 1
        ]
        self.lot.shuffle(self.found)
        weights = [1 / (at + 3) for at in range(len(self.found))]
        self.all = list(accumulate(weights))
        self.kept = [at for at, (held, _spellings) in enumerate(self.found) if held]
        self.apart = list(accumulate(weights[at] for at in self.kept))

    def pick(self, apart: bool) -> int:
        if apart:
            return self.kept[bisect.bisect(self.apart, self.lot.random() * self.apart[-1])]
        return bisect.bisect(self.all, self.lot.random() * self.all[-1])

    def spelled(self, cluster: int, script: str) -> str:
        spellings = self.found[cluster][1]
        return self.lot.choice(spellings.get(script) or spellings[self.lot.choice(sorted(spellings))])

    def slipped(self, word: str) -> str:
        if len(word) < 3:
            return word
        at, kind = self.lot.randrange(len(word)), self.lot.random()
        if kind < 1 / 3:
            return word[:at] + word[at + 1 :]
        if kind < 2 / 3 and at + 1 < len(word):
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + self.lot.choice(word) + word[at + 1 :]


def full(folder: Path, size: int, many: int, seed: int = 1) -> Made:
    """Persons of two to four parts, registered once and asked for again; those asked for have held-out parts only."""
    names = Names(folder, seed)
    lot, pool, queries = names.lot, [], []
    for at in range(size):
        apart = at < many
        parts = tuple(names.pick(apart) for _ in range(lot.choices((2, 3, 4), (4, 4, 2))[0]))
        script = lot.choices(SCRIPTS, REGISTERED)[0]
        year, sex = min(2015, max(1940, round(lot.gauss(1988, 14)))), lot.choice("mf")
        pool.append(Person(f"p{at}", " ".join(names.spelled(one, script) for one in parts), str(year), sex, "", parts))
        if apart:
            queries.append(_again(names, pool[-1], script, year))
    return Made(f"full names with noise, {size:,}", pool, queries)


def _again(names: Names, person: Person, script: str, year: int) -> Person:
    lot, parts, notes = names.lot, list(person.parts), []
    asked = lot.choice([one for one in SCRIPTS if one != script]) if lot.random() < OTHER_SCRIPT else script
    if lot.random() < DROPPED:
        parts.pop(lot.randrange(len(parts)))
        notes.append("dropped")
    if lot.random() < SHUFFLED:
        lot.shuffle(parts)
        notes.append("shuffled")
    words = [names.spelled(one, asked) for one in parts]
    if lot.random() < SLIPPED:
        at = lot.randrange(len(words))
        words[at] = names.slipped(words[at])
        notes.append("slipped")
    said = year + (lot.randint(-3, 3) if lot.random() < OTHER_YEAR else 0)
    note = f"{script}-{asked} {len(person.parts)} {'+'.join(notes) or 'clean'}"
    return Person(person.id, " ".join(words), str(said), person.sex, note, tuple(parts))


def long(folder: Path, among: Made, many: int, seed: int = 9) -> Made:
    """Arabic originals of long names, whose Latin spellings stand among another pool: asked for by name alone."""
    lot = random.Random(seed)
    known = [
        (arabic, latin) for name, one in clusters(folder) if held_out(name) for arabic, latin in [_native(one)] if latin
    ]
    lot.shuffle(known)
    weights = [1 / (at + 8) for at in range(len(known))]
    pool, queries = [], []
    for at in range(many):
        pairs = [_part(lot, known, weights, place) for place in range(lot.choices((2, 3, 4, 5), (15, 40, 30, 15))[0])]
        only = [lot.choices(("both", "arabic", "latin"), (88, 6, 6))[0] if len(pairs) > 2 else "both" for _ in pairs]
        arabic = [pair[0] for pair, where in zip(pairs, only, strict=True) if where != "latin"]
        latin = [pair[1] for pair, where in zip(pairs, only, strict=True) if where != "arabic"]
        if arabic and latin:
            pool.append(Person(f"long{at}", " ".join(latin[-1:] + latin[:-1] if lot.random() < 0.05 else latin)))
            queries.append(Person(f"long{at}", " ".join(arabic)))
    return Made(f"long Arabic names by name alone, {len(among.pool):,}", [*pool, *among.pool], queries)


def _native(spellings: dict[str, list[str]]) -> tuple[str, list[str]]:
    arabic = [one for one in spellings.get("ar", ()) if NATIVE & set(one) and re.fullmatch("[\u0621-\u064a]{3,8}", one)]
    arabic = [one for one in arabic if not one.startswith(("ال", "عبد"))]
    latin = [one for one in spellings.get("la", ()) if one.isalpha() and len(one) > 2]
    return (arabic[0], latin) if arabic and latin else ("", [])


def _part(lot: random.Random, known: Sequence[tuple[str, list[str]]], weights: list[float], place: int) -> list[str]:
    arabic, spellings = lot.choices(known, weights)[0]
    latin, kind = _habit(lot, lot.choice(spellings)), lot.random()
    if kind < 0.13:
        head = lot.choice(("abd al-", "abdul ", "abdel ", "abdul", "abdel", "abd el ", "abdal", "abdul-"))
        made = [lot.choice(("عبد ال", "عبدال")) + arabic, head + latin]
    elif kind < 0.19:
        made = [lot.choice(("أبو ", "ابو ")) + arabic, lot.choice(("abu ", "abou ", "abu-", "abo ")) + latin]
    elif kind < 0.23:
        made = [arabic + " الدين", latin + lot.choice((" al-din", "uddin", " eddine", "-ud-din", " al din"))]
    elif place and kind < 0.42:
        made = ["ال" + arabic, lot.choice(("al-", "al ", "el ", "al", "el-", "", "el")) + latin]
    else:
        made = [arabic, latin] if not place or kind >= 0.46 else [arabic + "ي", latin + lot.choice("iy")]
    if place and lot.random() < 0.12:
        made = ["بن " + made[0], f"{lot.choice(('bin', 'ben', 'ibn', ''))} {made[1]}"]
    return made


def _habit(lot: random.Random, word: str) -> str:
    for _ in range(lot.choices((0, 1, 2), (45, 40, 15))[0]):
        word = word.replace(*lot.choice(HABITS), 1)
    final = lot.random()
    if final < 0.08 and word.endswith("a"):
        return word + "h"
    return word[:-1] if final < 0.12 and word.endswith("ah") else word


def ceiling(made: Made) -> float:
    """R@10 of an oracle that knows the true clusters, sex and year within three: only persons alike are left to lot."""
    bearers: dict[int, list[int]] = {}
    for at, person in enumerate(made.pool):
        for part in set(person.parts):
            bearers.setdefault(part, []).append(at)
    total = 0.0
    for query in made.queries:
        asked = Counter(query.parts)
        rare = min(asked, key=lambda part: len(bearers[part]))
        alike = sum(
            not asked - Counter(made.pool[at].parts)
            and abs(int(made.pool[at].year) - int(query.year)) <= 3
            and made.pool[at].sex == query.sex
            and len(made.pool[at].parts) <= len(query.parts) + 1
            for at in bearers[rare]
        )
        total += min(1.0, 10 / alike)
    return total / len(made.queries)
