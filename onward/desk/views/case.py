"""A resident's file."""

from functools import cache, lru_cache
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from onward.access.actions import note_reading
from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_for
from onward.cases.rules import MAY_LEAVE, UNDER_AGE, language_name
from onward.desk.queries.file import File, file_for
from onward.desk.rules import BY_TWO, MENU, RECORD_STEP, Act, allowed, next_act
from onward.homecoming.queries import acts_for
from onward.homecoming.rules.endings import ENDINGS
from onward.homecoming.rules.words import WISHES, in_words
from onward.journal.compartments import CHILD, LEGAL

ANY_CASE = "0" * 32


class Button(NamedTuple):
    """Words and where they lead."""

    words: str | Promise
    url: str


@needs("cases.see_case")
@require_safe
def case(request: HttpRequest, case: str) -> HttpResponse:
    """The file of one resident; that it was opened is noted, once a person and day."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    note_reading(actor, case=found.id)
    file = file_for(actor, found)
    act = _next(actor, file)
    context = {
        "file": file,
        "case": found,
        "account": file.days,
        "way": file.way,
        "rest": file.rest,
        "sentences": file.way.explanation.staff,
        "speaks": language_name(found.language),
        "wish": in_words(file.wish, WISHES),
        "may_leave": MAY_LEAVE.get(found.liberty_may_leave, MAY_LEAVE["not_said"]),
        "next": _button(act, file) if act else None,
        "acts": _menu(actor, file, act),
        "holding": _holding(actor, file),
        "may": _may(actor, file),
        "ended": in_words(found.ended_how, ENDINGS),
    }
    return render(request, "desk/case.html", context)


def _next(actor: Actor, file: File) -> Act | None:
    """The next act, unless it waits for another person than the reader: a check is made by two."""
    act = None if file.case.ended_on else next_act(actor, file.step)
    if act is not None and file.step in BY_TWO:
        acts = acts_for(actor, file.case)
        if act.to not in [one.url_name for one in (acts.next, *acts.others) if one]:
            return None
    # A step of another office is not the reader's to finish: the button would lead to a page that says so.
    return None if act is RECORD_STEP and not file.records else act


def _button(act: Act, file: File) -> Button:
    return Button(act.words, _address(act.to).replace(ANY_CASE, file.case.id))


@cache
def _address(name: str) -> str:
    # A file has a dozen such links, and to build each anew takes as long as a question to the database.
    return reverse(name, args=[ANY_CASE])


def _menu(actor: Actor, file: File, taken: Act | None) -> SafeString:
    ended = file.case.ended_on is not None
    every = (act for _heading, acts in MENU for act in acts)
    may_do = allowed(actor, every, reached=file.reached, ended=ended, of_host=file.knows.of_host)
    shown = frozenset(act.to for act in may_do if act is not taken)
    shown -= _sealed(file) if file.records else _sealed(file) | {RECORD_STEP.to}
    return mark_safe(_drawn(get_language() or "", shown).replace(ANY_CASE, file.case.id))  # noqa: S308 - a template


def _sealed(file: File) -> frozenset[str]:
    """Pages of a closed compartment that the reader would not find, and what is for children alone."""
    opens = file.knows.opens
    child = CHILD in opens and file.case.age in UNDER_AGE
    return frozenset({"shelter:see_apart"} if LEGAL not in opens else ()) | (
        {"shelter:arrange_care"} if not child else set()
    )


@lru_cache(500)
def _drawn(_language: str, shown: frozenset[str]) -> str:
    """The menu of any resident: a score of links, the same for all who stand at one step."""
    groups = [(heading, [act for act in acts if act.to in shown]) for heading, acts in MENU]
    menu = [(heading, [Button(act.words, _address(act.to)) for act in acts]) for heading, acts in groups if acts]
    return render_to_string("desk/case_menu.html", {"menu": menu}) if menu else ""


def _holding(actor: Actor, file: File) -> list[Button]:
    """What may be said of the present step besides doing it."""
    acts = (
        Act(_("Say what holds this up"), "waiting:declare_block"),
        Act(_("Put into other hands"), "waiting:hand_matter"),
        *((Act(_("Say why it is late"), "waiting:explain_overrun"),) if file.explains else ()),
    )
    if not file.matter or file.case.ended_on:
        return []
    here = [file.case.id, file.matter]
    return [Button(act.words, reverse(act.to, args=here)) for act in acts if may(actor, act.permission)]


def _may(actor: Actor, file: File) -> dict[str, Any]:
    """What stands beside the thing it is about: each a permission, by its verb."""
    verbs = {
        "open_identity": "cases.open_identity",
        "hand_matter": "waiting.hand_matter",
        "meet_need": "care.meet_need",
        "see_care": "care.see_care",
        "answer_question": "care.answer_question",
        "see_transfers": "shelter.see_transfers",
        "read_handover": "cases.read_handover",
        "end_absence": "shelter.end_absence",
        "answer_move": "shelter.answer_move",
        "lift_block": "waiting.lift_block",
        "explain_overrun": "waiting.explain_overrun",
        "see_way": "homecoming.see_way",
        "hear_challenge": "cases.hear_challenge",
        "end_screening": "cases.end_screening",
        "see_review": "oversight.see_review",
        "see_keeping": "erasure.see_keeping",
        "see_emergencies": "emergency.see_openings",
        "record_visit": "homecoming.record_visit",
        "settle_concern": "homecoming.settle_concern",
        "confirm_turned_back": "homecoming.confirm_turned_back",
    }
    here = file.case.ended_on is None
    always = ("open_identity", "see_way", "see_review", "see_keeping", "record_visit", "settle_concern")
    return {verb: (here or verb in always) and may(actor, permission) for verb, permission in verbs.items()}
