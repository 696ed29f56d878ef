"""Every address with everything that belongs to others: one who works elsewhere learns nothing and changes nothing."""

from collections.abc import Iterator
from itertools import product

import pytest
from django.urls import reverse

from onward.access.rules import GRANTS, Actor
from onward.access.rules.grants import RESIDENT
from onward.kit.dates import today
from onward.kit.ids import new_id
from onward.waiting.actions import hand_matter, release_matters
from tests.cast import client_for, resident
from tests.housing import arrive
from tests.once import once
from tests.test_permissions import PUBLIC, addresses
from tests.world import NAMES, REAL, World, made

OPEN = {
    "places:change_organisation": "organisations are the whole programme's, and so is who may change their names",
}
"""Addresses whose objects belong to no site, each with its reason."""


@pytest.fixture
def world(programme, cast) -> World:
    return once(programme, made, lambda: made(programme, cast))


def pages(world: World, **mine: str) -> Iterator[tuple[str, str, str]]:
    """(name, permission, address) of every page about something; `mine` stands in for what belongs to others.

    An address with a word that the world does not have ends here with a KeyError: put one into `tests.world`.
    """
    for name, _route, address in addresses():
        words = list(address.pattern.converters)
        if name in PUBLIC or name in OPEN or not set(words) - set(mine):
            continue
        for ids in product(*([mine[word]] if word in mine else world.objects[word] for word in words)):
            yield name, address.callback.permission, reverse(name, kwargs=dict(zip(words, ids, strict=True)))


def entries(programme) -> int:
    return programme.sql("SELECT count(*) FROM journal_entry")[0][0]


def betrayed(actor: Actor, world: World, **mine: str) -> list[str]:
    """What an actor gets an answer to, of pages with more in their address than `mine`."""
    client, found = client_for(actor), []
    for _name, permission, path in pages(world, **mine):
        if actor.roles & GRANTS[permission]:
            answers = client.get(path), client.post(path, {"entry": new_id(), "version": new_id()})
            found += [f"{path}: {one.status_code}" for one in answers if one.status_code not in (404, 405)]
    return found


def test_who_works_elsewhere_finds_nothing_by_its_address(programme, world):
    before = entries(programme)
    assert [one for actor in world.strangers.values() for one in betrayed(actor, world)] == []
    assert entries(programme) == before


def test_the_thing_of_another_is_not_found_under_ones_own_case(programme, cast, world):
    """A matter, an entry, an opening, a need of somebody else, under the case of a resident of one's own."""
    own = arrive(programme, cast, "Own Willow", site=cast.west)
    before = entries(programme)
    found = []
    for actor in world.strangers.values():
        found += [one for one in betrayed(actor, world, case=own) if own in one]
    assert found == []
    assert entries(programme) == before


def lists(actor: Actor) -> Iterator[str]:
    for name, _route, address in addresses():
        about = address.pattern.converters
        if not about and name not in PUBLIC and actor.roles & GRANTS[address.callback.permission]:
            yield name


def test_no_list_and_no_search_of_theirs_names_what_is_elsewhere(cast, world):
    ids = world.ids - {cast.group, cast.east, cast.sami.id}
    told = []
    for actor in world.strangers.values():
        client = client_for(actor)
        for name in lists(actor):
            url = reverse(name)
            asked = [client.get(url), client.get(url, {"site": cast.east})]
            if name in ("desk:find", "reception:look_first"):
                asked += [client.post(url, {"q": word, "look": word}) for word in (*NAMES, REAL)]
            pages = "".join(answer.content.decode() for answer in asked)
            told += [f"{name} {actor.name}: {word}" for word in ids if word in pages]
    assert told == []


def test_somebody_of_the_place_opens_each_of_them(world, cast):
    """So that the tests above do not pass because a page is never there."""
    opened = set()
    for actor in cast.staff.values():
        client = client_for(actor)
        for name, permission, path in pages(world):
            if name not in opened and actor.roles & GRANTS[permission] and client.get(path).status_code in (200, 302):
                opened.add(name)
    assert {name for name, _permission, _path in pages(world)} - opened == set()


def test_a_resident_finds_nothing_but_their_own_page(world):
    other = resident(world.objects["case"][1])
    client = client_for(other)
    answers = {path: client.get(path).status_code for _name, permission, path in pages(world)}
    assert {path for path, status in answers.items() if status != 403} == set()
    assert all(RESIDENT not in GRANTS[permission] for _name, permission, _path in pages(world))


def test_what_is_owed_elsewhere_is_not_released_from_here(programme, cast, world):
    case, step = world.objects["case"][1], world.objects["matter"][1]
    hand_matter(cast.sami, case=case, matter=step, staff=cast.lina.id, on=today())
    before = entries(programme)
    release_matters(world.strangers["coordinator"], staff=cast.lina.id)
    assert entries(programme) == before
    release_matters(cast.cora, staff=cast.lina.id)
    assert entries(programme) > before
