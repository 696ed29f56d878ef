"""One short form for each act on the way onward."""

from onward.homecoming.forms.afterwards import CloseForm, ConcernForm, ResumeForm, VisitForm
from onward.homecoming.forms.asking import AnswerForm, AppealForm, AskForm, LetterForm, ReplyForm
from onward.homecoming.forms.checking import ContactForm, ReturnForm
from onward.homecoming.forms.choosing import DeterminationForm, PathwayForm, StepForm
from onward.homecoming.forms.convoys import (
    CancelForm,
    ChangeForm,
    DepartConvoyForm,
    HandForm,
    HandOverConvoyForm,
    PlanForm,
    SeatsForm,
    TakeOffForm,
    TellForm,
)
from onward.homecoming.forms.ending import (
    BirthForm,
    DeathForm,
    DisappearanceForm,
    LeavingForm,
    TakingForm,
    TransferForm,
)
from onward.homecoming.forms.hearing import ConsentForm, WishForm, WithdrawForm, WithdrawWishForm
from onward.homecoming.forms.leaving import (
    ArrivalForm,
    AuthoriseForm,
    BackForm,
    DepartureForm,
    HandoverForm,
    RefuseForm,
    TurnedBackForm,
)
from onward.homecoming.forms.papers import CivilForm, ClaimForm, EvidenceForm, MoveForm, PapersForm

__all__ = [
    "AnswerForm",
    "AppealForm",
    "ArrivalForm",
    "AskForm",
    "AuthoriseForm",
    "BackForm",
    "BirthForm",
    "CancelForm",
    "ChangeForm",
    "CivilForm",
    "ClaimForm",
    "CloseForm",
    "ConcernForm",
    "ConsentForm",
    "ContactForm",
    "DeathForm",
    "DepartConvoyForm",
    "DepartureForm",
    "DeterminationForm",
    "DisappearanceForm",
    "EvidenceForm",
    "HandForm",
    "HandOverConvoyForm",
    "HandoverForm",
    "LeavingForm",
    "LetterForm",
    "MoveForm",
    "PapersForm",
    "PathwayForm",
    "PlanForm",
    "RefuseForm",
    "ReplyForm",
    "ResumeForm",
    "ReturnForm",
    "SeatsForm",
    "StepForm",
    "TakeOffForm",
    "TakingForm",
    "TellForm",
    "TransferForm",
    "TurnedBackForm",
    "VisitForm",
    "WishForm",
    "WithdrawForm",
    "WithdrawWishForm",
]
