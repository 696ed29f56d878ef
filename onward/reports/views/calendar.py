"""The calendar of a site on the screen, on paper, and as a feed without names."""

import hashlib
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from babel.dates import format_skeleton
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, may, needs
from onward.kit.dates import today
from onward.places.queries import site_for, sites_for
from onward.reports.queries.calendar import Listed, calendar_for, clinics_at, month_of, week_of
from onward.shelter.queries.diary import follower_of

BEFORE, AHEAD = timedelta(days=7), timedelta(days=60)
FIRST, LAST = date(1950, 1, 15), date(2099, 12, 1)


@needs("reports.see_calendar")
@require_safe
def see_calendar(request: HttpRequest) -> HttpResponse:
    """A week or a month of a site: for the wall, and for whoever plans."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    sites = [site for site in sites_for(actor) if site.kind != "office"]
    site = next((one for one in sites if one.id == request.GET.get("site")), sites[0] if sites else None)
    day, monthly = _day(request.GET.get("from", "")), request.GET.get("show") == "month"
    context = {
        "site": site,
        "sites": sites if len(sites) > 1 else [],
        "show": "month" if monthly else "week",
        "day": day,
        "today": today(),
        "weeks": month_of(actor, site.id, day) if site and monthly else [],
        "days": week_of(actor, site.id, day) if site and not monthly else [],
        "title": _month_words(day) if monthly else "",
        "before": day.replace(day=1) - timedelta(days=1) if monthly else day - timedelta(weeks=1),
        "after": _next_month(day) if monthly else day + timedelta(weeks=1),
        "clinics": clinics_at(site.id) if site else [],
        "plans": may(actor, "shelter.plan_occasion"),
    }
    return render(request, "reports/see_calendar.html", context)


def _month_words(day: date) -> str:
    """A month and its year, in the reader's language."""
    return str(format_skeleton("yMMMM", day, locale=(get_language() or "en").replace("-", "_")))


def _next_month(day: date) -> date:
    return day.replace(day=1) + timedelta(days=monthrange(day.year, day.month)[1])


def _day(said: str) -> date:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = today()
    return min(max(day, FIRST), LAST)


@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of a site for a device that follows it: what, when, where, for whom. No cookie, no name."""
    actor, site = follower_of(token)
    name = site_for(actor, site).name
    body = _feed(name, calendar_for(actor, site, today() - BEFORE, today() + AHEAD))
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match", "") in (tag, f"W/{tag}"):
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = tag
    return answer


def _feed(name: str, items: list[Listed]) -> bytes:
    # Read by few, and seldom: what is not asked for is not loaded.
    from icalendar import Calendar, Event

    feed = Calendar()
    feed.add("prodid", "-//Onward//calendar of a site//EN")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", name)
    zone = timezone.get_default_timezone()
    for one in items:
        entry = Event()
        entry.add("uid", f"{one.id}@onward")
        begins = datetime.combine(one.day, one.begins, tzinfo=zone)
        ends = datetime.combine(one.day, one.ends, tzinfo=zone)
        # One moment for all that never changes, so that what did not change reads the same: the answer has a tag.
        entry.add("dtstamp", begins.astimezone(UTC))
        entry.add("dtstart", begins.astimezone(UTC))
        entry.add("dtend", (ends if ends > begins else ends + timedelta(days=1)).astimezone(UTC))
        entry.add("summary", f"{one.title} ({one.audience})" if one.audience else one.title)
        if one.where:
            entry.add("location", one.where)
        entry.add("categories", [one.sort])
        feed.add_component(entry)
    return bytes(feed.to_ical())
