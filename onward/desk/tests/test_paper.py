from datetime import timedelta

import pytest
from django.urls import reverse

from onward.cases.actions import print_sheets
from onward.cases.queries import case_for, history_for, sheet_of_code, sheets_for
from onward.journal.reading import history
from onward.kit.dates import today
from onward.kit.ids import new_id
from tests.cast import client_for
from tests.housing import arrive

YESTERDAY = today() - timedelta(days=1)


def sheet(actor, site, sort):
    print_sheets(actor, site=site, sort=sort, many=1, entry=(entry := new_id()))
    return sheets_for(actor, entry)[0]


def opened(client, code, **more):
    """The screen that a code leads to, and what its form would send."""
    led = client.get(reverse("desk:enter_sheet"), {"code": code, "on": YESTERDAY.isoformat(), **more})
    assert led.status_code == 302, led.content.decode()
    page = client.get(led.url)
    assert page.status_code == 200
    return led.url, page


def refused(client, code, **more):
    return client.get(reverse("desk:enter_sheet"), {"code": code, "on": YESTERDAY.isoformat(), **more})


def test_a_roster_on_paper_is_entered_once_of_the_day_that_it_tells_of(programme, cast):
    case = arrive(programme, cast, site=cast.east)
    paper, client = sheet(cast.salma, cast.east, "roster"), client_for(cast.salma)
    assert "Quiet Cedar" in client.get(reverse("desk:see_sheets", args=[paper.printed])).content.decode()
    url, page = opened(client, paper.code.lower())
    assert paper.entry in page.content.decode()
    said = {"entry": paper.entry, "present": [case]}
    assert client.post(url, said).status_code == 302
    assert client.post(url, said).status_code == 302
    (taken,) = [one for one in history(cast.east) if one.kind == "shelter.presence_taken"]
    assert (taken.id, taken.day, taken.precision) == (paper.entry, YESTERDAY, "day")
    assert "already" in refused(client, paper.code).content.decode()


def test_arrivals_on_paper_become_files_that_say_from_where_they_are(programme, cast):
    paper, client = sheet(cast.rosa, cast.checkpoint, "arrival"), client_for(cast.rosa)
    url, page = opened(client, paper.code, people="3")
    shown = page.context["form"]
    assert len(shown.people) == 3
    assert shown["entry"].value() == paper.entry
    at = f"{YESTERDAY.isoformat()}T05:40"
    said = {"entry": paper.entry, "language": "fr", "happened_at": at, "site": cast.checkpoint, "count": "3"}
    answer = client.post(url, said)
    assert answer.status_code == 302, answer.content.decode()
    cases = programme.sql("SELECT id FROM cases_case")
    assert len(cases) == 3
    for (case,) in cases:
        arrived = history_for(cast.rosa, case_for(cast.rosa, case))[0]
        assert arrived.day == YESTERDAY
        assert any(paper.code[:3] in words for _field, words in arrived.lines)
    client.post(url, said)
    assert len(programme.sql("SELECT id FROM cases_case")) == 3


@pytest.mark.parametrize("sort", ["need", "incident"])
def test_a_need_and_an_incident_on_paper_open_with_their_day(programme, cast, sort):
    arrive(programme, cast, site=cast.east)
    paper, client = sheet(cast.sami, cast.east, sort), client_for(cast.sami)
    if sort == "need":
        assert refused(client, paper.code, person="Nobody Here").status_code == 422
    _url, page = opened(client, paper.code, person="quiet cedar")
    form = page.context["form"]
    assert (form["entry"].value(), form["on"].value()) == (paper.entry, YESTERDAY)
    assert "paper form" in page.content.decode()


def test_a_code_of_another_site_is_no_code(cast):
    paper = sheet(cast.salma, cast.east, "incident")
    assert sheet_of_code(cast.omar, paper.code) is None
    assert "No form of your sites" in refused(client_for(cast.omar), paper.code).content.decode()
    assert client_for(cast.omar).get(reverse("desk:see_sheets", args=[paper.printed])).status_code == 404


def test_the_list_of_the_day_is_for_those_who_may_see_who_is_here(programme, cast):
    arrive(programme, cast, site=cast.east)
    assert "Quiet Cedar" in client_for(cast.salma).get(reverse("desk:see_daily_list")).content.decode()
    assert client_for(cast.badia).get(reverse("desk:see_daily_list")).status_code == 403
    assert "Quiet Cedar" not in client_for(cast.wafa).get(reverse("desk:see_daily_list")).content.decode()


def test_a_form_of_another_sort_or_site_is_not_used_up_by_a_page(programme, cast):
    arrive(programme, cast, site=cast.east)
    incident, roster = sheet(cast.sami, cast.east, "incident"), sheet(cast.sami, cast.east, "roster")
    for actor, name, site, paper in (
        (cast.salma, "take_roster", cast.east, incident),
        (cast.sami, "record_incident", cast.east, roster),
        (cast.cora, "record_incident", cast.west, incident),
    ):
        page = client_for(actor).get(reverse(f"shelter:{name}", args=[site]), {"paper": paper.code})
        assert page.status_code == 200
        assert paper.entry not in page.content.decode()
    own = client_for(cast.sami).get(reverse("shelter:record_incident", args=[cast.east]), {"paper": incident.code})
    assert incident.entry in own.content.decode()
