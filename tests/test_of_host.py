"""People whom the host employs, in whatever role: no page, list, count or file tells them which way somebody is on."""

import html
import re
from datetime import timedelta
from itertools import product

import pytest
from django.urls import reverse

from onward.access.actions import add_staff
from onward.access.queries import actor_from, staff_for
from onward.access.rules.grants import CASE, COORDINATOR, LAWYER, LIAISON, REVIEWER
from onward.cases.actions import assign_case_worker
from onward.homecoming.tests.story import CONSULATE, Story
from onward.kit.dates import now, today
from onward.pathway import sound, ways
from onward.waiting.actions import hand_matter
from onward.waiting.queries import matters_of
from tests.cast import FOUNDER, PASSWORD, client_for
from tests.test_permissions import PUBLIC, addresses

OF_ALL = ("waiting:see_ways",)
"""Tells every way there is, to all staff, and of nobody which one is theirs."""
STOOD = f"?on={today()}&stood={today()}"
ASKED = {
    "waiting:see_matters": ("?show=silent", "?show=late", "?show=mine", "?show=nobodys", "?show=escalated"),
    "desk:residents": ("", "?who=all"),
    "desk:case_stood": (STOOD,),
    "reports:see_account": ("", STOOD),
}


OFFERED = re.compile(r"<option(?![^>]*selected)[^>]*>[^<]*")
"""What may be chosen from in a form, every country among it, says nothing of anybody."""


def titles_that_tell() -> set[str]:
    """Of every way its own title, and the titles of steps that not everybody's way has."""
    start = sound("default")
    common = {start.title, *(step.title for step in start.steps)}
    told = {title for way in ways() for title in (way.title, *(step.title for step in way.steps))}
    return told - common - {"Transfer"}  # a word of every menu too


@pytest.fixture
def story(programme, cast):
    """Asked of a consulate, refused, appealed; then on the way of one country, and late."""
    story = Story(programme, cast).until("ask")
    story.do("record_answer", cast.lina, asked=story.standing.inquiries[-1].id, answer="refused")
    story.appeal()
    story.do("choose_pathway", cast.sami, pathway="repatriation_france", reason="She is French.")
    return story


def of_host(cast, role):
    added = add_staff(
        FOUNDER, name=f"Host {role}", roles=[role], sites=[cast.east], organisation=cast.group, password=PASSWORD
    )
    return actor_from(staff_for(FOUNDER, added.staff))


def read(client, objects) -> dict[str, str]:
    """All that this browser is answered, at every address that leads to one of these."""
    found = {}
    for name, _route, address in addresses():
        words = list(address.pattern.converters)
        if name in PUBLIC or name in OF_ALL or not objects.keys() >= set(words):
            continue
        for ids in product(*(objects[word] for word in words)):
            for more in ASKED.get(name, ("",)):
                path = reverse(name, kwargs=dict(zip(words, ids, strict=True))) + more
                answer = client.get(path)
                if answer.status_code == 200:
                    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
                    found[path] = html.unescape(OFFERED.sub("", body.decode("utf-8", "replace")))
    return found


def test_nothing_that_they_can_open_says_of_which_country_somebody_is_or_which_way_they_go(programme, cast, story):
    secrets = {"France", CONSULATE, "consulate of", "She is French", *titles_that_tell()}
    told = re.compile("|".join(map(re.escape, sorted(secrets, key=len, reverse=True))))
    theirs = {role: of_host(cast, role) for role in (CASE, LIAISON, COORDINATOR, REVIEWER, LAWYER)}
    assign_case_worker(cast.cora, case=story.case, worker=theirs[CASE].id)
    held = [one for one in matters_of(story.case) if one.kind == "step" and not one.closed_on]
    hand_matter(cast.cora, case=story.case, matter=held[-1].id, staff=theirs[CASE].id, on=today())
    objects = {"case": [story.case], "matter": [one.id for one in held], "site": [cast.east]}
    with programme.at(now() + timedelta(days=90)):
        for role, actor in theirs.items():
            pages = read(client_for(actor), objects)
            assert {path: told.findall(page) for path, page in pages.items() if told.search(page)} == {}, role
            assert reverse("desk:case", args=[story.case]) in pages
        # The same story tells all of that to whoever works for others.
        pages = read(client_for(cast.lina), objects)
    assert {"France", CONSULATE, "Return to France"} <= {one for page in pages.values() for one in told.findall(page)}
