import msgspec
import pytest

from onward.journal import body
from onward.journal.catalogue import COMPARTMENTS, catalogue, faults
from onward.journal.events import EVENTS
from onward.kit.ids import new_id
from tests.golden import FOLDER, as_stored, example, files, kinds, missing, stored

KINDS = [event.kind for event in kinds()]
FILES = sorted(path.name for path in FOLDER.glob("*.json"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_has_a_golden_file_with_all_its_fields(kind):
    assert files(kind)[0].exists(), "run `python -m tests.golden`"
    assert missing(EVENTS[kind]) == set(), "run `python -m tests.golden`"


@pytest.mark.parametrize("name", FILES)
def test_what_was_stored_once_still_loads_and_means_the_same(name):
    kind = ".".join(name.split(".")[:2])
    assert kind in EVENTS, "an event is never removed or renamed"
    content = stored(FOLDER / name)
    loaded = msgspec.json.decode((FOLDER / name).read_bytes(), type=EVENTS[kind])
    again = as_stored(loaded)
    assert {field: again.get(field, "gone") for field in content} == content


@pytest.mark.parametrize("kind", KINDS)
def test_an_event_is_sealed_and_opened_without_loss(kind, programme):
    stream, entry_id, event = new_id(), new_id(), example(EVENTS[kind])
    sealed = body.seal_event(event, entry_id=entry_id, stream=stream)
    opened = body.open_event(sealed, entry_id=entry_id, kind=body.kind_of(event), opens=COMPARTMENTS)
    assert opened == event


def test_every_event_keeps_to_the_form():
    assert faults() == []


def test_the_catalogue_describes_every_event():
    described = catalogue()
    assert [each.kind for each in described] == KINDS
    assert all(each.says for each in described)
