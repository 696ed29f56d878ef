"""Whatever is scanned, taken back and overridden in whatever order: nobody has what the rules forbid."""

from datetime import timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from onward.cases.actions import issue_card, link_family
from onward.kit.dates import day_of, now, telling
from onward.kit.errors import OnwardError
from onward.kit.ids import new_id
from onward.relief.actions import add_thing, serve_at_desk, serve_family, serve_thing, take_back_serving
from onward.relief.models import Serving, Thing
from tests.housing import arrive

WHO, WHAT, WHICH = st.integers(0, 3), st.integers(0, 3), st.integers(0, 50)


class Counter(RuleBasedStateMachine):
    """Time goes on from one example to the next, as it does."""

    cast: Any
    codes: ClassVar[list[str]]
    cases: ClassVar[list[str]]
    things: ClassVar[list[str]]
    clock: ClassVar[list[Any]]
    pages: ClassVar[list[str]]

    def attempt(self, act, actor, **said):
        try:
            with telling(self.clock[0]):
                return act(actor, **said)
        except OnwardError:
            return None

    @rule(hours=st.sampled_from((1, 5, 11, 26)))
    def time_passes(self, hours):
        self.clock[0] += timedelta(hours=hours)

    @rule(who=WHO, what=WHAT, again=st.booleans())
    def scan(self, who, what, again):
        """Sometimes on a page that was sent before."""
        page = self.pages[-1] if again and self.pages else new_id()
        self.pages.append(page)
        self.attempt(serve_thing, self.cast.ravi, thing=self.things[what], code=self.codes[who], entry=page)

    @rule(which=WHICH)
    def collect(self, which):
        if one := self.row(which):
            self.attempt(serve_family, self.cast.sami, serving=one.id, entry=new_id())

    @rule(which=WHICH)
    def take_back(self, which):
        if one := self.row(which):
            self.attempt(take_back_serving, self.cast.sami, serving=one.id, reason="", entry=new_id())

    @rule(who=WHO, what=WHAT)
    def override(self, who, what):
        said = {"case": self.cases[who], "thing": self.things[what], "because": "It was spilt.", "entry": new_id()}
        self.attempt(serve_at_desk, self.cast.sami, **said)

    def row(self, which):
        rows = list(Serving.objects.order_by("id"))
        return rows[which % len(rows)] if rows else None

    @invariant()
    def what_rules_forbid_was_never_given_without_a_reason(self):
        things = {one.id: one for one in Thing.objects.all()}
        for case in self.cases:
            had = list(Serving.objects.filter(case=case, taken_back=False).order_by("at", "id"))
            for place, one in enumerate(had):
                if one.because:
                    continue
                thing, before = things[one.thing], had[:place]
                same = [each for each in before if each.thing == thing.id]
                today = [each.thing for each in before if each.on == day_of(one.at)]
                assert not thing.most or today.count(thing.id) < thing.most
                assert not any(one.at < each.at + timedelta(hours=thing.hours) for each in same)
                assert not any(each in thing.excluded or thing.id in things[each].excluded for each in today)


def machine(programme, cast):
    start = now().replace(hour=6)
    with telling(start - timedelta(days=2)):
        cases = [arrive(programme, cast, f"Quiet Cedar {number}", site=cast.east, sex="woman") for number in range(4)]
        codes = [issue_card(cast.salma, case=case).code for case in cases]
        supper = add_thing(cast.salma, site=cast.east, name="Supper", entry=new_id())
        rules = (
            {"name": "Iftar", "excludes": [supper]},
            {"name": "Rations", "for_family": True, "hours": 40, "most": 0},
            {"name": "Tea", "most": 2, "hours": 2},
        )
        things = [supper, *(add_thing(cast.salma, site=cast.east, entry=new_id(), **said) for said in rules)]
        for other in cases[1:]:
            link_family(cast.sami, case=cases[0], other=other, entry=new_id())
    here = {"cast": cast, "cases": cases, "codes": codes, "things": things, "clock": [start], "pages": []}
    return type("Here", (Counter,), here)


def story(programme, cast, *, examples, steps):
    fast = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine(programme, cast), settings=fast)
    assert Serving.objects.exists()
    programme.check_rebuild()


def test_in_whatever_order_nobody_is_served_twice(programme, cast):
    story(programme, cast, examples=2, steps=20)


@pytest.mark.deep
def test_in_whatever_order_for_long(programme, cast):
    story(programme, cast, examples=40, steps=60)
