"""One object of every kind at Azaz East, and for every role somebody whose work lies elsewhere."""

from datetime import time, timedelta

import msgspec

from onward.access.actions import add_staff
from onward.access.queries import actor_from, staff_for
from onward.access.rules import Actor
from onward.access.rules.grants import CASE, CUSTODY, OVERSIGHT, STAFF_ROLES
from onward.care.actions import ask_question, offer_service, send_referral
from onward.cases.actions import (
    begin_screening,
    challenge_liberty,
    issue_card,
    note_identity,
    note_reminder,
    open_identity,
    print_sheets,
)
from onward.cases.events import CompanionNoted, Holder, Opens
from onward.courses.actions import answer_course, give_certificate, plan_sessions, start_course, take_attendance
from onward.courses.queries import course_for, sessions_of
from onward.desk.actions import hand_over_cases
from onward.emergency.actions import ask_opening, confirm_opening, open_file
from onward.erasure.actions import ask_erasure
from onward.homecoming.actions import record_papers
from onward.homecoming.tests.convoys import Journey
from onward.homecoming.tests.story import Story
from onward.journal.reading import history
from onward.kit.dates import now, today
from onward.kit.ids import derived_id, new_id
from onward.oversight.actions import decide_review, hold_review, open_reviews
from onward.places.actions import add_organisation
from onward.places.queries import places_for
from onward.reception.actions import record_arrival
from onward.relief.actions import add_thing, serve_thing
from onward.shelter.actions import (
    hold_places,
    keep_apart,
    note_absences,
    note_move,
    record_incident,
    send_transfer,
    take_roster,
)
from onward.shelter.actions.diary import note_meeting, open_feed, plan_occasion
from onward.shelter.rules.diary import Asked
from onward.tracing.actions import open_names, seek_relative
from onward.tracing.events import SamePersonProposed
from onward.tracing.queries import score
from onward.waiting.actions import declare_block
from onward.waiting.queries import matters_of
from onward.waiting.rules import CLOCK
from tests.cast import FOUNDER, PASSWORD, Cast, resident
from tests.housing import arrive
from tests.programme import Programme

NAMES = ("Quiet Cedar", "Clear River", "Far Meadow", "Stone Bridge")
REAL = "Zenobia Mirkovic"
ALIKE = "Zenobia Yuldasheva Mirkovic"
ABOUT_THE_FILE = ("review", "emergency", "emergency_review")


class World(msgspec.Struct, frozen=True):
    """`objects`: the word that addresses use -> ids of such things at Azaz East, or on the way there."""

    objects: dict[str, tuple[str, ...]]
    strangers: dict[str, Actor]

    @property
    def ids(self) -> set[str]:
        return {one for ids in self.objects.values() for one in ids}


def made(programme: Programme, cast: Cast) -> World:
    """The story until every kind of thing is there."""
    at = now() - timedelta(days=9)
    quiet = arrive(programme, cast, NAMES[0], site=cast.east, happened_at=at)
    card = issue_card(cast.salma, case=quiet)
    note_identity(cast.sami, case=quiet, names=[REAL])
    opening = open_identity(cast.sami, case=quiet, reason="To write to a lawyer.")
    owed = _owed(programme, cast, quiet)
    held = Story(programme, cast, NAMES[1]).until("wish")
    step = next(one.id for one in matters_of(held.case) if one.kind == "step" and one.closed_on is None)
    declare_block(cast.sami, case=held.case, matter=step, what="no_interpreter", on=today())
    leaving = Story(programme, cast, NAMES[2]).until("go")
    convoy = Journey(programme, cast).id
    ask_erasure(cast.sami, case=quiet, ground="own_request", entry=new_id())
    asked, look = emergency(cast, quiet)
    _reviewed(cast, held.case)
    arrival = new_id()
    record_arrival(cast.rosa, site=cast.checkpoint, language="fr", entry=arrival)
    sent, group = arrive(programme, cast, NAMES[3], happened_at=now() - timedelta(days=2)), new_id()
    send_transfer(cast.rosa, people=[sent], to_site=cast.east, entry=group)
    objects = {
        **_worked_on(cast, quiet),
        "case": (quiet, held.case, leaving.case),
        "convoy": (convoy,),
        "wrong": tuple(entry.id for entry in history(held.case)[-2:]),
        **_traced(programme, cast, quiet, held.case, opening),
        **_housed(cast, quiet, here=(held.case, leaving.case)),
        "asked": (asked,),
        "look": (look,),
        **owed,
        **_taught(cast, quiet) | _given(cast, card.code),
        "matter": tuple(_last_of(case) for case in (quiet, held.case, leaving.case)),
        "group": (group, arrival),
        "site": (cast.east,),
        "block": (cast.east_tents,),
        **_asked(cast),
        "organisation": (cast.group,),
    }
    return World(objects, strangers(cast))


