"""What is said in a compartment leaves no trace for those who may not know of it: not a word, a number, a byte."""

import re

import pytest
from django.urls import reverse
from msgspec.structs import replace

from onward.access.actions import add_staff
from onward.access.queries import actor_from, staff_for
from onward.access.rules.compartments import offices_that_open
from onward.access.rules.grants import HEALTH_WORKER
from onward.care.actions import meet_need
from onward.cases.events import CompanionNoted, Holder, Opens
from onward.cases.queries import case_for, history_for
from onward.homecoming.tests.story import Story
from onward.journal import reading
from onward.journal.events import Withdrawn
from onward.kit.dates import today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.reception.actions import record_arrival
from onward.reception.rules import Person
from onward.waiting.actions import hand_matter, run_clocks
from onward.waiting.queries import escalated_for, last_run, matters_of, office_words, told_of
from onward.waiting.rules import CLOCK
from tests.cast import FOUNDER, PASSWORD, client_for, resident
from tests.residents import arrive

LISTS = (
    "desk:today",
    "desk:residents",
    "desk:unexplained",
    "waiting:see_matters",
    "waiting:see_clocks",
    "reception:see_arrivals",
    "reports:see_waits",
    "reports:see_account",
    "shelter:boards",
)
NEVER_THE_SAME = re.compile(r'name="(?:csrfmiddlewaretoken|entry)"[^>]*>|nonce="[^"]*"|[0-9a-f]{32}-csrf')
HIDDEN = ("Hurt", "In distress", "Child alone")


@pytest.fixture
def case(programme, cast):
    return arrive(programme, cast.east, case_name="Quiet Cedar", custody=cast.group)


def pages(actor, case) -> dict[str, str]:
    client, found = client_for(actor), {}
    paths = [reverse(name) for name in LISTS] + [
        reverse("waiting:see_matters") + "?show=late",
        *(reverse(name, args=[case]) for name in ("desk:case", "cases:see_history", "care:note_question")),
    ]
    for path in paths:
        answer = client.get(path)
        if answer.status_code == 200:
            found[path] = NEVER_THE_SAME.sub("", answer.content.decode())
    return found


def say_apart(programme, case, within, office):
    """An urgent matter that is late, held by somebody of that office, with what is said of it."""
    owed = Opens(id=new_id(), kind="need", what="hurt", holder=Holder(office=office), norm=-3, compartment=within)
    return programme.say(CompanionNoted(other=new_id(), why="Canary", opens=(owed,)), stream=case, within=within)


@pytest.mark.parametrize("within", ["gbv", "account", "complaint"])
def test_nobody_else_sees_that_anything_was_said_there(programme, cast, case, within):
    knows = {"gbv": {"pelin"}, "account": {"sami", "hala", "yara"}, "complaint": {"nadia"}}[within]
    others = [cast.rosa, cast.salma, cast.sami, cast.hala, cast.cora, cast.vera, cast.nadia, cast.lina, cast.lucie]
    others = [actor for actor in others if actor.name.lower() not in knows]
    for _twice in range(2):  # who read the file stands on the file
        before = {actor.name: pages(actor, case) for actor in (*others, resident(case))}
    say_apart(programme, case, within, "protection_officer")
    run_clocks(CLOCK, pause=lambda _seconds: None)
    clocks = reverse("waiting:see_clocks")
    for actor in (*others, resident(case)):
        after = pages(actor, case)
        after.pop(clocks, None), before[actor.name].pop(clocks, None)  # a run was done: that is what it says
        assert after == before[actor.name], actor.name
    programme.check_rebuild()


def test_the_hosts_staff_see_no_trace_of_health_and_others_only_that_something_is_owed(programme, cast, case):
    own_doctor = replace(cast.hala, organisation=cast.group)
    for _twice in range(2):
        before = {actor.name: pages(actor, case) for actor in (cast.salma, cast.rosa)}
    say_apart(programme, case, "health", "health_worker")
    assert {actor.name: pages(actor, case) for actor in (cast.salma, cast.rosa)} == before
    told = pages(cast.cora, case)
    assert "A need; health staff hold it" in told[reverse("desk:case", args=[case])]
    assert "Hurt" not in "".join(told.values())
    assert "Canary" not in "".join(told.values())
    assert "Hurt" in pages(cast.hala, case)[reverse("desk:case", args=[case])]
    assert [one.kind for one in history_for(cast.hala, case_for(cast.hala, case))][-1] == "cases.companion_noted"
    assert len(history_for(own_doctor, case_for(cast.hala, case))) == 1


