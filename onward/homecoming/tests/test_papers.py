"""Papers and whose hands they are in; civil papers; the nationality claimed and what speaks for it."""

import pytest

from onward.cases.events import FamilyJoined
from onward.homecoming.queries import Standing, kept_papers_for
from onward.homecoming.tests.checks import ActTests
from onward.journal.reading import history
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from tests.cast import client_for, resident
from tests.residents import arrive


class TestMovePaper(ActTests):
    act, actor, before, kind = "move_paper", "lina", "papers", "paper_moved"
    wrong = {"hands": "the moon"}

    def said_now(self, story):
        return {"paper": story.standing.papers[-1].id, "hands": "safe", "words": "She asked for it."}


class TestRecordCivilPaper(ActTests):
    act, actor, before, kind = "record_civil_paper", "lina", "wish", "civil_paper_recorded"
    said = {"paper": "birth_record", "state": "received", "issued_by": "Town hall", "number": "B2"}
    wrong = {"state": "promised"}


class TestClaimNationality(ActTests):
    act, actor, before, kind = "claim_nationality", "sami", "", "nationality_claimed"
    said = {"country": "France", "claimed_by": "resident", "words": "I was born in Lille."}
    wrong = {"claimed_by": "a rumour"}


class TestAddEvidence(ActTests):
    act, actor, before, kind = "add_evidence", "sami", "", "evidence_added"
    said = {"evidence": "relatives", "words": "Her aunt."}
    wrong = {"evidence": "a feeling"}


def door(story):
    return client_for(resident(story.case)).get("/door/way").content.decode()


def test_a_paper_that_is_kept_is_on_the_persons_own_page_and_before_oversight(story, programme):
    story.until("papers")
    assert "You have it." in door(story)
    assert kept_papers_for(story.cast.nadia) == []
    story.do("move_paper", story.cast.lina, paper=story.standing.papers[0].id, hands="authority", holder="The command")
    assert "<bdi>The command</bdi> has it since" in door(story)
    [kept] = kept_papers_for(story.cast.nadia)
    assert (kept.case_name, kept.paper.holder, kept.days) == ("Quiet Cedar", "The command", 0)
    assert "The command" in client_for(story.cast.nadia).get("/homecoming/papers/kept/").content.decode()
    assert client_for(story.cast.salma).get("/homecoming/papers/kept/").status_code == 403
    assert kept_papers_for(story.cast.omar) == []
    programme.check_rebuild()


def test_an_authority_that_has_a_paper_is_named(story):
    with pytest.raises(RuleBroken) as broken:
        story.papers(hands="authority")
    assert broken.value.field == "holder"


def test_without_the_only_paper_the_step_opens_again_until_it_is_found(story):
    story.until("papers")
    paper = story.standing.papers[0].id
    story.do("move_paper", story.cast.lina, paper=paper, hands="lost")
    assert story.open_steps() == ["papers"]
    story.do("move_paper", story.cast.lina, paper=paper, hands="resident")
    assert story.open_steps() == ["return_checked"]


def test_a_civil_paper_takes_nobody_anywhere(story):
    story.until("answer")
    story.papers(paper="civil_paper")
    assert story.open_steps() == ["papers"]


def test_a_childs_paper_is_on_the_files_of_both(story, programme, cast):
    family = new_id()
    child, stranger = (arrive(programme, cast.east, case_name=name, age="child") for name in ("Small Oak", "Far Elm"))
    for case in (story.case, child):
        programme.say(FamilyJoined(family=family), stream=case)
    said = {"paper": "birth_record", "state": "registered", "number": "B2"}
    story.do("record_civil_paper", cast.lina, child=child, **said)
    [paper] = Standing(child).civil_papers
    assert (paper.stream, paper.state) == (story.case, "registered")
    assert history(story.case)[-1].event.number == ""
    for page in (f"/homecoming/{child}/", f"/homecoming/{story.case}/"):
        assert "Birth certificate" in client_for(cast.sami).get(page).content.decode()
    with pytest.raises(NotFound):
        story.do("record_civil_paper", cast.lina, child=stranger, **said)


def test_what_is_claimed_and_what_speaks_for_it_is_sealed_and_theirs_to_read(story, programme):
    story.do("claim_nationality", story.cast.sami, country="France", claimed_by="family", words="Her mother says so.")
    assert history(story.case)[-1].event.country == ""
    story.do("add_evidence", story.cast.sami, evidence="relatives", words="An aunt in Lille.")
    assert history(story.case)[-1].event.words == ""
    assert "<bdi>France</bdi>: this is what was written down as your nationality" in door(story)
    shown = client_for(story.cast.sami).get(f"/homecoming/{story.case}/").content.decode()
    assert "An aunt in Lille." in shown
    programme.check_rebuild()
