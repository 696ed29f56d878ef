from tests.cast import client_for


def page(story, actor):
    return client_for(actor).get(f"/homecoming/{story.case}/")


def test_it_says_in_words_that_nothing_has_happened_yet(story):
    shown = page(story, story.cast.sami).content.decode()
    for words in ("The way onward", "Quiet Cedar", "not been asked yet", "Nothing has been told to anybody outside"):
        assert words in shown


def test_it_is_not_headed_home(story):
    story.wish(wish="not_to_return", country="")
    assert "home" not in page(story, story.cast.sami).content.decode().split("<h1")[1].split("</h1>")[0].lower()


def test_it_shows_the_whole_way(story):
    story.until("arrive")
    shown = page(story, story.cast.sami).content.decode()
    for words in (
        "To go home",
        "The consulate of France",
        "Names",
        "Authorised",
        "R-9",
        "Arrived",
        "Their family",
    ):
        assert words in shown


def test_its_one_green_button_is_the_next_step(story):
    for step, words in (("wish", "Record a consent"), ("consent", "Check that asking is safe")):
        getattr(story, step)()
        shown = page(story, story.cast.sami).content.decode()
        assert f">{words}</a>" in shown.split('class="button go"')[1].split("</div>")[0]


def test_it_is_for_those_of_the_case(story):
    assert page(story, story.cast.omar).status_code == 404
    assert page(story, story.cast.karim).status_code == 403
    assert page(story, story.cast.rosa).status_code == 403
    assert page(story, story.cast.nadia).status_code == 200


def test_the_one_who_checked_first_is_not_asked_for_the_second(story):
    story.until("consent")
    story.judge(story.cast.sami)
    assert "Check that asking is safe" not in page(story, story.cast.sami).content.decode()
    assert "Check that asking is safe" in page(story, story.cast.lina).content.decode()


def test_a_step_that_is_somebody_elses_is_nobodys_button(story):
    story.until("go")
    assert "button go" not in page(story, story.cast.lina).content.decode()


def test_reading_it_is_noted(story):
    from onward.access.queries import readings_for

    page(story, story.cast.sami)
    assert [reading.name for reading in readings_for(story.cast.nadia, story.case)] == ["Sami"]


def test_what_the_two_wrote_is_for_those_who_judge_once_both_have(story):
    story.until("consent")
    story.judge(story.cast.sami, reasons="Her uncle was taken.")
    assert "uncle" not in page(story, story.cast.nadia).content.decode()
    story.judge(story.cast.lina, safe=False, reasons="Nobody is safe there.")
    for reader in (story.cast.nadia, story.cast.sami):
        shown = page(story, reader).content.decode()
        assert "uncle" in shown
        assert "Nobody is safe there." in shown
    for other in (story.cast.salma, story.cast.cora):
        assert "uncle" not in page(story, other).content.decode()


def test_what_people_write_is_shown_as_words(story):
    story.wish(words="<script>alert(1)</script>", country="<b>France</b>")
    shown = page(story, story.cast.sami).content.decode()
    assert "<script>alert" not in shown
    assert "<b>France" not in shown


def test_it_takes_as_many_questions_however_long_the_way(story, django_assert_max_num_queries):
    story.until("ask")
    for _ in range(5):
        story.wish()
        story.ask()
    client = client_for(story.cast.sami)
    client.get(f"/homecoming/{story.case}/")
    with django_assert_max_num_queries(26):
        client.get(f"/homecoming/{story.case}/")
