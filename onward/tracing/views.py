"""The tracing officer's list, two files side by side, one short page for each act, and whom a resident looks for."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.actions import note_reading
from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_for, check_opens
from onward.cases.rules import country_name, language_name
from onward.journal.append import written as is_written
from onward.journal.compartments import IDENTITY
from onward.tracing import actions, forms
from onward.tracing.queries import Pair, family_for, names_of_pair, pair_for, pairs_for, sought_for
from onward.tracing.rules import RELATIVE
from onward.ui.forms import EntryForm
from onward.ui.writing import written

writes = require_http_methods(["GET", "HEAD", "POST"])
STRENGTHS = {"strong": _lazy("very likely"), "middling": _lazy("likely"), "weak": _lazy("possible")}
ASKED = _lazy(
    "Ask everybody the same, whether or not anybody looks for them: if relatives look for you, or you for them, may"
    " both be told where to reach each other? You may take it back at any time."
)


@needs("tracing.see_pairs")
@require_safe
def see_pairs(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, likely duplicates, likely relatives, and files that are linked."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    pairs = [(pair, STRENGTHS[pair.strength]) for pair in pairs_for(actor)]
    context = {
        "proposed": [one for one in pairs if one[0].link and not one[0].link.confirmed_on],
        "same": [one for one in pairs if one[0].about != RELATIVE and not one[0].link],
        "relatives": [one for one in pairs if one[0].about == RELATIVE],
        "linked": [one for one in pairs if one[0].link and one[0].link.confirmed_on],
    }
    return render(request, "tracing/see_pairs.html", context | {"any": bool(pairs)})


@needs("tracing.see_pair")
@never_cache
@require_safe
def see_pair(request: HttpRequest, case: str, other: str) -> HttpResponse:
    """Two files side by side, the engine's reasons, and what may be done."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    pair = pair_for(actor, case, other)
    for side in pair.sides:
        note_reading(actor, case=side.case.id)
    context = {
        "pair": pair,
        "strength": STRENGTHS[pair.strength],
        "languages": [language_name(side.case.language) for side in pair.sides],
        "relative": pair.about == RELATIVE,
        "may": {verb: may(actor, f"tracing.{verb}") for verb in ("see_pairs", "propose_same", "tell_relatives")},
        "own": pair.link is not None and pair.link.by == actor.id,
    }
    return render(request, "tracing/see_pair.html", context)


def _act(
    request: HttpRequest,
    pair: Pair,
    form: EntryForm,
    act: Callable[..., object],
    words: tuple[str, str, str],
    *,
    done: str | Callable[[str], str] = "",
    danger: bool = False,
) -> HttpResponse:
    """One short page about two files; `words`: its heading, what it means, what its button says."""
    case, other = (side.case.id for side in pair.sides)
    back = reverse("tracing:see_pair", args=[case, other])
    title, why, go = words
    return written(
        request,
        form,
        partial(act, case=case, other=other),
        template="tracing/act.html",
        context={"pair": pair, "heading": title, "why": why, "go": go, "back": back, "danger": danger},
        done=done or back,
    )


@needs("tracing.propose_same")
@writes
def propose_same(request: HttpRequest, case: str, other: str) -> HttpResponse:
    """Say that both are one person."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    why = _("A second person decides. Both files stay as they are; a link can be undone with nothing lost.")
    form = forms.WhyForm(request.POST or None, actor=actor)
    words = (_("The same person"), why, _("Say that it is the same person"))
    return _act(request, pair_for(actor, case, other), form, actions.propose_same, words)


@needs("tracing.confirm_same")
@writes
def confirm_same(request: HttpRequest, case: str, other: str) -> HttpResponse:
    """Agree, as the second person."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    why = _("You looked yourself, and hold them to be one person. Both files stay as they are.")
    form = forms.AgreeForm(request.POST or None, actor=actor)
    words = (_("The same person: do you agree?"), why, _("I agree"))
    return _act(request, pair_for(actor, case, other), form, actions.confirm_same, words)


@needs("tracing.part_files")
@writes
def part_files(request: HttpRequest, case: str, other: str) -> HttpResponse:
    """Undo it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    why = _("The two files belong together no longer. Nothing of either is lost.")
    form = forms.WhyForm(request.POST or None, actor=actor)
    words = (_("Not linked any more"), why, _("Part them"))
    return _act(request, pair_for(actor, case, other), form, actions.part_files, words, danger=True)


@needs("tracing.note_not_same")
@writes
def note_not_same(request: HttpRequest, case: str, other: str) -> HttpResponse:
    """Say that they do not belong together."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    why = _("It is remembered: the two are not offered again.")
    form = forms.NoteForm(request.POST or None, actor=actor)
    words = (_("They do not belong together"), why, _("They do not belong together"))
    done = reverse("tracing:see_pairs" if may(actor, "tracing.see_pairs") else "desk:today")
    return _act(request, pair_for(actor, case, other), form, actions.note_not_same, words, done=done)


