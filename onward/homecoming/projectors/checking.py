"""The checks by two people."""

from onward.homecoming.events import ContactChecked, ReturnChecked
from onward.homecoming.models import Check
from onward.homecoming.rules import CheckState, outcome_of
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(ContactChecked, opens=("record", "legal"))
def note_contact_check(event: ContactChecked, entry: Entry) -> None:
    """The first judgement opens a check, the second closes it."""
    if event.first:
        close_check(event, entry)
    else:
        open_check(event, entry, about="contact", consent=event.consent)


@projector(ReturnChecked, opens=("record", "legal"))
def note_return_check(event: ReturnChecked, entry: Entry) -> None:
    """The first judgement opens a check, the second closes it; both have to say the same of the family."""
    if event.first:
        close_check(event, entry)
    else:
        open_check(event, entry, about="return", consent="", family=event.family, family_words=event.family_words)


def open_check(
    event: ContactChecked | ReturnChecked,
    entry: Entry,
    *,
    about: str,
    consent: str,
    family: str = "",
    family_words: str = "",
) -> None:
    Check.objects.create(
        id=entry.id,
        stream=entry.stream,
        about=about,
        consent=consent,
        state=CheckState.FIRST,
        first_by=entry.author,
        first_on=entry.day,
        first_organisation=event.organisation,
        first_safe=event.safe,
        first_answers=_answers(event),
        first_reasons=event.reasons,
        first_sources=event.sources,
        family=family,
        family_words=family_words,
    )


def close_check(event: ContactChecked | ReturnChecked, entry: Entry) -> None:
    check = Check.objects.filter(id=event.first, state=CheckState.FIRST).first()
    if check is None:  # another node's second came first, or the wish changed between the two
        return
    same = not isinstance(event, ReturnChecked) or event.family == check.family
    state = outcome_of(first=check.first_safe, second=event.safe, same=same)
    Check.objects.filter(id=check.id).update(
        state=state,
        second_by=entry.author,
        second_on=entry.day,
        second_organisation=event.organisation,
        second_safe=event.safe,
        second_answers=_answers(event),
        second_reasons=event.reasons,
        second_sources=event.sources,
    )


def _answers(event: ContactChecked | ReturnChecked) -> dict[str, bool]:
    """Each question that was asked by itself, with its answer."""
    asked = ("safe_there", "not_refouled", "best_interests", "fit_to_travel")
    said = {question: getattr(event, question, None) for question in asked}
    return {question: answer for question, answer in said.items() if answer is not None}
