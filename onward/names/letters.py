"""Four scripts as rows of small numbers: what the letters of a name part are to the table of letter costs.

Letters that one keyboard or orthography writes for another (Persian ک for ك, Serbian ј for й, Latin š for sh) become
one symbol; Latin pairs that stand for one sound (sh, kh, ou) too. Every part begins with ^ and ends with $, so that
the table can learn what beginnings and endings do (عبد- , -a, -ov). Numbers of the scripts do not overlap.
"""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 24
"""Symbols of one part that are compared."""

LATIN, ARABIC, CYRILLIC, HEBREW = "la", "ar", "cy", "he"

_SOUNDS = ("sh", "ch", "kh", "gh", "th", "zh", "ou", "ee", "ph", "ck", "ts", "dj", "ai", "ya", "yu", "aa")
_LETTERS: dict[str, list[str]] = {
    LATIN: [*"abcdefghijklmnopqrstuvwxyz", *_SOUNDS],
    ARABIC: list("اأإآبتثجحخدذرزسشصضطظعغفقكلمنهويىةئؤءپچژگڤ"),
    CYRILLIC: list("абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўқғҳөүұәңһћђљњџ"),
    HEBREW: list("אבגדהוזחטיכלמנסעפצקרשת"),
}


class Alphabet(NamedTuple):
    """The symbols of one script: `first` is the number of its ^, then $, then its letters."""

    script: str
    first: int
    letters: dict[str, int]

    @property
    def size(self) -> int:
        """How many numbers it takes, ^ and $ among them."""
        return len(self.letters) + 2


def _alphabets() -> dict[str, Alphabet]:
    found, first = {}, 0
    for script, letters in _LETTERS.items():
        found[script] = Alphabet(script, first, {letter: first + 2 + at for at, letter in enumerate(letters)})
        first += len(letters) + 2
    return found


ALPHABETS = _alphabets()
SYMBOLS = sum(alphabet.size for alphabet in ALPHABETS.values())

_LATIN_FOLD = {
    **dict.fromkeys("šşșś", "sh"), **dict.fromkeys("čćç", "ch"), **dict.fromkeys("žźż", "zh"),
    **dict.fromkeys("ţț", "ts"), **dict.fromkeys("đďð", "d"), "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss",
    "ı": "i", "ğ": "gh", "þ": "th", "ə": "a", "ŭ": "u",
}  # fmt: skip
_LATIN_SOUNDS = {sound: sound for sound in _SOUNDS} | {
    "tsch": "ch", "sch": "sh", "tch": "ch", "dzh": "dj", "tz": "ts", "oo": "ou", "ei": "ai", "ay": "ai", "ey": "ai",
    "ia": "ya", "iu": "yu", "oe": "o", "ue": "u", "ae": "a",
}  # fmt: skip
_ARABIC_FOLD = {
    "ٱ": "ا", **dict.fromkeys("کڭګ", "ك"), **dict.fromkeys("یېێےۍ", "ي"), **dict.fromkeys("ۇۆۈۋۊ", "و"),
    **dict.fromkeys("ەھہۀ", "ه"), **dict.fromkeys("ڨڥ", "ڤ"), **dict.fromkeys("ڕڒڑړ", "ر"), "ڵ": "ل",
    **dict.fromkeys("ںڼ", "ن"), **dict.fromkeys("ٹټ", "ت"), **dict.fromkeys("ڈډ", "د"), **dict.fromkeys("ځږ", "ز"),
    "څ": "ت", "ښ": "ش",
}  # fmt: skip
_CYRILLIC_FOLD = {
    "ё": "е", "ј": "й", "ҷ": "ч", "ӣ": "и", "ӯ": "у", "ѳ": "ф", "ѵ": "и", "ӑ": "а", "ӗ": "е", "ҫ": "с", "ӳ": "у",
    "җ": "џ", "ҙ": "з", "ҡ": "қ", "ѓ": "ђ", "ќ": "ћ", "ѐ": "е", "ѝ": "и", "ѕ": "з",
}  # fmt: skip
_HEBREW_FOLD = {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ"}
_VOWELS = frozenset("aeiouаеиоу")


def script_of(part: str) -> str:
    """The script that most letters of `part` belong to; "" for one that has none of the four."""
    counts: dict[str, int] = {}
    for letter in part:
        if (script := _script(letter)) is not None:
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script]) if counts else ""


def _script(letter: str) -> str | None:
    code = ord(letter)
    if 0x400 <= code <= 0x52F:
        return CYRILLIC
    if 0x590 <= code <= 0x5FF:
        return HEBREW
    if 0x600 <= code <= 0x6FF or 0x750 <= code <= 0x77F or 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF:
        return ARABIC
    return LATIN if letter.isalpha() and (code < 0x250 or 0x1E00 <= code <= 0x1EFF) else None


def symbols(part: str, script: str) -> tuple[int, ...]:
    """The symbols of `part` as its script writes it, from ^ to $; () when nothing of it is of that script."""
    part = unicodedata.normalize("NFKC", part).lower()
    letters = _latin(part) if script == LATIN else _other(part, script)
    if not letters:
        return ()
    known, first = ALPHABETS[script].letters, ALPHABETS[script].first
    return (first, *(known[letter] for letter in letters[: LONGEST - 2]), first + 1)


def _latin(part: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", "".join(_LATIN_FOLD.get(letter, letter) for letter in part))
    plain = "".join(letter for letter in plain if "a" <= letter <= "z")
    found: list[str] = []
    at = 0
    while at < len(plain):
        length = next((n for n in (4, 3, 2) if len(plain[at : at + n]) == n and plain[at : at + n] in _LATIN_SOUNDS), 1)
        letter = plain[at : at + length]
        letter = _LATIN_SOUNDS.get(letter, letter)
        if not found or found[-1] != letter or letter in _VOWELS:  # a doubled consonant sounds as one
            found.append(letter)
        at += length
    return found


def _other(part: str, script: str) -> list[str]:
    same = {ARABIC: _ARABIC_FOLD, CYRILLIC: _CYRILLIC_FOLD, HEBREW: _HEBREW_FOLD}[script]
    known = ALPHABETS[script].letters
    letters = [same.get(letter, letter) for letter in part]
    letters = [letter for letter in letters if letter in known]
    if script != CYRILLIC:
        return letters
    return [one for at, one in enumerate(letters) if not at or letters[at - 1] != one or one in _VOWELS]


def written(spelling: Iterable[int]) -> str:
    """Symbols as text again, as they are compared: without ^, $ and what was folded away."""
    return "".join(_TEXT.get(number, "") for number in spelling)


_TEXT = {number: letter for alphabet in ALPHABETS.values() for letter, number in alphabet.letters.items()}
