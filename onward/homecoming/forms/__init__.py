"""One short form for each act on the way onward."""

from onward.homecoming.forms.asking import AnswerForm, AskForm, PapersForm
from onward.homecoming.forms.checking import ContactForm, ReturnForm
from onward.homecoming.forms.hearing import ConsentForm, WishForm, WithdrawForm
from onward.homecoming.forms.leaving import ArrivalForm, AuthoriseForm, DepartureForm, HandoverForm, RefuseForm

__all__ = [
    "AnswerForm",
    "ArrivalForm",
    "AskForm",
    "AuthoriseForm",
    "ConsentForm",
    "ContactForm",
    "DepartureForm",
    "HandoverForm",
    "PapersForm",
    "RefuseForm",
    "ReturnForm",
    "WishForm",
    "WithdrawForm",
]