def _owed(programme: Programme, cast: Cast, case: str) -> dict[str, tuple[str, ...]]:
    """What is owed to a resident besides the way, and a paper of theirs that was scanned."""
    challenge_liberty(resident(case), case=case, entry=new_id())
    begin_screening(cast.sami, case=case, body="The bureau", on=today())
    (screening,) = [one.id for one in matters_of(case) if one.kind == "screening"]
    question, need, scan = new_id(), new_id(), new_id()
    record_papers(cast.lina, case=case, entry=scan, on=today(), paper="passport", scan=b"%PDF-1.7")
    ask_question(resident(case), case=case, words="When may I go?", entry=question)
    hurt = Opens(id=need, kind="need", what="hurt", holder=Holder(), norm=1)
    programme.say(CompanionNoted(other=new_id(), opens=(hurt,)), stream=case)
    referral, service = new_id(), new_id()
    send_referral(
        cast.sami, case=case, what="documents", urgency="days", agreed=True, body="The office", entry=referral
    )
    offer_service(cast.sami, site=cast.east, name="Clinic", sort="health", hours="9 to 13", entry=service)
    passed = {"referral": (referral,), "service": (derived_id(service, "service"),)}
    return {**passed, "question": (question,), "need": (need,), "screening": (screening,), "scan": (scan,)}


def _worked_on(cast: Cast, case: str) -> dict[str, tuple[str, ...]]:
    """Somebody who was handed over to Sami, who wants to be reminded of them."""
    hand_over_cases(cast.cora, cases=[case], worker=cast.sami.id, entry=new_id())
    note_reminder(cast.sami, case=case, on=today(), words="Ask again.", entry=(reminder := new_id()))
    plan_occasion(
        cast.salma,
        site=cast.east,
        sort="meeting",
        title="Tea",
        day=today(),
        begins=time(16),
        minutes=60,
        entry=(tea := new_id()),
    )
    open_feed(cast.sami, site=cast.east, entry=(feed := new_id()))
    promise = Asked("Lamps", cast.sami.id, today())
    note_meeting(cast.salma, site=cast.east, on=today(), topics="Light.", promises=[promise], entry=(met := new_id()))
    print_sheets(cast.rosa, site=cast.checkpoint, sort="arrival", entry=new_id())
    print_sheets(cast.salma, site=cast.east, sort="roster", entry=(printed := new_id()))
    return {
        "printed": (printed,),
        "reminder": (reminder,),
        "occasion": (derived_id(tea, "0"),),
        "feed": (feed,),
        "promise": (derived_id(met, "promise", "0"),),
    }


def _traced(programme: Programme, cast: Cast, case: str, other: str, opened: str) -> dict[str, tuple[str, ...]]:
    """Two files that sound alike, and whose names were opened; and a relative whom the first of them looks for."""
    for each in (case, other):
        note_identity(cast.sami, case=each, names=[ALIKE])
    score()
    seek_relative(cast.sami, case=case, name="Selma Mirkovic", entry=(search := new_id()))
    opening = open_names(cast.sami, case=case, other=other, reason="Are they one person?")
    programme.say(SamePersonProposed(other=other, words="They look alike."), stream=case, by=cast.yara.id)
    return {"opening": (opened, opening), "other": (other,), "sought": (derived_id(search, "relative"),)}


