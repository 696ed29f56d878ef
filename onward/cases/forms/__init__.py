"""The short forms of a resident's file."""

from onward.cases.forms.file import (
    CODED,
    CaseWorkerForm,
    ChangeReminderForm,
    CompanionForm,
    CorrectForm,
    FamilyForm,
    IssueCardForm,
    NoteIdentityForm,
    OpenIdentityForm,
    ReadHandoverForm,
    ReminderForm,
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
    "ChangeReminderForm",
    "CompanionForm",
    "CorrectForm",
    "EndScreeningForm",
    "FamilyForm",
    "HearChallengeForm",
    "IssueCardForm",
    "LibertyForm",
    "NoteIdentityForm",
    "OpenIdentityForm",
    "ReadHandoverForm",
    "ReminderForm",
    "RevokeCardForm",
    "WithdrawForm",
    "WithholdOpeningForm",
]
