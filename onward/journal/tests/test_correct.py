from datetime import UTC, datetime

import pytest

from onward.journal import clock, reading
from onward.journal.events import Withdrawn
from onward.kit.dates import Precision
from onward.kit.errors import NotFound
from onward.kit.ids import new_id
from tests.toy.events import Cracked, Filled, Labelled
from tests.toy.models import Crack, Jar

MOMENT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)


def amounts(stream: str, **more: object) -> list[object]:
    return [entry.event.marbles for entry in reading.effective(stream, **more)]


def test_a_correction_stands_in_the_place_of_what_it_corrects(programme):
    jar = new_id()
    wrong = programme.say(Filled(marbles=30), stream=jar, by="rosa")
    programme.say(Filled(marbles=1), stream=jar)
    right = programme.say(
        Filled(marbles=3), stream=jar, by="sami", corrects=wrong.id, happened_at=MOMENT, precision=Precision.DAY
    )
    stands = reading.effective(jar)
    assert amounts(jar) == [3, 1]
    first = stands[0]
    assert (first.id, first.author, first.corrected_by) == (wrong.id, "rosa", right.id)
    assert (first.happened_at, first.precision, first.number) == (MOMENT, Precision.DAY, 1)
    assert [entry.event.marbles for entry in reading.history(jar)] == [30, 1, 3]
    assert Jar.objects.get(id=jar).marbles == 3 * 2 + 1
    programme.check_rebuild()


def test_as_it_stood_leaves_out_later_corrections(programme):
    jar = new_id()
    wrong = programme.say(Filled(marbles=30), stream=jar)
    programme.say(Filled(marbles=3), stream=jar, corrects=wrong.id)
    assert amounts(jar) == [3]
    assert amounts(jar, known=wrong.recorded_at) == [30]
    assert amounts(jar, known=clock.as_of(wrong.recorded_on)) == [3]


def test_the_last_correction_wins_and_corrections_can_be_taken_back(programme):
    jar = new_id()
    wrong = programme.say(Filled(marbles=30), stream=jar)
    programme.say(Filled(marbles=3), stream=jar, corrects=wrong.id)
    last = programme.say(Filled(marbles=4), stream=jar, corrects=wrong.id)
    assert amounts(jar) == [4]
    programme.say(Filled(marbles=5), stream=jar, corrects=last.id)
    assert amounts(jar) == [5]
    programme.say(Withdrawn(reason="mistaken"), stream=jar, corrects=last.id)
    assert amounts(jar) == [3]
    programme.check_rebuild()


def test_a_withdrawn_entry_is_gone_until_the_withdrawal_is(programme):
    jar = new_id()
    programme.say(Filled(marbles=1), stream=jar)
    wrong = programme.say(Filled(marbles=30), stream=jar)
    back = programme.say(Withdrawn(reason="another jar"), stream=jar, corrects=wrong.id)
    assert amounts(jar) == [1]
    assert Jar.objects.get(id=jar).marbles == 1
    assert len(reading.history(jar)) == 3
    programme.say(Withdrawn(), stream=jar, corrects=back.id)
    assert amounts(jar) == [1, 30]
    programme.check_rebuild()


def test_a_closed_entry_can_be_corrected_and_withdrawn(programme):
    jar = new_id()
    wrong = programme.say(Cracked(where="lid"), stream=jar)
    programme.say(Cracked(where="foot"), stream=jar, corrects=wrong.id)
    assert [crack.where for crack in Crack.objects.all()] == ["foot"]
    programme.say(Withdrawn(), stream=jar, corrects=wrong.id, within="health")
    assert not Crack.objects.exists()
    programme.check_rebuild()


def test_only_the_same_kind_in_the_same_stream_corrects(programme):
    jar = new_id()
    said = programme.say(Filled(marbles=1), stream=jar)
    with pytest.raises(ValueError, match=r"toy.labelled cannot correct toy.filled"):
        programme.say(Labelled(colour="red"), stream=jar, corrects=said.id)
    with pytest.raises(NotFound):
        programme.say(Filled(marbles=2), stream=new_id(), corrects=said.id)
    with pytest.raises(NotFound):
        programme.say(Filled(marbles=2), stream=jar, corrects=new_id())
