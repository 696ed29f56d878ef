"""What a person says to a course changes nothing else: no room can read it, and nothing outside is another for it."""

import ast
import re
from datetime import time
from pathlib import Path

import onward
from onward.access.rules.compartments import OPENS
from onward.cases.events import CaseEvent
from onward.courses.actions import (
    allow_reading,
    answer_course,
    note_talk,
    offer_course,
    plan_sessions,
    start_course,
    take_attendance,
    write_goal,
)
from onward.courses.events.own import OwnEvent
from onward.courses.events.taking import TakingEvent
from onward.courses.queries import course_for, sessions_of
from onward.journal import project, rows
from onward.journal.body import CLOSED_KIND
from onward.journal.compartments import COURSES, FILE, OWN
from onward.journal.events import EVENTS
from onward.journal.reading import version
from onward.kit.dates import today
from onward.kit.ids import new_id
from onward.waiting.queries import matters_of
from tests.cast import client_for, resident
from tests.housing import arrive
from tests.test_apart import pages

ROOT = Path(onward.__path__[0])
MAY_SHOW = {"courses", "door", "config"}
"""The room itself; the person's own pages; the demonstration, settings and the list of addresses."""
CALENDAR = ROOT / "reports/queries/calendar.py"
MAY_LIST = {"onward.courses.queries.calendar", "onward.courses.queries.calendar.sessions_between"}
"""What hangs on the wall asks when and where a course is held, of a query that reads nobody's answer."""
WRITTEN = ("journal_", "courses_", "django_session", "sqlite_")
APART = [kind for kind, event in EVENTS.items() if issubclass(event, TakingEvent | OwnEvent)]


def sources():
    for path in sorted(ROOT.rglob("*.py")):
        app = path.relative_to(ROOT).parts[0]
        if app not in MAY_SHOW and "tests" not in path.parts:
            yield path, path.read_text(encoding="utf-8")


def imported(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{each.name}" for each in node.names))


def test_no_other_room_imports_it_or_names_its_tables_its_kinds_or_its_compartments():
    names = re.compile(rf"\bcourses_(?:{'|'.join(('taking', 'attendance', 'judgement', 'talk', 'goal', 'reader'))})\b")
    found = []
    for path, source in sources():
        listed = MAY_LIST if path == CALENDAR else set()
        found += [
            f"{path}: {name}" for name in imported(source) if name.startswith("onward.courses") and name not in listed
        ]
        found += [f"{path}: {kind}" for kind in APART if kind in source]
        found += [f"{path}: {table}" for table in names.findall(source)]
        if path != ROOT / "journal/compartments.py":
            found += [f"{path}: {name}" for name in ("COURSES", "OWN") if re.search(rf"\b{name}\b", source)]
    assert found == []


def test_what_the_wall_asks_reads_no_answer():
    source = (ROOT / "courses/queries/calendar.py").read_text(encoding="utf-8")
    read = {name for name in imported(source) if name.startswith("onward.courses")}
    assert read == {"onward.courses.models", "onward.courses.models.Course", "onward.courses.models.Session"}


def test_no_projector_of_another_room_opens_it_and_no_role_either():
    for each in project._registered:
        if not each.function.__module__.startswith("onward.courses."):
            assert {COURSES, OWN}.isdisjoint(each.opens), each.function
    assert {COURSES, OWN}.isdisjoint({*FILE, *OPENS})


def test_what_is_said_is_no_event_of_the_case():
    """So it can say no fact, and open, close, hold, block or move nothing: it has no words for it."""
    assert len(APART) == 11
    for kind in APART:
        assert not issubclass(EVENTS[kind], CaseEvent)
        assert EVENTS[kind].closed in (COURSES, OWN)
        assert {"facts", "opens", "closes", "holds", "moves", "pathway"}.isdisjoint(EVENTS[kind].__struct_fields__)


def tables(programme):
    names = [name for (name,) in programme.sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: programme.sql(f"SELECT * FROM {name}") for name in names if not name.startswith(WRITTEN)}


def everything_said(programme, cast, case, course):
    me = resident(case)
    for answer in ("declined", "agreed"):
        answer_course(me, course=course, answer=answer, entry=new_id())
    (session,) = sessions_of(course_for(cast.sami, course))
    take_attendance(cast.badia, course=course, session=session.id, present=[case], entry=new_id())
    answer_course(me, course=course, answer="left", entry=new_id())
    write_goal(me, words="To read to my son.", entry=new_id())
    allow_reading(me, what="plan", staff=cast.firas.id, entry=new_id())
    note_talk(cast.firas, person="Quiet Cedar", words="Sleeps badly.", on=today(), entry=new_id())


def test_nothing_outside_is_another_for_what_was_said(programme, cast):
    """Every table, every page of every role, the version that guards a decision: as if it was never offered."""
    case = arrive(programme, cast, site=cast.east)
    course = start_course(
        cast.sami, site=cast.east, title="Sewing", subject="trade", teacher=cast.badia.id, entry=new_id()
    )
    plan_sessions(cast.badia, course=course, day=today(), begins=time(9), minutes=60, entry=new_id())
    staff = [actor for role, actor in cast.staff.items() if role not in ("administrator", "custody_officer")]
    for _twice in range(2):  # who read the file stands on the file
        before = {actor.name: pages(actor, case) for actor in staff}
    stands, shown = tables(programme), version(case)
    seq = programme.sql("SELECT max(seq) FROM journal_entry")[0][0]
    offer_course(cast.sami, case=case, course=course, entry=new_id())
    everything_said(programme, cast, case, course)
    assert tables(programme) == stands
    assert version(case) == shown
    assert {kind for (kind,) in programme.sql("SELECT kind FROM journal_entry WHERE seq > %s", seq)} == {CLOSED_KIND}
    # What the account of days, and with it the forecast, learns from.
    assert rows.touched(seq, 100, but={CLOSED_KIND})[0] in ([], set(), ())
    assert {actor.name: pages(actor, case) for actor in staff} == before
    assert client_for(cast.salma).get(f"/courses/of/{case}/").status_code == 403
    assert all("course" not in matter.kind for matter in matters_of(case))
    programme.check_rebuild()
