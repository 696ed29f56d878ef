"""Files that a site erased: what oversight holds of them goes as well."""

import msgspec

from onward.watch.store import Store
from onward.watch.telling import told

OPENS_A_CASE = ("reception.arrived", "homecoming.child_born")


def streams_held(store: Store, node: str) -> set[str]:
    """Of whom or what oversight can read something."""
    return {str(row["stream"]) for row in store.all("SELECT DISTINCT stream FROM data_key WHERE node = ?", (node,))}


def case_names(store: Store, node: str) -> dict[str, str]:
    """Stream -> the case's name, as far as it can be read here."""
    return {one.stream: one.event.case_name for one in told(store, node, *OPENS_A_CASE)}  # type: ignore[attr-defined]  # both open a case


def forget(store: Store, node: str, names: set[str]) -> None:
    """Let envelopes no longer say whom they are about; their words stay oversight's own."""
    folded = {name.casefold() for name in names}
    for row in store.all("SELECT digest, said FROM item WHERE node = ?", (node,)):
        said = msgspec.json.decode(row["said"])
        if str(said.get("case", "")).strip().casefold() in folded:
            store.run(
                "UPDATE item SET said = ? WHERE node = ? AND digest = ?",
                (msgspec.json.encode(said | {"case": ""}), node, row["digest"]),
            )
