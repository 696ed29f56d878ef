"""One short form for each act on the way onward."""

from onward.homecoming.forms.asking import AnswerForm, AppealForm, AskForm, LetterForm, PapersForm, ReplyForm
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

__all__ = [
    "AnswerForm",
    "AppealForm",
    "ArrivalForm",
    "AskForm",
    "AuthoriseForm",
    "CancelForm",
    "ChangeForm",
    "ConsentForm",
    "ContactForm",
    "DepartConvoyForm",
    "DepartureForm",
    "HandOverConvoyForm",
    "HandoverForm",
    "LetterForm",
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
