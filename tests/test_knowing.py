"""Of one file, each of the staff learns what their work needs, and not who wishes what or asked what."""

from datetime import timedelta

import pytest
from django.urls import reverse
from msgspec.structs import replace

from onward.access.queries import readings_for
from onward.care.actions import ask_question
from onward.cases.actions import open_identity
from onward.cases.events import FamilyJoined
from onward.homecoming.tests.story import CONSULATE, Story
from onward.kit.dates import now, today
from onward.kit.ids import new_id
from onward.waiting.queries import matters_of
from tests.cast import client_for, resident
from tests.residents import arrive

WORDS = "Does my brother know?"
REASON = "For the letter to Ankara"
SECRETS = (WORDS, REASON, "The consulate of France", "Wish recorded", "A wish", "Consent")


@pytest.fixture
def story(programme, cast):
    """At the place where Rosa receives: she may see the file, and mend what she wrote in it."""
    story = Story(programme, replace(cast, east=cast.checkpoint, sami=replace(cast.sami, everywhere=True)))
    open_identity(story.cast.sami, case=story.case, reason=REASON)
    ask_question(resident(story.case), case=story.case, words=WORDS, entry=new_id())
    story.until("consent")
    return story


def page(actor, name, *ids, status=200):
    answer = client_for(actor).get(reverse(name, args=ids))
    assert answer.status_code == status
    return answer.content.decode()


def test_reception_sees_of_the_history_what_its_work_needs(story, cast):
    shown = page(cast.rosa, "cases:see_history", story.case) + page(cast.rosa, "desk:case", story.case)
    assert [secret for secret in SECRETS if secret in shown] == []
    whole = page(cast.cora, "cases:see_history", story.case)
    assert WORDS in whole
    assert REASON in whole
    assert "The consulate of France" in whole


def test_what_may_not_be_known_is_not_found_by_its_address(programme, story, cast):
    hidden = programme.sql("SELECT id FROM journal_entry WHERE stream = %s ORDER BY seq", story.case)[2:]
    assert len(hidden) == 4
    for (entry,) in hidden:
        page(cast.rosa, "cases:correct_entry", story.case, entry, status=404)
        page(cast.rosa, "cases:withdraw_entry", story.case, entry, status=404)


def test_who_reads_the_history_or_finds_a_file_by_a_name_has_read_the_file(programme, story, cast):
    page(cast.nadia, "cases:see_history", story.case)
    client_for(cast.rosa).post(reverse("reception:look_first"), {"look": "Quiet Cedar"})
    assert {each.name for each in readings_for(cast.cora, story.case)} >= {"Nadia", "Rosa"}


def test_a_relative_elsewhere_is_not_named(programme, story, cast):
    family = new_id()
    away = arrive(programme, cast.west, case_name="Distant Heron")
    for case in (story.case, away):
        programme.say(FamilyJoined(family=family), stream=case)
    assert "Distant Heron" not in page(cast.rosa, "desk:case", story.case)
    assert "Distant Heron" not in page(cast.rosa, "cases:link_family", story.case)
    assert "Distant Heron" in page(cast.cora, "desk:case", story.case)


TOLD = ("A lawyer of their own", "The charge and its ground", "Safeguards", "Before the court", "Referral to justice")


def test_whoever_keeps_them_learns_from_no_title_which_way_they_are_on(programme, cast):
    """ "The charge, in writing" says that a court is to hear somebody; "one of many steps" says nothing."""
    story = Story(programme, cast).until("wish")
    story.do("choose_pathway", cast.sami, pathway="justice", reason="A court asks for her.")
    open_now = [one.id for one in matters_of(story.case) if one.kind == "step" and not one.closed_on]
    paths = [reverse(name) for name in ("desk:today", "desk:residents", "reports:see_waits", "reports:see_account")]
    paths += [reverse("waiting:see_matters") + "?show=silent", reverse("desk:case", args=[story.case])]
    paths += [reverse("desk:case_stood", args=[story.case]), reverse("cases:see_history", args=[story.case])]
    paths += [reverse("waiting:hand_matter", args=[story.case, one]) for one in open_now]
    with programme.at(now() + timedelta(days=90)):
        stood = f"?site={cast.east}&on={today()}&stood={today()}"
        paths.append(reverse("reports:see_account") + stood)
        seen_by = {}
        for who in (cast.salma, cast.cora):
            pages = [client_for(who).get(path).content.decode() for path in paths]
            seen_by[who.id] = [title for title in TOLD if any(title in shown for shown in pages)]
            unnamed = [path for path, shown in zip(paths, pages, strict=True) if "A step of the way onward" in shown]
            assert bool(unnamed) is (who is cast.salma)
        assert seen_by == {cast.salma.id: [], cast.cora.id: list(TOLD)}
        case = page(cast.salma, "desk:case", story.case)
        assert "Two people check that no harm threatens there" not in case
        assert "Two people check that going is safe" in case


@pytest.mark.parametrize("name", ["salma", "wafa"])
def test_no_screen_of_whoever_keeps_them_names_the_body_that_was_asked_or_the_country(programme, cast, name):
    """The name of a consulate, or of a way to one country, says of which country somebody is."""
    story = Story(programme, cast).until("ask")
    story.do("record_answer", cast.lina, asked=story.standing.inquiries[-1].id, answer="refused")
    story.appeal()
    story.do("choose_pathway", cast.sami, pathway="repatriation_france", reason="She is French.")
    manager = getattr(cast, name)
    step = next(one.id for one in matters_of(story.case) if one.holder_name == CONSULATE and not one.closed_on)
    of_them = [("desk:case", story.case), ("desk:case_stood", story.case), ("waiting:hand_matter", story.case, step)]
    lists = [("waiting:see_matters",), ("desk:residents",), ("reports:see_waits",), ("reports:see_account",)]
    lists += [("desk:today",), ("reports:see_departures",)]
    stood = f"?on={today()}&stood={today()}"
    with programme.at(now() + timedelta(days=90)):
        for path, *ids in [*lists, *(of_them if manager is cast.salma else [])]:
            for more in ("", "?show=silent", stood):
                answer = client_for(manager).get(reverse(path, args=ids) + more)
                assert answer.status_code == 200, path
                assert "France" not in answer.content.decode(), (path, more)
        assert "The consulate of France" in page(cast.lina, "desk:case", story.case)
        assert "Return to France" in page(cast.lina, "desk:case", story.case)
        assert "with a body outside" in page(cast.salma, "desk:case", story.case)
