"""A backup's file before it is sealed: a tar whose first members are a signed list of all others."""

import hashlib
import io
import re
import tarfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from onward.config.backup.refused import BackupRefused
from onward.sealing import sign, vault, verify

FORMAT = "onward-backup-1"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
NAME = re.compile(
    r"(journal|keyring)\.db|head|programme\.(toml|lock)|scans/[0-9a-f]{32}|ways/[A-Za-z0-9_-]{1,60}\.toml"
)
LARGEST_MANIFEST = 100_000_000


class Member(msgspec.Struct, frozen=True):
    """One file of a backup."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup says of itself. `number` and `hash` are those of the last entry in it."""

    format: str
    part: str
    node: str
    public: str
    made_at: str
    version: str
    number: int = 0
    hash: str = ""
    entries: int = 0
    scans: int = 0
    keys: int = 0
    files: dict[str, Member] = {}


def pack(manifest: Manifest, files: dict[str, Path], target: Path) -> Manifest:
    """Write `files` into the tar `target`, behind the manifest, signed."""
    listed = {name: Member(path.stat().st_size, digest_of(path)) for name, path in files.items()}
    manifest = msgspec.structs.replace(manifest, files=listed)
    text = msgspec.json.encode(manifest)
    with tarfile.open(target, "w") as tar:
        _add(tar, MANIFEST, text)
        _add(tar, SIGNATURE, sign(vault.secrets().signing_key, text))
        for name, path in files.items():
            tar.add(path, name, recursive=False, filter=_bare)
    return manifest


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    tar.addfile(member, io.BytesIO(content))


def _bare(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


def unpacked(source: Path, folder: Path, *, part: str) -> tuple[Manifest, bytes, bytes]:
    """Lay the files of the tar `source` into `folder`. Gives the manifest, its text and its signature.

    Only names that a backup may have, only ordinary files, and only what the manifest says: nothing else is written.
    Raises BackupRefused.
    """
    try:
        with tarfile.open(source, "r:") as tar:
            text, signature = _read(tar, MANIFEST), _read(tar, SIGNATURE)
            manifest = _manifest(text, part)
            for member in tar:
                _lay(tar, member, manifest, folder)
    except (tarfile.TarError, EOFError):
        raise BackupRefused("The backup is damaged: it is not a whole archive.") from None
    missing = [name for name in manifest.files if not (folder / name).is_file()]
    if missing:
        raise BackupRefused(f"The backup is damaged: {missing[0]} is not in it.")
    return manifest, text, signature


def _read(tar: tarfile.TarFile, name: str) -> bytes:
    member = tar.next()
    content = tar.extractfile(member) if member and member.name == name else None
    if member is None or content is None or member.size > LARGEST_MANIFEST:
        raise BackupRefused("This is not a backup of Onward.")
    return content.read()


def _manifest(text: bytes, part: str) -> Manifest:
    try:
        manifest = msgspec.json.decode(text, type=Manifest)
    except msgspec.DecodeError:
        raise BackupRefused("This is not a backup of Onward.") from None
    if manifest.format != FORMAT:
        raise BackupRefused("This backup was made by a newer version of Onward: restore it with that one.")
    if manifest.part != part:
        raise BackupRefused(f"The file of the {part} is wanted here, but this is the one of the {manifest.part}.")
    return manifest


def _lay(tar: tarfile.TarFile, member: tarfile.TarInfo, manifest: Manifest, folder: Path) -> None:
    if member.name in {MANIFEST, SIGNATURE}:
        return
    said, content = manifest.files.get(member.name), tar.extractfile(member) if member.isreg() else None
    if said is None or content is None or not NAME.fullmatch(member.name) or member.size != said.size:
        raise BackupRefused(f"The backup is damaged: {member.name!r} is not what its list says.")
    target = folder / member.name
    target.parent.mkdir(mode=0o700, exist_ok=True)
    digest = hashlib.sha256()
    with target.open("xb") as file:
        while block := content.read(1 << 20):
            digest.update(block)
            file.write(block)
    if digest.hexdigest() != said.sha256:
        raise BackupRefused(f"The backup is damaged: {member.name} is not as it was.")


def check_signature(manifest: Manifest, text: bytes, signature: bytes, public: bytes) -> None:
    """Refuse a list that another programme signed, or nobody. Raises BackupRefused."""
    if manifest.public != public.hex() or not verify(public, text, signature):
        raise BackupRefused("The backup's list is not signed by this programme: somebody else made it.")


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def names_in(folder: Path, pattern: str) -> Iterable[tuple[str, Path]]:
    """Those files of `folder` that a backup takes: their names in it, and where they are."""
    for path in sorted(folder.glob(pattern)):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and NAME.fullmatch(name):
            yield name, path
