"""What a site does for oversight once a day: the list of envelopes, and a feed that waits to be carried."""

import os
from pathlib import Path

from onward.access.rules import Actor

FOLDER = "feeds"


def write_into(folder: Path, actor: Actor) -> Path:
    """Write the next feed into a folder, complete before it bears its name; the ones before it there are let go.

    Each carries everything since the last one that oversight said it read, so one file is enough.
    """
    from onward.oversight.actions import write_feed
    from onward.oversight.views.feeding import feed_name

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    number, content = write_feed(actor)
    name = feed_name(number)
    part, whole = folder / f"{name}.part", folder / name
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(whole)
    for older in folder.glob(f"{name[:15]}-*.age"):
        if older.name < name:
            older.unlink(missing_ok=True)
    return whole


def daily(data: Path, actor: Actor) -> None:
    """List what waits, and leave a feed in `feeds`; nothing where no oversight is named.

    The database's log is emptied, in which the order of what was written today lies.
    """
    from onward.journal.erase import clear_traces
    from onward.kit.dates import today
    from onward.oversight.actions import list_items
    from onward.oversight.queries import key_now, lay_decoys

    if key_now() is not None:
        list_items(actor, day=today())
        write_into(data / FOLDER, actor)
        lay_decoys()
        clear_traces()
