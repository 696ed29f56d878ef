"""The pages of care and what stands in people's way on them, on a desk and on a phone."""

import pytest

from onward.care.actions import answer_question, note_question
from onward.cases.events import CompanionNoted, Opens
from onward.kit.ids import new_id
from tests.cast import client_for
from tests.housing import arrive

pytestmark = pytest.mark.browser


@pytest.fixture
def pages(programme, cast):
    case, need, open_question, answered = arrive(programme, cast, site=cast.east), new_id(), new_id(), new_id()
    wants = Opens(id=need, kind="need", what="hurt", norm=0)
    programme.say(CompanionNoted(other=new_id(), opens=(wants,)), stream=case)
    note_question(cast.sami, case=case, words="Quand pourrai-je appeler ma mère ?", entry=answered)
    answer_question(cast.sami, question=answered, words="Jeudi, à dix heures.", language="fr", entry=new_id())
    note_question(cast.sami, case=case, words="لماذا ما زلت هنا؟", entry=open_question)
    return {
        "questions": f"/care/cases/{case}/questions/",
        "answer": f"/care/questions/{open_question}/answer/",
        "need": f"/care/cases/{case}/needs/{need}/met/",
    }


def test_nothing_stands_in_the_way(show, cast, pages):
    sami = client_for(cast.sami)
    answers = {name: sami.get(address) for name, address in pages.items()}
    assert {name for name, answer in answers.items() if answer.status_code != 200} == set()
    for name, answer in answers.items():
        shown = show(answer.content.decode(), answer["Content-Security-Policy"])
        assert shown.faults(f"care-{name}") == []
