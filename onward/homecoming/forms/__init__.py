"""One short form for each act on the way onward."""

from onward.homecoming.forms.asking import AnswerForm, AppealForm, AskForm, LetterForm, ReplyForm
from onward.homecoming.forms.checking import ContactForm, ReturnForm
from onward.homecoming.forms.convoys import (
    CancelForm,
    ChangeForm,
    DepartConvoyForm,
    HandOverConvoyForm,
    PlanForm,
    SeatsForm,
    TakeOffForm,
    TellForm,
)
from onward.homecoming.forms.hearing import ConsentForm, WishForm, WithdrawForm, WithdrawWishForm
from onward.homecoming.forms.leaving import ArrivalForm, AuthoriseForm, DepartureForm, HandoverForm, RefuseForm
from onward.homecoming.forms.papers import CivilForm, ClaimForm, EvidenceForm, MoveForm, PapersForm

__all__ = [
    "AnswerForm",
    "AppealForm",
    "ArrivalForm",
    "AskForm",
    "AuthoriseForm",
    "CancelForm",
    "ChangeForm",
    "CivilForm",
    "ClaimForm",
    "ConsentForm",
    "ContactForm",
    "DepartConvoyForm",
    "DepartureForm",
    "EvidenceForm",
    "HandOverConvoyForm",
    "HandoverForm",
    "LetterForm",
    "MoveForm",
    "PapersForm",
    "PlanForm",
    "RefuseForm",
    "ReplyForm",
    "ReturnForm",
    "SeatsForm",
    "TakeOffForm",
    "TellForm",
    "WishForm",
    "WithdrawForm",
    "WithdrawWishForm",
]
