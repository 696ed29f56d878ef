"""The demonstration: a fictional programme, told through the same actions that the screens call."""

from collections.abc import Callable

WORDS = "onward demo words"


def load(progress: Callable[[int, int], None]) -> str:
    """Tell the story into an empty, unlocked programme. Gives what is printed at each start: who may sign in how."""
    from onward.access.actions import add_staff
    from onward.access.rules import ADMINISTRATOR, Actor

    founder = Actor(id="onward", roles=frozenset({ADMINISTRATOR}), everywhere=True)
    account = add_staff(founder, name="Rosa", roles=[ADMINISTRATOR], everywhere=True, password=WORDS)
    progress(1, 1)
    return f"Sign in as administrator: {account.username} with: {WORDS}"
