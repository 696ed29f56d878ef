"""Who works in the demo: a fictional programme around Azaz, founded through the same actions as any other."""

import msgspec

from onward.access.actions import add_staff, change_staff
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
from onward.kit.ids import Id, derived_id, new_id
from onward.places.actions import add_block, add_organisation, add_site

FOUNDER = Actor(id="demo", name="", roles=frozenset({ADMINISTRATOR}), everywhere=True)
PASSWORD = "a demo is not a secret"  # noqa: S105 - printed at every start; the demo protects nothing

CHECKPOINT = "Azaz Road"
EAST = "Azaz East"
WEST = "Sijjo"


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """Sites and blocks by name; staff as actors by the name they sign in with."""

    sites: dict[str, str]
    blocks: dict[str, list[str]]
    staff: dict[str, Actor]


def _id(*labels: str) -> Id:
    # The same every time within the demo's own time: the first digits are the told moment's.
    return derived_id(new_id()[:12], *labels)


def _organisations() -> dict[str, str]:
    army = add_organisation(FOUNDER, name="Army of the Plain", kind="authority", entry=_id("army"))
    return {
        "army": army,
        "group": add_organisation(
            FOUNDER,
            name="River Group",
            kind="group",
            parent=army,
            contact_office="Command of the River Group",
            contact_name="Abu Selim",
            entry=_id("group"),
        ),
        "relief": add_organisation(FOUNDER, name="Open Hands", kind="relief", entry=_id("relief")),
        "care": add_organisation(FOUNDER, name="Open Clinic", kind="relief", entry=_id("care")),
        "bench": add_organisation(FOUNDER, name="Open Bench", kind="other", entry=_id("bench")),
        "watch": add_organisation(FOUNDER, name="Free Watch", kind="oversight", entry=_id("watch")),
    }


def _sites(group: str) -> dict[str, str]:
    kinds = {CHECKPOINT: "checkpoint", EAST: "camp", WEST: "camp"}
    return {
        name: add_site(FOUNDER, name=name, kind=kind, organisation=group, entry=_id(name))
        for name, kind in kinds.items()
    }


BLOCKS = {
    EAST: (("A", "families", 24), ("B", "women", 14), ("C", "anyone", 18), ("D", "children", 6)),
    WEST: (("A", "families", 14), ("B", "anyone", 16), ("C", "women", 8)),
}


def _blocks(sites: dict[str, str]) -> dict[str, list[str]]:
    return {
        site: [
            add_block(FOUNDER, site=sites[site], name=name, meant_for=meant, places=places, entry=_id(site, name))
            for name, meant, places in blocks
        ]
        for site, blocks in BLOCKS.items()
    }


STAFF = (
    # signs in as, name on screen, role, organisation, sites, languages
    ("reception", "R. Haddad", RECEPTION, "group", (CHECKPOINT,), ("ar",)),
    ("caseworker", "N. Sabbagh", CASE, "relief", (EAST,), ("ar", "fr", "en")),
    ("caseworker2", "T. Aksoy", CASE, "relief", (WEST,), ("ar", "en", "tr")),
    ("caseworker3", "E. Kadri", CASE, "relief", (EAST, WEST), ("ar", "fr")),
    ("site", "S. Darwish", SITE, "group", (EAST,), ("ar",)),
    ("site2", "K. Naqib", SITE, "group", (WEST,), ("ar",)),
    ("health", "H. Baran", HEALTH_WORKER, "care", (CHECKPOINT, EAST, WEST), ("ar", "ku", "fr")),
    ("protection", "D. Yildiz", PROTECTION, "care", (EAST, WEST), ("ar", "en", "tr")),
    ("child", "A. Rossi", CHILD_OFFICER, "relief", (CHECKPOINT, EAST, WEST), ("ar", "en", "fr")),
    ("counsellor", "F. Najjar", COUNSELLOR, "care", (EAST, WEST), ("ar", "fr")),
    ("teacher", "B. Halabi", TEACHER, "relief", (EAST,), ("ar", "en")),
    ("counter", "O. Taher", RELIEF, "relief", (EAST,), ("ar", "tr")),
    ("lawyer", "C. Lambert", LAWYER, "bench", (EAST, WEST), ("fr", "en", "ar")),
    ("tracing", "Y. Kaya", TRACING, "relief", (EAST, WEST), ("ar", "tr", "en")),
    ("liaison", "M. Demir", LIAISON, "relief", (EAST, WEST), ("ar", "en", "tr", "fr")),
    ("custody", "Abu Selim", CUSTODY, "group", (), ("ar",)),
    ("coordinator", "L. Okoro", COORDINATOR, "relief", (), ("en", "ar")),
    ("reviewer", "I. Mansour", REVIEWER, "bench", (), ("ar", "en", "fr")),
    ("oversight", "S. Aydin", OVERSIGHT, "watch", (), ("ar", "en", "fr")),
    ("administrator", "P. Novak", ADMINISTRATOR, "relief", (), ("en",)),
)


def ask_roles(cast: Cast) -> None:
    """The administrator asks that the teacher may open names as well: oversight finds it on its Today."""
    teacher = staff_for(FOUNDER, cast.staff["teacher"].id)
    change_staff(
        cast.staff["administrator"],
        staff=teacher.id,
        name=teacher.name,
        roles=[TEACHER, CASE],
        sites=teacher.sites,
        organisation=teacher.organisation,
        languages=teacher.languages,
        entry=new_id(),
    )


def found() -> Cast:
    """Found the programme: organisations, sites, blocks and staff."""
    organisations = _organisations()
    sites = _sites(organisations["group"])
    blocks = _blocks(sites)
    staff = {}
    for username, name, role, organisation, at, languages in STAFF:
        joined = add_staff(
            FOUNDER,
            name=name,
            roles=[role],
            sites=[sites[site] for site in at],
            everywhere=not at,
            organisation=organisations[organisation],
            languages=languages,
            username=username,
            password=PASSWORD,
            entry=_id(username),
        )
        staff[username] = actor_from(staff_for(FOUNDER, joined.staff))
    return Cast(sites=sites, blocks=blocks, staff=staff)
