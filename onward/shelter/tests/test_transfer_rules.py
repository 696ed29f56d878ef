from datetime import UTC, datetime, timedelta

import pytest

from onward.kit.errors import RuleBroken
from onward.shelter.rules import (
    Traveller,
    check_cancelling,
    check_left,
    check_moment,
    check_reached,
    check_receiving,
    check_sending,
)

QUIET = Traveller("a", "Quiet Cedar", site="gate")
MOTHER = Traveller("m", "Bright Field", site="gate", family="f")
SON = Traveller("s", "Bright Stone", site="gate", family="f")
NOON = datetime(2026, 11, 23, 12, 0, 30, tzinfo=UTC)


def refused(check, *values, **named):
    with pytest.raises(RuleBroken) as broken:
        check(*values, **named)
    return broken.value.sentence


def test_people_are_sent_to_another_site():
    check_sending([QUIET, MOTHER, SON], [MOTHER, SON], to_site="camp")


def test_nobody_is_not_sent():
    assert refused(check_sending, [], [], to_site="camp") == "Choose who is sent on."


def test_one_sending_starts_at_one_site():
    assert "one site" in refused(check_sending, [QUIET, MOTHER._replace(site="gate 2")], [], to_site="camp")


def test_half_a_family_is_not_sent():
    assert refused(check_sending, [MOTHER], [MOTHER, SON], to_site="camp") == (
        "Bright Field and Bright Stone are one family: send them together."
    )


def test_a_family_member_who_is_elsewhere_holds_nobody_back():
    check_sending([MOTHER], [MOTHER, SON._replace(site="camp")], to_site="camp")
    check_sending([MOTHER], [MOTHER, SON._replace(ended=True)], to_site="camp")


@pytest.mark.parametrize("state", [{"going": True}, {"ended": True}, {"site": "camp"}])
def test_people_on_the_road_gone_or_there_already_are_not_sent(state):
    assert "Quiet Cedar" in refused(check_sending, [QUIET._replace(**state)], [], to_site="camp")


def test_another_person_signs_at_the_other_end():
    check_receiving(state="under_way", name="Quiet Cedar", sent_by="x", receiver="y")
    assert "somebody else" in refused(check_receiving, state="under_way", name="Quiet Cedar", sent_by="x", receiver="x")


@pytest.mark.parametrize("state", ["received", "cancelled"])
def test_a_transfer_ends_once(state):
    assert refused(check_receiving, state=state, name="Quiet Cedar", sent_by="x", receiver="y")
    assert refused(check_cancelling, state=state, name="Quiet Cedar", reason="The road is closed")


def test_calling_off_says_why():
    check_cancelling(state="under_way", name="Quiet Cedar", reason="The road is closed")
    assert refused(check_cancelling, state="under_way", name="Quiet Cedar", reason=" ") == (
        "Say why they are not going."
    )


def test_an_arrival_lies_between_the_sending_and_now():
    for moment in (None, NOON.replace(second=0)):  # a form gives whole minutes
        check_moment(moment, now=NOON)
        check_reached(moment, sent_at=NOON)
        check_left(moment, arrived_at=NOON)
    assert "not come yet" in refused(check_moment, NOON + timedelta(hours=1), now=NOON)
    assert "before they were sent" in refused(check_reached, NOON - timedelta(hours=1), sent_at=NOON)
    assert "before they came" in refused(check_left, NOON - timedelta(hours=1), arrived_at=NOON)
