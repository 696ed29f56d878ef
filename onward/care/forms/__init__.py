"""What the pages of care ask."""

from onward.care.forms.needs import MeetNeedForm, NoteNeedForm
from onward.care.forms.offered import EndServiceForm, OfferServiceForm
from onward.care.forms.questions import AnswerQuestionForm, NoteQuestionForm
from onward.care.forms.referrals import (
    AnswerReferralForm,
    AskHelpedForm,
    FinishReferralForm,
    SendReferralForm,
    WithdrawReferralForm,
)
from onward.care.forms.told import AssessChildForm, NoteAccountForm

__all__ = [
    "AnswerQuestionForm",
    "AnswerReferralForm",
    "AskHelpedForm",
    "AssessChildForm",
    "EndServiceForm",
    "FinishReferralForm",
    "MeetNeedForm",
    "NoteAccountForm",
    "NoteNeedForm",
    "NoteQuestionForm",
    "OfferServiceForm",
    "SendReferralForm",
    "WithdrawReferralForm",
]
