import pytest

from onward.care.actions import answer_question, ask_question, note_question
from onward.care.models import Question
from onward.care.queries import questions_of
from onward.cases.actions import assign_case_worker
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.waiting.queries import matters_of
from tests.cast import client_for, resident
from tests.housing import arrive

WORDS = "Pourquoi suis-je encore ici ?"


@pytest.fixture
def case(programme, cast):
    case = arrive(programme, cast, site=cast.east)
    assign_case_worker(cast.salma, case=case, worker=cast.sami.id, entry=new_id())
    return case


def asked_by(actor, case):
    entry = new_id()
    ask_question(actor, case=case, words=WORDS, entry=entry)
    return entry


def answers_owed(case):
    return [matter for matter in matters_of(case) if matter.kind == "question" and matter.closed_on is None]


def test_a_resident_asks_and_the_case_worker_owes_the_answer(programme, cast, case):
    asked_by(resident(case), case)
    (owed,) = answers_owed(case)
    assert (owed.holder_kind, owed.holder_name) == ("staff", "Sami")
    (question,) = questions_of(resident(case), case)
    assert (question.words, question.noted_by, question.answered_on) == (WORDS, "", None)
    programme.check_rebuild()


def test_without_a_case_worker_nobody_owes_it(programme, cast):
    case = arrive(programme, cast, site=cast.east)
    asked_by(resident(case), case)
    (owed,) = answers_owed(case)
    assert (owed.holder_kind, owed.office) == ("nobody", "case_worker")


def test_the_answer_stands_under_a_name_on_the_resident_s_page(programme, cast, case):
    question = asked_by(resident(case), case)
    answer_question(cast.sami, question=question, words="The consulate has not answered.", entry=new_id())
    (seen,) = questions_of(resident(case), case)
    assert (seen.answer, seen.answered_by) == ("The consulate has not answered.", "Sami")
    assert answers_owed(case) == []
    with pytest.raises(RuleBroken, match="Sami has answered this question already"):
        answer_question(cast.sami, question=question, words="Once more", entry=new_id())
    programme.check_rebuild()


def test_staff_note_what_was_asked_aloud(programme, cast, case):
    note_question(cast.sami, case=case, words=WORDS, entry=new_id())
    assert Question.objects.get().noted_by == "Sami"


def test_nobody_asks_or_reads_for_another(programme, cast, case):
    other = arrive(programme, cast, "Clear River", site=cast.east)
    with pytest.raises(NotFound):
        asked_by(resident(other), case)
    with pytest.raises(NotFound):
        questions_of(resident(other), case)
    with pytest.raises(NotAllowed):
        asked_by(cast.sami, case)


def test_it_needs_the_role_and_the_site(programme, cast, case):
    question = asked_by(resident(case), case)
    for actor, refusal in ((cast.salma, NotAllowed), (cast.omar, NotFound), (resident(case), NotAllowed)):
        with pytest.raises(refusal):
            answer_question(actor, question=question, words="No", entry=new_id())


def test_an_empty_question_is_refused_and_a_double_one_written_once(programme, cast, case):
    with pytest.raises(RuleBroken, match=r"Write the question\."):
        ask_question(resident(case), case=case, words=" \n ", entry=new_id())
    entry = new_id()
    for _time in range(2):
        ask_question(resident(case), case=case, words=WORDS, entry=entry)
    assert Question.objects.count() == 1


def test_the_pages_note_and_answer(programme, cast, case):
    sami = client_for(cast.sami)
    address = f"/care/cases/{case}/questions/"
    assert "No question has been asked yet." in sami.get(address).content.decode()
    assert sami.post(address, {"words": WORDS, "entry": new_id()}).status_code == 302
    question = Question.objects.get().id
    assert "noted by Sami" in sami.get(address).content.decode()
    answer = f"/care/questions/{question}/answer/"
    assert WORDS in sami.get(answer).content.decode()
    for wrong in ({"words": ""}, {"words": "x" * 5000}, {"words": "Yes", "language": "xx"}):
        assert sami.post(answer, {"entry": new_id(), **wrong}).status_code == 422
    assert sami.post(answer, {"words": "Tomorrow <b>", "language": "fr", "entry": new_id()}).status_code == 302
    assert "Tomorrow &lt;b&gt;" in sami.get(address).content.decode()
    assert client_for(cast.omar).get(address).status_code == 404
