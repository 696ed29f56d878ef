"""Every page of an encrypted database, decrypted by hand: what somebody with the passphrase finds, beside all SQL."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from onward.config.folder import DATABASE
from onward.journal.keyring import KEYRING_FILE
from onward.sealing import vault

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
WAL_HEAD, FRAME_HEAD = 32, 24


def pages(path: Path, key: bytes) -> Iterator[bytes]:
    """The pages of a database file and of its log, free pages and what is left on them included."""
    content = path.read_bytes()
    for number, at in enumerate(range(0, len(content), PAGE)):
        yield _plain(content[at : at + PAGE], key, salted=not number)
    log = path.with_name(f"{path.name}-wal")
    frames = log.read_bytes() if log.exists() else b""
    for at in range(WAL_HEAD, len(frames), FRAME_HEAD + PAGE):
        first = int.from_bytes(frames[at : at + 4], "big") == 1
        yield _plain(frames[at + FRAME_HEAD : at + FRAME_HEAD + PAGE], key, salted=first)


def _plain(page: bytes, key: bytes, *, salted: bool) -> bytes:
    body, iv = page[SALT if salted else 0 : PAGE - RESERVED], page[PAGE - RESERVED : PAGE - RESERVED + IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(body) + decryptor.finalize()


def everything(folder: Path) -> bytes:
    """All that the passphrase opens in a folder: both databases page by page, and every other file as it lies."""
    secrets = vault.secrets()
    keyed = {DATABASE: secrets.database_key, KEYRING_FILE: secrets.keyring_key}
    found = [page for name, key in keyed.items() for page in pages(folder / name, key)]
    others = [path for path in folder.rglob("*") if path.is_file() and path.name.split("-")[0] not in keyed]
    return b"\0".join([*found, *(path.read_bytes() for path in others)])
