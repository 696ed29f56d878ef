"""One spelling for every way the same letters can be typed, so that an exact look-up finds them."""

import unicodedata

LONGEST = 200
"""Letters of a name that are compared; what lies beyond says nothing more about who it is."""

_SAME = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیئې", "ي"),
        **dict.fromkeys("ؤۆ", "و"),
        **dict.fromkeys("ةۀہھە", "ه"),
        "ک": "ك",
        **dict.fromkeys("ءـ", ""),
        **dict.fromkeys("ıİ", "i"),
        **dict.fromkeys("ʻʼ‘’'`´ʿʾ", ""),
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
    decomposed = unicodedata.normalize("NFKD", name[: 10 * LONGEST].translate(_SAME).casefold())
    kept = []
    for sign in unicodedata.normalize("NFC", decomposed).translate(_SAME):
        category = unicodedata.category(sign)
        if category[0] in "LN":
            kept.append(sign)
        elif category[0] not in "MC" or sign.isspace():
            kept.append(" ")
    return " ".join("".join(_bare(kept)).split())[:LONGEST]


def _bare(signs: list[str]) -> list[str]:
    # Accents are dropped after composing, letter by letter, so that й does not fall together with и.
    return [sign if sign == "й" else unicodedata.normalize("NFD", sign)[0] for sign in signs]
