from onward.journal import head, reading
from onward.journal.accept import accept_loss
from onward.journal.events import LossAccepted
from onward.journal.node import this_node
from onward.kit.ids import new_id
from tests.toy.events import Filled


def cut(programme) -> head.Head:
    for number in range(5):
        programme.say(Filled(marbles=number), stream=new_id())
    programme.sql("DROP TRIGGER journal_entry_no_delete")
    programme.sql("DELETE FROM journal_entry WHERE number > 3")
    programme.sql(
        "CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry"
        " BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END"
    )
    programme.reopen()
    return head.read()


def test_a_loss_that_is_accepted_is_written_down_and_signed(programme):
    signed = cut(programme)
    accept_loss(by="adam", reason="The disk broke; this is Monday's backup.")
    assert programme.verify().fault is None
    assert reading.history(this_node())[0].event == LossAccepted(
        reason="The disk broke; this is Monday's backup.",
        found="behind",
        signed_number=5,
        signed_hash=signed.hash.hex(),
    )
    assert programme.say(Filled(marbles=1), stream=new_id()).number == 5
    assert head.read().number == 5


def test_a_crash_before_the_new_head_changes_nothing(programme, monkeypatch):
    cut(programme)
    monkeypatch.setattr(head, "start_anew", lambda: 1 / 0)
    try:
        accept_loss(by="adam", reason="x")
    except ZeroDivisionError:
        programme.reopen()
    assert programme.verify().standing == head.Standing.BEHIND
    monkeypatch.undo()
    accept_loss(by="adam", reason="x")
    assert programme.verify().fault is None


def test_a_sound_journal_has_nothing_to_accept(programme):
    programme.say(Filled(marbles=1), stream=new_id())
    assert accept_loss(by="adam", reason="x") is None
    assert programme.verify().entries == 1
