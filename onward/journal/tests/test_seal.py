from onward.journal import keyring, project, reading
from onward.journal.body import CLOSED_KIND
from onward.kit.ids import new_id
from tests.toy.events import Cracked, Filled, Labelled
from tests.toy.models import Crack, Jar, Label

LABEL = Labelled(colour="red", owner="Canary Owner", nicknames=("Canary Nick",))


def test_a_projector_gets_only_the_compartments_it_asked_for(programme):
    jar = new_id()
    said = programme.say(LABEL, stream=jar)
    assert (Jar.objects.get(id=jar).colour, Jar.objects.get(id=jar).owner) == ("red", "")
    assert Label.objects.get(id=said.id).owner == "Canary Owner Canary Nick"
    programme.check_rebuild()


def test_a_reader_gets_only_the_compartments_it_opens(programme):
    jar = new_id()
    programme.say(LABEL, stream=jar)
    assert reading.history(jar)[0].event == Labelled(colour="red")
    assert reading.history(jar, opens=("record", "identity"))[0].event == LABEL
    assert reading.history(jar, opens=("identity",))[0].event is None


def test_a_closed_event_hides_even_its_kind(programme):
    jar = new_id()
    said = programme.say(Cracked(where="lid"), stream=jar)
    assert programme.sql("SELECT kind FROM journal_entry") == [(CLOSED_KIND,)]
    closed = reading.entry(said.id)
    assert (closed.kind, closed.event) == (CLOSED_KIND, None)
    opened = reading.entry(said.id, opens=("health",))
    assert (opened.kind, opened.event) == ("toy.cracked", Cracked(where="lid"))
    assert Crack.objects.get(id=said.id).where == "lid"
    assert not Jar.objects.exists()  # what counts entries in the open never heard of it
    programme.check_rebuild()


def test_nothing_said_stands_in_a_row_in_clear(programme):
    programme.say(Filled(marbles=3, note="Canary Note"), stream=new_id())
    programme.say(LABEL, stream=new_id())
    programme.say(Cracked(where="Canary Crack"), stream=new_id())
    assert not [row for row in programme.sql("SELECT * FROM journal_entry") if "anary" in str(row)]


def test_a_body_moved_to_another_entry_does_not_open(programme):
    jar = new_id()
    one, two = (programme.say(Filled(marbles=n), stream=jar) for n in (1, 2))
    programme.sql("DROP TRIGGER journal_entry_no_update")
    programme.sql(
        "UPDATE journal_entry SET body = (SELECT body FROM journal_entry WHERE id = %s) WHERE id = %s", one.id, two.id
    )
    assert [entry.event for entry in reading.history(jar)] == [Filled(marbles=1), None]


def test_destroyed_keys_leave_an_entry_that_is_skipped_but_verifies(programme):
    gone, kept = new_id(), new_id()
    for jar in (gone, kept):
        programme.say(Filled(marbles=3), stream=jar)
        programme.say(LABEL, stream=jar)
    keyring.destroy_stream_keys(gone)
    assert [entry.event for entry in reading.history(gone, opens=("record", "identity"))] == [None, None]
    assert programme.verify().fault is None
    project.refold(gone)
    assert [jar.id for jar in Jar.objects.all()] == [kept]
    programme.check_rebuild()
    programme.reopen()
    assert [entry.event for entry in reading.history(gone)] == [None, None]
