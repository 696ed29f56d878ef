"""The lists of Today that are about one's own people: whom nothing happened to, what one wants to be reminded of."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.access.queries import staff_names
from onward.access.rules import Actor
from onward.cases.queries import quiet_for, reminders_for
from onward.desk.queries.today.shape import SHOWN, Line, Section, since_words
from onward.kit.dates import today
from onward.shelter.queries.diary import promises_owed


def reminders(actor: Actor) -> Section:
    """What the actor wants to be reminded of today, and what they have not done since."""
    due = reminders_for(actor, until=today())
    lines = [
        Line(one.name, reverse("cases:change_reminder", args=[one.id]), one.words, due_on=one.on) for one in due[:SHOWN]
    ]
    more = reverse("cases:see_reminders") if len(due) > SHOWN else ""
    return Section(_("Reminders"), lines, "", more, _("All of them"))


def promised(actor: Actor) -> Section:
    """What the actor promised a residents' committee; to coordinate, what others did not keep in time as well."""
    owed = promises_owed(actor, size=SHOWN)
    lines = [
        Line(
            site,
            reverse("shelter:answer_promise", args=[one.id]),
            one.words,
            note="" if one.holder == actor.id else one.holder_name,
            due_on=one.due_on,
        )
        for one, site in owed[:SHOWN]
    ]
    return Section(_("Promised to the residents' committee"), lines, "")


def quiet(actor: Actor) -> Section:
    """Those of whom nothing was written for long."""
    cases = quiet_for(actor, size=SHOWN + 1)
    days = settings.CASES.quiet
    names = staff_names(case.case_worker for case in cases)
    lines = [
        Line(
            case.name,
            reverse("desk:case", args=[case.id]),
            note="" if case.case_worker == actor.id else names.get(case.case_worker, _("no case worker")),
            tag=since_words(case.last_done_on),
            tone="wait",
        )
        for case in cases[:SHOWN]
    ]
    title = ngettext("Nothing happened for %(count)d day", "Nothing happened for %(count)d days", days)
    more = reverse("desk:see_caseload") if len(cases) > SHOWN else ""
    return Section(title % {"count": days}, lines, "", more, _("All of them"))
