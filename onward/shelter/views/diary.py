"""The pages of what is on at a site, of who follows it, and of its residents' committee."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.queries import actor_from, staff_members_for
from onward.access.rules import Actor, may, needs
from onward.kit.dates import today
from onward.places.queries import names_of, site_for
from onward.shelter.actions import diary as actions
from onward.shelter.forms import diary as forms
from onward.shelter.queries import diary as queries
from onward.ui.writing import written

write = require_http_methods(["GET", "HEAD", "POST"])


def _calendar(site: str) -> str:
    try:
        return f"{reverse('reports:see_calendar')}?site={site}"
    except NoReverseMatch:
        return reverse("shelter:board", args=[site])


@needs("shelter.plan_occasion")
@write
def plan_occasion(request: HttpRequest, site: str) -> HttpResponse:
    """Put something on the calendar of a site."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = site_for(actor, site)
    return written(
        request,
        forms.OccasionForm(request.POST or None, actor=actor),
        partial(actions.plan_occasion, site=found.id),
        template="shelter/plan_occasion.html",
        context={"site": found, "back": _calendar(found.id)},
        done=_calendar(found.id),
        message=_("It is on the calendar."),
    )


@needs("shelter.cancel_occasion")
@write
def cancel_occasion(request: HttpRequest, occasion: str) -> HttpResponse:
    """Call one day of it off."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.site_day_for(actor, occasion)
    return written(
        request,
        forms.CancelOccasionForm(request.POST or None, actor=actor),
        partial(actions.cancel_occasion, occasion=found.id),
        template="shelter/cancel_occasion.html",
        context={"occasion": found, "back": _calendar(found.stream)},
        done=_calendar(found.stream),
        message=_("It is called off."),
    )


@needs("shelter.open_feed")
@write
def open_feed(request: HttpRequest, site: str) -> HttpResponse:
    """The addresses under which one follows this calendar, and making one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = site_for(actor, site)
    feeds = [
        (one, request.build_absolute_uri(reverse("reports:calendar_feed", args=[one.token])))
        for one in queries.feeds_for(actor, found.id)
    ]
    return written(
        request,
        forms.FeedForm(request.POST or None, actor=actor),
        partial(actions.open_feed, site=found.id),
        template="shelter/open_feed.html",
        context={"site": found, "feeds": feeds, "back": _calendar(found.id)},
        done=reverse("shelter:open_feed", args=[found.id]),
    )


@needs("shelter.stop_feed")
@write
def stop_feed(request: HttpRequest, feed: str) -> HttpResponse:
    """Stop such an address."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.feed_for(actor, feed)
    back = reverse("shelter:open_feed", args=[found.stream])
    return written(
        request,
        forms.FeedForm(request.POST or None, actor=actor),
        partial(actions.stop_feed, feed=found.id),
        template="shelter/stop_feed.html",
        context={"feed": found, "back": back},
        done=back,
        message=_("That address answers no more."),
    )


@needs("shelter.stop_feeds")
@write
def stop_feeds(request: HttpRequest, staff: str) -> HttpResponse:
    """Stop all addresses that a member of staff follows: of a telephone that was lost or taken."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    feeds, back = queries.feeds_of(actor, staff), reverse("access:see_staff_member", args=[staff])
    return written(
        request,
        forms.FeedForm(request.POST or None, actor=actor),
        partial(actions.stop_feeds, staff=staff),
        template="shelter/stop_feeds.html",
        context={"many": len(feeds), "back": back},
        done=back,
        message=_("These addresses answer no more."),
    )


@needs("shelter.see_committee")
@require_safe
def see_committee(request: HttpRequest, site: str) -> HttpResponse:
    """What the residents' committee of a site spoke of, and what it was promised."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = site_for(actor, site)
    shown = {
        "site": found,
        "meetings": queries.meetings_for(actor, found.id),
        "notes": may(actor, "shelter.note_meeting"),
        "today": today(),
        "back": _calendar(found.id),
    }
    return render(request, "shelter/see_committee.html", shown)


@needs("shelter.note_meeting")
@write
def note_meeting(request: HttpRequest, site: str) -> HttpResponse:
    """Note a meeting of the committee."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = site_for(actor, site)
    members = staff_members_for(actor, site=found.id)
    staff = [(one.id, one.name) for one in members if may(actor_from(one), "shelter.answer_promise")]
    back = reverse("shelter:see_committee", args=[found.id])
    return written(
        request,
        forms.MeetingForm(request.POST or None, actor=actor, staff=staff),
        partial(actions.note_meeting, site=found.id),
        template="shelter/note_meeting.html",
        context={"site": found, "back": back},
        done=back,
        message=_("Noted. Whoever promised something owes it from now on."),
    )


@needs("shelter.answer_promise")
@write
def answer_promise(request: HttpRequest, promise: str) -> HttpResponse:
    """Say what became of a promise."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.promise_for(actor, promise)
    back = reverse("desk:today")
    return written(
        request,
        forms.PromiseForm(request.POST or None, actor=actor),
        partial(actions.answer_promise, promise=found.id),
        template="shelter/answer_promise.html",
        context={"promise": found, "site": names_of([found.stream]).get(found.stream, ""), "back": back},
        done=back,
        message=_("Noted. The residents read it."),
    )
