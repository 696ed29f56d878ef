"""Making a card, shown once to be printed, and stopping it."""

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from onward.access.rules import Actor, needs
from onward.cases import actions
from onward.cases.forms import IssueCardForm, RevokeCardForm
from onward.cases.queries import card_of, card_works, case_for
from onward.cases.views.filing import file_url, filed, writes
from onward.kit.errors import RuleBroken


@needs("cases.issue_card")
@writes
def issue_card(request: HttpRequest, case: str) -> HttpResponse:
    """Make a card and show it, this once. There is nothing to go on to: the answer is the card itself."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    page = {"case": file, "back": file_url(file.id)}
    form = IssueCardForm(request.POST or None, actor=actor)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                card = actions.issue_card(actor, case=file.id, entry=form.cleaned_data["entry"])
            except RuleBroken as broken:
                form = IssueCardForm(actor=actor)
                page["broken"] = broken.sentence
            else:
                shown = {
                    **page,
                    "qr": _qr(card.code),
                    "pin": card.pin,
                    "number": _grouped(card.number),
                    "code": _grouped(card.code),
                }
                response = render(request, "cases/see_card.html", shown)
                patch_cache_control(response, no_store=True, private=True)
                return response
    card_now = card_of(file)
    page |= {"form": form, "card": card_now, "works": card_now is not None and card_works(card_now)}
    return render(request, "cases/issue_card.html", page, status=status)


@needs("cases.revoke_card")
@writes
def revoke_card(request: HttpRequest, case: str) -> HttpResponse:
    """Stop a card."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    form = RevokeCardForm(request.POST or None, actor=actor)
    return filed(request, file, form, actions.revoke_card, message=_("The card no longer works."))


def _qr(code: str) -> SafeString:
    # Letters and digits alone: a scanner shows no address, so a card found says nothing of where it belongs.
    svg = segno.make(code, error="m", micro=False).svg_inline(border=2, svgclass="qr", lineclass=None, omitsize=True)
    return mark_safe(svg)  # noqa: S308 - made here, of 26 letters and digits


def _grouped(signs: str) -> str:
    return " ".join(signs[at : at + 4] for at in range(0, len(signs), 4))
