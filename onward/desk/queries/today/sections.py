"""The lists of Today."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.access.queries.grants import to_confirm
from onward.access.rules import Actor, may
from onward.access.rules.names import role_names
from onward.care.queries import question_ids
from onward.cases.queries import bulk_openings_for, case_names, cases_for, challenges_for
from onward.desk.queries.today.shape import SHOWN, Line, Section, owed_line, since_words
from onward.homecoming.queries import exits_for
from onward.kit.dates import local_day, today
from onward.places.queries import sites_for
from onward.shelter.queries import transfers_for, waiting_for_place
from onward.ui.templatetags.look import day_words
from onward.waiting.queries import Owed, escalated_for, matters_for

SOON = 14
"""Days ahead of which a visit is shown."""

CARE = ("need", "assessment", "tracing", "helped", "elsewhere")
"""What members of staff owe somebody's care."""
PASSED = ("referral", "service")
"""What services owe somebody's care."""
WAY = (
    *("step", "transfer", "expected", *CARE, *PASSED, "block", "review", "letter", "screening"),
    *("care", "absence", "move", "incident", "handover"),
)


def mine(actor: Actor) -> Section:
    """What the actor owes, late first."""
    owed = matters_for(actor, mine=True, kinds=WAY, size=SHOWN + 1)
    all_of_it = f"{reverse('waiting:see_matters')}?show=mine"
    lines = [owed_line(one, url=_done_at(actor, one), whose=False) for one in owed[:SHOWN]]
    return _section(_("Yours to do"), lines, _("You owe nobody anything today."), all_of_it, len(owed))


def urgent(actor: Actor) -> Section:
    """Somebody is in danger, missing, or has died and it is not yet confirmed or told."""
    owed = matters_for(actor, kinds=("alarm", "apart", "search", "confirm", "back", "tell"), size=SHOWN + 1)
    lines = [owed_line(one) for one in owed[:SHOWN]]
    return _section(_("Urgent"), lines, "", reverse("waiting:see_matters"), len(owed))


def journeys(actor: Actor) -> Section:
    """Departures being prepared, journeys under way, arrivals to confirm."""
    return _at_steps(actor, _("Departures and journeys"), ("departed", "handed_over", "arrived"))


def visits(actor: Actor) -> Section:
    """Visits after an arrival that fall due soon: nobody lists all that may be owed in half a year."""
    owed = matters_for(actor, kinds=("visit",), size=SHOWN + 1)
    near = [one for one in owed if one.due_on and one.due_on <= today() + timedelta(days=SOON)]
    lines = [owed_line(one) for one in near[:SHOWN]]
    return _section(_("Visits after the arrival"), lines, "", reverse("waiting:see_matters"), len(near))


def _done_at(actor: Actor, owed: Owed) -> str:
    """Where a review of stay is held, and an arrival signed for; nothing for all else, which leads to the file."""
    if owed.kind == "handover":
        return reverse("cases:read_handover", args=[owed.case])
    if owed.kind == "expected":
        return reverse("shelter:transfers")
    if owed.kind != "review" or not may(actor, "oversight.see_review"):
        return ""
    return reverse("oversight:see_review", args=[owed.case])


def questions(actor: Actor) -> Section:
    """Questions that the actor answers."""
    owed = matters_for(actor, mine=True, kinds=("question",), size=SHOWN + 1)
    ids = question_ids([one.id for one in owed])
    lines = [
        owed_line(one, url=reverse("care:answer_question", args=[ids[one.id]]) if one.id in ids else "", whose=False)
        for one in owed[:SHOWN]
    ]
    all_of_it = f"{reverse('waiting:see_matters')}?show=mine"
    return _section(_("Questions to answer"), lines, _("No question waits for your answer."), all_of_it, len(owed))


def unassigned(actor: Actor) -> Section:
    """Residents without a case worker."""
    cases = cases_for(actor, unassigned=True, size=SHOWN + 1)
    lines = [
        Line(case.name, reverse("desk:case", args=[case.id]), note=since_words(case.arrived_on))
        for case in cases[:SHOWN]
    ]
    done = _("Everyone here has a case worker.")
    return _section(_("Without a case worker"), lines, done, reverse("desk:residents"), len(cases))