@pytest.mark.parametrize("role", ["case_worker", "liaison"])
def test_no_list_and_no_page_shows_people_of_the_host_what_was_asked_of_whom(programme, cast, role):
    """Whatever role the host gave its own people, through any list or by any address of the way onward."""
    story = Story(programme, cast).until("ask")
    letters = reverse("homecoming:see_letters")
    assert "Quiet Cedar" in client_for(cast.staff[role]).get(letters).content.decode()
    theirs = add_staff(
        FOUNDER, name="Theirs", roles=[role], sites=[cast.east], organisation=cast.group, password=PASSWORD
    )
    client = client_for(actor_from(staff_for(FOUNDER, theirs.staff)))
    assert "Quiet Cedar" not in client.get(letters).content.decode()
    assert "Quiet Cedar" not in client.get(reverse("homecoming:see_kept_papers")).content.decode()
    assert client.get(reverse("homecoming:way", args=[story.case])).status_code == 404
    assert "onsulate" not in client.get(reverse("cases:see_history", args=[story.case])).content.decode()


def test_what_is_needed_of_health_or_child_protection_is_said_to_them_alone(programme, cast):
    person = Person(needs=("hurt", "distress", "hungry"), age="child", with_whom="alone")
    hala = replace(cast.hala, everywhere=True)
    (case,) = record_arrival(cast.rosa, site=cast.checkpoint, language="fr", people=[person])
    salma = replace(cast.salma, sites=frozenset({cast.checkpoint}))
    for actor in (cast.cora, cast.vera):
        shown = "".join(pages(actor, case).values())
        assert "Hungry" in shown
        assert [word for word in HIDDEN if word in shown] == []
    assert all("hurt" not in str(entry.event) for entry in reading.history(case))
    hurt = next(one for one in matters_of(case) if one.what == "hurt")
    assert hurt.compartment == "health"
    with pytest.raises(NotFound):
        meet_need(salma, case=case, need=hurt.id, entry=new_id())
    version = reading.version(case)
    meet_need(hala, case=case, need=hurt.id, note="Bandaged", entry=new_id())
    assert reading.version(case) == version
    assert next(one for one in matters_of(case) if one.id == hurt.id).closed_on
    assert all("andaged" not in str(entry.event) for entry in reading.history(case))


def test_whoever_noted_a_need_at_arrival_knows_it_and_can_say_that_it_was_met(programme, cast):
    """At a checkpoint there is no health worker: who saw that somebody is hurt sees to them, on their file alone."""
    (case,) = record_arrival(cast.rosa, site=cast.checkpoint, language="fr", people=[Person(needs=("hurt",))])
    file = reverse("desk:case", args=[case])
    shown = pages(cast.rosa, case)
    assert "Hurt" in shown.pop(file)
    assert [path for path, words in shown.items() if "Hurt" in words or "health staff" in words] == []
    hurt = next(one for one in matters_of(case) if one.what == "hurt")
    meet_need(cast.rosa, case=case, need=hurt.id, note="Bandaged", entry=new_id())
    assert next(one for one in matters_of(case) if one.id == hurt.id).closed_on
    assert all("andaged" not in str(entry.event) for entry in reading.history(case))
    assert "Hurt" not in pages(cast.rosa, case)[file]
    programme.check_rebuild()


def test_what_is_owed_in_a_compartment_is_handed_only_to_those_who_open_it(programme, cast, case):
    say_apart(programme, case, "health", "health_worker")
    (need,) = [one.id for one in matters_of(case) if one.compartment == "health"]
    with pytest.raises(NotFound):
        hand_matter(cast.sami, case=case, matter=need, staff=cast.sami.id, on=today())
    for staff in (cast.sami.id, ""):
        with pytest.raises(RuleBroken):
            hand_matter(cast.hala, case=case, matter=need, staff=staff, body="" if staff else "A ward", on=today())
    hand_matter(cast.hala, case=case, matter=need, staff=cast.hala.id, on=today())
    assert next(one for one in matters_of(case) if one.id == need).holder_name == "Hala"
    assert reading.history(case)[-1].event is None


def test_a_page_that_was_open_is_not_out_of_date_because_of_it(programme, cast, case):
    before = reading.version(case)
    say_apart(programme, case, "gbv", "protection_officer")
    assert reading.version(case) == before
    programme.say(CompanionNoted(other=new_id()), stream=case, after=before)


def test_what_is_taken_back_is_taken_back_in_its_own_compartment(programme, case):
    said = say_apart(programme, case, "gbv", "protection_officer")
    for within in ("", "health"):
        with pytest.raises(NotFound):
            programme.say(Withdrawn(), stream=case, corrects=said.id, within=within)
    programme.say(Withdrawn(), stream=case, corrects=said.id, within="gbv")
    assert not [one for one in matters_of(case) if one.compartment == "gbv"]


