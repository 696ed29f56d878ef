import pytest

from onward.homecoming.tests.checks import ActTests
from onward.kit.errors import RuleBroken


class TestRecordHandover(ActTests):
    act, actor, before, kind, outsider = "record_handover", "lina", "depart", "handover_signed", "sami"
    said = {"receiver": "The ministry", "received_by": "An officer", "receipt": "R-9", "papers_in_hand": True}
    wrong = {"receipt": ""}


def test_custody_ends_here_with_a_receipt(story):
    story.until("handover")
    assert story.last().moves.custody == ""
    assert (story.standing.journey.receiver, story.standing.journey.receipt) == ("The ministry", "R-9")
    assert story.standing.exit_state == "authorised"


def test_it_refuses_before_the_departure_and_twice(story):
    story.until("exit")
    with pytest.raises(RuleBroken, match="not departed"):
        story.handover()
    story.depart()
    story.handover()
    with pytest.raises(RuleBroken, match="already"):
        story.handover()
