"""What the pages of shelter ask."""

from onward.shelter.forms.holding import HoldPlacesForm, ReleasePlaceForm
from onward.shelter.forms.placing import AssignPlaceForm, CancelTransferForm, ReceiveTransferForm, SendTransferForm
from onward.shelter.forms.presence import (
    AbsenceLimitForm,
    AnswerMoveForm,
    EndAbsenceForm,
    MoveForm,
    RosterForm,
    ScanForm,
)
from onward.shelter.forms.safety import ArrangeCareForm, EndKeepingApartForm, KeepApartForm
from onward.shelter.forms.site import (
    FollowIncidentForm,
    NoteMeasureForm,
    RecordIncidentForm,
)

__all__ = [
    "AbsenceLimitForm",
    "AnswerMoveForm",
    "ArrangeCareForm",
    "AssignPlaceForm",
    "CancelTransferForm",
    "EndAbsenceForm",
    "EndKeepingApartForm",
    "FollowIncidentForm",
    "HoldPlacesForm",
    "KeepApartForm",
    "MoveForm",
    "NoteMeasureForm",
    "ReceiveTransferForm",
    "RecordIncidentForm",
    "ReleasePlaceForm",
    "RosterForm",
    "ScanForm",
    "SendTransferForm",
]
