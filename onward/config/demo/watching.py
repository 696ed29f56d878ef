"""Oversight in the demonstration: its folder lies in the programme's, where no real one ever may, to be looked at."""

from pathlib import Path

from onward.kit.dates import today
from onward.kit.ids import Id
from onward.oversight.actions import list_items, name_key
from onward.oversight.queries import keep_item
from onward.sealing.envelopes import ITEM_TEXT, answer_secret, new_receipt, recipient_of, seal_text, tag_of
from onward.sealing.watchers import Watcher, public_file
from onward.waiting.rules import CLOCK
from onward.watch import keys
from onward.watch.interviewing import add_interviewer
from onward.watch.store import begin

FOLDER = "oversight"
NAME = "Free Watch"
ADDRESS = "Box 9, Gaziantep"


def named(data: Path, passphrase: str, *, by: object, compared_with: str, entry: Id) -> tuple[Watcher, str]:
    """Make oversight's folder, and name its key. Gives it, and the mark of whoever compared it."""
    made = keys.create(data / FOLDER, passphrase)
    store = begin(data / FOLDER, made, name=NAME, address=ADDRESS)
    mark = add_interviewer(store, compared_with)
    store.close()
    watcher = made.watcher(NAME, ADDRESS)
    key = public_file(watcher, made.signing_key)
    name_key(by, key=key, heard=watcher.fingerprint, compared_with=compared_with, entry=entry)
    return watcher, mark


def told(watcher: Watcher, mark: str, case: str) -> None:
    """What two people sealed for oversight, waiting for the next feed."""
    receipt = new_receipt()
    reply = {"tag": tag_of(receipt).hex(), "reply": recipient_of(answer_secret(receipt))}
    complaint = {
        "kind": "complaint",
        "about": "taken",
        "words": "They said that my telephone would come back after two days. It is six weeks. Nobody says who has it.",
        "language": "fr",
        **reply,
    }
    spoken = "Nobody pressed her. She asks why her friend was heard first."
    interview = {"kind": "interview", "case": case, "day": str(today()), "pressed": "no", "words": spoken, "mark": mark}
    for item in (complaint, interview):
        keep_item(seal_text(item, watcher.recipient, size=ITEM_TEXT))
    list_items(CLOCK, day=today())
