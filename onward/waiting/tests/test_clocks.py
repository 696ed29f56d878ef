"""The clocks over generated schedules, held against a reading of the rule that runs them every day."""

from datetime import date, timedelta
from itertools import count
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.access.actions import end_staff
from onward.cases.events import Closes, Holder, Holds, Opens
from onward.journal import clock
from onward.journal.reading import history
from onward.kit.dates import start_of, telling
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import derived_id, new_id
from onward.waiting.actions import explain_overrun, run_clocks
from onward.waiting.events import BlockLifted, MatterEscalated
from onward.waiting.queries import (
    date_is_sure,
    escalated_for,
    explanation_for,
    matters_for,
    matters_of,
    run_is_due,
    told_of,
)
from onward.waiting.rules import CLOCK, account
from onward.waiting.rules.clocks import warns_on
from onward.waiting.tests.walk import Walk
from tests.cast import Cast, client_for
from tests.pace import examples
from tests.programme import Programme

FIRST = date(2026, 3, 1)
LADDER = (1, 7, 14)
Key = tuple[int, int, date]


class Act(NamedTuple):
    """What happens on a day: "open", "close" or "hand" of a matter, or "run" by a clock that is so many days wrong."""

    day: int
    does: str
    matter: int
    number: int


acts = st.lists(
    st.builds(
        Act,
        st.integers(0, 60),
        st.sampled_from(("open", "close", "hand", "run", "run")),
        st.integers(0, 2),
        st.integers(0, 9),
    ),
    max_size=14,
).map(lambda told: sorted(told, key=lambda act: act.day))


def naive(said: list[Act], runs: list[tuple[int, int]]) -> set[Key]:
    """What runs tell (each: after how many acts, and the day by the machine): matter, level, when it fell."""
    told: dict[tuple[int, int], date] = {}
    for come, by_machine in runs:
        for matter in range(3):
            mine = [act for act in said[:come] if act.matter == matter]
            opened = next((place for place, act in enumerate(mine) if act.does == "open"), None)
            if opened is None or any(act.does == "close" for act in mine[opened:]):
                continue
            due = mine[opened].day + mine[opened].number
            since = min(max([due, *(act.day for act in mine[opened:] if act.does == "hand")]), due + 14)
            for level, days in enumerate(LADDER, 1):
                if since + days <= by_machine:
                    told.setdefault((matter, level), FIRST + timedelta(days=since + days))
    return {(*key, fell_on) for key, fell_on in told.items()}


def noon(day: int):
    return start_of(FIRST + timedelta(days=day)) + timedelta(hours=12)


class Told:
    """A case of its own in which the acts happen."""

    def __init__(self, programme: Programme, cast: Cast) -> None:
        self.walk, self.cast, self.number = Walk(programme, cast, FIRST), cast, count()
        self.matters = [derived_id(self.walk.id, str(number)) for number in range(3)]
        for matter in matters_of(self.walk.id):
            self.say(0, closes=(Closes(id=matter.id),))

    def say(self, day: int, **parts) -> None:
        self.walk.say(FIRST + timedelta(days=day), BlockLifted(block="", **parts))

    def does(self, act: Act) -> None:
        matter, holder = self.matters[act.matter], Holder(kind="body", name=f"body {next(self.number)}")
        if act.does == "run":
            with telling(noon(act.day - act.number)):
                run_clocks(CLOCK)
        elif act.does == "close":
            self.say(act.day, closes=(Closes(id=matter),))
        elif act.does == "hand":
            self.say(act.day, holds=(Holds(id=matter, holder=holder),))
        elif matter not in {one.id for one in matters_of(self.walk.id)}:
            self.say(act.day, opens=(Opens(id=matter, kind="step", what="heard", norm=act.number, holder=holder),))

    @property
    def escalated(self) -> list[Key]:
        events = [entry.event for entry in history(self.walk.id)]
        told = [event for event in events if isinstance(event, MatterEscalated)]
        return [(self.matters.index(event.matter), one.level, one.fell_on) for event in told for one in event.rungs]

    def end(self) -> None:
        self.say(61, closes=tuple(Closes(id=matter) for matter in self.matters))


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_whatever_the_schedule_the_same_is_told_once(programme, cast, said: list[Act]) -> None:
    case = Told(programme, cast)
    runs = [(place, act.day - act.number) for place, act in enumerate(said) if act.does == "run"]
    for act in said:
        case.does(act)
    told = case.escalated
    assert len(told) == len({key[:2] for key in told})
    assert set(told) == naive(said, runs)
    last = max((by_machine for _place, by_machine in runs), default=-1)
    place_on = [(sum(act.day <= day for act in said), day) for day in range(last + 1)]
    daily = {key[:2] for key in naive(said, place_on)}
    if all(act.number == 0 for act in said if act.does == "run"):
        # Daily runs tell the same, and besides only what was closed or handed on before these runs came to it.
        changed = {act.matter for act in said if act.does in ("close", "hand")}
        mine = {key[:2] for key in told}
        assert mine <= daily
        assert {key for key in daily if key[0] not in changed} <= mine
    everything = history(case.walk.id)
    without = [entry for entry in everything if not isinstance(entry.event, MatterEscalated)]
    until = FIRST + timedelta(days=70)
    assert account(everything, until=until) == account(without, until=until)
    case.end()


