"""How the files of a backup are named, and which of them belong together."""

import re
from datetime import datetime
from pathlib import Path

ENDING = ".age"
KEYRING_ENDING = ".keyring.age"
NAMED = re.compile(r"(onward-[0-9a-f]{8}-)(\d{8}-\d{6})(\.keyring)?\.age")


def stem_for(node: str, made_at: datetime) -> str:
    """The name of a backup in a folder of backups, without its ending."""
    return f"onward-{node[:8]}-{made_at:%Y%m%d-%H%M%S}"


def targets(where: Path, node: str, made_at: datetime) -> tuple[Path, Path]:
    """The files of the record and of its keyring: in the folder `where`, or the very file that it names."""
    if where.is_dir():
        stem = stem_for(node, made_at)
        return where / (stem + ENDING), where / (stem + KEYRING_ENDING)
    return where, where.with_name(where.name.removesuffix(ENDING) + KEYRING_ENDING)


def keyring_beside(record: Path) -> Path | None:
    """The newest keyring of the same programme in the folder of `record`; else the one named like it."""
    known = NAMED.fullmatch(record.name)
    if known:
        found = [path for path in record.parent.glob(f"{known[1]}*{KEYRING_ENDING}") if NAMED.fullmatch(path.name)]
        return max(found, key=lambda path: path.name, default=None)
    path = record.with_name(record.name.removesuffix(ENDING) + KEYRING_ENDING)
    return path if path.is_file() else None


def newer_beside(record: Path) -> Path | None:
    """A newer backup of the same programme in the folder of `record`."""
    known = NAMED.fullmatch(record.name)
    if known is None:
        return None
    others = [path for path in record.parent.glob(f"{known[1]}*{ENDING}") if not path.name.endswith(KEYRING_ENDING)]
    newest = max((path for path in others if NAMED.fullmatch(path.name)), key=lambda path: path.name, default=record)
    return newest if newest.name > record.name else None
