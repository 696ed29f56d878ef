"""Who acts: a member of staff, a resident at their own door, or the machine itself."""

import msgspec

from onward.kit.ids import Id


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts, with what they may do (`roles`) and where (`sites`, or `everywhere`).

    `id` is the id of the member of staff, of the case (a resident) or a word (`Actor(id="nightly")`). `name` is
    what others see. `organisation` is theirs; two-person checks compare it.
    """

    id: str
    name: str = ""
    roles: frozenset[str] = frozenset()
    sites: frozenset[Id] = frozenset()
    everywhere: bool = False
    organisation: str = ""
    language: str = "en"

    def reaches(self, site: str) -> bool:
        """Whether the actor's work lies at `site`."""
        return self.everywhere or site in self.sites


NOBODY = Actor(id="nobody")
"""A visitor who has not signed in."""
