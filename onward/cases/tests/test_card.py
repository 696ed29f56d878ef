import threading

import pytest
from django.db import connections

from onward.cases.actions import issue_card, revoke_card
from onward.cases.models import Card, CardTry
from onward.cases.queries import card_for, case_of_card_number
from onward.cases.rules import MOST_TRIES, code_of, new_secret, secret_of
from onward.cases.rules.cards import ALPHABET
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from tests.residents import arrive


@pytest.fixture
def case(programme, cast):
    return arrive(programme, cast.east)


def wrong(pin: str) -> str:
    return f"{(int(pin) + 1) % 1_000_000:06d}"


def test_a_code_is_26_signs_and_forgives_how_it_is_typed():
    secret = new_secret()
    code = code_of(secret)
    assert len(code) == 26
    assert set(code) <= set(ALPHABET)
    typed = " ".join(code[i : i + 4] for i in range(0, 26, 4)).lower().replace("0", "o").replace("1", "l")
    assert secret_of(code) == secret_of(typed) == secret


@pytest.mark.parametrize("odd", ["", "U" * 26, "Z" * 26, "0" * 25, "0" * 27, "0" * 10_000, "😀" * 26, "'; DROP"])
def test_what_is_no_code_says_no_secret(odd):
    assert secret_of(odd) is None


def test_card_and_pin_together_lead_to_the_case(programme, cast, case):
    card = issue_card(cast.salma, case=case)
    assert card_for(card.code, card.pin).id == case
    assert card_for(card.code, "٠١٢٣٤٥٦٧٨٩") is None
    arabic = card.pin.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert card_for(card.code, arabic).id == case
    assert card_for(code_of(new_secret()), card.pin) is None
    assert card_for("", "") is None
    programme.check_rebuild()


def test_staff_find_the_case_by_the_number_that_opens_nothing(programme, cast, case):
    card = issue_card(cast.salma, case=case)
    assert case_of_card_number(cast.sami, f"{card.number[:4]}-{card.number[4:]}".lower()).id == case
    assert case_of_card_number(cast.omar, card.number) is None
    assert case_of_card_number(cast.sami, "") is None
    assert card_for(card.number, card.pin) is None


def test_a_new_card_replaces_the_old_one(programme, cast, case):
    old, new = issue_card(cast.salma, case=case), issue_card(cast.salma, case=case)
    assert card_for(old.code, old.pin) is None
    assert card_for(new.code, new.pin).id == case
    assert Card.objects.filter(stream=case).count() == 1


def test_a_revoked_card_stops(programme, cast, case):
    card = issue_card(cast.salma, case=case)
    revoke_card(cast.salma, case=case, reason="lost")
    assert card_for(card.code, card.pin) is None
    with pytest.raises(RuleBroken):
        revoke_card(cast.salma, case=case)


def test_sent_twice_it_is_one_card_and_its_secret_is_not_shown_again(programme, cast, case):
    entry = new_id()
    card = issue_card(cast.salma, case=case, entry=entry)
    with pytest.raises(RuleBroken):
        issue_card(cast.salma, case=case, entry=entry)
    assert card_for(card.code, card.pin).id == case


def test_another_site_cannot_make_a_card(programme, cast, case):
    with pytest.raises(NotFound):
        issue_card(cast.wafa, case=case)


def test_neither_code_nor_pin_is_kept(programme, cast, case):
    card = issue_card(cast.salma, case=case)
    kept = str(programme.rows()) + str(list(Card.objects.values()))
    assert card.code not in kept
    assert card.pin not in kept.replace(card.number, "")


def test_five_wrong_pins_stop_a_card_and_a_right_one_forgives(programme, cast, case):
    card = issue_card(cast.salma, case=case)
    for _number in range(MOST_TRIES - 1):
        assert card_for(card.code, wrong(card.pin)) is None
    assert card_for(card.code, card.pin).id == case
    for _number in range(MOST_TRIES):
        assert card_for(card.code, wrong(card.pin)) is None
    assert card_for(card.code, card.pin) is None


@pytest.mark.parametrize("many", [12, pytest.param(200, marks=pytest.mark.deep)])
def test_guesses_sent_together_are_counted_one_by_one(programme, cast, case, monkeypatch, many):
    card = issue_card(cast.salma, case=case)
    looked_at: list[str] = []

    def look(hashed, secret, pin):
        looked_at.extend([pin] if hashed else [])
        return False

    monkeypatch.setattr("onward.cases.queries.cards.card_matches", look)
    gate = threading.Barrier(many)

    def guess(number):
        gate.wait()
        card_for(card.code, f"{number:06d}")
        connections.close_all()

    threads = [threading.Thread(target=guess, args=(number,)) for number in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(looked_at) == MOST_TRIES
    assert CardTry.objects.get().tries == MOST_TRIES
