"""Break-glass: two people of two organisations, one file, half an hour, and the review."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import connections, transaction
from msgspec.structs import replace

from onward.access.actions import change_staff, end_staff
from onward.cases.actions import note_identity, open_identity, withhold_opening
from onward.cases.events import CompanionNoted, Holder, Move, Opens
from onward.emergency import actions
from onward.emergency.queries import emergencies_for, emergencies_of
from onward.journal import clock
from onward.kit.dates import now, today
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.reception.events import NeedsNoted
from onward.waiting.actions import hand_matter
from onward.waiting.queries import matters_of
from tests.cast import FOUNDER, client_for, resident
from tests.residents import arrive

WHY = "She fell and does not speak. What is she ill with?"
NAME = "Zenobia Mirkovic"


class Glass:
    """A resident of whom names, health and violence are written, and what is done about the file."""

    def __init__(self, programme, cast):
        self.programme, self.cast = programme, cast
        self.case = arrive(programme, cast.east, case_name="Quiet Cedar", custody=cast.group)
        note_identity(cast.sami, case=self.case, names=[NAME])
        for within, what in (("health", "pregnant"), ("gbv", "distress")):
            owed = Opens(id=new_id(), kind="need", what=what, holder=Holder(), norm=1)
            programme.say(NeedsNoted(needs=(what,), opens=(owed,)), stream=self.case, within=within)

    def ask(self, actor=None, **said):
        return actions.ask_opening(actor or self.cast.sami, case=self.case, **{"reason": WHY, **said})

    def confirm(self, actor, asked, **said):
        actions.confirm_opening(actor, case=self.case, asked=asked, **said)

    def look(self, asked, actor=None):
        return actions.open_file(actor or self.cast.sami, case=self.case, asked=asked)

    def page(self, asked, look, actor=None):
        return client_for(actor or self.cast.sami).get(f"/emergencies/{self.case}/{asked}/file/{look}/")

    def owed(self, kind):
        return [(one.holder_name, one.closed_on is None) for one in matters_of(self.case) if one.kind == kind]


@pytest.fixture
def glass(programme, cast):
    return Glass(programme, cast)


def test_two_agree_and_the_asker_alone_reads_for_half_an_hour(glass, programme, cast):
    asked = glass.ask()
    with pytest.raises(RuleBroken, match="half hour"):
        glass.look(asked)
    assert glass.owed("emergency") == [("Vera", True)]  # a coordinator of the asker's organisation cannot
    glass.confirm(cast.vera, asked)
    assert (glass.owed("emergency"), glass.owed("emergency_review")) == ([("Vera", False)], [("Nadia", True)])
    look = glass.look(asked)
    page = glass.page(asked, look)
    assert NAME in page.text
    assert "Pregnant" in page.text
    assert "In distress" not in page.text
    assert "no-store" in page["Cache-Control"]
    for other in (cast.vera, cast.nadia, cast.lina):
        assert glass.page(asked, look, other).status_code in (403, 404)
    with programme.at(now() + timedelta(minutes=6)):
        assert glass.page(asked, look).status_code == 404
        assert NAME in glass.page(asked, glass.look(asked)).text
    with programme.at(now() + timedelta(minutes=31)):
        assert glass.page(asked, look).status_code == 404
        with pytest.raises(RuleBroken, match="half hour"):
            glass.look(asked)
    programme.check_rebuild()


def test_a_clock_that_is_set_back_does_not_make_it_longer(glass, programme, cast, monkeypatch):
    asked = glass.ask()
    glass.confirm(cast.vera, asked)
    look = glass.look(asked)
    with programme.at(now() + timedelta(minutes=40)):
        glass.programme.say(CompanionNoted(other=new_id()), stream=glass.case)
    assert glass.page(asked, look).status_code == 404
    other = Glass(programme, cast)
    with programme.at(now() + timedelta(hours=1)):
        asked = other.ask()
        other.confirm(cast.vera, asked)
        look = other.look(asked)
        assert other.page(asked, look).status_code == 200
        steady = clock.steady_ms() + 30 * 60_000
        monkeypatch.setattr("onward.emergency.queries.steady_ms", lambda: steady)
        assert other.page(asked, look).status_code == 404


@pytest.mark.parametrize("reason", ["", "now"])
def test_it_has_a_reason(glass, reason):
    with pytest.raises(RuleBroken, match="what you need to know"):
        glass.ask(reason=reason)


def test_nobody_of_the_host_asks_or_agrees_and_none_of_the_first_ones_umbrella(glass, cast):
    for host in (cast.salma, replace(cast.sami, organisation=cast.group), replace(cast.sami, organisation=cast.army)):
        with pytest.raises(NotFound):
            glass.ask(host)
    with pytest.raises(NotFound):
        glass.ask(replace(cast.sami, organisation=""))
    asked = glass.ask()
    with pytest.raises(RuleBroken, match="another organisation"):
        glass.confirm(cast.cora, asked)
    for host in (replace(cast.cora, organisation=cast.group), replace(cast.nadia, organisation="")):
        with pytest.raises(NotFound):
            glass.confirm(host, asked)
    with pytest.raises(NotFound):  # no reach at that site
        glass.confirm(replace(cast.vera, everywhere=False, sites=frozenset({cast.west})), asked)
    with pytest.raises(NotAllowed):
        glass.confirm(cast.omar, asked)
    with pytest.raises(RuleBroken, match="somebody else"):
        glass.confirm(replace(cast.vera, id=cast.sami.id), asked)
    assert emergencies_of(glass.case)[0].confirmed_at is None
    assert emergencies_for(replace(cast.cora, organisation=cast.group)) == []


def test_it_is_asked_agreed_and_sent_once(glass, cast):
    entry = new_id()
    asked = glass.ask(entry=entry)
    assert glass.ask(entry=entry) == asked == entry
    for again in (cast.sami, cast.lina):
        with pytest.raises(RuleBroken, match="a moment ago"):
            glass.ask(again)
    sent = new_id()
    glass.confirm(cast.vera, asked, entry=sent)
    glass.confirm(cast.vera, asked, entry=sent)
    with pytest.raises(RuleBroken, match="decided already"):
        glass.confirm(cast.nadia, asked)
    with pytest.raises(RuleBroken, match="open to you now"):
        glass.ask()
    assert len(glass.owed("emergency_review")) == 1


def test_of_two_who_agree_at_once_one_does(glass, cast):
    asked, told = glass.ask(), []

    def confirm(actor):
        try:
            glass.confirm(actor, asked)
            told.append("agreed")
        except RuleBroken as broken:
            told.append(broken.sentence)
        finally:
            connections.close_all()

    both = [Thread(target=confirm, args=[actor]) for actor in (cast.vera, cast.nadia)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(told) == ["A second person has decided already.", "agreed"]
    assert len(glass.owed("emergency_review")) == 1


def test_what_was_refused_or_lapsed_opens_nothing(glass, programme, cast):
    asked = glass.ask()
    actions.refuse_opening(cast.vera, case=glass.case, asked=asked, words="She is well.")
    with pytest.raises(RuleBroken, match="decided already"):
        glass.confirm(cast.nadia, asked)
    asked = glass.ask()
    with programme.at(now() + timedelta(hours=3)):
        with pytest.raises(RuleBroken, match="too long ago"):
            glass.confirm(cast.vera, asked)
        glass.ask()
    assert [open_ for _name, open_ in glass.owed("emergency")] == [False, False, True]


@pytest.mark.parametrize("changed", ["role", "organisation", "left_site", "moved", "custody"])
def test_what_changes_in_between_closes_it(glass, programme, cast, changed):
    def change():
        if changed in ("moved", "custody"):
            move = Move(site=cast.west) if changed == "moved" else Move(custody=cast.bench)
            programme.say(CompanionNoted(other=new_id(), moves=move), stream=glass.case)
            return
        said = {"roles": ["case_worker"], "organisation": cast.relief, "sites": [cast.east]}
        new = {"role": ("roles", ["liaison"]), "organisation": ("organisation", cast.watch)}
        field, value = new.get(changed, ("sites", [cast.west]))
        change_staff(FOUNDER, staff=cast.sami.id, name="Sami", **{**said, field: value})

    asked, other = glass.ask(), Glass(programme, cast)
    second = other.ask()
    other.confirm(cast.vera, second)
    look = other.look(second)
    change()
    with pytest.raises((RuleBroken, NotFound)):
        glass.confirm(cast.nadia, asked)
    if changed in ("role", "organisation", "left_site"):
        assert other.page(second, look).status_code in (403, 404)


def test_the_review_is_oversights_and_a_missing_one_asks_for_them_as_the_second(glass, programme, cast):
    asked = glass.ask()
    glass.confirm(cast.vera, asked)
    for other in (cast.vera, cast.cora):
        with pytest.raises(RuleBroken):
            actions.review_opening(other, case=glass.case, asked=asked, in_order=True)
    with programme.at(now() + timedelta(days=8)):
        again = glass.ask()
        with pytest.raises(RuleBroken, match="never reviewed"):
            glass.confirm(cast.vera, again)
        said = {"case": glass.case, "asked": asked, "entry": new_id()}
        with pytest.raises(RuleBroken, match="what was not in order"):
            actions.review_opening(cast.nadia, in_order=False, **said)
        assert "missing" in client_for(cast.nadia).get("/emergencies/").text
        actions.review_opening(cast.nadia, in_order=False, words="Nobody had fallen.", withheld=True, **said)
        glass.confirm(cast.vera, again)
    programme.check_rebuild()


def test_who_agreed_does_not_review_and_a_third_organisation_stands_in(glass, programme, cast):
    asked = glass.ask()
    glass.confirm(cast.nadia, asked)
    said = {"case": glass.case, "asked": asked, "in_order": True}
    with pytest.raises(RuleBroken, match="one of the two"):
        actions.review_opening(cast.nadia, **said)
    assert glass.owed("emergency_review") == [("Vera", True)]
    assert "stands in" in client_for(cast.nadia).get(f"/emergencies/{glass.case}/{asked}/").text
    with pytest.raises(RuleBroken, match="third organisation"):  # she works for whoever asked
        actions.review_opening(cast.cora, **said)
    assert f"/emergencies/{glass.case}/{asked}/review/" in client_for(cast.vera).get("/emergencies/").text + (
        client_for(cast.vera).get(f"/emergencies/{glass.case}/{asked}/").text
    )
    actions.review_opening(cast.vera, **said)
    programme.check_rebuild()


def test_where_nobody_is_left_to_review_it_says_so_and_no_hand_moves_it(glass, cast):
    end_staff(FOUNDER, staff=cast.vera.id)
    asked = glass.ask()
    glass.confirm(cast.nadia, asked)
    assert glass.owed("emergency_review") == [("", True)]
    assert "unreviewed" in client_for(cast.cora).get(f"/emergencies/{glass.case}/{asked}/").text
    (review,) = [one for one in matters_of(glass.case) if one.kind == "emergency_review"]
    for actor in (cast.sami, cast.cora):
        with pytest.raises(RuleBroken, match="no other hands"):
            hand_matter(actor, case=glass.case, matter=review.id, on=today(), body="The ministry")


def test_the_person_sees_it_unless_withheld_and_the_host_never_learns(glass, cast):
    before = client_for(cast.salma).get(f"/residents/{glass.case}/").text
    asked = glass.ask()
    glass.confirm(cast.vera, asked)
    glass.look(asked)
    door = client_for(resident(glass.case)).get("/door/way")
    assert "In an emergency" in door.text
    after = client_for(cast.salma).get(f"/residents/{glass.case}/").text
    assert "mergency" not in before + after
    assert "mergency" not in client_for(cast.salma).get(f"/residents/{glass.case}/history/").text
    assert WHY in client_for(cast.nadia).get(f"/emergencies/{glass.case}/{asked}/").text
    said = {"case": glass.case, "asked": asked}
    actions.review_opening(cast.nadia, in_order=True, withheld=True, **said)
    assert "In an emergency" not in client_for(resident(glass.case)).get("/door/way").text


def test_no_key_is_used_within_the_transaction_that_says_so(glass, cast):
    asked = glass.ask()
    glass.confirm(cast.vera, asked)
    with transaction.atomic(), pytest.raises(RuntimeError):
        glass.look(asked)


def test_oversight_alone_withholds_an_opening_from_the_persons_page_and_it_stays_written(glass, programme, cast):
    opening = open_identity(cast.sami, case=glass.case, reason="To write to a lawyer.")
    way = client_for(resident(glass.case))
    assert "Case worker, <bdi>Open Hands" in way.get("/door/way").text
    said = {"case": glass.case, "opening": opening, "words": "Her brother reads with her."}
    with pytest.raises(NotAllowed):
        withhold_opening(cast.cora, **said)
    with pytest.raises(NotFound):
        withhold_opening(replace(cast.nadia, organisation=cast.group), **said)
    withhold_opening(cast.nadia, **said)
    assert "Case worker, <bdi>Open Hands" not in way.get("/door/way").text
    assert "Withheld" in client_for(cast.nadia).get("/residents/openings/").text
    assert "withheld from" in client_for(cast.nadia).get(f"/residents/{glass.case}/history/").text
    programme.check_rebuild()
