"""What a resident reads about themselves, and what they never read."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from onward.care.queries import questions_of
from onward.cases.actions import record_liberty
from onward.cases.events import Holder, Opens
from onward.door.tests.story import ALIAS, DAYS, NAMES
from onward.door.views import entering
from onward.homecoming.events import ArrivalConfirmed
from onward.homecoming.queries import Standing
from onward.homecoming.tests.story import Story
from onward.journal.reading import history
from onward.kit.dates import today
from onward.kit.ids import new_id
from onward.shelter.events import Placed
from onward.ui.templatetags.look import day_words
from tests.cast import client_for, resident

PAGES = ("/door/way", "/door/questions")


def text(client, address="/door/way", language="en"):
    client.cookies["onward_language"] = language
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.fixture
def client(stay):
    return stay.lived().browser()


def test_the_steps_are_named_to_the_person_and_in_another_language_never_in_english(client):
    english, french = text(client), text(client, language="fr")
    assert "The country confirms your nationality" in english
    assert "The country confirms nationality" not in english
    assert not [said for said in ("The country confirms", "You are asked whether") if said in french]


def test_it_says_first_what_is_waited_for_and_whose_move_it_is(client):
    page = text(client)
    first = page.index("We wait for its answer.")
    asked = page.index("The next move is with The consulate of France.")
    ahead = page.index("What happens next: Your travel document")
    assert first < asked < ahead < page.index("May I leave?") < page.index("The way", first)
    assert "This has taken 81 days so far." in page


def test_the_days_add_up_and_the_unexplained_are_said(client):
    page = text(client)
    legend = page[page.index("Whose each of your days was") : page.index("Together")]
    assert sum(int(days) for days in re.findall(r"(\d+) days?\b", legend)) == DAYS
    assert f"Together {DAYS} days." in page
    assert "38 days that nobody can explain" in page
    assert "For 38 of them nobody can say why you waited." in page


def test_may_i_leave_is_answered_with_whose_order_and_which_ground(client, stay, cast):
    page = text(client)
    since = day_words(stay.first + timedelta(days=56))
    assert f"May I leave? No. Since: {since} By order of: Azaz Group Ground: none given" in page
    record_liberty(cast.sami, case=stay.case, entry=new_id(), may_leave="yes")
    assert "May I leave? Yes." in text(client)
    limits = {"may_leave": "limits", "limits": "Until sunset, in town.", "by": "Azaz Group", "ground": "Order 7"}
    record_liberty(cast.sami, case=stay.case, entry=new_id(), **limits)
    since = day_words(today())
    assert f"Within limits. Until sunset, in town. Since: {since} By order of: Azaz Group Ground: Order 7" in text(
        client
    )


def test_a_first_page_is_honest_about_what_nobody_has_said(stay):
    page = text(stay.browser())
    assert "May I leave? Nobody has said." in page
    assert "Nobody has asked you yet" in page
    assert "Nobody outside has been told anything about you." in page


def test_a_refusal_is_said_first_and_its_ground_with_it(programme, cast):
    story = Story(programme, cast).until("go")
    story.do("refuse_exit", cast.karim)
    page = text(client_for(resident(story.case)))
    assert page.index("We have asked for your leave to go.") < page.index("It was refused.") < page.index("The way")
    assert re.search(r"Leave to go was refused on [\w ]{3,20}\. Ground: none given", page)


def test_a_move_under_way_is_said_in_plain_words(stay, cast):
    holder = Holder(kind="staff", id=cast.salma.id, name="Salma", office="site_manager")
    opens = (Opens(id=new_id(), kind="transfer", what="transfer", holder=holder, rank=-1),)
    stay.programme.say(Placed(site=cast.east, block="", place="", opens=opens), stream=stay.case)
    assert "You are being moved to another site." in text(stay.browser())


def test_who_was_told_and_which_office_opened_the_name(client):
    page = text(client)
    assert re.search(r"Who has been told about me The consulate of France .{2,20} The nationality: Names", page)
    told = page[page.index("Who has looked at my name") : page.index("My papers")]
    assert "Case worker" in told
    assert "Sami" not in told


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
@pytest.mark.parametrize("address", PAGES)
def test_no_name_of_the_person_is_on_any_page(client, address, language):
    client.cookies["onward_language"] = language
    page = client.get(address).content.decode()
    for name in (*NAMES, *" ".join(NAMES).split(), ALIAS, "Quiet Cedar", "1991", "Nobody there asks for her"):
        assert name not in page


def test_a_question_is_written_once_and_answered_by_name(stay):
    client = stay.lived().browser()
    assert "Sami answers, here" in text(client, "/door/questions")
    client.cookies["onward_language"] = "fr"
    said = {"entry": new_id(), "words": "Qui décide ?"}
    for _ in range(2):
        assert client.post("/door/questions", said).status_code == 302
    asked = [one for one in questions_of(stay.resident, stay.case) if one.words == "Qui décide ?"]
    assert len(asked) == 1
    assert (asked[0].noted_by, asked[0].language) == ("", "fr")
    assert "Not answered yet." in text(client)


@pytest.mark.parametrize("words", ["", "   ", "x" * 4001])
def test_what_cannot_be_sent_is_said_beside_the_field_and_kept(stay, words):
    client = stay.browser()
    answer = client.post("/door/questions", {"entry": new_id(), "words": words})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'aria-invalid="true"' in page
    assert words.strip() in page
    assert questions_of(stay.resident, stay.case) == []


def test_hostile_words_are_words(stay):
    client = stay.browser()
    client.post("/door/questions", {"entry": new_id(), "words": "<script>alert(1)</script> '; DROP TABLE"})
    page = client.get("/door/questions").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_when_the_stay_has_ended_it_can_be_read_and_nothing_asked(stay):
    stay.lived()
    stay.programme.say(ArrivalConfirmed(confirmed_by="family", facts={"ended": "returned"}), stream=stay.case)
    client = stay.browser()
    page = text(client)
    assert "Your stay here has ended." in page
    assert "Ask a question" not in page
    assert "May I leave?" not in page
    assert '<form class="form"' not in client.get("/door/questions").content.decode()
    answer = client.post("/door/questions", {"entry": new_id(), "words": "Encore ?"})
    assert answer.status_code == 422
    assert len(questions_of(stay.resident, stay.case)) == 1


def test_what_one_resident_asks_no_other_reads(stay, cast):
    stay.lived()
    other = client_for(resident(new_id()))
    assert other.get("/door/questions").status_code == 404


@pytest.mark.parametrize(
    "absurd", ["\x00", "x" * 100_000, "\u202e\ufeff", "'; DROP TABLE cases_case; --", "😀" * 26, "-1"]
)
def test_absurd_values_are_refused_in_a_sentence_and_write_nothing(stay, absurd, monkeypatch):
    monkeypatch.setattr(entering, "SAME_TIME", 0)
    for said in ({"code": absurd, "pin": absurd}, {"code": stay.card.code, "pin": absurd}, {"code": absurd}, {}):
        assert Client().post("/door/", said).status_code == 422
    client = stay.browser()
    for said in ({"entry": absurd, "words": "Quand ?"}, {"words": "Quand ?"}, {}, {"entry": new_id(), "words": "\x00"}):
        answer = client.post("/door/questions", said)
        assert answer.status_code == 422
        assert 'class="error"' in answer.content.decode() or 'role="alert"' in answer.content.decode()
    assert questions_of(stay.resident, stay.case) == []


def test_a_wish_and_a_consent_are_taken_back_by_themselves_without_a_reason(stay):
    browser = stay.lived().browser()
    (consent,) = Standing(stay.case).live
    for address, words in (("/door/wish", "You took this back"), ("/door/consents", "Nobody may be told")):
        said = {"entry": new_id(), "consent": consent.id}
        for _twice in range(2):
            assert browser.post(address, said).status_code == 302
        assert words in text(browser, "/door/way" if "wish" in address else address)
    assert (Standing(stay.case).wish, Standing(stay.case).live) == ("", [])
    assert [entry.author for entry in history(stay.case)[-2:]] == [stay.case] * 2
    stay.programme.check_rebuild()
