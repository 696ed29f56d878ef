from datetime import timedelta

import pytest

from onward.homecoming.tests.checks import ActTests
from onward.journal.reading import history
from onward.kit.dates import today
from onward.kit.errors import RuleBroken


class TestRecordPapers(ActTests):
    act, actor, before, kind, outsider = "record_papers", "lina", "answer", "papers_recorded", "sami"
    said = {"paper": "travel_document", "issued_by": "The consulate", "number": "X-77", "hands": "resident"}
    wrong = {"paper": "a promise"}


def test_its_number_is_sealed_with_the_identity(story):
    story.until("papers")
    assert history(story.case)[-1].event.number == ""
    assert story.last().number == "X-77"


def test_a_passport_may_be_there_from_the_first_day(story):
    story.papers(paper="passport")
    assert [paper.paper for paper in story.standing.papers] == ["passport"]


def test_it_refuses_a_paper_that_has_run_out(story):
    with pytest.raises(RuleBroken) as broken:
        story.papers(valid_until=today() - timedelta(days=1))
    assert broken.value.field == "valid_until"
