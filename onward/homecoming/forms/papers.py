from typing import Any

from django.utils.translation import gettext_lazy as _

from onward.homecoming.forms.shape import OnwardForm, ScanField
from onward.homecoming.queries import children_for
from onward.homecoming.rules.papers import CIVIL, CIVIL_STATES, CLAIMANTS, EVIDENCE, HANDS
from onward.homecoming.rules.words import PAPERS
from onward.ui.forms import DayField, LineField, OneOfField, WordsField

SEALED_NUMBER = _("Sealed with their identity; it does not show again.")


class PapersForm(OnwardForm):
    paper = OneOfField(label=_("Which paper"), choices=list(PAPERS.items()))
    issued_by = LineField(label=_("Issued by"), required=False)
    issued_on = DayField(label=_("Issued on"), required=False)
    number = LineField(label=_("Its number"), help_text=SEALED_NUMBER, required=False)
    valid_until = DayField(label=_("Valid until"), required=False)
    hands = OneOfField(
        label=_("Who has it now"), choices=[(hands, words) for hands, words in HANDS.items() if hands != "lost"]
    )
    holder = LineField(label=_("Which authority"), help_text=_("Only where an authority has it."), required=False)
    scan = ScanField()


class MoveForm(OnwardForm):
    paper = OneOfField(label=_("Which paper"))
    hands = OneOfField(label=_("Who has it now"), choices=list(HANDS.items()))
    holder = LineField(label=_("Which authority"), help_text=_("Only where an authority has it."), required=False)
    words = WordsField(label=_("Why"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("paper", [(paper.id, paper.in_words) for paper in self.standing.papers])


class CivilForm(OnwardForm):
    child = OneOfField(label=_("Whose paper"), required=False)
    paper = OneOfField(label=_("Which paper"), choices=list(CIVIL.items()))
    state = OneOfField(label=_("What became of it"), choices=list(CIVIL_STATES.items()))
    asked = OneOfField(label=_("By which letter it was asked for"), required=False)
    issued_by = LineField(label=_("Issued by"), required=False)
    number = LineField(label=_("Its number"), help_text=SEALED_NUMBER, required=False)
    scan = ScanField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        children = [(child.id, child.name) for child in children_for(self.actor, self.case)]
        self.choose("child", [("", _("Theirs, or of a child without a file")), *children])
        letters = [letter for letter in self.standing.letters if letter.about == "civil_paper"]
        self.choose("asked", [("", _("By none")), *((letter.id, letter.body) for letter in letters)])


class ClaimForm(OnwardForm):
    country = LineField(label=_("Of which country"))
    claimed_by = OneOfField(label=_("Who says so"), choices=list(CLAIMANTS.items()))
    words = WordsField(label=_("In their words"), required=False)


class EvidenceForm(OnwardForm):
    evidence = OneOfField(label=_("What speaks for it"), choices=list(EVIDENCE.items()))
    words = WordsField(label=_("What it says"), required=False)
    scan = ScanField()