def _taught(cast: Cast, case: str) -> dict[str, tuple[str, ...]]:
    """A course that Badia teaches, and one session of it; somebody said yes."""
    course = start_course(
        cast.sami, site=cast.east, title="Sewing", subject="trade", teacher=cast.badia.id, entry=new_id()
    )
    plan_sessions(cast.badia, course=course, day=today(), begins=time(10), minutes=90, entry=new_id())
    answer_course(resident(case), course=course, answer="agreed", entry=new_id())
    (session,) = sessions_of(course_for(cast.sami, course))
    take_attendance(cast.badia, course=course, session=session.id, present=[case], entry=new_id())
    give_certificate(cast.sami, case=case, course=course, name="own", entry=(letter := new_id()))
    return {"course": (course,), "session": (session.id,), "certificate": (letter,)}


def _given(cast: Cast, code: str) -> dict[str, tuple[str, ...]]:
    """A meal at Azaz East, which Ravi gave to somebody."""
    lunch = add_thing(cast.salma, site=cast.east, name="Lunch", entry=new_id())
    return {"thing": (lunch,), "serving": (serve_thing(cast.ravi, thing=lunch, code=code, entry=new_id()),)}


def _housed(cast: Cast, case: str, *, here: tuple[str, str]) -> dict[str, tuple[str, ...]]:
    """A resident who is kept apart from another, wishes to move, and was not seen for too long."""
    apart, move = new_id(), new_id()
    keep_apart(cast.sami, case=case, other=here[0], why="They fought.", entry=apart)
    note_move(cast.sami, case=case, wants="block", entry=move)
    take_roster(cast.salma, site=cast.east, present=here, entry=new_id())
    note_absences(CLOCK)
    incident = new_id()
    safe = {"safe_now": "Both.", "due": today(), "entry": incident}
    held = list(places_for(cast.salma, cast.east))[-1]
    soon = {"until": today(), "reason": "One comes", "entry": new_id()}
    hold_places(cast.salma, block=held.block, places=[held.id], **soon)
    record_incident(cast.sami, site=cast.east, sort="threat", on=today(), people=[case], **safe)
    return {"apart": (apart,), "move": (move,), "incident": (derived_id(incident, "incident"),), "place": (held.id,)}


def _asked(cast: Cast) -> dict[str, tuple[str, ...]]:
    """A member of staff, and one more whose roles wait for a second person."""
    said = {"name": "Dana", "roles": [CASE], "sites": [cast.east], "organisation": cast.relief}
    waiting = add_staff(cast.adam, **said)
    return {"staff": (cast.sami.id, waiting.staff), "grant": (waiting.asked,)}


def emergency(cast: Cast, case: str) -> tuple[str, str]:
    """A file that was opened in an emergency, and one look into it."""
    asked = ask_opening(cast.sami, case=case, reason="She fell and does not speak. What is she ill with?")
    confirm_opening(cast.nadia, case=case, asked=asked)
    return asked, open_file(cast.sami, case=case, asked=asked)


def _last_of(case: str) -> str:
    return [one.id for one in matters_of(case) if one.kind not in (*ABOUT_THE_FILE, "referral")][-1]


def _reviewed(cast: Cast, case: str) -> None:
    """Every stay has its review; this one's was held and decided, and the person has not been told yet."""
    open_reviews(CLOCK)
    hold_review(cast.vera, case=case, on=today(), heard="heard", interpreter="Hanan", entry=new_id())
    decide_review(
        cast.vera, case=case, on=today(), decision="continue", reasons="Papers are on their way.", entry=new_id()
    )


def strangers(cast: Cast) -> dict[str, Actor]:
    """For every role of the staff, somebody of Azaz West alone; the officer answers for another organisation."""
    other = add_organisation(FOUNDER, name="Another Brigade", kind="group")
    organisations = {CUSTODY: other, OVERSIGHT: cast.watch}
    found = {}
    for role in STAFF_ROLES:
        added = add_staff(
            FOUNDER,
            name=f"Stranger {role}",
            roles=[role],
            sites=[cast.west],
            organisation=organisations.get(role, cast.relief),
            password=PASSWORD,
        )
        found[role] = actor_from(staff_for(FOUNDER, added.staff))
    return found
