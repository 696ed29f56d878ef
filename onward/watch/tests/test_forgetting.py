"""What a site erased, oversight's folder forgets with the next feed: looked for with oversight's own passphrase."""

from onward.cases.actions import note_identity, open_identity
from onward.journal.keyring import destroy_stream_keys
from onward.kit.dates import today
from onward.oversight.queries import keep_item
from onward.sealing.envelopes import ITEM_TEXT, seal_text
from onward.watch import listing
from onward.watch.keys import STORE
from tests.housing import arrive
from tests.pages_of import pages


def held(office) -> bytes:
    """Each page of oversight's store and of its log, in the clear."""
    return b"".join(pages(office.folder / STORE, office.store.keys.store_key))


def about(office, case: str) -> None:
    said = {"kind": "complaint", "case": case, "about": "treatment", "words": "The guard took a ring."}
    assert keep_item(seal_text(said, office.store.keys.recipient, size=ITEM_TEXT))


def test_keys_rows_and_whom_an_envelope_was_about_go_with_the_next_feed(programme, cast, office, site):
    gone = arrive(programme, cast, "Quiet Cedar", site=cast.east)
    stays = arrive(programme, cast, "Clear River", site=cast.east)
    for case in (gone, stays):
        note_identity(cast.sami, case=case, names=["Zenobia Mirkovic"])
        open_identity(cast.sami, case=case, reason=f"To write to a lawyer {case}.")
    about(office, "quiet cedar ")
    about(office, "Clear River")
    office.read(site())
    keys = [bytes(row["key"]) for row in office.store.all("SELECT key FROM data_key WHERE stream = ?", (gone,))]
    before = held(office)
    assert keys
    assert all(key in before for key in keys)
    assert b"quiet cedar" in before

    destroy_stream_keys(gone)
    read = office.read(site())
    after = held(office)
    assert [key for key in keys if key in after] == []
    assert b"uiet " + b"cedar" not in after.lower()
    assert read.remarks == ()  # the chain holds without them
    assert {line.case for line in listing.openings(office.store)} == {"Clear River"}
    assert sorted(item.said.case for item in listing.items(office.store, "complaint")) == ["", "Clear River"]
    assert {item.said.words for item in listing.items(office.store, "complaint")} == {"The guard took a ring."}
    assert office.read(site(), day=today()).remarks == ()
