"""A certificate as a PDF: made in memory, kept nowhere. It says nothing of this place, nor of what was left."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.dates import format_date
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from onward import ui
from onward.access.rules import Actor
from onward.cases.queries import identity_of
from onward.courses.queries.taking import certificate_of
from onward.kit.errors import NotFound

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case
    from onward.courses.models import Certificate, Course

TYPE = Path(ui.__file__).parent / "static/vendor/fonts"
"""The Arabic of letters comes with the programme: what a machine has by itself is never relied on."""
SHEET = b"""
#let said = sys.inputs
#set page(paper: "a4", margin: 30mm)
#set text(font: ("Libertinus Serif", "Noto Naskh Arabic"), size: 13pt)
#set text(lang: said.lang, dir: if said.rtl == "yes" { rtl } else { ltr })
#set document(title: said.title, date: none)
#v(20mm)
#text(11pt)[#said.programme]
#v(18mm)
#text(26pt)[#said.title]
#v(14mm)
#if said.name == "" { line(length: 70%, stroke: .5pt) } else { text(18pt)[#said.name] }
#v(6mm)
#said.took
#v(4mm)
#text(18pt)[#said.course]
#v(4mm)
#said.when
#linebreak()
#said.long
#v(1fr)
#said.given
"""
"""What is said comes in as values, never as part of this text."""


@cache
def letter_languages() -> tuple[tuple[str, str], ...]:
    """The languages in which a letter can be set: Arabic only where its type was built in."""
    has_arabic = (TYPE / "NotoNaskhArabic_400Regular.ttf").is_file()
    return tuple((code, str(name)) for code, name in settings.LANGUAGES if code != "ar" or has_arabic)


def letter_for(actor: Actor, case: "Case", certificate: str, *, opening: str = "") -> bytes:
    """The letter, for whoever may read their answers; with their own name only once that is opened."""
    found, course = certificate_of(actor, case, certificate)
    if found.name == "own":
        names = identity_of(actor, case, opening=opening).names
        if not names:
            raise NotFound(certificate)
        name = names[0]
    else:
        name = case.name if found.name == "case" else ""
    return _set(found, course, name)


def _set(found: "Certificate", course: "Course", name: str) -> bytes:
    import typst  # as above

    language = found.language if found.language in dict(letter_languages()) else "en"
    with override(language):
        hours = max(round(found.minutes / 60), 1)
        days = [format_date(day, "long", locale=language) for day in (found.first, found.last, found.given_on)]
        said = {
            "lang": language,
            "rtl": "yes" if language == "ar" else "no",
            "programme": settings.PROGRAMME_NAME,
            "title": _("Certificate"),
            "name": name,
            "took": _("took part in the course"),
            "course": course.title,
            "when": _when(*days[:2]),
            "long": ngettext("%(hours)s hour", "%(hours)s hours", hours) % {"hours": hours},
            "given": days[2],
        }
    return bytes(
        typst.compile(
            SHEET, font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(TYPE)]), sys_inputs=said
        )
    )


def _when(first: str, last: str) -> str:
    if first == last:
        return _("on %(day)s") % {"day": first}
    return _("from %(first)s until %(last)s") % {"first": first, "last": last}
