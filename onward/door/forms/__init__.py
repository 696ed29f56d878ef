"""What the door asks."""

from onward.door.forms.helping import LawyerForm, TakeBackReferralForm
from onward.door.forms.own import (
    AskOwnErasureForm,
    CardForm,
    ChallengeForm,
    QuestionForm,
    TakeBackChallengeForm,
    TakeBackConsentForm,
    TakeBackErasureForm,
    TakeBackWishForm,
)

__all__ = [
    "AskOwnErasureForm",
    "CardForm",
    "ChallengeForm",
    "LawyerForm",
    "QuestionForm",
    "TakeBackChallengeForm",
    "TakeBackConsentForm",
    "TakeBackErasureForm",
    "TakeBackReferralForm",
    "TakeBackWishForm",
]
