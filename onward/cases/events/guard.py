"""What is owed to somebody for being who they are, without anybody asking."""

from typing import Literal

from onward.cases.events.shape import CaseEvent


class CareOwed(CaseEvent, frozen=True, kw_only=True):
    """Something is owed by itself: a child, or whoever may be one, an assessment; after a birth, care for both.

    Said in the compartment whose staff owe it.
    """

    because: Literal["child", "birth"]
