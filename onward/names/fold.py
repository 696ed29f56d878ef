"""One spelling for every way the same letters can be typed, so that an exact look-up finds them."""

import unicodedata

LONGEST = 200
"""Letters of a name that are compared; what lies beyond says nothing more about who it is."""

_KEPT = "ʻʼ‘’'`´ʿʾ"  # part of a letter, not between two: it goes without leaving a gap
_SAME = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیئې", "ي"),
        **dict.fromkeys("ؤۆ", "و"),
        **dict.fromkeys("ةۀہھە", "ه"),
        "ک": "ك",
        **dict.fromkeys("ءـ", ""),
        **dict.fromkeys("ıİ", "i"),
        **dict.fromkeys(_KEPT, ""),
        "ё": "е",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
    }
)


def fold(name: str) -> str:
    """The letters of `name` alone: no case, accents, vowel marks, direction marks or punctuation.

    Keeps the script and the order of the parts; a name without a single letter folds to an empty string.
    """
    lowered = unicodedata.normalize("NFKD", name[: 10 * LONGEST].translate(_SAME)).casefold()
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKD", lowered))
    return " ".join("".join(_letter(sign) for sign in composed).translate(_SAME).split())[:LONGEST].strip()


def _letter(sign: str) -> str:
    category = unicodedata.category(sign)
    if category[0] in "LN":
        # Accents fall letter by letter, after composing, so that й does not fall together with и.
        return sign if sign == "й" else unicodedata.normalize("NFD", sign)[0]
    return "" if category[0] in "MC" and not sign.isspace() else sign if sign in _KEPT else " "
