"""The one shape that every view that writes has."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _lazy
from django_htmx.http import HttpResponseClientRedirect

from onward.kit.errors import Outdated, RuleBroken
from onward.kit.full import is_full
from onward.ui.forms import EntryForm

Context = Mapping[str, Any]
FULL = _lazy("The disk is full, so this was not saved. What you typed is still here: make room, then send it again.")


def written(
    request: HttpRequest,
    form: EntryForm,
    act: Callable[..., object],
    *,
    template: str,
    context: Context | Callable[[], Context],
    done: str | Callable[[str], str],
    message: str = "",
) -> HttpResponse:
    """Show `form`, or do what it says and go on to `done`.

    `act` is the action, the case and the like already given (`partial(actions.assign_place, case=id)`); it is
    called as `act(request.actor, entry=..., **form.said)`, with `after=...` too where the form was made with a
    version. `context` may be a function: it is then called only if the page is shown. `done` is an address, or a
    function that makes it of the entry's id; `message` is said on the next page.

    GET shows the page (200). What does not hold is shown beside its field with everything typed kept (422), a
    broken rule likewise. Where others wrote meanwhile, the page is shown anew with what they wrote (`changes`) and
    what was typed, and may be sent again (409). Where the disk is full, likewise (507).
    Sent twice, it leads where the first one led.

    An act that writes several entries gives the first of them the id `entry`; the others derive theirs from it.
    """
    if request.method == "POST":
        entry = form.sent_entry
        if entry and _is_written(entry):
            return _go(request, done, entry)
        status, changes = _do(request, form, act)
        if status == 200:
            if message:
                messages.success(request, message)
            return _go(request, done, entry)
    else:
        status, changes = 200, ()
    shown = context() if callable(context) else context
    page = {**shown, "form": form, "changes": changes, "outdated": status == 409}
    return render(request, template, page, status=status)


def _do(request: HttpRequest, form: EntryForm, act: Callable[..., object]) -> tuple[int, Sequence[Any]]:
    if not form.is_valid():
        form.focus_first_error()
        return 422, ()
    guard = {"after": form.cleaned_data["version"]} if form.guarded else {}
    actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    try:
        act(actor, entry=form.cleaned_data["entry"], **guard, **form.said)
    except RuleBroken as broken:
        form.add_error(broken.field if broken.field in form.fields else None, broken.sentence)
        form.focus_first_error()
        return 422, ()
    except Outdated as outdated:
        if outdated.since:
            form.show_as_of(outdated.since[-1])
        return 409, changes_since(outdated, actor)
    except (DatabaseError, OSError) as failed:
        if not is_full(failed):
            raise
        form.add_error(None, FULL)
        return 507, ()
    return 200, ()


def _go(request: HttpRequest, done: str | Callable[[str], str], entry: str) -> HttpResponse:
    address = done(entry) if callable(done) else done
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(address)
    return redirect(address)


# The journal stands above this floor, so settings name the two things that it lends.


def _is_written(entry: str) -> bool:
    path = getattr(settings, "ENTRY_WRITTEN", "")  # (id) -> bool
    return bool(path) and bool(import_string(path)(entry))


def changes_since(outdated: Outdated, actor: Any) -> Sequence[Any]:
    """What others wrote meanwhile and `actor` may know, each with `day`, `who` and `what`, oldest first."""
    path = getattr(settings, "ENTRY_CHANGES", "")  # (ids, actor) -> Sequence of objects with day, who, what
    return tuple(import_string(path)(outdated.since, actor)) if path else ()
