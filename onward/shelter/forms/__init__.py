"""What the pages of shelter ask."""

from onward.shelter.forms.placing import AssignPlaceForm, CancelTransferForm, ReceiveTransferForm, SendTransferForm
from onward.shelter.forms.safety import ArrangeCareForm, EndKeepingApartForm, KeepApartForm

__all__ = [
    "ArrangeCareForm",
    "AssignPlaceForm",
    "CancelTransferForm",
    "EndKeepingApartForm",
    "KeepApartForm",
    "ReceiveTransferForm",
    "SendTransferForm",
]
