"""A camp, whatever happens in whatever order: one place a person, nobody nowhere, no bed given twice."""

from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from onward.homecoming.actions import record_birth
from onward.kit.dates import today
from onward.kit.errors import OnwardError
from onward.kit.ids import new_id
from onward.shelter.actions import (
    assign_place,
    cancel_transfer,
    keep_apart,
    note_absences,
    receive_transfer,
    send_transfer,
    take_roster,
)
from onward.shelter.models import Lodging, Transfer
from onward.shelter.queries import board_for, in_no_place, near_now
from onward.shelter.queries.safety import aparts_of
from onward.waiting.queries import matters_of
from onward.waiting.rules import CLOCK
from tests.housing import arrive, places_in

SOMEBODY, SOMEWHERE = st.integers(0, 7), st.integers(0, 30)


STAFF, MANAGERS, SITES = ("sami", "omar", "salma", "wafa"), ("salma", "wafa"), ("east", "west")


class Camp(RuleBasedStateMachine):
    """Its people stay from one run to the next, as people do."""

    cast: Any
    people: ClassVar[list[str]]
    beds: ClassVar[list[str]]

    def of(self, name):
        return getattr(self.cast, name)

    def attempt(self, act, *args, **more):
        try:
            act(*args, entry=new_id(), **more)
        except OnwardError:
            return

    @rule(who=SOMEBODY, bed=SOMEWHERE, by=st.sampled_from(STAFF), anyway=st.booleans())
    def place(self, who, bed, by, anyway):
        because = "There is no other." if anyway else ""
        places = {self.people[who % len(self.people)]: self.beds[bed % len(self.beds)]}
        self.attempt(assign_place, self.of(by), places=places, because=because, parted=True)

    @rule(who=SOMEBODY, by=st.sampled_from(MANAGERS), to=st.sampled_from(SITES))
    def send(self, who, by, to):
        self.attempt(send_transfer, self.of(by), people=[self.people[who % len(self.people)]], to_site=self.of(to))

    @rule(by=st.sampled_from(MANAGERS), comes=st.booleans())
    def end_road(self, by, comes):
        for row in Transfer.objects.filter(state="under_way")[:1]:
            if comes:
                self.attempt(receive_transfer, self.of(by), group=row.group, people=[row.stream])
            else:
                self.attempt(cancel_transfer, self.of(by), group=row.group, people=[row.stream], reason="No road")

    @rule(who=SOMEBODY, by=st.sampled_from(MANAGERS), site=st.sampled_from(SITES))
    def see(self, who, by, site):
        one = self.people[who % len(self.people)]
        self.attempt(take_roster, self.of(by), site=self.of(site), present=[one])
        note_absences(CLOCK)

    @rule(who=SOMEBODY, other=SOMEBODY, strength=st.sampled_from(("block", "site")))
    def keep_apart(self, who, other, strength):
        one, two = self.people[who % len(self.people)], self.people[other % len(self.people)]
        self.attempt(keep_apart, self.cast.sami, case=one, other=two, strength=strength, why="They fought.")

    @rule(who=SOMEBODY)
    def bear(self, who):
        if len(self.people) < 8:
            try:
                self.people.append(record_birth(self.cast.salma, case=self.people[who % 5], entry=new_id(), on=today()))
            except OnwardError:
                return

    @invariant()
    def everybody_is_in_one_place(self):
        rows = list(Lodging.objects.all())
        assert in_no_place() == 0
        assert {row.id for row in rows} == set(self.people)
        held = [row.place for row in rows if row.place]
        assert len(held) == len(set(held))
        assert all(row.site and row.custody for row in rows)
        roads = list(Transfer.objects.filter(state="under_way").values_list("stream", flat=True))
        assert len(roads) == len(set(roads))

    @invariant()
    def no_site_holds_more_than_it_has(self):
        for actor, site in ((self.cast.salma, self.cast.east), (self.cast.wafa, self.cast.west)):
            board = board_for(actor, site)
            assert board.free >= 0
            assert all(block.full + block.free <= len(block.cells) for block in board.blocks)

    @invariant()
    def whoever_is_too_near_is_owed_another_place_or_was_put_there_with_a_reason(self):
        rows = aparts_of(self.people)
        owed = {one.id for case in self.people for one in matters_of(case) if one.kind == "apart" and not one.closed_on}
        near = near_now(rows)
        assert all(row.id in near for row in rows if row.matter in owed)


def machine(programme, cast):
    """The machine in this programme."""
    blocks = (cast.east_tents, cast.east_families, cast.west_tents, cast.west_house)
    here = {
        "cast": cast,
        "beds": [bed for block in blocks for bed in places_in(programme, block)],
        "people": [
            arrive(programme, cast, f"Quiet Cedar {number}", site=cast.east, sex="woman", age="adult")
            for number in range(5)
        ],
    }
    return type("Here", (Camp,), here)


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
    programme.check_rebuild()


def test_in_whatever_order_nobody_is_nowhere(programme, cast):
    story(programme, cast, examples=2, steps=15)


@pytest.mark.deep
def test_in_whatever_order_for_long(programme, cast):
    story(programme, cast, examples=40, steps=60)
