"""The few words that a file is made of, in the reader's language: languages, countries, sex, bands of age."""

from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy

_CODES = """
    ar fr nl en de uz ru tr ku ckb fa tg az ky kk tk ug tt ce sq bs es it pt sv da no fi el pl uk ro bg ur ps bn hi so
    sw ha am ti id ms tl zh he hy ka
"""
LANGUAGES = tuple(_CODES.split())
"""Languages that may be chosen by name; any other is written in words."""

SEXES = {
    "woman": pgettext_lazy("sex", "Woman or girl"),
    "man": pgettext_lazy("sex", "Man or boy"),
    "other": pgettext_lazy("sex", "Other"),
}

MAY_LEAVE = {
    "yes": pgettext_lazy("may leave", "Yes"),
    "limits": pgettext_lazy("may leave", "Within limits"),
    "no": pgettext_lazy("may leave", "No"),
    "not_said": pgettext_lazy("may leave", "Not said"),
}

CHALLENGE_ANSWERS = {
    "upheld": pgettext_lazy("challenge", "The order stands"),
    "changed": pgettext_lazy("challenge", "The order was changed"),
    "lifted": pgettext_lazy("challenge", "The order was lifted"),
}
"""How a challenge may be answered."""

SCREENING_RESULTS = {
    "nothing_further": pgettext_lazy("screening", "Completed; nothing further"),
    "referred": pgettext_lazy("screening", "Completed; passed on to somebody else"),
    "not_completed": pgettext_lazy("screening", "Not completed"),
    "withdrawn": pgettext_lazy("screening", "Called off"),
}
"""How a screening may end: a code, never its content."""

AGES = {
    "baby": gettext_lazy("Under 5"),
    "child": gettext_lazy("5 to 12"),
    "youth": gettext_lazy("13 to 17"),
    "in_doubt": gettext_lazy("Perhaps under 18"),
    "adult": gettext_lazy("18 to 59"),
    "older": gettext_lazy("60 or over"),
}
"""Bands of age as seen or said."""

UNDER_AGE = ("baby", "child", "youth")
"""The bands under 18."""

IN_DOUBT = "in_doubt"
"""The band of whoever may be a child: whatever protects a child protects them too."""


def age_fact(band: str, *, before: str = "") -> str:
    """What a band of age means for the way: child, in_doubt or adult, and nothing where nobody has said.

    `before` is what was known until then: somebody held for a child is no adult because one person says so. That
    doubt ends when two people determine it, or when the entry that was wrong is corrected.
    """
    if band in UNDER_AGE:
        return "child"
    if band == IN_DOUBT or (band and before in ("child", IN_DOUBT)):
        return IN_DOUBT
    return "adult" if band else ""


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@cache
def _countries(language: str) -> dict[str, str]:
    territories = _locale(language).territories
    return {str(code): str(name) for code, name in territories.items() if len(str(code)) == 2}


def language_name(code: str) -> str:
    """A language as the reader calls it; what is not a code is shown as it was written."""
    return str(_locale(get_language() or "en").languages.get(code, code))


def country_name(code: str) -> str:
    """A country as the reader calls it; what is not a code is shown as it was written."""
    return _countries(get_language() or "en").get(code, code)


_NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
COUNTRIES = sorted(code for code in _countries("en") if code not in _NO_COUNTRY)


@cache
def _sorted_names(language: str) -> tuple[str, ...]:
    names = _countries(language)
    return tuple(sorted(names[code] for code in COUNTRIES if code in names))


def country_names() -> tuple[str, ...]:
    """All countries as the reader calls them, to choose from while typing."""
    return _sorted_names(get_language() or "en")


@cache
def _codes(language: str) -> dict[str, str]:
    names = _countries(language)
    return {names[code].casefold(): code for code in COUNTRIES if code in names}


def country_code(words: str) -> str:
    """The code of a country named in any of the programme's languages, or the words as they are."""
    said = " ".join(words.split())
    for language in ("en", "fr", "ar"):
        if code := _codes(language).get(said.casefold()):
            return code
    return said
