"""A name taken apart: into the parts that are compared, compounds joined, what says nothing left out."""

import re
import unicodedata

from onward.names.letters import ARABIC, LATIN, script_of

LONGEST_NAME = 200
"""Letters of a whole name that are looked at; and so many parts of it."""
MOST_PARTS = 8

_BREAK = re.compile(r"[^\w]+|_+|\d+")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0591-\u05c7\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_INSIDE = re.compile("[ʻʼ‘’'`´ʿʾ]")
_ARTICLES = frozenset("al el ul as ash ad ar an at az us ud ur un il l".split())
_SLAVE = frozenset("abd abdu abdul abdel abdal abdoul abdol عبد абд абду абдул абдель".split())
_FATHER = frozenset("abu abou abo ابو أبو абу umm oum um ام أم умм".split())
_FAITH = frozenset("din deen dine eddine eddin uddin addin aldin ad-din الدين دين дин эддин allah ullah الله аллах".split())
_SON = frozenset("bin ben ibn bint bent wld ould walad بن ابن بنت ولد бин бен ибн ogli oglu ogly оглы угли ugli kizi qizi кызы".split())
_TITLES = frozenset("dr mr mrs ms hajj haj hajji sheikh shaykh shaikh mullah mulla sayyid الشيخ شيخ الحاج حاج السيد".split())


def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a name, in order, lower case, without articles, *son of* and titles; () when it has no letter.

    Abd al-Rahman, Abdul Rahman and عبد الرحمن each become one part, as do Nour al-Din and Abu Bakr: people write
    them joined as often as not. A part that is not in one of the four scripts is left out.
    """
    text = unicodedata.normalize("NFKC", name[: 2 * LONGEST_NAME])[:LONGEST_NAME]
    text = _INSIDE.sub("", _MARKS.sub("", text)).lower()
    words = [word for word in _BREAK.split(text) if word and script_of(word)]
    joined = _joined(words)
    kept = [word for word in joined if word not in _SON and word not in _TITLES]
    kept = [word for word in kept if word not in _ARTICLES] or joined
    return tuple(kept[:MOST_PARTS])


def _joined(words: list[str]) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        rest = words[at + 1 :]
        if word in _SLAVE or word in _FATHER:
            taken = _after_article(rest)
            if taken:
                found.append(word + "".join(rest[:taken]))
                at += taken + 1
                continue
        if word in _FAITH and found and found[-1] not in _SON:
            found[-1] += word
        elif word in _ARTICLES and rest and rest[0] in _FAITH and found:
            found[-1] += word + rest[0]
            at += 1
        else:
            found.append(_bare(word))
        at += 1
    return found


def _after_article(rest: list[str]) -> int:
    """How many words the compound takes: the next one, and the article before it."""
    if not rest:
        return 0
    return 2 if rest[0] in _ARTICLES and len(rest) > 1 else 1


def _bare(word: str) -> str:
    """Without the article that Arabic writes at its head."""
    return word[2:] if script_of(word) == ARABIC and word.startswith("ال") and len(word) > 4 else word


def is_initial(part: str) -> bool:
    """Whether a part is one letter standing for a whole one."""
    return len(part) == 1 and script_of(part) in (LATIN, "cy")
