"""The four things an action or query may refuse with. One place (`config`) turns them into HTTP."""

from collections.abc import Sequence


class OnwardError(Exception):
    """Base of the four; never raised itself."""


class NotFound(OnwardError):
    """There is no such thing, or the actor may not know that there is (404 for both, so that nothing leaks)."""


class NotAllowed(OnwardError):
    """The actor's role does not include this act (403)."""


class RuleBroken(OnwardError):
    """The act is refused by a rule. `sentence` is one clear, translated sentence; `field` names the form field."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.field = field


class Outdated(OnwardError):
    """The page on which the act was decided is no longer how things stand (409).

    `since` are ids of the entries that were added after the version the page showed, oldest first.
    """

    def __init__(self, since: Sequence[str] = ()) -> None:
        super().__init__("outdated")
        self.since = tuple(since)
