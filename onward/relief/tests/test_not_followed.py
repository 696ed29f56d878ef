"""Who keeps a person cannot follow them by their meals: headcounts are all that they, and other rooms, can read."""

import ast
import re
from pathlib import Path

import onward
from onward.access.actions import add_staff
from onward.access.queries import actor_from, staff_for
from onward.access.rules.compartments import OPENS
from onward.cases.actions import issue_card
from onward.cases.events import CaseEvent
from onward.journal import project
from onward.journal.body import CLOSED_KIND
from onward.journal.compartments import FILE, RELIEF
from onward.journal.events import EVENTS
from onward.journal.reading import history, version
from onward.kit.ids import new_id
from onward.relief.actions import add_thing, serve_at_desk, serve_thing
from onward.relief.events import ReliefEvent
from tests.cast import FOUNDER, PASSWORD, client_for
from tests.housing import arrive
from tests.test_apart import pages

ROOT = Path(onward.__path__[0])
MAY_NAME = {"relief", "door", "config"}
"""The room; the person's own page; settings, the demonstration, and what erases it with the file."""


def test_no_other_room_imports_it_and_no_projector_or_role_opens_it():
    found = []
    for path in ROOT.rglob("*.py"):
        if path.relative_to(ROOT).parts[0] in MAY_NAME or "tests" in path.parts:
            continue
        source = path.read_text(encoding="utf-8")
        modules = {node.module or "" for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)}
        found += [f"{path}: {one}" for one in modules if one.startswith("onward.relief")]
        found += [f"{path}: {one}" for one in re.findall(r"relief_serving|relief\.thing_served", source)]
    assert found == []
    others = [each for each in project._registered if not each.function.__module__.startswith("onward.relief.")]
    assert all(RELIEF not in each.opens for each in others)
    assert RELIEF not in {*FILE, *OPENS}
    events = [event for event in EVENTS.values() if issubclass(event, ReliefEvent)]
    assert len(events) == 2
    assert all(event.closed == RELIEF and not issubclass(event, CaseEvent) for event in events)


def test_a_meal_leaves_no_trace_on_the_file_or_on_any_page_of_those_who_keep_them(programme, cast):
    case = arrive(programme, cast, site=cast.east)
    code = issue_card(cast.salma, case=case).code
    lunch = add_thing(cast.salma, site=cast.east, name="Lunch", entry=new_id())
    host = [cast.salma, *(of_host(cast, role) for role in ("case_worker", "coordinator"))]
    for _twice in range(2):  # who read the file stands on the file
        before = {actor.id: pages(actor, case) for actor in host}
    stood, said = version(case), len(history(case))
    serve_thing(cast.ravi, thing=lunch, code=code, entry=new_id())
    serve_at_desk(cast.sami, case=case, thing=lunch, because="It fell.", entry=new_id())
    assert {actor.id: pages(actor, case) for actor in host} == before
    assert (version(case), len(history(case))) == (stood, said)
    kinds = programme.sql("SELECT kind FROM journal_entry ORDER BY number DESC LIMIT 2")
    assert {kind for (kind,) in kinds} == {CLOSED_KIND}
    for actor in host:
        client = client_for(actor)
        assert client.get(f"/relief/desk/{case}/").status_code in (403, 404)
        assert case not in client.get("/relief/").content.decode()
        counts = client.get(f"/relief/sites/{cast.east}/counts/").content.decode()
        assert ">2<" in counts
        assert "Quiet Cedar" not in counts
        assert "It fell." not in client.get("/relief/exceptions/").content.decode()
    assert "It fell." in client_for(cast.nadia).get("/relief/exceptions/").content.decode()


def of_host(cast, role):
    """Somebody of the organisation that keeps people at Azaz East, in this role."""
    said = {"roles": [role], "sites": [cast.east], "organisation": cast.group, "password": PASSWORD}
    return actor_from(staff_for(FOUNDER, add_staff(FOUNDER, name=f"Host {role}", **said).staff))
