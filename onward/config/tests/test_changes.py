"""What a stale page tells of what others wrote: to each only what they would learn elsewhere too."""

import pytest
from django.urls import reverse

from onward.config.changes import changes_for
from onward.homecoming.tests.story import Story
from onward.journal.reading import history
from onward.kit.dates import today
from onward.kit.ids import new_id
from tests.cast import client_for


@pytest.fixture
def story(programme, cast):
    return Story(programme, cast).until("go")


def told(story, actor):
    return [change.what for change in changes_for([entry.id for entry in history(story.case)], actor)]


def test_who_may_see_the_history_is_told_everything(story, cast):
    assert len(told(story, cast.sami)) == len(told(story, cast.nadia)) == len(history(story.case))


def test_reception_is_told_nothing_of_the_way_onward(story, cast):
    assert told(story, cast.rosa) == ["Arrived", "May the person leave: recorded"]


def test_the_officer_of_the_custody_holder_is_told_nothing_of_the_file(story, cast):
    assert told(story, cast.karim) == []
    client, url = client_for(cast.karim), reverse("homecoming:refuse_exit", args=[story.case])
    today_ = str(today())
    answer = client.post(url, {"entry": new_id(), "version": new_id(), "on": today_})
    assert answer.status_code == 409
    page = answer.content.decode()
    for word in ("Nationality asked", "Contact checked", "Wish recorded", "Sami", "Lina"):
        assert word not in page
    refused = story.do("refuse_exit", cast.karim)
    assert told(story, cast.karim) == ["Exit refused"]
    assert refused
