"""The cast: who plays in the tests. Made once, in the template, through the same actions that the screens call.

    Northern Army (authority)            the umbrella
      Azaz Group                         runs the checkpoint and both camps, so it has custody
    Open Hands (relief)                  cares for those who are there
    Open Bench (other)                   reviews stays
    Free Watch (oversight)               answers to nobody

    Azaz Road   checkpoint               Rosa receives
    Azaz East   camp: Tents, Family Row  Salma manages, Sami is the case worker, Lina the liaison,
                                         Hala (health), Pelin (GBV), Chiara (children), Firas (counsellor),
                                         Lucie (lawyer), Yara (tracing), Badia (teacher), Ravi (relief)
    Azaz West   camp: Tents, Quiet House Wafa manages, Omar is the case worker
    everywhere                           Karim decides on exits, Cora coordinates, Nadia oversees, Adam administers
                                         Vera reviews stays

`cast.rosa` is an actor, `cast.east` a site's id. `client_for(cast.rosa)` is a browser in which Rosa is signed in.
"""

import msgspec
import pytest
from django.test import Client

from onward.access.actions import add_staff
from onward.access.models import Account
from onward.access.queries import actor_from, staff_for
from onward.access.rules import ADMINISTRATOR, Actor
from onward.access.rules.grants import (
    CASE,
    CHILD_OFFICER,
    COORDINATOR,
    COUNSELLOR,
    CUSTODY,
    HEALTH_WORKER,
    LAWYER,
    LIAISON,
    OVERSIGHT,
    PROTECTION,
    RECEPTION,
    RELIEF,
    REVIEWER,
    SITE,
    TEACHER,
    TRACING,
)
from onward.places.actions import add_block, add_organisation, add_site
from tests.programme import PREPARE, Programme

PASSWORD = "four words that rhyme"
FOUNDER = Actor(id="onward", roles=frozenset({ADMINISTRATOR}), everywhere=True)


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """Ids of organisations, sites and blocks; staff as actors."""

    army: str
    group: str
    relief: str
    bench: str
    watch: str
    checkpoint: str
    east: str
    west: str
    east_tents: str
    east_families: str
    west_tents: str
    west_house: str
    rosa: Actor
    salma: Actor
    sami: Actor
    lina: Actor
    wafa: Actor
    omar: Actor
    karim: Actor
    cora: Actor
    vera: Actor
    nadia: Actor
    adam: Actor
    hala: Actor
    pelin: Actor
    chiara: Actor
    firas: Actor
    badia: Actor
    ravi: Actor
    lucie: Actor
    yara: Actor

    @property
    def staff(self) -> dict[str, Actor]:
        """One actor for each role of the staff."""
        one = (
            *(self.rosa, self.sami, self.salma, self.lina, self.karim, self.cora, self.vera, self.nadia, self.adam),
            *(self.hala, self.pelin, self.chiara, self.firas, self.badia, self.lucie, self.yara, self.ravi),
        )
        return {next(iter(actor.roles)): actor for actor in one}


def resident(case: str) -> Actor:
    """The resident of a case, at their own door."""
    return Actor(id=case, roles=frozenset({"resident"}))


def client_for(actor: Actor) -> Client:
    """A browser in which the actor is signed in; a resident by the card of their case."""
    client = Client()
    if "resident" in actor.roles:
        session = client.session
        session["door_case"] = actor.id
        session.save()
        client.cookies["onward_session"] = session.session_key
    else:
        client.force_login(Account.objects.get(staff=actor.id))
    return client


def _organisations() -> dict[str, str]:
    army = add_organisation(FOUNDER, name="Northern Army", kind="authority")
    office = {"contact_office": "Office for the displaced", "contact_name": "Karim"}
    return {
        "army": army,
        "group": add_organisation(FOUNDER, name="Azaz Group", kind="group", parent=army, **office),
        "relief": add_organisation(FOUNDER, name="Open Hands", kind="relief"),
        "bench": add_organisation(FOUNDER, name="Open Bench", kind="other"),
        "watch": add_organisation(FOUNDER, name="Free Watch", kind="oversight"),
    }


def _sites(group: str) -> dict[str, str]:
    east = add_site(FOUNDER, name="Azaz East", kind="camp", organisation=group)
    west = add_site(FOUNDER, name="Azaz West", kind="camp", organisation=group)
    return {
        "checkpoint": add_site(FOUNDER, name="Azaz Road", kind="checkpoint", organisation=group),
        "east": east,
        "west": west,
        "east_tents": add_block(FOUNDER, site=east, name="Tents", places=8),
        "east_families": add_block(FOUNDER, site=east, name="Family Row", meant_for="families", places=6),
        "west_tents": add_block(FOUNDER, site=west, name="Tents", places=4),
        "west_house": add_block(FOUNDER, site=west, name="Quiet House", meant_for="women", places=3),
    }


def _member(name: str, role: str, organisation: str, *sites: str) -> Actor:
    added = add_staff(
        FOUNDER,
        name=name,
        roles=[role],
        sites=sites,
        everywhere=not sites,
        organisation=organisation,
        languages=["ar", "en"],
        password=PASSWORD,
    )
    return actor_from(staff_for(FOUNDER, added.staff))


def _made() -> Cast:
    of = _organisations()
    at = _sites(of["group"])
    return Cast(
        **of,
        **at,
        rosa=_member("Rosa", RECEPTION, of["group"], at["checkpoint"]),
        salma=_member("Salma", SITE, of["group"], at["east"]),
        sami=_member("Sami", CASE, of["relief"], at["east"]),
        lina=_member("Lina", LIAISON, of["relief"], at["east"], at["west"]),
        wafa=_member("Wafa", SITE, of["group"], at["west"]),
        omar=_member("Omar", CASE, of["relief"], at["west"]),
        karim=_member("Karim", CUSTODY, of["group"]),
        cora=_member("Cora", COORDINATOR, of["relief"]),
        vera=_member("Vera", REVIEWER, of["bench"]),
        nadia=_member("Nadia", OVERSIGHT, of["watch"]),
        adam=_member("Adam", ADMINISTRATOR, of["relief"]),
        hala=_member("Hala", HEALTH_WORKER, of["relief"], at["east"]),
        pelin=_member("Pelin", PROTECTION, of["relief"], at["east"]),
        chiara=_member("Chiara", CHILD_OFFICER, of["relief"], at["east"]),
        firas=_member("Firas", COUNSELLOR, of["relief"], at["east"]),
        badia=_member("Badia", TEACHER, of["relief"], at["east"]),
        ravi=_member("Ravi", RELIEF, of["relief"], at["east"]),
        lucie=_member("Lucie", LAWYER, of["bench"], at["east"]),
        yara=_member("Yara", TRACING, of["relief"], at["east"]),
    )


_cast: list[Cast] = []


def _prepare() -> None:
    _cast[:] = [_made()]


PREPARE.append(_prepare)


def the_cast() -> Cast:
    """The cast, once the template is made."""
    return _cast[0]


@pytest.fixture
def cast(programme: Programme) -> Cast:
    """The cast, in this test's own programme."""
    return the_cast()