@needs("tracing.tell_relatives")
@writes
def tell_relatives(request: HttpRequest, case: str, other: str) -> HttpResponse:
    """Write down that both were told."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    why = _("Tell each of them alone, in private. From now on the page of each says that somebody was found.")
    form = forms.AgreeForm(request.POST or None, actor=actor)
    words = (_("Tell both of each other"), why, _("Both are told"))
    return _act(request, pair_for(actor, case, other), form, actions.tell_relatives, words)


@needs("tracing.open_names")
@writes
def open_names(request: HttpRequest, case: str, other: str) -> HttpResponse:
    """Say why; then both are shown."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    pair = pair_for(actor, case, other)
    first, second = (side.case.id for side in pair.sides)
    why = _("It is written down before they are shown, in both files, and counts as two names opened.")
    form = forms.ReasonForm(request.POST or None, actor=actor)
    shown = lambda entry: reverse("tracing:see_names", args=[first, second, entry])  # noqa: E731 - said where it is used
    words = (_("Open the names of both"), why, _("Open both"))
    return _act(request, pair, form, actions.open_names, words, done=shown)


@needs("tracing.open_names")
@never_cache
@require_safe
def see_names(request: HttpRequest, case: str, other: str, opening: str) -> HttpResponse:
    """The names of both side by side, for whoever just opened them, and which parts met."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    pair = pair_for(actor, case, other)
    names = names_of_pair(actor, pair, opening=opening)
    shown = [
        (side, identity, country_name(identity.nationality))
        for side, identity in zip(pair.sides, names.identities, strict=True)
    ]
    said = {
        "aliases": any(one.aliases for one in names.identities),
        "years": any(one.birth_year for one in names.identities),
    }
    back = reverse("tracing:see_pair", args=[side.case.id for side in pair.sides])
    return render(
        request,
        "tracing/see_names.html",
        {"sides": shown, "met": names.met, "wanted": names.wanted, "shown": said, "back": back},
    )


@needs("tracing.see_family")
@require_safe
def see_family(request: HttpRequest, case: str) -> HttpResponse:
    """Whom a resident looks for, and whether relatives may be told."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    check_opens(actor, found, IDENTITY)
    note_reading(actor, case=found.id)
    return render(request, "tracing/see_family.html", {"case": found, "family": family_for(found.id)})


def _of_one(
    request: HttpRequest, case: str, form: EntryForm, act: Callable[..., object], words: tuple[str, str | Promise, str]
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    check_opens(actor, found, IDENTITY)
    back = reverse("tracing:see_family", args=[found.id])
    title, why, go = words
    context = {"case": found, "heading": title, "why": why, "go": go, "back": back}
    return written(request, form, partial(act, case=found.id), template="tracing/act.html", context=context, done=back)


@needs("tracing.seek_relative")
@writes
def seek_relative(request: HttpRequest, case: str) -> HttpResponse:
    """Note a relative whom they look for."""
    why = _("Only because they want it. A tracing officer searches; neither side is told before both agreed.")
    form = forms.SeekForm(request.POST or None, actor=request.actor)  # type: ignore[attr-defined]  # set by access
    return _of_one(request, case, form, actions.seek_relative, (_("Look for a relative"), why, _("Look for them")))


@needs("tracing.agree_telling")
@writes
def agree_telling(request: HttpRequest, case: str) -> HttpResponse:
    """Note that they agree."""
    form = forms.AgreeForm(request.POST or None, actor=request.actor)  # type: ignore[attr-defined]  # set by access
    return _of_one(request, case, form, actions.agree_telling, (_("May relatives be told?"), ASKED, _("They agree")))


@needs("tracing.end_telling")
@writes
def end_telling(request: HttpRequest, case: str) -> HttpResponse:
    """Note that they agree no longer."""
    why = _("From now on nobody is told anything. What somebody was told before cannot be taken back.")
    form = forms.AgreeForm(request.POST or None, actor=request.actor)  # type: ignore[attr-defined]  # set by access
    return _of_one(request, case, form, actions.end_telling, (_("Tell relatives no more"), why, _("Tell nobody")))


@needs("tracing.end_search")
@writes
def end_search(request: HttpRequest, case: str, sought: str) -> HttpResponse:
    """Note that they look for somebody no longer."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    check_opens(actor, found, IDENTITY)
    form = forms.AgreeForm(request.POST or None, actor=actor)
    if not (form.sent_entry and is_written(form.sent_entry)):  # sent twice, it leads where it led
        sought_for(found.id, sought)
    act = partial(actions.end_search, sought=sought)
    why = _("Because they do not want it any more.")
    return _of_one(request, case, form, act, (_("Look for them no longer"), why, _("Look no longer")))