@pytest.fixture
def late(programme: Programme, cast: Cast) -> Walk:
    """A resident whose hearing, owed by Sami within seven days, was due on 8 March."""
    walk = Walk(programme, cast, FIRST)
    walk.step(FIRST, "housed")
    return walk


def run_on(day: int) -> int:
    with telling(noon(day)):
        return run_clocks(CLOCK).escalated


def hearing(case: str):
    return next(one for one in matters_of(case) if one.what == "heard")


def test_a_wait_climbs_the_ladder_by_name_and_stays_where_it_is(late, cast, programme):
    assert [run_on(day) for day in (7, 8, 8, 9, 21, 21)] == [0, 1, 0, 0, 2, 0]
    told = [(one.name, one.office, one.fell_on.day, one.told_on.day) for one in told_of(late.id)]
    assert told == [
        ("Salma", "site_manager", 9, 9),
        ("Cora", "coordinator", 15, 22),
        ("Nadia", "oversight", 22, 22),
    ]
    assert hearing(late.id).holder.id == cast.sami.id
    first, later = [entry.event for entry in history(late.id) if isinstance(entry.event, MatterEscalated)]
    assert ([one.level for one in first.rungs], [one.level for one in later.rungs]) == ([1], [2, 3])
    programme.check_rebuild()


def test_who_was_told_sees_it_until_it_is_done(late, cast):
    run_on(8)
    with telling(noon(9)):
        assert [one.case for one in escalated_for(cast.salma)] == [late.id]
        assert escalated_for(cast.wafa) == []
        assert "told you" not in client_for(cast.cora).get("/today").content.decode()
        assert "Told to you" in client_for(cast.salma).get("/today").content.decode()
        assert "Told as far as: Site manager" in client_for(cast.salma).get("/waiting/?show=escalated").content.decode()
    late.step(FIRST + timedelta(days=9), "heard", wish="home")
    with telling(noon(9)):
        assert escalated_for(cast.salma) == []


def test_what_is_due_soon_is_amber_before_it_is_late(late, cast):
    assert warns_on(date(2026, 3, 10), norm=9, warn=None, share=2 / 3) == date(2026, 3, 7)
    assert warns_on(date(2026, 3, 10), norm=9, warn=1, share=2 / 3) == date(2026, 3, 9)
    soon = []
    for day in (4, 5, 7, 8):
        with telling(noon(day)):
            soon += [owed.soon for owed in matters_for(cast.sami, mine=True)]
    assert soon == [False, True, True, False]


