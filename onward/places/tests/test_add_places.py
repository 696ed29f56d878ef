from datetime import timedelta

import pytest
from django.urls import reverse
from msgspec.structs import replace

from onward.kit.dates import now, telling
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from onward.places import actions, queries
from tests.cast import client_for


def test_it_founds_an_umbrella_and_what_is_beneath(cast):
    tree = [(depth, o.name) for depth, o in queries.organisation_tree_for(cast.adam)]
    assert tree == [(0, "Free Watch"), (0, "Northern Army"), (1, "Azaz Group"), (0, "Open Bench"), (0, "Open Hands")]
    assert queries.lineage(cast.group) == (cast.group, cast.army)


def test_it_adds_a_block_with_numbered_places(cast, programme):
    block = actions.add_block(cast.salma, site=cast.east, name="Row C", places=3)
    names = [p.name for p in queries.places_for(cast.salma, cast.east) if p.block == block]
    assert names == ["Row C 1", "Row C 2", "Row C 3"]
    programme.check_rebuild()


def test_fewer_places_close_and_more_open_the_same_ones_again(cast, programme):
    def change(**said):
        meant = {"name": "Tents", "meant_for": "anyone", "places": 8, "out_of_use": ()}
        actions.change_block(cast.salma, block=cast.east_tents, **meant | said)
        places = queries.places_for(cast.salma, cast.east, closed=True)
        return {p.number: p.id for p in places if p.block == cast.east_tents and p.is_open}

    first = change()
    assert list(change(places=2)) == [1, 2]
    assert list(change(places=4, out_of_use=[2])) == [1, 3, 4]
    assert change() == first
    programme.check_rebuild()


def test_a_block_is_written_once_however_often_it_is_sent(cast):
    entry = new_id()
    first = actions.add_block(cast.salma, site=cast.east, name="Row D", places=1, entry=entry)
    assert actions.add_block(cast.salma, site=cast.east, name="Row D", places=1, entry=entry) == first
    assert len(queries.blocks_for(cast.salma, cast.east)) == 3


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": "tents"}, "name"),
        ({"meant_for": "nobody"}, "meant_for"),
        ({"places": 5000}, "places"),
        ({"places": -1}, "places"),
    ],
)
def test_it_refuses_a_block_that_cannot_be(cast, said, field):
    with pytest.raises(RuleBroken) as refused:
        actions.add_block(cast.salma, **{"site": cast.east, "name": "Row E", "places": 2} | said)
    assert refused.value.field == field


def test_an_organisation_never_answers_to_itself(cast):
    with pytest.raises(RuleBroken) as refused:
        actions.change_organisation(
            cast.adam, organisation=cast.army, name="Northern Army", kind="authority", parent=cast.group
        )
    assert refused.value.field == "parent"


def test_oversight_answers_to_nobody(cast):
    with pytest.raises(RuleBroken):
        actions.add_organisation(cast.adam, name="Tame Watch", kind="oversight", parent=cast.army)


def test_another_site_is_not_found(cast):
    with pytest.raises(NotFound):
        actions.add_block(cast.salma, site=cast.west, name="Row F", places=1)
    with pytest.raises(NotFound):
        queries.places_for(cast.salma, cast.west)


def test_it_needs_the_role(cast):
    with pytest.raises(NotAllowed):
        actions.add_site(cast.salma, name="Azaz South", kind="camp", organisation=cast.group)


def test_a_changed_site_is_known_to_staff_by_its_new_name(cast, programme):
    actions.change_site(cast.adam, site=cast.east, name="Azaz Old Mill", kind="camp", organisation=cast.group)
    assert queries.names_of([cast.east, cast.east_tents]) == {cast.east: "Azaz Old Mill", cast.east_tents: "Tents"}
    assert queries.custody_at(cast.east) == cast.group
    programme.check_rebuild()


def test_nobody_takes_their_own_organisation_out_of_an_umbrella_or_off_a_site_by_their_word_alone(cast):
    """What is closed to whoever keeps people would be open to them from then on."""
    loose = {"organisation": cast.group, "name": "Azaz Group", "kind": "group"}
    given = {"site": cast.east, "name": "Azaz East", "kind": "camp", "organisation": cast.bench}
    for own in (cast.group, cast.army, ""):
        theirs = replace(cast.adam, organisation=own)
        for act, said in ((actions.change_organisation, loose), (actions.change_site, given)):
            with pytest.raises(RuleBroken, match="has custody"):
                act(theirs, **said)
        actions.change_organisation(theirs, **loose | {"parent": cast.army, "name": f"Azaz Group {own}"})


def test_it_takes_two_of_two_organisations_to_loosen_an_umbrella_or_give_a_site_to_others(programme, cast):
    """One administrator alone opened to the host what is closed to whoever keeps people."""
    second = replace(cast.nadia, roles=frozenset({"administrator"}))
    for act, said in (
        (actions.change_organisation, {"organisation": cast.group, "name": "Azaz Group", "kind": "group"}),
        (actions.change_site, {"site": cast.east, "name": "Azaz East", "kind": "camp", "organisation": cast.bench}),
    ):
        stream, custody = said.get("site", cast.group), queries.custody_at(cast.east)
        assert act(cast.adam, **said) is False
        assert queries.custody_at(cast.east) == custody
        for same in (cast.adam, replace(second, organisation=cast.adam.organisation)):
            with pytest.raises(RuleBroken, match=r"somebody else|another organisation"):
                act(same, **said)
        with telling(now() + timedelta(days=8)):
            assert queries.loosening_of(stream) is None
        page = client_for(cast.adam).get(reverse(f"places:{act.__name__}", args=[stream])).content.decode()
        assert "says the same here" in page
        assert act(second, **said) is True
        assert queries.loosening_of(stream) is None
    assert not queries.under_one_umbrella(cast.group, cast.army)
    assert queries.custody_at(cast.east) == cast.bench
    programme.check_rebuild()
