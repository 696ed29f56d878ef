"""Tags and filters for templates: fields, days, durations, icons."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_time
from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from onward.kit.dates import today

register = template.Library()

LOCALES = {"ar": "ar_SY", "fr": "fr", "en": "en_GB"}
"""Months are named as they are where the programme works: in Syria, تموز and not يوليو."""

WHOLE = (RadioSelect, CheckboxSelectMultiple)


def _locale() -> str:
    return LOCALES.get((get_language() or "en").split("-")[0], "en_GB")


def _day(value: date | datetime) -> date:
    return timezone.localdate(value) if isinstance(value, datetime) else value


@register.filter
def day_words(value: date | datetime | None) -> str:
    """A day in plain words, for attributes: 3 July; the year only where it is another."""
    if value is None:
        return ""
    day = _day(value)
    return _day_words(day, "d MMMM" if day.year == today().year else "d MMMM y", _locale())


@register.filter
def dated(value: date | datetime | None) -> str:
    """A day with its year, as paper that is kept says it: 3 July 2026."""
    return "" if value is None else _day_words(_day(value), "d MMMM y", _locale())


@lru_cache(4096)  # a page says a score of days, and most pages the same ones
def _day_words(day: date, pattern: str, locale: str) -> str:
    words = format_date(day, pattern, locale=locale)
    return words.replace("1 ", "1er ", 1) if day.day == 1 and locale == "fr" else words


@register.filter
def day(value: date | datetime | None) -> SafeString:
    """A day as the reader says it, in a `time` element."""
    if value is None:
        return SafeString("")
    return format_html('<time datetime="{}">{}</time>', _day(value).isoformat(), day_words(value))


@register.filter
def weekday(value: date | datetime | None) -> SafeString:
    """A day with its weekday: Monday 23 November."""
    if value is None:
        return SafeString("")
    name = format_date(_day(value), "EEEE", locale=_locale())
    return format_html('<time datetime="{}">{} {}</time>', _day(value).isoformat(), name, day_words(value))


@register.filter
def moment(value: datetime | None) -> SafeString:
    """A day and a time: 23 November, 14:05."""
    if value is None:
        return SafeString("")
    local = timezone.localtime(value)
    clock = format_time(local.time(), "HH:mm", locale=_locale())
    comma = gettext("%(day)s, %(time)s") % {"day": day_words(local.date()), "time": clock}
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), comma)


@register.filter
def days(count: int | None) -> str:
    """A length of time: 1 day, 3 days."""
    if count is None:
        return ""
    return ngettext("%(count)d day", "%(count)d days", count) % {"count": count}


@register.filter
def due(value: date | None) -> str:
    """When something is due, as one says it: 3 days late, today, tomorrow, Thursday, 14 December."""
    if value is None:
        return ""
    left = (value - today()).days
    if left < 0:
        return ngettext("%(count)d day late", "%(count)d days late", -left) % {"count": -left}
    if left < 2:
        return gettext("tomorrow") if left else gettext("today")
    return format_date(value, "EEEE", locale=_locale()) if left < 7 else day_words(value)


@register.filter
def listed(words: Iterable[object]) -> str:
    """Several things after one another, with the comma of the reader's script."""
    return gettext(", ").join(str(each) for each in words)


@register.filter
def at(words: Sequence[str], place: int) -> str:
    """The word at that place: a cell's column."""
    return words[place] if place < len(words) else ""


@register.filter
def of(words: Mapping[str, str], key: str) -> str:
    """What stands under that key: a name by its id."""
    return words.get(key, "")


# Lists show dozens of tags: as templates of their own they would take as long as the rest of the page.


@register.simple_tag
def due_tag(value: date | None, soon: bool = False) -> SafeString:
    """A tag that says when: brick where late, amber today or `soon`, else quiet."""
    left = (value - today()).days if value else 1
    return tag(due(value), "late" if left < 0 else "wait" if left == 0 or soon else "plain")


@register.simple_tag
def tag(text: str, tone: str = "plain") -> SafeString:
    """A short word in a pill. Tones: done, wait, late, plain."""
    return format_html('<span class="tag {}">{}</span>', tone, text)


@register.inclusion_tag("ui/components/field.html")
def form_field(field: BoundField, quiet: bool = False) -> dict[str, Any]:
    """One field with its label, help and mistakes; `quiet` where the page says once what is optional."""
    widget = field.field.widget
    return {
        "field": field,
        "group": isinstance(widget, WHOLE),
        "box": isinstance(widget, CheckboxInput),
        "optional": not quiet
        and not field.field.required
        and not isinstance(widget, (CheckboxInput, CheckboxSelectMultiple)),
    }


@register.inclusion_tag("ui/components/icon.html")
def icon(name: str) -> dict[str, str]:
    """A small drawing beside a word; never alone, so it is hidden from a screen reader."""
    return {"name": name}


@register.inclusion_tag("ui/components/bar.html")
def bar(parts: Sequence[Any], about: str, hatch: bool = True) -> dict[str, Any]:
    """A length made of parts, drawn. Each part has `length` and `tone`: tone-1 to tone-6, these again "striped" and
    "dotted", nobody, or rest (nothing). On a page of many bars one alone brings the `hatch`, or hatch.html does.
    """
    total = sum(part.length for part in parts) or 1
    drawn, start = [], 0
    for part in parts:
        if part.length:
            x, width = f"{100 * start / total:.3f}%", f"{100 * part.length / total:.3f}%"
            tone, _space, over = part.tone.partition(" ")
            drawn.append({"x": x, "width": width, "tone": tone, "over": over})
        start += part.length
    return {"parts": drawn, "about": about, "hatch": hatch}


@register.simple_tag(takes_context=True)
def page_title(context: Context) -> str:
    """The page's title block once more, as its heading: so a page says its title once."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block("title")
    return str(block.render(context)) if block else ""
