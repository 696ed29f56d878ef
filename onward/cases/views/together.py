"""Who belongs with whom."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from onward.access.rules import Actor, needs
from onward.cases import actions
from onward.cases.forms import CompanionForm, FamilyForm
from onward.cases.queries import case_for, companions_of, family_of, known_to
from onward.cases.views.filing import filed, writes


@needs("cases.link_family")
@writes
def link_family(request: HttpRequest, case: str) -> HttpResponse:
    """Two residents are one family."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    form = FamilyForm(request.POST or None, actor=actor, version=file.version)
    return filed(
        request, file, form, actions.link_family, message=_("Linked."), others=known_to(actor, family_of(file))
    )


@needs("cases.note_companion")
@writes
def note_companion(request: HttpRequest, case: str) -> HttpResponse:
    """Two residents came together."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    form = CompanionForm(request.POST or None, actor=actor, version=file.version)
    return filed(
        request, file, form, actions.note_companion, message=_("Noted."), others=known_to(actor, companions_of(file))
    )
