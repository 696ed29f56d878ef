"""Pairs that nobody asked to keep apart.

To whoever may not know who is kept apart from whom, these are refused just as the others are: or a look at which blocks
are not suitable for whom would name every pair, each being refused where the other sleeps. They are drawn, by a key
that no screen shows, once for two people and a site: looking again tells nothing more. Whoever knows all sees none.
"""

import hashlib
from collections.abc import Collection, Sequence

from onward.access.rules import Actor
from onward.places.queries import blocks_for, places_for
from onward.sealing import vault
from onward.shelter.models import Lodging
from onward.shelter.rules import Guest

FEWEST = 4
"""Of fewer blocks for anyone than these a person might be left with none."""


def drawn_apart(actor: Actor, people: Sequence[Guest], site: str, *, kin: Collection[str]) -> dict[str, set[str]]:
    """Of each of these people, those at the site whose block is not suitable for them either: about one each.

    Nobody of their own family, whom this would part (`kin`).
    """
    if sum(block.meant_for == "anyone" for block in blocks_for(actor, site)) < FEWEST:
        return {}
    places = len(places_for(actor, site, closed=True))
    one_in = 1 << max(places - 1, 1).bit_length()  # a size of the site that a few places more do not change
    there = Lodging.objects.filter(site=site).exclude(place="").exclude(id__in=kin).values_list("id", flat=True)
    others = list(there)
    return {one.id: {other for other in others if _drawn(one.id, other, site, one_in)} for one in people}


def _drawn(one: str, other: str, site: str, one_in: int) -> bool:
    pair = ".".join((*sorted((one, other)), site)).encode()
    lot = hashlib.blake2b(pair, key=vault.secrets().signing_key, person=b"onward apart 1").digest()
    return int.from_bytes(lot[:8], "big") % one_in == 0