def unhoused(actor: Actor) -> Section:
    """Who has no place yet, families together."""
    lines = []
    for site in sites_for(actor):
        for party in waiting_for_place(actor, site.id):
            names = ", ".join(person.name for person in party.people)
            url = reverse("shelter:assign_place", args=[party.first.id])
            tone = "late" if party.since < today() else "wait"
            lines.append(Line(names, url, tag=since_words(party.since), tone=tone))
    return _section(
        _("Not yet housed"), lines[:SHOWN], _("Everyone here has a place."), reverse("shelter:boards"), len(lines)
    )


def road_to_us(actor: Actor) -> Section:
    """Who has been sent to the actor's sites and was not signed for yet."""
    return _road(actor, _("On the road to us"), _("Nobody is on the road to us."), to_us=True)


def road_from_us(actor: Actor) -> Section:
    """Who was sent from the actor's sites and was not signed for yet."""
    return _road(actor, _("On the road"), _("Nobody is on the road."), to_us=False)


def _road(actor: Actor, title: str, none: str, *, to_us: bool) -> Section:
    under_way, _ended = transfers_for(actor)
    groups = [group for group in under_way if (group.to_me if to_us else group.from_me)]
    lines = []
    for group in groups[:SHOWN]:
        names = ", ".join(person.name for person in group.under_way)
        url = reverse("shelter:receive_transfer", args=[group.id]) if to_us else reverse("shelter:transfers")
        where = _("from %(site)s") % {"site": group.from_site} if to_us else _("to %(site)s") % {"site": group.to_site}
        lines.append(Line(names, url, note=where, tag=group.since, tone="late" if group.late else "wait"))
    return _section(title, lines, none, reverse("shelter:transfers"), len(groups))


def needs(actor: Actor) -> Section:
    """Needs that nobody has met yet."""
    owed = matters_for(actor, kinds=("need",), size=SHOWN + 1)
    lines = [owed_line(one) for one in owed[:SHOWN]]
    all_of_it = reverse("waiting:see_matters")
    return _section(_("Needs"), lines, _("No need is open."), all_of_it, len(owed))


def of_care(actor: Actor) -> Section:
    """What is owed to people's care in the compartments that the actor opens, in whosever hands it is."""
    return _cared(actor, _("Needs and assessments"), _("No need is open."), CARE)


def passed_on(actor: Actor) -> Section:
    """What services owe: an answer, or help that they promised."""
    return _cared(actor, _("Passed on, and not done yet"), _("No service owes an answer or help."), PASSED)


def _cared(actor: Actor, title: str, none: str, kinds: tuple[str, ...]) -> Section:
    owed = matters_for(actor, kinds=kinds, size=SHOWN + 1)
    lines = [owed_line(one, url=_care(actor, one)) for one in owed[:SHOWN]]
    return _section(title, lines, none, reverse("waiting:see_matters"), len(owed))


def _care(actor: Actor, owed: Owed) -> str:
    return reverse("care:see_care", args=[owed.case]) if may(actor, "care.see_care") else ""


def still_here(actor: Actor) -> Section:
    """Who is at the checkpoint now."""
    cases = cases_for(actor, size=SHOWN + 1)
    lines = [
        Line(case.name, reverse("desk:case", args=[case.id]), note=since_words(case.arrived_on))
        for case in cases[:SHOWN]
    ]
    return _section(_("Here now"), lines, _("Nobody is here now."), reverse("desk:residents"), len(cases))


def exits(actor: Actor) -> Section:
    """Exits that wait for a decision; the officer sees the case name and the day."""
    asked = exits_for(actor)
    names = case_names(one.stream for one in asked[:SHOWN])
    lines = [
        Line(names.get(one.stream, ""), reverse("homecoming:exits"), note=since_words(one.asked_on))
        for one in asked[:SHOWN]
    ]
    none = _("No exit waits for your decision.")
    return _section(_("Exits asked of you"), lines, none, reverse("homecoming:exits"), len(asked))


