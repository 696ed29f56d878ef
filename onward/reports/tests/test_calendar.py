from datetime import time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from msgspec.structs import replace

from onward.access.actions import change_staff, end_staff
from onward.care.actions import offer_service
from onward.courses.actions import plan_sessions, start_course
from onward.kit.dates import today
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.reports.queries.calendar import calendar_for, clinics_at
from onward.shelter.actions.diary import cancel_occasion, open_feed, plan_occasion, stop_feed, stop_feeds
from onward.shelter.queries.diary import feeds_for
from tests.cast import client_for, resident
from tests.housing import arrive

SOON = today() + timedelta(days=1)


def plan(actor, cast, *, title="Blankets", **said):
    asked = {"sort": "distribution", "day": SOON, "begins": time(9, 30), "minutes": 90, "where": "Big tent", **said}
    plan_occasion(actor, site=cast.east, title=title, entry=new_id(), **asked)


@pytest.fixture
def full(programme, cast):
    plan(cast.salma, cast, times=2)
    plan(cast.salma, cast, title="Tea", sort="meeting", audience="women", begins=time(16))
    course = start_course(
        cast.sami, site=cast.east, title="Sewing", subject="trade", teacher=cast.badia.id, entry=new_id()
    )
    plan_sessions(cast.badia, course=course, day=SOON, begins=time(10), minutes=60, entry=new_id())
    for name, sort in (("Open Clinic", "health"), ("Quiet room", "gbv")):
        offer_service(cast.sami, site=cast.east, name=name, sort=sort, hours="9 to 13", entry=new_id())
    return arrive(programme, cast, "Quiet Cedar", site=cast.east)


def feed_of(actor, cast):
    open_feed(actor, site=cast.east, entry=new_id())
    return reverse("reports:calendar_feed", args=[feeds_for(actor, cast.east)[-1].token])


def test_it_says_what_is_on_and_never_who(cast, full):
    on = calendar_for(cast.sami, cast.east, SOON, SOON + timedelta(days=6))
    assert [(one.title, one.audience) for one in on] == [("Blankets", ""), ("Sewing", ""), ("Tea", "Women")]
    assert [one.name for one in clinics_at(cast.east)] == ["Open Clinic"]
    for show in ("week", "month"):
        page = client_for(cast.salma).get(reverse("reports:see_calendar"), {"show": show, "from": SOON.isoformat()})
        words = page.content.decode()
        assert "Sewing" in words
        assert "Badia" not in words.replace("Badia\n", "")
        assert "Quiet room" not in words
    mine = client_for(resident(full)).get(reverse("door:see_calendar")).content.decode()
    assert "Blankets" in mine
    assert "9 to 13" in mine
    with pytest.raises(NotFound):
        calendar_for(cast.omar, cast.east, SOON, SOON)


def test_what_is_called_off_is_gone_and_nobody_is_named(cast, full):
    cancels = calendar_for(cast.sami, cast.east, SOON, SOON)[0].cancels
    cancel_occasion(cast.sami, occasion=cancels, entry=new_id())
    assert "Blankets" not in [one.title for one in calendar_for(cast.sami, cast.east, SOON, SOON)]
    with pytest.raises(RuleBroken, match="role"):
        plan(cast.salma, cast, title="Talk with quiet CEDAR")
    with pytest.raises(RuleBroken):
        plan(cast.salma, cast, day=today() - timedelta(days=1))


@pytest.mark.parametrize("said", [{"title": "Talk with quiet, CEDAR"}, {"where": "At Windy-Tarn’s tent"}])
def test_nobody_learns_by_trying_whether_somebody_of_that_name_is_here(cast, full, said):
    """Quiet Cedar is here, Windy Tarn is nobody: both are refused by the same sentence."""
    with pytest.raises(RuleBroken) as refused:
        plan(cast.salma, cast, **said)
    assert str(refused.value.args[0]).endswith("could be a case name.")


def test_an_administrator_stops_what_a_lost_telephone_follows(programme, cast, full):
    address, other = feed_of(cast.sami, cast), feed_of(cast.badia, cast)
    with pytest.raises(NotAllowed):
        stop_feeds(cast.salma, staff=cast.sami.id, entry=new_id())
    with pytest.raises(NotFound):
        stop_feeds(
            replace(cast.adam, everywhere=False, sites=frozenset({cast.west})), staff=cast.sami.id, entry=new_id()
        )
    page = reverse("shelter:stop_feeds", args=[cast.sami.id])
    browser = client_for(cast.adam)
    assert page in browser.get(reverse("access:see_staff_member", args=[cast.sami.id])).content.decode()
    feed_of(cast.sami, cast)
    stop_feeds(cast.adam, staff=cast.sami.id, entry=new_id())
    assert [Client().get(one).status_code for one in (address, other)] == [404, 200]
    assert feeds_for(cast.sami, cast.east) == []
    with pytest.raises(RuleBroken, match="no calendar"):
        stop_feeds(cast.adam, staff=cast.sami.id, entry=new_id())
    assert b"They follow no calendar" in browser.get(page).content
    programme.check_rebuild()


def test_a_device_follows_it_without_a_cookie_until_that_is_stopped(cast, full):
    address, device = feed_of(cast.sami, cast), Client()
    answer = device.get(address)
    feed = Calendar.from_ical(answer.content)
    assert {str(one["summary"]) for one in feed.walk("VEVENT")} == {"Blankets", "Tea (Women)", "Sewing"}
    first = next(one for one in feed.walk("VEVENT") if one["summary"] == "Sewing")
    assert (first["dtend"].dt - first["dtstart"].dt) == timedelta(hours=1)
    assert answer.content == device.get(address).content
    assert not answer.cookies
    told = answer.content.decode()
    assert not any(name in told for name in ("Badia", "Sami", "Quiet", cast.east, cast.badia.id, full))
    again = device.get(address, headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    plan(cast.salma, cast, title="Soap")
    assert device.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 200
    with pytest.raises(NotFound):
        stop_feed(cast.cora, feed=feeds_for(cast.sami, cast.east)[0].id, entry=new_id())
    stop_feed(cast.sami, feed=feeds_for(cast.sami, cast.east)[0].id, entry=new_id())
    assert device.get(address).status_code == 404
    assert device.get(reverse("reports:calendar_feed", args=["x" * 32])).status_code == 404


def test_whoever_works_there_no_longer_follows_it_no_longer(cast, full):
    badia, hala = feed_of(cast.badia, cast), feed_of(cast.hala, cast)
    change_staff(cast.adam, staff=cast.badia.id, name="Badia", roles=["teacher"], sites=[cast.west])
    end_staff(cast.adam, staff=cast.hala.id)
    assert [Client().get(address).status_code for address in (badia, hala)] == [404, 404]