def test_its_holder_says_why_it_is_late_and_nobody_else(late, cast):
    said = {"case": late.id, "matter": hearing(late.id).id, "reason": "no_interpreter", "words": "Lina is ill"}
    with telling(noon(5)), pytest.raises(RuleBroken, match="not late"):
        explain_overrun(cast.sami, **said)
    run_on(9)
    with telling(noon(9)):
        assert [one.case for one in matters_for(cast.sami, silent=True)] == [late.id]
        with pytest.raises(RuleBroken, match="Only who holds it"):
            explain_overrun(cast.salma, **said)
        explain_overrun(cast.sami, **said)
        assert matters_for(cast.sami, silent=True) == []
        told = explanation_for(cast.cora, late.id)
    assert told.staff[-2:] == (
        "Why it is late: There is no interpreter (Lina is ill).",
        "Told on 10 March: Salma (Site manager).",
    )
    assert told.resident[-1].endswith("The reason given: There is no interpreter.")
    assert told.told == ("Your site's manager was told on 10 March that this is late.",)


def test_an_officer_who_sees_no_files_says_why_of_what_he_holds_alone(late, cast):
    run_on(9)
    said = {"matter": hearing(late.id).id, "reason": "security"}
    with telling(noon(9)), pytest.raises(NotFound):
        explain_overrun(cast.karim, case=late.id, **said)
    address = f"/waiting/{late.id}/{said['matter']}/late/"
    assert client_for(cast.karim).get(address).status_code == 404
    karim = Holder(kind="staff", id=cast.karim.id, name="Karim", office="custody_officer")
    late.say(FIRST + timedelta(days=9), BlockLifted(block="", holds=(Holds(id=said["matter"], holder=karim),)))
    assert client_for(cast.karim).get(address).status_code == 200
    explain_overrun(cast.karim, case=late.id, **said)
    assert hearing(late.id).overrun == "security"


def test_an_office_without_a_person_is_passed_over_and_it_says_so(late, cast):
    end_staff(cast.adam, staff=cast.salma.id)
    run_on(8)
    (told,) = [entry.event for entry in history(late.id) if isinstance(entry.event, MatterEscalated)]
    assert (told.level, told.to.name, told.passed) == (1, "Cora", ("site_manager",))
    end_staff(cast.adam, staff=cast.nadia.id)
    assert run_on(21) == 2
    assert [(one.name, one.office) for one in told_of(late.id)] == [("Cora", "coordinator"), ("", "oversight")]


def test_what_is_kept_in_a_compartment_is_not_told_to_the_site(late, cast):
    closed = Opens(id=new_id(), kind="need", what="hurt", norm=1, compartment="health")
    late.say(FIRST, BlockLifted(block="", opens=(closed,)))
    run_on(3)
    with telling(noon(3)):
        assert "health staff hold it" not in str(escalated_for(cast.salma))
    entry = history(late.id)[-1]
    assert b"hurt" not in msgspec.json.encode(entry.event)


def test_a_date_that_nobody_vouches_for_tells_nobody_anything(late, cast, monkeypatch):
    three_days_on = clock._wall_ms() + 3 * clock.LARGEST_JUMP_MS
    monkeypatch.setattr(clock, "_wall_ms", lambda: three_days_on)
    clock.confirm(by_person=False)  # as a machine does that unlocked itself, after three days without an entry
    assert not date_is_sure()
    refused = run_clocks(CLOCK)
    assert (refused.outcome, run_clocks(CLOCK).id, told_of(late.id)) == ("refused", refused.id, [])
    browser = client_for(cast.cora)
    page = browser.get("/waiting/clocks/").content.decode()
    assert "Is this date right?" in page
    assert "have not run" in browser.get("/today").content.decode()
    browser.post("/waiting/clocks/date/")
    assert date_is_sure()
    assert run_clocks(CLOCK).escalated == 3
    assert "3 told" in browser.get("/waiting/clocks/").content.decode()


def test_clocks_that_were_missed_run_at_once_and_stand_still_in_plain_sight(late, cast):
    assert run_is_due()
    run_on(8)
    with telling(noon(8)):
        assert not run_is_due()
    with telling(noon(9) - timedelta(hours=11)):  # one in the morning
        assert not run_is_due()
    with telling(noon(10) - timedelta(hours=11)):
        assert run_is_due()
        assert "have not run for two days" in client_for(cast.cora).get("/today").content.decode()
