"""The short forms of a resident's file."""

from onward.cases.forms.file import (
    CODED,
    CaseWorkerForm,
    CompanionForm,
    CorrectForm,
    FamilyForm,
    IssueCardForm,
    NoteIdentityForm,
    OpenIdentityForm,
    RevokeCardForm,
    WithdrawForm,
    WithholdOpeningForm,
)
from onward.cases.forms.liberty import AnswerChallengeForm, ChallengeForm, HearChallengeForm, LibertyForm
from onward.cases.forms.screening import BeginScreeningForm, EndScreeningForm

__all__ = [
    "CODED",
    "AnswerChallengeForm",
    "BeginScreeningForm",
    "CaseWorkerForm",
    "ChallengeForm",
    "CompanionForm",
    "CorrectForm",
    "EndScreeningForm",
    "FamilyForm",
    "HearChallengeForm",
    "IssueCardForm",
    "LibertyForm",
    "NoteIdentityForm",
    "OpenIdentityForm",
    "RevokeCardForm",
    "WithdrawForm",
    "WithholdOpeningForm",
]
