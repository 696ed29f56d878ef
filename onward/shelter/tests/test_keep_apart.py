"""Two who must not meet, and what whoever houses them learns of it: nothing that another rule would not say."""

import re

import pytest

from onward.cases.actions import assign_case_worker
from onward.cases.queries import case_for, history_for
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.places.actions import add_block
from onward.shelter.actions import assign_place, end_keeping_apart, keep_apart, send_transfer
from onward.shelter.models import Apart
from onward.shelter.queries import kept_apart_for, offers_for, overrides_for
from onward.waiting.queries import matters_of
from tests.cast import client_for
from tests.housing import arrive, places_in

NOT = "Tents is not suitable for Quiet Cedar; choose another block."


@pytest.fixture
def two(programme, cast):
    """Quiet Cedar without a place, and Clear River in the tents."""
    quiet = arrive(programme, cast, site=cast.east, sex="woman", age="adult")
    clear = arrive(programme, cast, "Clear River", site=cast.east, sex="man", age="adult")
    place(cast.sami, clear, places_in(programme, cast.east_tents)[0])
    return quiet, clear


def place(actor, case, bed, **more):
    assign_place(actor, places={case: bed}, entry=new_id(), **more)


def keep(cast, case, other="", **more):
    keep_apart(cast.sami, case=case, other=other, why="He beat her.", entry=new_id(), **more)


def refused(act, *args, **more):
    with pytest.raises(RuleBroken) as broken:
        act(*args, **more)
    return broken.value.sentence, broken.value.field


def test_they_are_not_housed_in_one_block_whichever_of_them_asked(programme, cast, two):
    quiet, clear = two
    keep(cast, clear, quiet)
    second = places_in(programme, cast.east_tents)[1]
    assert refused(place, cast.salma, quiet, second) == (NOT, "places")
    assert "is kept apart from somebody in Tents" in refused(place, cast.sami, quiet, second)[0]
    programme.check_rebuild()


def test_the_page_of_whoever_may_not_know_is_the_same_as_for_any_other_rule(programme, cast, two):
    """A man in a row for families, and one who is kept apart from somebody in the tents: one page, but for the name."""
    quiet, clear = two
    keep(cast, quiet, clear)
    salma = client_for(cast.salma)
    told = []
    for block, bed in (("east_tents", 1), ("east_families", 0)):
        chosen = getattr(cast, block)
        said = {quiet: places_in(programme, chosen)[bed], "entry": new_id(), "because": "I may, may I not?"}
        said["version"] = case_for(cast.salma, quiet).version
        answer = salma.post(f"/shelter/cases/{quiet}/place/?block={chosen}", said)
        assert answer.status_code == 422
        told.append(re.findall(r"[^<>]*not suitable[^<>]*", answer.content.decode()))
    same = [[line.replace("Family Row", "Tents").strip() for line in lines] for lines in told]
    assert same[0] == same[1] != []
    assert set(same[0]) == {NOT}


def test_nothing_of_it_is_in_what_the_host_reads(programme, cast, two):
    quiet, clear = two
    before = [(one.title, one.lines) for one in history_for(cast.salma, case_for(cast.salma, quiet))]
    keep(cast, quiet, clear)
    found = case_for(cast.salma, quiet)
    assert [(one.title, one.lines) for one in history_for(cast.salma, found)] == before
    with pytest.raises(NotFound):
        kept_apart_for(cast.salma, found)
    kept = programme.sql("SELECT id FROM shelter_apart")[0][0]
    for actor, status in ((cast.salma, 403), (cast.nadia, 200), (cast.cora, 200), (cast.lina, 403)):
        assert client_for(actor).get(f"/shelter/cases/{quiet}/apart/").status_code == status
    assert client_for(cast.omar).get(f"/shelter/apart/{kept}/end/").status_code == 404
    for page in (f"/cases/{quiet}/", "/today/", f"/shelter/sites/{cast.east}/", f"/cases/{quiet}/history"):
        assert "beat her" not in client_for(cast.salma).get(page).content.decode()


def test_too_near_already_is_owed_at_once_until_one_of_them_moved(programme, cast, two):
    quiet, clear = two
    tents = places_in(programme, cast.east_tents)
    place(cast.salma, quiet, tents[1])
    assign_case_worker(cast.salma, case=quiet, worker=cast.sami.id, entry=new_id())
    keep(cast, quiet, clear)
    (owed,) = [one for one in matters_of(quiet) if one.kind == "apart"]
    assert (owed.holder_name, owed.norm, owed.compartment) == (cast.sami.name, 0, "legal")
    assert kept_apart_for(cast.sami, case_for(cast.sami, quiet))[0].near
    assert kept_apart_for(cast.sami, case_for(cast.sami, clear))[0].name == "Quiet Cedar"
    place(cast.sami, clear, places_in(programme, cast.east_families)[0], because="Until another tent is free.")
    assert [one.outcome for one in matters_of(quiet) if one.kind == "apart"] == ["done"]
    (said,) = overrides_for(cast.nadia)
    assert (said.rules, said.because) == (["A block for families"], "Until another tent is free.")
    assert overrides_for(cast.salma) == []
    programme.check_rebuild()