COLLEAGUES = {"gbv": "protection_officer", "account": "tracing_officer", "complaint": "oversight"}


@pytest.mark.parametrize("within", COLLEAGUES)
def test_what_is_late_where_nothing_may_be_known_is_told_to_those_who_open_it_alone(programme, cast, case, within):
    """Rung by rung to a colleague of the same work, never to the host's own; the run's own count says nothing."""
    office = COLLEAGUES[within]
    added = {
        of: add_staff(FOUNDER, name=of, roles=[office], sites=[cast.east], organisation=of_whom, password=PASSWORD)
        for of, of_whom in (("Theirs", cast.group), ("Second", cast.bench), ("Third", cast.relief))
    }
    theirs, second, third = (actor_from(staff_for(FOUNDER, one.staff)) for one in added.values())
    holder = Holder(kind="staff", id=second.id, name="Second", office=office)
    own = Opens(id=new_id(), kind="need", what="hurt", holder=holder, norm=-30, compartment=within)
    programme.say(CompanionNoted(other=new_id(), opens=(own,)), stream=case, within=within)
    run_clocks(CLOCK, pause=lambda _seconds: None)
    assert last_run().escalated == 0
    (told,) = escalated_for(third)
    assert (told.id, told.title, told.told) == (own.id, "Hurt", office_words(office))
    for actor in (theirs, second, cast.cora, cast.salma, *([] if within == "complaint" else [cast.nadia])):
        assert escalated_for(actor) == []
    named = {row.office for row in told_of(case)}
    assert named <= offices_that_open(within)
    assert "Told to you because it is late" in client_for(third).get(reverse("desk:today")).content.decode()
    run_clocks(CLOCK, pause=lambda _seconds: None)
    assert [one.id for one in escalated_for(third)] == [own.id]
    programme.check_rebuild()


def test_no_count_of_what_a_colleague_owes_tells_of_what_is_closed(programme, cast, case):
    holder = Holder(kind="staff", id=cast.pelin.id, name="Pelin", office="protection_officer")
    owed = Opens(id=new_id(), kind="need", what="hurt", holder=holder, norm=1, compartment="gbv")
    asked = [
        (cast.cora, "waiting:release_matters"),
        (cast.adam, "waiting:release_matters"),
        (cast.adam, "desk:end_staff"),
    ]
    paths = [(client_for(actor), reverse(name, args=[cast.pelin.id])) for actor, name in asked]
    before = [NEVER_THE_SAME.sub("", client.get(path).content.decode()) for client, path in paths]
    programme.say(CompanionNoted(other=new_id(), opens=(owed,)), stream=case, within="gbv")
    assert [NEVER_THE_SAME.sub("", client.get(path).content.decode()) for client, path in paths] == before


def test_where_no_colleague_is_nobody_else_is_told(programme, cast, case):
    said = say_apart(programme, case, "gbv", "protection_officer")
    run_clocks(CLOCK, pause=lambda _seconds: None)
    assert [one.id for one in escalated_for(cast.pelin)] == [said.event.opens[0].id]  # nobody held it: she is told
    assert {row.to for row in told_of(case)} == {cast.pelin.id}


@pytest.mark.parametrize("within", ["legal", "health", "child"])
def test_of_what_others_may_know_to_be_owed_nobody_of_the_host_is_told_that_it_is_late(programme, cast, case, within):
    added = add_staff(
        FOUNDER, name="Theirs", roles=["coordinator"], sites=[cast.east], organisation=cast.group, password=PASSWORD
    )
    theirs = actor_from(staff_for(FOUNDER, added.staff))
    owed = Opens(id=new_id(), kind="need", what="hurt", holder=Holder(office="lawyer"), norm=-8, compartment=within)
    programme.say(CompanionNoted(other=new_id(), opens=(owed,)), stream=case, within=within)
    run_clocks(CLOCK, pause=lambda _seconds: None)
    assert [one.id for one in escalated_for(cast.cora)] == [owed.id]
    assert escalated_for(theirs) == []
    assert last_run().escalated == 0


def test_what_is_late_in_a_compartment_is_told_to_the_coordinator_and_not_to_the_site(programme, cast, case):
    say_apart(programme, case, "health", HEALTH_WORKER)
    run_clocks(CLOCK, pause=lambda _seconds: None)
    assert [one.title for one in escalated_for(cast.cora)] == ["A need; health staff hold it"]
    assert escalated_for(cast.salma) == []
