from onward.homecoming.events import OnwardEvent
from onward.journal.events import EVENTS


def test_what_could_harm_is_sealed_apart():
    sealed = {
        (event.kind.removeprefix("homecoming."), field): compartment
        for event in EVENTS.values()
        if issubclass(event, OnwardEvent)
        for field, compartment in event.compartments.items()
    }
    for check in ("contact_checked", "return_checked"):
        assert sealed[check, "reasons"] == sealed[check, "sources"] == "legal"
    assert sealed["papers_recorded", "number"] == "identity"
    assert sealed["wish_recorded", "country"] == sealed["departed", "destination"] == "legal"
