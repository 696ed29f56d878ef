"""What keeps `make test` short, and asks nothing of a test: memory for a disk, a cheap lock, an order for two workers.

Nothing here takes an assertion away. A test whose subject is the strength of the lock asks for `real_strength`; a
property is tried with fewer examples, the same each time, and in full by `make test-deep` or in a run of its file.
"""

import gc
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from onward.sealing import passphrase

ROOM = 1 << 30
MEMORY = "/dev/shm"
STRENGTH = ("MEMORY_KIB", "PASSES", "LANES")
REAL = {name: getattr(passphrase, name) for name in STRENGTH}
FIRST = ("tests/journeys/ways/", "tests/journeys/test_", "onward/config/tests/", "tests/")
FORMS = ("tests/journeys/test_forms_answer.py", "tests/journeys/test_nothing_in_the_clear.py")


def live_in_memory() -> None:
    """Temporary folders in memory, where there is room: every entry is flushed three times, and no disk waits."""
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = MEMORY


def lock_cheaply() -> None:
    """Locks made by the tests open within a millisecond, here and in every process that a test starts."""
    for name in STRENGTH:
        setattr(passphrase, name, 1 if name != "MEMORY_KIB" else 8)


@pytest.fixture
def real_strength(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks made in this test are as strong as those of the programme."""
    for name, real in REAL.items():
        monkeypatch.setattr(passphrase, name, real)


def is_whole() -> bool:
    """Whether this run tries everything: not `make test`, which leaves the slow proofs out."""
    return settings.get_current_profile_name() == "whole"


def examples(whole: int) -> int:
    """How many examples a property is tried with: all of them where the slow proofs run, else a fifth."""
    return whole if is_whole() else max(10, whole // 5)


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile("whole", deadline=None)
    settings.register_profile("few", deadline=None, derandomize=True, database=None)
    # `make test` leaves the slow proofs out; whoever runs one file runs all of it.
    settings.load_profile("few" if config.option.markexpr == "not deep" else "whole")
    # Long groups come first (below), so that neither worker is alone in the end.
    config.option.loadscopereorder = False


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their place: a packed file holds the second of its packing, and two workers must agree."""
    return argname if isinstance(val, bytes) else None


def _turn(item: pytest.Item) -> int:
    path = item.nodeid.split("::")[0]
    return len(FIRST) if path in FORMS else next((n for n, one in enumerate(FIRST) if path.startswith(one)), len(FIRST))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits for servers and browsers goes first."""
    items.sort(key=_turn)


def together(nodeid: str) -> str:
    """What stays in one worker, one test after the other: a form's tests, the five ways, else a file."""
    path, _, rest = nodeid.partition("::")
    if path in FORMS and "[" in rest:
        return rest[rest.index("[") :]
    return str(Path(path).parent) if path.startswith(FIRST[0]) else path


@pytest.hookimpl(optionalhook=True)  # without workers there is nobody to ask
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Our own groups: those of xdist's marks are not seen by every pytest, and nothing says so."""
    from xdist.scheduler import LoadScopeScheduling

    class InGroups(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return together(nodeid)

    return InGroups(config, log)


def pytest_collection_finish() -> None:
    """What is here now stays: no collection of garbage need look through it again."""
    gc.collect()
    gc.freeze()
