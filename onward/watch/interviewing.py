"""Who speaks with residents for oversight: anybody can seal an envelope, so an interview counts only with its mark."""

from onward.sealing.envelopes import new_receipt
from onward.watch.store import Store

SIGNS = 12
"""60 bits, known to oversight and to one person: nobody guesses one."""


def add_interviewer(store: Store, name: str) -> str:
    """Draw a mark for somebody; gives it, to be told to them alone."""
    mark = new_receipt()[-SIGNS:]
    store.run("INSERT INTO interviewer (mark, name) VALUES (?, ?)", (mark, name.strip()[:200]))
    return shown(mark)


def shown(mark: str) -> str:
    """A mark as it is read out."""
    return "-".join(mark[at : at + 4] for at in range(0, SIGNS, 4))


def interviewers(store: Store) -> list[tuple[str, str]]:
    """Everybody who may, by name, with their mark."""
    return [(row["name"], shown(row["mark"])) for row in store.all("SELECT * FROM interviewer ORDER BY name, mark")]


def vouched_by(store: Store, mark: str) -> str:
    """Whose mark this is; nobody's is empty."""
    signs = "".join(mark.upper().split()).replace("-", "").translate(str.maketrans("OIL", "011"))
    found = store.one("SELECT name FROM interviewer WHERE mark = ?", (signs,))
    return str(found["name"]) if found else ""
