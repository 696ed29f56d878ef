from contextlib import suppress
from enum import StrEnum

import msgspec
import pytest
from django.db import transaction

from onward.journal import reading
from onward.journal.append import append, written
from onward.kit.errors import Outdated, RuleBroken
from onward.kit.ids import new_id
from tests.toy.events import Filled, Labelled
from tests.toy.models import Jar


class Colour(StrEnum):
    RED = "red"


def test_it_says_projects_and_can_be_read_again(programme):
    jar = new_id()
    first = programme.say(Filled(marbles=3), stream=jar, by="rosa")
    programme.say(Filled(marbles=1), stream=jar)
    assert Jar.objects.get(id=jar).marbles == 7
    said = reading.history(jar)
    assert [entry.event for entry in said] == [Filled(marbles=3), Filled(marbles=1)]
    assert said[0] == first
    assert (said[0].author, said[0].kind, said[1].number - said[0].number) == ("rosa", "toy.filled", 1)


def test_it_refuses_outside_a_transaction(programme):
    with pytest.raises(transaction.TransactionManagementError):
        append(Filled(marbles=1), by="x", stream=new_id())


def test_the_same_id_writes_once(programme):
    jar, form = new_id(), new_id()
    first = programme.say(Filled(marbles=3), stream=jar, id=form)
    assert written(form)
    assert programme.say(Filled(marbles=3), stream=jar, id=form) == first
    assert len(reading.history(jar)) == 1
    assert Jar.objects.get(id=jar).entries == 1


def test_an_id_used_for_something_else_is_refused(programme):
    form = new_id()
    programme.say(Filled(marbles=3), stream=new_id(), id=form)
    for wrong in (form, "no id", "x" * 5000, "\0"):
        with pytest.raises(RuleBroken):
            programme.say(Filled(marbles=3), stream=new_id(), id=wrong)


def test_a_stale_page_loses_and_learns_what_changed(programme):
    jar = new_id()
    shown = programme.say(Filled(marbles=3), stream=jar).id
    later = [programme.say(Filled(marbles=n), stream=jar, after=reading.version(jar)).id for n in (1, 2)]
    with pytest.raises(Outdated) as refused:
        programme.say(Filled(marbles=9), stream=jar, after=shown)
    assert list(refused.value.since) == later
    assert len(reading.history(jar)) == 3


def test_what_decides_nothing_makes_no_page_stale(programme, monkeypatch):
    jar = new_id()
    shown = programme.say(Filled(marbles=3), stream=jar).id
    programme.say(Filled(marbles=1), stream=jar)
    with pytest.raises(Outdated):
        programme.say(Filled(marbles=9), stream=jar, after=shown)
    monkeypatch.setattr(Filled, "quiet", True)
    programme.say(Filled(marbles=9), stream=jar, after=shown)


def test_a_transaction_that_fails_leaves_nothing_and_no_gap(programme):
    jar = new_id()
    first = programme.say(Filled(marbles=3), stream=jar)
    with suppress(ZeroDivisionError), transaction.atomic():
        append(Filled(marbles=1), by="x", stream=jar)
        raise ZeroDivisionError
    assert programme.say(Filled(marbles=1), stream=jar).number == first.number + 1
    assert programme.verify().fault is None
    programme.check_rebuild()


def test_what_could_not_be_read_back_is_refused_before_it_is_written(programme):
    jar = new_id()
    for wrong in (Filled(marbles="many"), Filled(marbles=None), Filled(marbles=1, note=7)):
        with pytest.raises(msgspec.ValidationError):
            programme.say(wrong, stream=jar)
    with pytest.raises(TypeError):
        programme.say(Filled(marbles=1, note=object()), stream=jar)
    assert reading.history(jar) == []


def test_projectors_see_what_a_rebuild_will_show_them(programme):
    jar = new_id()
    said = programme.say(Labelled(colour=Colour.RED, nicknames=["a", "b"]), stream=jar)
    assert said.event == Labelled(colour="red", nicknames=("a", "b"))
    assert type(said.event.colour) is str
    programme.check_rebuild()
