"""Who may ask, who agrees, who stops it; how long a file is kept."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from onward.access.actions import add_staff
from onward.access.queries import actor_from, staff_for
from onward.cases.actions import note_identity
from onward.erasure import actions
from onward.erasure.queries import due, ends_to_note, erasures_for
from onward.homecoming.tests.test_endings import end
from onward.kit.dates import now, today
from onward.kit.errors import NotAllowed, NotFound, Outdated, RuleBroken
from onward.kit.ids import new_id
from onward.waiting.actions import hand_matter, run_clocks
from onward.waiting.queries import matters_of
from onward.waiting.rules import CLOCK
from tests.cast import FOUNDER, PASSWORD, client_for
from tests.erasing import AFTER, File


@pytest.fixture
def file(programme, cast):
    return File(programme, cast).until("wish")


def owed(file, kind):
    return [(one.holder_name, one.closed_on is None) for one in matters_of(file.case) if one.kind == kind]


def test_at_the_door_it_is_asked_agreed_to_by_another_and_taken_back_until_the_last_day(file, programme, cast):
    entry = file.asked()
    actions.ask_own_erasure(file.me, entry=entry)
    assert owed(file, "erasure") == [("Cora", True)]
    file.say("confirm_erasure", cast.cora, alone=True)
    assert owed(file, "erasure") == [("Cora", False)]
    assert file.keeping.request.undo_until == today() + timedelta(days=14)
    with programme.at(now() + AFTER - timedelta(days=1)):
        assert due(today()) == []
        actions.take_back_erasure(file.me, entry=new_id())
    with programme.at(now() + AFTER):
        assert due(today()) == []
    assert file.keeping.request is None
    programme.check_rebuild()


def test_two_agree_and_none_of_them_belongs_to_those_who_keep_the_person(file, programme, cast):
    file.say("ask_erasure", cast.sami, ground="own_request")
    assert owed(file, "erasure") == [("Nadia", True)]  # of another organisation than Sami's
    with pytest.raises(RuleBroken, match="another organisation"):
        file.say("confirm_erasure", cast.cora, alone=True)
    with pytest.raises(NotAllowed):
        file.say("confirm_erasure", cast.salma, alone=True)
    with pytest.raises(RuleBroken, match="alone"):
        file.say("confirm_erasure", cast.nadia)
    file.say("confirm_erasure", cast.nadia, alone=True)
    with pytest.raises(RuleBroken, match="has agreed"):
        file.say("confirm_erasure", cast.nadia, alone=True)
    with pytest.raises(RuleBroken, match="asked already"):
        file.asked()


def test_nobody_of_the_host_agrees_though_their_role_could(file, cast):
    file.asked()
    host = replace(cast.cora, organisation=cast.group)
    with pytest.raises(NotFound):
        file.say("confirm_erasure", host, alone=True)
    assert erasures_for(host).asked == []
    assert len(erasures_for(cast.cora).asked) == 1


def test_a_childs_file_is_erased_only_with_oversight(programme, cast):
    child = File(programme, cast)
    note_identity(cast.sami, case=child.case, age="youth")
    child.asked()
    assert owed(child, "erasure") == [("Nadia", True)]
    with pytest.raises(RuleBroken, match="oversight"):
        child.say("confirm_erasure", cast.cora, alone=True)
    child.say("confirm_erasure", cast.nadia, alone=True)


def test_while_somebody_is_here_only_they_can_want_it(file, cast):
    with pytest.raises(RuleBroken, match="file is open"):
        file.say("ask_erasure", cast.sami, ground="time_is_over")


def test_oversight_holds_a_file_and_nothing_of_it_is_erased(file, programme, cast):
    file.agreed()
    file.say("hold_file", cast.nadia, words="A complaint is open.")
    with programme.at(now() + AFTER):
        assert due(today()) == []
        with pytest.raises(NotFound):
            actions.begin_erasure(CLOCK, request=file.keeping.request.id)
        file.say("release_file", cast.nadia)
        assert len(due(today())) == 1
    with pytest.raises(NotAllowed):
        file.say("hold_file", cast.cora, words="No.")
    programme.check_rebuild()


@pytest.mark.parametrize("act", ["record_death", "record_disappearance", "record_taking"])
def test_who_is_gone_like_that_wants_nothing_any_more_and_is_kept(file, programme, cast, act):
    file.agreed()
    end(file, act)
    assert file.keeping.request is None
    with pytest.raises(RuleBroken, match="nobody can in their place"):
        file.say("ask_erasure", cast.sami, ground="own_request")
    programme.check_rebuild()


def test_a_closed_file_is_kept_then_somebody_is_asked_and_it_may_be_kept_longer(file, programme, cast):
    end(file, "record_leaving")
    file.do("settle_concern", cast.cora, matter=matters_of(file.case)[-1].id, outcome="confirmed")
    file.do("close_case", cast.sami, reason="no_visits_due")
    assert file.keeping.term.keep_until.year == today().year + 5
    assert ends_to_note(today()) == []
    with pytest.raises(RuleBroken, match="not over yet"):
        file.say("ask_erasure", cast.sami, ground="time_is_over")
    with programme.at(now() + timedelta(days=5 * 365 - 60)):
        assert (actions.note_ends(CLOCK), actions.note_ends(CLOCK)) == (1, 0)
        assert owed(file, "keeping") == [("Cora", True)]
        assert [one.case_name for one in erasures_for(cast.cora).ending] == ["Quiet Cedar"]
        with pytest.raises(RuleBroken, match="later day"):
            file.say("keep_longer", cast.cora, until=today(), reason="Her sons ask.")
        file.say("keep_longer", cast.cora, until=today() + timedelta(days=400), reason="Her sons ask.")
        assert owed(file, "keeping") == [("Cora", False)]
        assert erasures_for(cast.cora).ending == []
        programme.check_rebuild()
    with programme.at(now() + timedelta(days=5 * 365 + 400)):
        file.say("ask_erasure", cast.sami, ground="time_is_over")
        file.say("confirm_erasure", cast.nadia)
        assert due(today() + AFTER)
        file.do("resume_stay", cast.sami, site=cast.east)
        assert due(today() + AFTER) == []
        assert file.keeping.term is None


def test_the_pages_say_what_stands_and_a_stale_one_loses(file, cast):
    version = file.version
    file.asked()
    with pytest.raises(Outdated):
        file.say("stop_erasure", cast.sami, reason="refused", after=version)
    page = client_for(cast.cora).get(f"/keeping/{file.case}/").content.decode()
    assert "they asked at the door" in page
    assert "Agree to the erasure" in page
    assert "Quiet Cedar" in client_for(cast.cora).get("/keeping/").content.decode()
    administrator = client_for(cast.adam).get("/keeping/").content.decode()
    assert "Quiet Cedar" not in administrator
    assert "Look at it" in client_for(cast.cora).get(f"/residents/{file.case}/").content.decode()
    assert "Take it back" in client_for(file.me).get("/door/erase").content.decode()


def test_the_host_learns_nothing_of_it(file, programme, cast):
    hosts = {"salma": client_for(cast.salma), "rosa": client_for(replace(cast.rosa, everywhere=True))}
    for role in ("case_worker", "coordinator", "lawyer"):
        theirs = add_staff(
            FOUNDER, name=f"Their {role}", roles=[role], everywhere=True, organisation=cast.group, password=PASSWORD
        )
        hosts[role] = client_for(actor_from(staff_for(FOUNDER, theirs.staff)))
    paths = [
        "/today",
        "/waiting/",
        "/waiting/?show=late",
        f"/residents/{file.case}/",
        f"/residents/{file.case}/history/",
    ]

    def shown() -> str:
        return "".join(f"{who} {path} {hosts[who].get(path).content.decode()}" for who in hosts for path in paths)

    for asked in (False, True):
        if asked:
            file.asked()
        for late in (timedelta(), timedelta(days=40)):
            with programme.at(now() + late):
                run_clocks(CLOCK, pause=lambda _seconds: None)
                page = shown()
            assert "request about this file" not in page
            assert "asks to be erased" not in page
    assert hosts["salma"].get(f"/keeping/{file.case}/").status_code == 403
    assert "request about this file" in client_for(cast.cora).get(f"/residents/{file.case}/").content.decode()
    (owed,) = [one.id for one in matters_of(file.case) if one.kind == "erasure"]
    with pytest.raises(RuleBroken, match="somebody whose work"):
        hand_matter(cast.cora, case=file.case, matter=owed, staff=cast.salma.id, on=today(), entry=new_id())
    programme.check_rebuild()
