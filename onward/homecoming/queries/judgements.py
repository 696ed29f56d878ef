"""What two people wrote when they judged: for those who judge, and only once both have."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onward.access.queries import staff_names
from onward.access.rules import Actor, may
from onward.homecoming.models import Check
from onward.homecoming.queries.standing import Standing
from onward.homecoming.rules.words import QUESTIONS, in_words


class Judgement(NamedTuple):
    """One person's judgement, with its reasons and sources."""

    by: str
    on: date
    safe: bool
    answers: list[tuple[str, bool]]
    reasons: str
    sources: str


class Judged(NamedTuple):
    """A check that both have made: about which body (nothing for the return), how it stands, what each wrote."""

    body: str
    in_words: str
    by: Sequence[Judgement]


def judgements_for(actor: Actor, standing: Standing) -> list[Judged]:
    """The finished checks on one way, latest first; nothing for those who never judge."""
    if not may(actor, "homecoming.check_contact"):
        return []
    checks = [check for check in reversed(standing.checks) if check.second_on]
    names = staff_names([person for check in checks for person in (check.first_by, check.second_by)])
    return [Judged(_body(standing, check), check.in_words, _two(check, names)) for check in checks]


def _body(standing: Standing, check: Check) -> str:
    return next((consent.body for consent in standing.consents if consent.id == check.consent), "")


def _two(check: Check, names: dict[str, str]) -> list[Judgement]:
    first = Judgement(
        names.get(check.first_by, ""),
        check.first_on,
        check.first_safe,
        _said(check.first_answers),
        check.first_reasons,
        check.first_sources,
    )
    second = Judgement(
        names.get(check.second_by, ""),
        check.second_on or check.first_on,
        bool(check.second_safe),
        _said(check.second_answers),
        check.second_reasons,
        check.second_sources,
    )
    return [first, second]


def _said(answers: dict[str, bool]) -> list[tuple[str, bool]]:
    return [(in_words(question, QUESTIONS), answer) for question, answer in answers.items()]
