"""A need, noted and met."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from onward.access.rules import Actor, needs
from onward.care import actions, forms, queries
from onward.care.views.shape import write
from onward.cases.queries import case_for, sheet_asked
from onward.ui.writing import written


@needs("care.note_need")
@write
def note_need(request: HttpRequest, case: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    paper = sheet_asked(actor, request.GET.get("paper", ""), request.GET.get("on", ""), sort="need")
    told = {"entry": paper.entry, "on": paper.on} if paper else None
    return written(
        request,
        forms.NoteNeedForm(request.POST or None, actor=actor, kinds=queries.may_note(actor, found), initial=told),
        partial(actions.note_need, case=case),
        template="care/note_need.html",
        context={"case": found, "back": queries.page_of(case), "paper": paper},
        done=queries.page_of(case),
        message=_("Noted, for those who meet it."),
    )


@needs("care.meet_need")
@write
def meet_need(request: HttpRequest, case: str, need: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    owed = queries.need_for(actor, case, need)
    return written(
        request,
        forms.MeetNeedForm(request.POST or None, actor=actor),
        partial(actions.meet_need, case=case, need=need),
        template="care/meet_need.html",
        context=lambda: {
            "words": queries.need_words(owed.what),
            "case": case_for(actor, case),
            "back": queries.page_of(case),
        },
        done=queries.page_of(case),
        message=_("Noted: the need is met."),
    )
