"""The pages of presence: a roster, a field for scanned cards, who is looked for; and of a wish to move."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_for, sheet_asked
from onward.places.queries import site_for
from onward.shelter import actions, forms, queries
from onward.ui.scanning import scans
from onward.ui.writing import written

write = require_http_methods(["GET", "HEAD", "POST"])


@needs("shelter.take_roster")
@write
def take_roster(request: HttpRequest, site: str) -> HttpResponse:
    """Who is at a site, or in one block, on one page with a box each."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    block, asked = request.GET.get("block", "")[:32], request.GET.get("page", "1")[:5]
    page = int(asked) if asked.isascii() and asked.isdigit() else 1
    paper = sheet_asked(actor, request.GET.get("paper", ""), request.GET.get("on", ""), sort="roster", site=site)
    roster = queries.roster_for(actor, site, block=block, page=paper.page if paper else page)
    form = forms.RosterForm(
        request.POST or None,
        actor=actor,
        people=[one.case for one in roster.people],
        initial={"entry": paper.entry} if paper else None,
    )

    def page_at(number: int) -> str:
        return f"{reverse('shelter:take_roster', args=[site])}?{urlencode({'block': block, 'page': number})}"

    ticked = set(form["present"].value() or ()) if form.is_bound else set()
    return written(
        request,
        form,
        partial(actions.take_roster, site=site, on=paper.on if paper else None),
        template="shelter/take_roster.html",
        context={
            "roster": roster,
            "ticked": ticked,
            "paper": paper,
            "limits": may(actor, "shelter.set_absence_limit"),
            "before": page_at(roster.page - 1) if roster.page > 1 else "",
            "after": page_at(roster.page + 1) if roster.page < roster.pages else "",
        },
        done=page_at(roster.page),
        message=_("Noted. Who was not ticked is not said to be away."),
    )


@needs("shelter.scan_presence")
@write
@scans
def scan_presence(request: HttpRequest, site: str) -> HttpResponse:
    """Cards, scanned one after another."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = site_for(actor, site)
    unknown: list[str] = []

    def act(by: Actor, **said: Any) -> None:
        unknown.extend(actions.scan_presence(by, site=site, **said))

    def done(_entry: str) -> str:
        if unknown:
            messages.warning(request, _("No card of anybody here: %(codes)d.") % {"codes": len(unknown)})
        else:
            messages.success(request, _("Seen."))
        return reverse("shelter:scan_presence", args=[site])

    return written(
        request,
        forms.ScanForm(request.POST or None, actor=actor),
        act,
        template="shelter/scan_presence.html",
        context=lambda: {"site": found, "roster": queries.roster_for(actor, site)},
        done=done,
    )


@needs("shelter.set_absence_limit")
@write
def set_absence_limit(request: HttpRequest, site: str) -> HttpResponse:
    """After how many days somebody is looked for at a site."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = site_for(actor, site)
    back = reverse("shelter:take_roster", args=[site])
    return written(
        request,
        forms.AbsenceLimitForm(request.POST or None, actor=actor, initial={"days": queries.limit_of(site)}),
        partial(actions.set_absence_limit, site=site),
        template="shelter/set_absence_limit.html",
        context={"site": found, "back": back},
        done=back,
        message=_("Saved."),
    )


@needs("shelter.end_absence")
@write
def end_absence(request: HttpRequest, case: str) -> HttpResponse:
    """What became of somebody who was not seen."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    absence = queries.absence_of(actor, case)
    back = reverse("desk:case", args=[case])
    return written(
        request,
        forms.EndAbsenceForm(request.POST or None, actor=actor),
        partial(actions.end_absence, case=case),
        template="shelter/end_absence.html",
        context={"case": case_for(actor, case), "absence": absence, "back": back},
        done=back,
        message=_("Noted. They are not looked for any more."),
    )


@needs("shelter.note_move")
@write
def note_move(request: HttpRequest, case: str) -> HttpResponse:
    """That a resident asked to live elsewhere."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    return written(
        request,
        forms.MoveForm(request.POST or None, actor=actor),
        partial(actions.note_move, case=case),
        template="shelter/note_move.html",
        context=lambda: {
            "case": found,
            "moves": queries.moves_of(actor, case),
            "answers": may(actor, "shelter.answer_move"),
            "back": reverse("desk:case", args=[case]),
        },
        done=reverse("shelter:note_move", args=[case]),
        message=_("Noted. Their case worker owes them an answer."),
    )


@needs("shelter.answer_move")
@write
def answer_move(request: HttpRequest, move: str) -> HttpResponse:
    """Answer a wish to live elsewhere."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.move_for(actor, move)
    back = reverse("shelter:note_move", args=[found.stream])
    return written(
        request,
        forms.AnswerMoveForm(request.POST or None, actor=actor),
        partial(actions.answer_move, move=move),
        template="shelter/answer_move.html",
        context=lambda: {
            "case": case_for(actor, found.stream),
            "wish": next(one for one in queries.moves_of(actor, found.stream) if one.id == found.id),
            "back": back,
        },
        done=back,
        message=_("Your answer is on their page."),
    )