def test_it_holds_until_somebody_says_that_it_is_over(programme, cast, two):
    quiet, clear = two
    keep(cast, quiet, clear)
    assert "kept apart already" in refused(keep, cast, clear, quiet)[0]
    kept = Apart.objects.get().id
    assert refused(end_keeping_apart, cast.sami, apart=kept, why=" ", entry=new_id())[1] == "why"
    with pytest.raises(NotFound):
        end_keeping_apart(cast.omar, apart=kept, why="They say so.", entry=new_id())
    end_keeping_apart(cast.sami, apart=kept, why="She says so herself.", entry=new_id())
    place(cast.salma, quiet, places_in(programme, cast.east_tents)[1])


def test_a_strong_one_is_not_sent_to_where_the_other_is_or_goes(programme, cast, two):
    quiet, clear = two
    away = arrive(programme, cast, "Long Shore", site=cast.west, sex="man", age="adult")
    everywhere = cast.cora
    keep_apart(everywhere, case=quiet, other=away, strength="site", why="He sold her.", entry=new_id())
    words = "Azaz West is not suitable for Quiet Cedar; choose another site."
    assert refused(send_transfer, cast.salma, people=[quiet], to_site=cast.west, entry=new_id()) == (words, "to_site")
    keep(cast, clear, threat="His uncle", avoid_site=cast.west)
    other = "Azaz West is not suitable for Clear River; choose another site."
    assert refused(send_transfer, cast.salma, people=[clear], to_site=cast.west, entry=new_id())[0] == other
    send_transfer(cast.salma, people=[clear], to_site=cast.checkpoint, entry=new_id())


def test_it_says_from_whom_and_why(cast, two):
    quiet, clear = two
    assert refused(keep, cast, quiet)[1] == "other"
    assert refused(keep, cast, quiet, quiet)[1] == "other"
    assert refused(keep, cast, quiet, avoid_site=cast.west, threat=" ")[1] == "other"
    assert refused(keep_apart, cast.sami, case=quiet, other=clear, why=" ", entry=new_id())[1] == "why"
    page = client_for(cast.sami).post(
        f"/shelter/cases/{quiet}/apart/keep/",
        {"other": "clear river", "strength": "block", "asked_by": "resident", "why": "Fear", "entry": new_id()},
    )
    assert page.status_code == 302
    assert "Clear River" in client_for(cast.sami).get(page["Location"]).content.decode()


def test_whoever_reads_which_block_is_not_suitable_for_whom_reads_no_pair(programme, cast):
    """Each resident's page of places, by one of the host: real pairs stand among others that nobody asked for."""
    blocks = [cast.east_tents, *(add_block(cast.adam, site=cast.east, name=f"Row {n}", places=8) for n in range(5))]
    people = [arrive(programme, cast, f"Quiet Cedar {n}", site=cast.east, sex="woman", age="adult") for n in range(36)]
    where = {case: blocks[number % 6] for number, case in enumerate(people)}
    for number, case in enumerate(people):
        place(cast.sami, case, places_in(programme, where[case])[number // 6])

    def not_suitable(actor):
        return {
            case: {offer.block for offer in offers_for(actor, [case_for(actor, case)]) if offer.why_not and offer.free}
            for case in people
        }

    def pairs(refused_at):
        found = [(one, other) for one in people for other in people if one < other]
        return {(a, b) for a, b in found if where[b] in refused_at[a] and where[a] in refused_at[b]}

    before = not_suitable(cast.salma)
    drawn = pairs(before)
    assert drawn
    assert before == not_suitable(cast.salma)  # looking again tells nothing more
    one, other = next((a, b) for a in people for b in people if where[a] != where[b] and where[b] not in before[a])
    keep(cast, one, other)
    after = not_suitable(cast.salma)
    assert pairs(after) > drawn
    elsewhere = {case: before[case] - {cast.east_families, where[case]} for case in people}
    case, shut = next((case, min(blocks)) for case, blocks in elsewhere.items() if blocks)
    bed = places_in(programme, shut)[7]
    assert "is not suitable for" in refused(place, cast.salma, case, bed)[0]
    place(cast.sami, case, bed)  # whoever knows who is kept apart is held up by none of them
