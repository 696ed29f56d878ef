import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import client_for
from tests.residents import arrive

URL = reverse("desk:residents")


def page(client, **query):
    return client.get(URL, query).content.decode()


def test_a_row_says_where_they_stand_and_who_holds_it(cast, story):
    rows = page(client_for(cast.cora))
    for word in (story.name(story.quiet), "Nationality", "The consulate of France", "nobody", "51 days late"):
        assert word in rows


def test_lists_are_narrowed_by_site_and_stage(cast, story):
    cora = client_for(cast.cora)
    assert story.name(story.quiet) not in page(cora, site=cast.checkpoint)
    assert story.name(story.new) in page(cora, site=cast.checkpoint)
    assert story.name(story.quiet) in page(cora, stage="nationality")
    assert story.name(story.clear) not in page(cora, stage="nationality")


@pytest.mark.parametrize("query", [{"site": "x" * 999}, {"stage": "<b>"}, {"after": "'; DROP"}, {"who": "\0"}])
def test_a_choice_that_makes_no_sense_is_no_choice(cast, story, query):
    answer = client_for(cast.cora).get(URL, query)
    assert answer.status_code == 200
    assert story.name(story.quiet) in answer.content.decode()


def test_another_site_is_not_listed(cast, story):
    rows = page(client_for(cast.omar), site=cast.east)
    assert story.name(story.quiet) not in rows


def test_pages_follow_one_another_without_a_gap(programme, cast):
    names = {f"Quiet Cedar {number}" for number in range(30)}
    for name in names:
        arrive(programme, cast.east, case_name=name)
    sami = client_for(cast.sami)
    first = sami.get(URL)
    second = sami.get(first.context["older"])
    told = [[row["name"] for row in one.context["rows"]] for one in (first, second)]
    assert [len(one) for one in told] == [25, 5]
    assert {*told[0], *told[1]} == names
    assert not second.context["older"]


def test_twenty_five_rows_cost_no_more_questions_than_two(programme, cast, story):
    sami = client_for(cast.sami)
    page(sami)
    with CaptureQueriesContext(connection) as asked:
        page(sami)
    few = len(asked)
    for number in range(25):
        arrive(programme, cast.east, case_name=f"Long Shore {number}")
    with CaptureQueriesContext(connection) as asked:
        page(sami)
    assert 0 < len(asked) <= few


def test_unexplained_days_are_counted_for_those_whom_nobody_holds(cast, story):
    rows = client_for(cast.nadia).get(reverse("desk:unexplained")).context["rows"]
    assert [(row.of.case, row.of.unexplained, row.of.days) for row in rows if row.of.now] == [(story.clear, 58, 60)]
