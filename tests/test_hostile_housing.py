"""Wrong, missing, absurd and hostile values in every form of shelter and care: one sentence, nothing written."""

import pytest

from onward.care.actions import note_question
from onward.cases.events import CompanionNoted, Opens
from onward.cases.queries import case_for
from onward.journal.models import JournalEntry
from onward.kit.ids import new_id
from onward.shelter.actions import send_transfer
from tests.cast import client_for
from tests.housing import arrive

ABSURD = (
    "",
    "\x00",
    "x" * 100_000,
    "<script>alert(1)</script>",
    "'; DROP TABLE places_place; --",
    "\u202e\ufeff",
    "-1",
)
TEXT = {"note", "reason", "words"}


@pytest.fixture
def forms(programme, cast):
    """(who, address, what holds) of every form."""
    road, need, question = new_id(), new_id(), new_id()
    gone, here = arrive(programme, cast), arrive(programme, cast, "Clear River", site=cast.east)
    send_transfer(cast.rosa, people=[gone], to_site=cast.east, entry=road)
    waits = arrive(programme, cast, "Long Shore")
    programme.say(CompanionNoted(other=new_id(), opens=(Opens(id=need, kind="need", what="cold"),)), stream=here)
    note_question(cast.sami, case=here, words="Until when?", entry=question)
    version = case_for(cast.sami, here).version
    sending = {"people": [waits], "to_site": cast.east, "happened_at": "", "note": ""}
    return [
        (cast.rosa, "/shelter/transfers/send/", sending),
        (cast.salma, f"/shelter/transfers/{road}/receive/", {"people": [gone], "happened_at": "", "note": ""}),
        (cast.rosa, f"/shelter/transfers/{road}/cancel/", {"people": [gone], "reason": "No road"}),
        (cast.sami, f"/shelter/cases/{here}/place/", {here: "a place", "version": version}),
        (cast.sami, f"/care/cases/{here}/questions/", {"words": "Why?"}),
        (cast.sami, f"/care/questions/{question}/answer/", {"words": "Soon.", "language": "fr"}),
        (cast.sami, f"/care/cases/{here}/needs/{need}/met/", {"note": ""}),
    ]


def test_what_does_not_hold_writes_nothing(programme, forms):
    before, wrong = JournalEntry.objects.count(), []
    for actor, address, holds in forms:
        client = client_for(actor)
        for field in (*holds, "entry"):
            for value in ABSURD:
                if field in TEXT and value not in ("\x00", "x" * 100_000):
                    continue  # words may be anything that can be written down
                if not value and field in ("happened_at", "note", "language"):
                    continue
                answer = client.post(address, {"entry": new_id(), **holds, field: value})
                if answer.status_code not in (409, 422):
                    wrong.append((address, field, value[:20], answer.status_code))
    assert wrong == []
    assert JournalEntry.objects.count() == before


def test_addresses_of_nothing_are_not_found(programme, cast):
    salma, sami = client_for(cast.salma), client_for(cast.sami)
    for nothing in (new_id(), "x", "%00", "..%2f..", "%F0%9F%90%AB"):
        for address in (
            f"/shelter/sites/{nothing}/",
            f"/shelter/blocks/{nothing}/",
            f"/shelter/cases/{nothing}/place/",
            f"/shelter/transfers/{nothing}/receive/",
            f"/shelter/transfers/{nothing}/cancel/",
            f"/shelter/transfers/send/?case={nothing}",
        ):
            assert salma.get(address).status_code == 404, address
        assert sami.get(f"/care/questions/{nothing}/answer/").status_code == 404
        assert sami.get(f"/care/cases/{nothing}/questions/").status_code == 404
    assert salma.get("/shelter/transfers/?before=%00'").status_code == 200
