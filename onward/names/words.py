"""A name taken apart: into the parts that are compared, compounds joined, what says nothing left out."""

import re
import unicodedata
from functools import lru_cache

from onward.names.letters import script_of

LONGEST_NAME = 200
"""Letters of a whole name that are looked at; and so many parts of it."""
MOST_PARTS = 8


def _block(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BREAK = re.compile(r"[^\w]+|_+|\d+")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0591-\u05c7\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_INSIDE = re.compile("[ʻʼ‘’'`´ʿʾ]")
_ARTICLES = _block("al el ul as ash ad ar an at az us ud ur un il l ال аль эль ал ель")
_SLAVE = _block("abd abdu abdul abdel abdal abdoul abdol عبد абд абду абдул абдуль абдель абдель абдал абдаль")
_FATHER = _block("abu abou abo ابو أبو абу umm oum um ام أم умм")
_FAITH = _block("din deen dine eddine eddin uddin addin aldin الدين دين дин эддин allah ullah الله аллах")
_SON = _block(
    "bin ben ibn bint bent wld ould walad بن ابن إبن بنت ولد бин бен ибн "
    "ogli oglu ogly оглы угли ugli kizi qizi kyzy кызы"
)
_TITLES = _block(
    "dr mr mrs ms hajj haj hajji sheikh shaykh shaikh mullah mulla sayyid الشيخ شيخ الحاج حاج السيد ملا الملا"
)
_PARTICLES = _SLAVE | _FATHER | _FAITH | _ARTICLES | _SON | _TITLES


def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a name, in order, lower case, without articles, *son of* and titles; () when it has no letter.

    Abd al-Rahman, Abdul Rahman and عبد الرحمن each become one part, as do Nour al-Din and Abu Bakr: people write
    them joined as often as not. A part that is not in one of the four scripts is left out; so is what lies beyond
    `LONGEST_NAME` letters and `MOST_PARTS` parts.
    """
    words = [word for token in name[:LONGEST_NAME].split() for word in _words(token)]
    if _PARTICLES.isdisjoint(words):
        return tuple(words[:MOST_PARTS])
    joined = _joined(words)
    kept = [word for word in joined if word not in _SON and word not in _TITLES]
    kept = [word for word in kept if word not in _ARTICLES] or joined
    return tuple(kept[:MOST_PARTS])


@lru_cache(maxsize=1 << 14)
def _words(token: str) -> tuple[str, ...]:
    plain = _INSIDE.sub("", _MARKS.sub("", unicodedata.normalize("NFKC", token))).lower()
    return tuple(word for word in _BREAK.split(plain) if word and script_of(word))


def _joined(words: list[str]) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        rest = words[at + 1 :]
        if (word in _SLAVE or word in _FATHER) and rest:
            taken = 2 if rest[0] in _ARTICLES and len(rest) > 1 else 1
            found.append(word + "".join(rest[:taken]))
            at += taken
        elif word in _FAITH and found and found[-1] not in _SON:
            found[-1] += word
        elif word in _ARTICLES and rest and rest[0] in _FAITH and found:
            found[-1] += word + rest[0]
            at += 1
        else:
            found.append(word)
        at += 1
    return found
