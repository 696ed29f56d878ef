"""What a resident says to courses, and their own plan: read and written by them."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, needs
from onward.cases.rules import language_name
from onward.courses import actions
from onward.courses.forms import GoalForm, OwnAnswerForm, ReaderForm, StopReaderForm
from onward.courses.queries import allowed_people
from onward.courses.rules.words import READ
from onward.courses.views.letters import handed_out
from onward.door.queries import courses_page, door_letter, plan_page
from onward.door.views.entering import at_the_door
from onward.kit.ids import new_id
from onward.ui.writing import written

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@at_the_door
@needs("courses.answer_course")
@GET_POST
def answer_course(request: HttpRequest) -> HttpResponse:
    """What is held here, what one said to it; yes, no, or leave."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    case, answers, letters = courses_page(actor)
    form = OwnAnswerForm(
        request.POST if request.method == "POST" else None,
        actor=actor,
        courses=[(one.course.id, one.course.title) for one in answers],
    )
    # Each course is answered by a form of its own, so that what is sent twice is told from what is said of another.
    shown = [(one, language_name(one.course.language), new_id()) for one in answers]
    return written(
        request,
        form,
        actions.answer_course,
        template="door/answer_course.html",
        context={"case": case, "answers": shown, "letters": letters},
        done=reverse("door:answer_course"),
        message=_("It is noted. You may say otherwise at any time."),
    )


@at_the_door
@needs("courses.fetch_certificate")
@require_safe
def fetch_certificate(request: HttpRequest) -> HttpResponse:
    """One's own certificate as a file, the `n`th of the page; not one with their own name, which others open."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return handed_out(door_letter(actor, request.GET.get("n", "")))


@at_the_door
@needs("courses.write_goal")
@GET_POST
def write_goal(request: HttpRequest) -> HttpResponse:
    """One's own plan: goals in one's own words, steps, what helped; and who may read it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    case, own = plan_page(actor)
    chosen = next((goal for goal in own.goals if goal.id == request.GET.get("goal")), None)
    names = ("words", "steps", "helped", "reached")
    form = GoalForm(
        request.POST if request.method == "POST" else None,
        actor=actor,
        goals=[(goal.id, goal.id) for goal in own.goals],
        initial={"goal": chosen.id, **{name: getattr(chosen, name) for name in names}} if chosen else {},
    )
    return written(
        request,
        form,
        actions.write_goal,
        template="door/write_goal.html",
        context={
            "case": case,
            "own": own,
            "chosen": chosen,
            "words": {str(key): str(said) for key, said in READ.items()},
        },
        done=reverse("door:write_goal"),
        message=_("It is written. Nobody reads it but whom you name."),
    )


@at_the_door
@needs("courses.allow_reading")
@GET_POST
def allow_reading(request: HttpRequest) -> HttpResponse:
    """Let somebody read one's plan, or what was noted of one's talks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    case, _own = plan_page(actor)
    return written(
        request,
        ReaderForm(request.POST if request.method == "POST" else None, actor=actor, people=allowed_people(actor, case)),
        actions.allow_reading,
        template="door/allow_reading.html",
        context={"case": case},
        done=reverse("door:write_goal"),
        message=_("They may read it now. You can stop that at any time."),
    )


@at_the_door
@needs("courses.stop_reading")
@GET_POST
def stop_reading(request: HttpRequest) -> HttpResponse:
    """Let somebody read it no longer."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    _case, own = plan_page(actor)
    readers = [(f"{row.what}.{row.staff}", f"{name} – {READ[row.what]}") for name, row in own.readers]
    return written(
        request,
        StopReaderForm(request.POST if request.method == "POST" else None, actor=actor, readers=readers),
        actions.stop_reading,
        template="door/stop_reading.html",
        context={"readers": readers},
        done=reverse("door:write_goal"),
        message=_("They can read it no longer."),
    )
