"""The first two people of a programme, of two organisations; and a second one, where there is only one left."""

import argparse
import sys
from typing import NamedTuple

from onward.config.cli.words import Refused, ready_folder

CLEAR = "\033[2J\033[3J\033[H"


class First(NamedTuple):
    """What an administrator signs in with first, and for whom they work."""

    organisation: str
    username: str
    password: str


def two_organisations(given: list[str]) -> list[str]:
    """The names of two, asked for where they were not given. Raises Refused."""
    names = [name.strip() for name in given]
    if not names and sys.stdin.isatty():
        print("What opens names takes two people of two organisations. Neither should be the one that keeps people.")
        names = [input(f"{which} organisation: ").strip() for which in ("First", "Second")]
    if len(names) != 2 or not all(names) or names[0].casefold() == names[1].casefold():
        raise Refused("A programme begins with two people of two organisations: name both with --organisation, twice.")
    return names


def add_administrator(organisation: str, *, username: str = "") -> First:
    """Add an administrator who works for that organisation, and the organisation if it is new. Raises Refused."""
    from onward.access.actions import add_staff
    from onward.access.rules import ADMINISTRATOR, Actor
    from onward.kit.errors import RuleBroken
    from onward.places.actions import add_organisation
    from onward.places.queries import organisations_for

    founder = Actor(id="onward", roles=frozenset({ADMINISTRATOR}), everywhere=True)
    known = {one.name: one.id for one in organisations_for(founder)}
    try:
        theirs = known.get(organisation) or add_organisation(founder, name=organisation, kind="other")
        added = add_staff(
            founder,
            name="Administrator",
            roles=[ADMINISTRATOR],
            everywhere=True,
            organisation=theirs,
            username=username,
        )
    except RuleBroken as broken:
        raise Refused(broken.sentence) from None
    return First(organisation, added.username, added.password)


def tell_first(first: First, *, last: bool) -> None:
    """Show a first password; where two sit at the keyboard, to one after the other."""
    print(f"For the administrator of {first.organisation}:")
    print(f"Sign in as:     {first.username}")
    print(f"First password: {first.password}")
    print("This password is shown only now, and opens the door once: another is chosen behind it.")
    if not last and sys.stdin.isatty() and sys.stdout.isatty():
        input("Write it down, press Enter, and let the second person come to the keyboard. ")
        print(CLEAR, end="")
        input("The second person presses Enter. ")


def appoint(chosen: argparse.Namespace) -> int:
    """Add an administrator of another organisation, where nobody could agree to what takes two."""
    ready_folder()
    from onward.access.queries.grants import two_can_agree

    if two_can_agree():
        raise Refused("Two people of two organisations are there already: they add others in the browser.")
    tell_first(add_administrator(chosen.organisation, username=chosen.administrator), last=True)
    return 0