def challenges(actor: Actor) -> Section:
    """Challenges that wait for an answer; the officer sees the case name and the day."""
    waiting = challenges_for(actor)
    names = case_names(one.stream for one in waiting[:SHOWN])
    lines = [
        Line(
            names.get(one.stream, ""),
            reverse("cases:answer_challenge", args=[one.stream]),
            note=since_words(one.challenged_on),
            due_on=one.due_on,
        )
        for one in waiting[:SHOWN]
    ]
    none = _("No challenge waits for your answer.")
    return _section(_("Challenges to your orders"), lines, none, reverse("cases:challenges"), len(waiting))


def late(actor: Actor) -> Section:
    """What is past its norm, the longest first."""
    owed = matters_for(actor, late=True, size=SHOWN + 1)
    lines = [owed_line(one) for one in owed[:SHOWN]]
    return _section(_("Late"), lines, _("Nothing is late."), reverse("waiting:see_matters"), len(owed))


def escalated(actor: Actor) -> Section:
    """What the actor was told of because it is late, in whosever hands it is."""
    owed = escalated_for(actor, size=SHOWN + 1)
    lines = [owed_line(one) for one in owed[:SHOWN]]
    all_of_it = f"{reverse('waiting:see_matters')}?show=escalated"
    return _section(_("Told to you because it is late"), lines, _("Nothing."), all_of_it, len(owed))


def opened(actor: Actor) -> Section:
    """Who opened many names, or would have opened more than one person may."""
    url = reverse("cases:see_openings")
    lines = [
        Line(
            one.by,
            url,
            ngettext("%(count)d name opened", "%(count)d names opened", one.opened) % {"count": one.opened},
            note=_("more was refused") if one.refused else "",
            tag=day_words(one.day),
            tone="late" if one.refused else "wait",
        )
        for one in bulk_openings_for(actor)
    ]
    return _section(_("Many names opened"), lines[:SHOWN], "", url, len(lines))


def grants(actor: Actor) -> Section:
    """What others asked for members of staff, and the actor agrees to or not."""
    asked = to_confirm(actor)
    lines = [
        Line(
            one.about.said.get("name") or one.member.name,
            reverse("access:see_staff_member", args=[one.member.id]),
            " · ".join(role_names(one.about.said.get("roles", ()))) or _("A new password"),
            note=_("asked by %(name)s") % {"name": one.by},
            due_on=local_day(one.until),
        )
        for one in asked[:SHOWN]
    ]
    return _section(_("Roles to agree to"), lines, "", reverse("access:see_grants"), len(asked))


def nobodys(actor: Actor) -> Section:
    """What nobody holds: these days are unexplained."""
    owed = matters_for(actor, nobodys=True, kinds=("step", "transfer", "block"), size=SHOWN + 1)
    lines = [owed_line(one) for one in owed[:SHOWN]]
    none = _("Every step has a named person.")
    return _section(_("Held by nobody: unexplained"), lines, none, reverse("desk:unexplained"), len(owed))


def of_liaison(actor: Actor) -> list[Section]:
    """Residents at the steps that ask of the world outside, one list a step."""
    at = (
        (_("Contacts to check"), ("contact_checked",)),
        (_("Nationality to ask"), ("nationality_asked",)),
        (_("Answers waited for"), ("nationality_confirmed",)),
        (_("Papers"), ("papers",)),
        (_("Departures"), ("departed", "handed_over", "arrived")),
    )
    return [*(_at_steps(actor, title, steps) for title, steps in at), visits(actor)]


def _at_steps(actor: Actor, title: str, steps: tuple[str, ...]) -> Section:
    owed = matters_for(actor, kinds=("step",), whats=steps, size=SHOWN + 1)
    lines = [owed_line(one) for one in owed[:SHOWN]]
    return _section(title, lines, "", reverse("desk:residents"), len(owed))


def _section(title: str, lines: list[Line], empty: str, more: str, found: int) -> Section:
    return Section(title, lines, empty, more if found > SHOWN else "", _("All of them"))
