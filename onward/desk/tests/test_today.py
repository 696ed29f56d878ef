import pytest
from django.test import Client
from django.urls import reverse

from onward.desk.queries.today import today_for
from tests.cast import client_for, resident


def lines(page, title):
    return next([line.case for line in one.lines] for one in page.sections if one.title == title)


def figures(page):
    return {one.text: one.number for one in page.figures}


def test_everyone_is_led_to_their_own_first_page(programme, cast):
    assert client_for(cast.sami).get("/").url == reverse("desk:today")
    assert Client().get("/").url == reverse("account_login")
    assert "door" in client_for(resident("0" * 32)).get("/").url


def test_the_sign_in_page_leads_to_the_door(programme):
    assert "I have a card" in Client().get(reverse("account_login")).content.decode()


def test_a_case_worker_sees_questions_and_who_has_nobody(cast, story):
    page = today_for(cast.sami)
    assert page.title == "Today at Azaz East"
    assert lines(page, "Questions to answer") == [story.name(story.quiet)]
    assert lines(page, "Without a case worker") == [story.name(story.clear)]
    assert figures(page)["residents in your care"] == "1"


def test_a_reception_officer_sees_who_is_here_and_has_one_green_button(cast, story):
    page = today_for(cast.rosa)
    assert page.go.words == "Record an arrival"
    assert story.name(story.new) in lines(page, "Here now")
    assert lines(page, "On the road") == [story.name(story.road)]


def test_a_site_manager_sees_who_is_on_the_road_and_what_is_free(cast, story):
    page = today_for(cast.salma)
    assert lines(page, "On the road to us") == [story.name(story.road)]
    assert figures(page)["residents"] == "2"
    assert figures(page)["places free"] == "12"


def test_a_liaison_sees_who_waits_for_an_answer(cast, story):
    assert lines(today_for(cast.lina), "Answers waited for") == [story.name(story.quiet)]


@pytest.mark.parametrize("who", ["cora", "nadia"])
def test_coordinator_and_oversight_see_what_nobody_holds(cast, story, who):
    page = today_for(getattr(cast, who))
    assert story.name(story.clear) in lines(page, "Held by nobody: unexplained")
    assert story.name(story.clear) in lines(page, "Late")
    shown = [line.owed.id for section in page.sections for line in section.lines if line.owed]
    assert len(shown) == len(set(shown)), "a matter stands once, in the first list that it belongs to"


def test_a_custody_officer_sees_exits_and_no_file(cast, story):
    karim = client_for(cast.karim)
    page = karim.get(reverse("desk:today")).content.decode()
    assert "No exit waits for your decision." in page
    assert story.name(story.quiet) not in page
    assert karim.get(reverse("desk:case", args=[story.quiet])).status_code == 403


def test_an_administrator_is_shown_what_to_set_up(cast, programme):
    page = today_for(cast.adam)
    assert [line.tag for line in page.sections[0].lines] == [*["done"] * 4, "to do"]  # no key of oversight yet
    assert page.go is not None
    assert page.go.url == reverse("oversight:see_feed")


@pytest.mark.parametrize(("who", "list_"), [("ravi", "relief:see_things"), ("badia", "courses:see_courses")])
def test_whose_day_is_a_list_elsewhere_is_led_to_it(cast, who, list_):
    assert today_for(getattr(cast, who)).go.url == reverse(list_)


def test_another_site_sees_nothing_of_them(cast, story):
    page = client_for(cast.omar).get(reverse("desk:today")).content.decode()
    assert not any(story.name(case) in page for case in (story.quiet, story.clear, story.road, story.new))
