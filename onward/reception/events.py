"""What reception says."""

from onward.cases.events import CaseEvent, CaseOpenedEvent


class Arrived(CaseOpenedEvent, frozen=True, kw_only=True):
    """A person reached a checkpoint or site and was received; their file opens with this.

    `group`: the id shared by those recorded together, in the order of `position`. `with_whom`: alone, family or
    companions. `needs`: urgent needs as seen or said, met or not; those unmet are opened as matters, and those of body,
    mind or a child's being alone are said apart (`NeedsNoted`). `given`,
    `told`: codes; `told_language` and `interpreter`: how it was said, and whether one is needed. `belongings`: the
    lines of the receipt.
    """

    group: str
    position: int = 0
    with_whom: str = ""
    needs: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    told_language: str = ""
    interpreter: bool = False
    belongings: tuple[str, ...] = ()


class NeedsNoted(CaseEvent, frozen=True, kw_only=True):
    """Urgent needs of a person who arrived, said in the compartment whose staff meet them, with their matters."""

    needs: tuple[str, ...] = ()
