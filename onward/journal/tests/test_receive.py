from unittest.mock import patch

import msgspec
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.journal import clock, project, reading, rows
from onward.journal.events import Withdrawn
from onward.journal.node import this_node
from onward.journal.receive import ChainRefused, receive
from onward.journal.tests.elsewhere import Elsewhere
from onward.kit.ids import new_id
from tests.pace import examples
from tests.toy.events import Cracked, Filled, Labelled
from tests.toy.models import Jar


def take(*batch: rows.Row) -> list[str]:
    with transaction.atomic():
        return receive(batch)


def test_a_late_entry_refolds_its_stream_alone(programme):
    late, other = new_id(), new_id()
    for jar in (late, other):
        programme.say(Filled(marbles=3), stream=jar)
    row = Elsewhere("b").row(Filled(marbles=10), stream=late, recorded_at=1)
    with patch.object(project, "refold", wraps=project.refold) as refold:
        assert take(row) == [late]
    assert [call.args for call in refold.call_args_list] == [(late,)]
    assert Jar.objects.get(id=late).marbles == 10 * 2 + 3
    assert Jar.objects.get(id=other).marbles == 3
    programme.check_rebuild()
    assert programme.verify().fault is None


def test_an_entry_in_its_turn_is_projected_without_refolding(programme):
    jar = new_id()
    said = programme.say(Filled(marbles=3), stream=jar)
    row = Elsewhere("b").row(Filled(marbles=10), stream=jar, recorded_at=said.recorded_at + 1)
    with patch.object(project, "refold") as refold:
        take(row)
    refold.assert_not_called()
    assert Jar.objects.get(id=jar).marbles == 3 * 2 + 10
    programme.check_rebuild()


def test_the_clock_follows_what_is_received(programme):
    ahead = clock.tick(0) + (60_000 << clock.COUNTER_BITS)
    take(Elsewhere("b").row(Filled(marbles=1), stream=new_id(), recorded_at=ahead))
    assert programme.say(Filled(marbles=1), stream=new_id()).recorded_at == ahead + 1


def test_the_same_rows_twice_change_nothing(programme):
    jar, there = new_id(), Elsewhere("b")
    batch = [there.row(Filled(marbles=n), stream=jar, recorded_at=n) for n in (1, 2)]
    take(*batch)
    assert take(*batch) == []
    assert Jar.objects.get(id=jar).entries == 2


def test_what_does_not_carry_on_is_refused_whole(programme):
    jar, there = new_id(), Elsewhere("b")
    one, two, three = (there.row(Filled(marbles=n), stream=jar, recorded_at=n) for n in (1, 2, 3))
    far = (1 << 62) - 1
    for batch in (
        (two,),
        (one, three),
        (one, msgspec.structs.replace(two, author="another")),
        (rows.chained(msgspec.structs.replace(one, node=this_node())),),
        (one, rows.chained(msgspec.structs.replace(two, id=one.id))),
    ):
        with pytest.raises(ChainRefused):
            take(*batch)
    with pytest.raises(clock.ClockJumped), patch.object(clock, "LARGEST_JUMP_MS", 24 * 60 * 60 * 1000):
        take(rows.chained(msgspec.structs.replace(one, recorded_at=far)))
    assert rows.count() == 0
    assert not Jar.objects.exists()


EVENTS = st.one_of(
    st.builds(Filled, marbles=st.integers(0, 9), note=st.text(max_size=3)),
    st.builds(Labelled, colour=st.sampled_from(["red", "blue"]), owner=st.text(max_size=3)),
    st.builds(Cracked, where=st.text(max_size=3)),
)


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), said=st.lists(st.tuples(EVENTS, st.sampled_from("abc"), st.integers(0, 5)), max_size=10))
def test_any_order_of_arrival_gives_the_same_rows(programme, data, said):
    jar = new_id()
    salt = new_id()
    nodes = {name: Elsewhere(f"{name}{salt[1:]}") for name in "abc"}
    queues: dict[str, list[rows.Row]] = {name: [] for name in nodes}
    earlier: list[str] = []
    for place, (event, name, what) in enumerate(said):
        corrects = earlier[what] if what < len(earlier) and isinstance(event, Filled) else ""
        spoken = Withdrawn() if corrects else event
        row = nodes[name].row(spoken, stream=jar, recorded_at=1 + place // 2, corrects=corrects)
        queues[name].append(row)
        earlier.append(row.id)
    while ready := [name for name, queue in queues.items() if queue]:
        queue = queues[data.draw(st.sampled_from(ready))]
        size = data.draw(st.integers(1, len(queue)))
        take(*queue[:size])
        del queue[:size]
    arrived = programme.rows()
    project.refold(jar)
    assert programme.rows() == arrived
    assert [entry.id for entry in reading.history(jar)] == [
        row.id for row in sorted(rows.of_stream(jar), key=rows.Row.place)
    ]
