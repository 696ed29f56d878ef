"""docs/asvs.md: every requirement of the level stands there once, and what proves it is there."""

import re
from pathlib import Path

from onward.journal.compartments import COMPARTMENTS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/asvs.md").read_text(encoding="utf-8")
LEVEL = (
    "1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4"
    " 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2"
    " 8.1:4 8.2:4 8.3:3 8.4:2 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3"
    " 11.1:4 11.2:5 11.3:5 11.4:4 11.5:2 11.6:2 11.7:2 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5"
    " 14.1:2 14.2:8 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:4 17.1:1 17.2:4 17.3:2"
)
"""Section of release 5.0.0 -> its last requirement at level 2; at level 3 in 8, 11, 14 and 16."""


def rows():
    return re.findall(r"^\| (\d[\d.-]*) \| (.+?) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


def ids(said):
    first, _, last = said.partition("-")
    section, _, start = first.rpartition(".")
    return [f"{section}.{at}" for at in range(int(start), int((last or first).rpartition(".")[2]) + 1)]


def test_every_requirement_of_the_level_stands_there_once():
    asked = [
        f"{section}.{at}"
        for section, _, last in (one.partition(":") for one in LEVEL.split())
        for at in range(1, int(last) + 1)
    ]
    assert len(asked) == 274
    assert sorted(each for said, *_ in rows() for each in ids(said)) == sorted(asked)


def test_each_is_met_or_says_why_not():
    assert {how for _, _, how, _ in rows()} == {"met", "n/a", "deviates"}
    assert [said for said, _, _, proof in rows() if len(proof) < 4] == []


def test_whatever_proves_one_is_there():
    named = {name for *_, proof in rows() for name in re.findall(r"`([\w/]+\.py)`", proof)}
    assert len(named) > 40
    gone = [name for name in named if not any((ROOT / top / name).exists() for top in ("", "onward"))]
    assert gone == []


CIPHERS = re.compile(r"^\s*(?:import|from) (?:cryptography|pyrage|argon2|ssl|Crypto|nacl|jwt)\b", re.MULTILINE)


def test_whatever_proves_a_promise_is_there():
    promises = (ROOT / "docs/threat-model.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_/]+/test_[a-z_]+\.py)`", promises))
    assert len(named) > 40
    assert {name for name in named if not any((ROOT / top / name).exists() for top in ("", "onward"))} == set()
    rows = [row.split(" | ") for row in promises.partition("## Not promised")[0].splitlines() if row.startswith("| ")]
    assert [row[0] for row in rows[1:] if "tests" not in row[-1]] == []


def test_ciphers_are_used_where_the_inventory_says_and_nowhere_else():
    sources = [path for path in (ROOT / "onward").rglob("*.py") if "tests" not in path.parts]
    users = {path.relative_to(ROOT / "onward").as_posix() for path in sources if CIPHERS.search(path.read_text())}
    assert {name for name in users if not name.startswith("sealing/")} == {
        "access/views/recognised.py",
        "cases/rules/cards.py",
        "watch/keys.py",
    }


def test_every_compartment_has_its_level():
    levels = (ROOT / "docs/security.md").read_text(encoding="utf-8").partition("## Keys")[0].lower()
    assert [name for name in COMPARTMENTS if name not in levels] == []
