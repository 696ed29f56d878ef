"""What a resident reads and writes."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, needs
from onward.care import actions
from onward.cases import actions as cases
from onward.cases.queries import case_for
from onward.door.forms import ChallengeForm, QuestionForm, TakeBackChallengeForm, TakeBackConsentForm, TakeBackWishForm
from onward.door.queries import consents_of, liberty_page, questions_page, way_page, wish_of
from onward.door.views.entering import at_the_door
from onward.homecoming import actions as homecoming
from onward.shelter import actions as shelter
from onward.shelter.forms import MoveForm
from onward.shelter.queries import moves_of, open_move
from onward.ui.writing import written


@at_the_door
@needs("door.see_way")
@require_safe
def see_way(request: HttpRequest) -> HttpResponse:
    """The way until today: what is waited for, whose each day was, what is written and who was told."""
    return render(request, "door/see_way.html", {"page": way_page(request.actor)})  # type: ignore[attr-defined]  # set by access


@at_the_door
@needs("care.ask_question")
@require_http_methods(["GET", "HEAD", "POST"])
def ask_question(request: HttpRequest) -> HttpResponse:
    """Ask, and read what was answered."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return written(
        request,
        QuestionForm(request.POST if request.method == "POST" else None, actor=actor),
        partial(actions.ask_question, case=actor.id),
        template="door/ask_question.html",
        context=lambda: {"page": questions_page(actor)},
        done=reverse("door:ask_question"),
        message=_("Your question was sent. The answer will stand here."),
    )


@at_the_door
@needs("shelter.ask_move")
@require_http_methods(["GET", "HEAD", "POST"])
def ask_move(request: HttpRequest) -> HttpResponse:
    """Ask to live elsewhere, and read what was answered."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    case = case_for(actor, actor.id)
    return written(
        request,
        MoveForm(request.POST if request.method == "POST" else None, actor=actor),
        partial(shelter.ask_move, case=actor.id),
        template="door/ask_move.html",
        context=lambda: {
            "case": case,
            "moves": moves_of(actor, actor.id),
            "open": open_move(actor.id) is not None,
        },
        done=reverse("door:ask_move"),
        message=_("You have asked. The answer will stand here."),
    )


@at_the_door
@needs("cases.challenge_liberty")
@require_http_methods(["GET", "HEAD", "POST"])
def challenge_liberty(request: HttpRequest) -> HttpResponse:
    """Challenge the order under which one may not leave."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    case, liberty = liberty_page(actor)
    return written(
        request,
        ChallengeForm(request.POST if request.method == "POST" else None, actor=actor),
        partial(cases.challenge_liberty, case=actor.id),
        template="door/challenge_liberty.html",
        context={"case": case, "liberty": liberty},
        done=reverse("door:see_way"),
        message=_("You have challenged the order. An answer is owed to you; it will stand on this page."),
    )


@at_the_door
@needs("cases.take_back_challenge")
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_challenge(request: HttpRequest) -> HttpResponse:
    """Take back one's challenge of the order."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return written(
        request,
        TakeBackChallengeForm(request.POST if request.method == "POST" else None, actor=actor),
        cases.take_back_challenge,
        template="door/take_back_challenge.html",
        context=lambda: {"challenge": liberty_page(actor)[1].open_challenge},
        done=reverse("door:see_way"),
        message=_("You took your challenge back. You may challenge the order again at any time."),
    )


@at_the_door
@needs("homecoming.take_back_wish")
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_wish(request: HttpRequest) -> HttpResponse:
    """Take one's wish back."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return written(
        request,
        TakeBackWishForm(request.POST if request.method == "POST" else None, actor=actor),
        homecoming.take_back_wish,
        template="door/take_back_wish.html",
        context=lambda: {"wish": wish_of(actor)},
        done=reverse("door:see_way"),
        message=_("You took your wish back. Nothing that leads away happens because of it now."),
    )


@at_the_door
@needs("homecoming.take_back_consent")
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_consent(request: HttpRequest) -> HttpResponse:
    """Take back that somebody may be told."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    consents = consents_of(actor)
    return written(
        request,
        TakeBackConsentForm(request.POST if request.method == "POST" else None, actor=actor, consents=consents),
        homecoming.take_back_consent,
        template="door/take_back_consent.html",
        context={"consents": consents},
        done=reverse("door:see_way"),
        message=_("You took it back. From now on nothing more about you goes there."),
    )
