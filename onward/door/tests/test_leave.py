"""Leave to go: whose move it is, by office, whether they refuse or never answer."""

import re
from datetime import timedelta

from onward.homecoming.tests.story import Story
from onward.kit.dates import now
from tests.cast import client_for, resident


def text(story):
    page = client_for(resident(story.case)).get("/door/way").content.decode()
    page = re.sub(r'<span class="print-only">.*?</span>', "", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_an_office_that_never_answers_is_named_with_the_days(programme, cast):
    story = Story(programme, cast).until("go")
    assert "Office for the displaced was asked on" in text(story)
    with programme.at(now() + timedelta(days=12)):
        page = text(story)
        assert "There has been no answer for 12 days. It should have taken no longer than 7 days." in page
        shown = client_for(cast.sami).get(f"/homecoming/{story.case}/").content.decode()
    assert "Office for the displaced" in shown
    assert "Karim" in shown
    assert "Karim" not in page[page.index("May I leave?") : page.index("The way")]


def test_an_office_that_refuses_is_named_with_the_day_and_the_ground(programme, cast):
    story = Story(programme, cast).until("go")
    story.do("refuse_exit", cast.karim)
    assert re.search(r"Office for the displaced refused you leave to go on .{3,20} Ground: none given", text(story))
    story.exit()
    assert "Leave to go was given on" in text(story)
