"""Every address by everybody who may be signed in, and what they are answered (`tests/matrix.txt`).

The table is read by a person when it changes: a letter that turns up in the diff is somebody who sees more, or less.

    o  shown, or led on          .  refused: not this role's work (403)
    -  not found (404)           x  not by reading, or not now (405, 409, 410)
    >  led to sign in
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from django.test import Client
from django.urls import reverse

from onward.access.actions import add_staff
from onward.access.queries import actor_from, staff_for
from onward.access.rules import GRANTS, STAFF_ROLES
from onward.access.rules.grants import CASE, COORDINATOR, HEALTH_WORKER, LAWYER, LIAISON
from tests.cast import FOUNDER, PASSWORD, Cast, client_for, resident
from tests.test_permissions import PUBLIC, addresses
from tests.world import World

TABLE = Path(__file__).with_name("matrix.txt")
LETTERS = {200: "o", 302: "o", 403: ".", 404: "-", 405: "x", 409: "x", 410: "x"}
SIGN_IN = (reverse("account_login"), reverse("door:sign_in"))
OF_HOST = (CASE, LIAISON, HEALTH_WORKER, LAWYER, COORDINATOR)
"""Roles that the host may have people of its own in: they have rows of their own."""


def everybody(cast: Cast, world: World) -> Iterator[tuple[str, Client]]:
    """(who, a browser in which they are signed in): a visitor, a resident, each role, and the host's own people."""
    yield "visitor", Client()
    yield "resident", client_for(resident(world.objects["case"][0]))
    for role in STAFF_ROLES:
        yield role, client_for(cast.staff[role])
    for role in OF_HOST:
        added = add_staff(
            FOUNDER,
            name=f"Host {role}",
            roles=[role],
            sites=[cast.east],
            organisation=cast.group,
            password=PASSWORD,
        )
        yield f"host's {role}", client_for(actor_from(staff_for(FOUNDER, added.staff)))


def own_places(cast: Cast, world: World) -> Iterator[tuple[str, str, str]]:
    """(name, permission, path) of every guarded address, about something that exists and somebody there may see."""
    clients = {role: client_for(actor) for role, actor in cast.staff.items()}
    for name, _route, address in addresses():
        if name in PUBLIC:
            continue
        words, permission = list(address.pattern.converters), address.callback.permission
        paths = [
            reverse(name, kwargs=dict(zip(words, ids, strict=True)))
            for ids in product(*(world.objects[word] for word in words))
        ]
        asks = [clients[role] for role in sorted(GRANTS[permission]) if role in clients]
        seen = (path for path in paths for client in asks if client.get(path).status_code in (200, 302))
        yield name, permission, paths[0] if len(paths) == 1 else next(seen, paths[0])


def letter(client: Client, path: str) -> str:
    """What reading this address is answered with."""
    answer = client.get(path)
    led = answer.status_code == 302 and answer["Location"].startswith(SIGN_IN)
    return ">" if led else LETTERS[answer.status_code]


def drawn(cells: dict[str, str], who: list[str]) -> str:
    """The table as text: a key of columns, then a row an address."""
    width = max(map(len, cells))
    key = [f"{number:>2} {name}" for number, name in enumerate(who, 1)]
    rows = [f"{name:<{width}}  {cells[name]}" for name in sorted(cells)]
    return "\n".join([__doc__.partition("\n\n    ")[2].rstrip().replace("\n    ", "\n"), "", *key, "", *rows, ""])
