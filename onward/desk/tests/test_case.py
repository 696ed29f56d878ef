import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from onward.access.queries import readings_for
from onward.cases.actions import note_identity
from onward.homecoming.actions import choose_pathway
from onward.homecoming.queries import Standing, recordable
from onward.kit.dates import today
from onward.kit.ids import new_id
from tests.cast import client_for

LINK = re.compile(r'href="([^"]+)"')


def url(case):
    return reverse("desk:case", args=[case])


def page(actor, case):
    return client_for(actor).get(url(case)).content.decode()


def test_the_file_says_what_is_known_and_what_is_not(cast, story):
    told = page(cast.sami, story.quiet)
    for words in ("The account of 60 days", "the site command", "none given", "Azaz East", "French", "To go home"):
        assert words in told
    assert "The next move is with The consulate of France." in told
    assert "A question" in told


def test_the_days_on_the_page_add_up(cast, story):
    file = client_for(cast.sami).get(url(story.quiet)).context["file"]
    assert sum(part.length for part in file.days.parts) == file.days.days == 60


def test_one_green_button_is_the_next_act_of_whoever_may_do_it(cast, story):
    assert client_for(cast.lina).get(url(story.quiet)).context["next"].words == "Record the answer"
    assert client_for(cast.sami).get(url(story.quiet)).context["next"] is None
    assert client_for(cast.sami).get(url(story.clear)).context["next"].words == "Record their wish"
    assert page(cast.lina, story.quiet).count('class="button go"') == 1


def test_a_check_by_two_is_the_next_act_only_for_the_second(cast, story):
    story.told(story.clear)
    assert client_for(cast.lina).get(url(story.clear)).context["next"].words == "Check that asking is safe"
    assert client_for(cast.sami).get(url(story.clear)).context["next"] is None


@pytest.mark.parametrize("who", ["rosa", "salma", "sami", "lina", "cora", "nadia"])
def test_every_button_leads_where_its_reader_may_go(cast, story, who):
    client = client_for(getattr(cast, who))
    case = story.new if who == "rosa" else story.quiet
    shown = client.get(url(case)).context
    buttons = [*shown["holding"], *filter(None, [shown["next"]])]
    addresses = {*LINK.findall(shown["acts"]), *(button.url for button in buttons)}
    addresses = {address for address in addresses if "card/" not in address}
    assert len(addresses) >= 2
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_how_a_step_stands_is_asked_only_of_those_who_may_say_it(cast, story):
    """A consulate's answer and an officer's decision have acts of their own; a step of an office has its office."""
    step = reverse("homecoming:record_step", args=[story.quiet])
    for who in (cast.sami, cast.lina, cast.salma, cast.cora, cast.nadia):
        assert (step in page(who, story.quiet)) == bool(recordable(who, Standing(story.quiet)))
    assert step not in page(cast.sami, story.quiet)
    choose_pathway(cast.sami, case=story.quiet, entry=new_id(), on=today(), pathway="cannot_return", reason="Unsafe.")
    assert step in page(cast.sami, story.quiet)


def test_opening_a_file_is_noted_once_a_day(cast, story):
    for _time in range(3):
        page(cast.lina, story.quiet)
    assert [one.name for one in readings_for(cast.sami, story.quiet)] == ["Lina"]
    assert "Lina" in page(cast.sami, story.quiet)
    assert "Who has seen this file" in page(cast.sami, story.quiet)


def test_a_name_and_the_reasons_of_a_check_are_not_on_it(cast, story):
    note_identity(cast.sami, case=story.quiet, names=("Amina",), nationality="FR", entry=new_id())
    for actor in (cast.sami, cast.lina, cast.cora, cast.nadia, cast.salma):
        told = page(actor, story.quiet)
        assert "Amina" not in told
        assert "Two lawyers" not in told
        assert "Nobody asks" not in told


def test_another_site_gets_404(cast, story):
    assert client_for(cast.omar).get(url(story.quiet)).status_code == 404
    assert client_for(cast.sami).get(url(new_id())).status_code == 404


def test_a_file_costs_a_fixed_number_of_questions(cast, story):
    sami = client_for(cast.sami)
    sami.get(url(story.quiet))
    with CaptureQueriesContext(connection) as asked:
        sami.get(url(story.quiet))
    assert 0 < len(asked) <= 23
