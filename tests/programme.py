"""The fixture `programme`: a whole programme, unlocked, on real files of its own, for every test that reads or writes.

    def test_it_records(programme):
        entry = programme.say(Filled(marbles=3), stream=jar)
        assert Jar.objects.get(id=jar).marbles == 3
        programme.check_rebuild()

It is a copy of a template folder that is migrated once per session: no transaction is rolled back behind the test's
back, so what is tested is what runs. Commits are real, the head is written, triggers refuse what they refuse.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections, transaction

from onward.config.folder import DATABASE
from onward.journal import clock, head, keyring
from onward.journal.append import append
from onward.journal.entries import Entry
from onward.journal.events import Event
from onward.journal.rebuild import all_rows, rebuild
from onward.journal.verify import Report, verify
from onward.kit import dates
from onward.sealing import vault

PASSPHRASE = "a passphrase that only tests use"


class Programme:
    """One data folder in use by this process. `begins`: how much is said in it when a test begins."""

    begins = 0

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def database(self) -> Path:
        """The database file, for a test that alters or replaces it (between `close` and `open`)."""
        return self.folder / DATABASE

    def open(self) -> None:
        """Connect this process to the folder, as a start of the server does."""
        settings.ONWARD_DATA = self.folder
        for each in connections.all():
            each.close()
            each.settings_dict["NAME"] = str(self.database)
        head.forget()
        keyring.close()
        clock.confirm()

    def close(self) -> None:
        """Let go of every file, as the end of the process does. The secrets stay in the vault."""
        for each in connections.all():
            each.close()
        keyring.close()
        head.forget()

    def reopen(self) -> None:
        """Stop and start: nothing that was only in memory survives."""
        self.close()
        self.open()

    def copy_to(self, folder: Path) -> Path:
        """A copy of all files as they lie on the disk now: a backup, or what a thief would have."""
        return Path(shutil.copytree(self.folder, folder))

    def become(self, kept: Path) -> None:
        """Put a copy of another folder, made by `copy_to`, in this one's place."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(kept, self.folder)
        self.open()

    @contextmanager
    def at(self, moment: datetime) -> Iterator[None]:
        """Let the code inside live at `moment` (aware), journal and all."""
        with dates.telling(moment):
            yield

    def say(self, event: Event, *, stream: str, by: str = "tester", **more: Any) -> Entry:
        """Append one entry in a transaction of its own; `more` is what `append` takes."""
        with transaction.atomic():
            return append(event, by=by, stream=stream, **more)

    def sql(self, statement: str, *params: Any) -> list[tuple[Any, ...]]:
        """Run raw SQL, as somebody would who has the key and no scruples."""
        with connection.cursor() as cursor:
            cursor.execute(statement, params)
            return cursor.fetchall() if cursor.description else []

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Every row of every read model, by table."""
        return all_rows()

    def check_rebuild(self) -> None:
        """Rebuild must give, in every table, what was lived. Call it at the end of every journey."""
        lived = all_rows()
        rebuild()
        replayed = all_rows()
        for table, rows in lived.items():
            assert replayed[table] == rows, f"{table} is not the same after a rebuild"

    def verify(self) -> Report:
        """Check every chain and the head."""
        return verify()


Prepare = Callable[[], None]
PREPARE: list[Prepare] = []
"""What is done once, in the template, after the tables are made (`tests.cast` adds the cast)."""


@pytest.fixture(scope="session")
def bare_template(django_db_blocker: Any) -> Iterator[Path]:
    """A migrated folder in which nothing was said yet: made once."""
    folder = Path(tempfile.mkdtemp(prefix="onward-bare-"))
    with django_db_blocker.unblock():
        vault.create(folder, PASSPHRASE)
        template = Programme(folder)
        template.open()
        call_command("migrate", run_syncdb=True, verbosity=0)
        template.close()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


class Templates:
    """The folder that every test's programme is a copy of: the bare one, with the cast in it. Made once a day.

    A run may go on past midnight. The journal's clock never runs backwards, so what is told on a template of yesterday
    counts as written down yesterday.
    """

    def __init__(self, bare: Path) -> None:
        self.bare = bare
        self.folder = Path(tempfile.mkdtemp(prefix="onward-template-"))
        self.made: dict[date, Path] = {}

    def of_today(self) -> Path:
        """The template of the present day."""
        day = dates.today()
        if day not in self.made:
            template = Programme(Path(shutil.copytree(self.bare, self.folder / day.isoformat() / "data")))
            template.open()
            for prepare in PREPARE:
                prepare()
            Programme.begins = template.sql("SELECT count(*) FROM journal_entry")[0][0]
            template.close()
            self.made[day] = template.folder
        return self.made[day]


@pytest.fixture(scope="session")
def templates(bare_template: Path) -> Iterator[Templates]:
    """The templates of this run."""
    made = Templates(bare_template)
    yield made
    shutil.rmtree(made.folder, ignore_errors=True)


@pytest.fixture
def programme(templates: Templates, tmp_path: Path, django_db_blocker: Any) -> Iterator[Programme]:
    """A programme of the test's own: a fresh copy of the template, unlocked and connected."""
    with django_db_blocker.unblock(), copied(templates.of_today(), tmp_path) as fresh:
        yield fresh


@pytest.fixture
def bare_programme(bare_template: Path, tmp_path: Path, django_db_blocker: Any) -> Iterator[Programme]:
    """As `programme`, before anybody said anything: no cast, an empty journal."""
    with django_db_blocker.unblock(), copied(bare_template, tmp_path) as fresh:
        yield fresh


@contextmanager
def copied(template: Path, tmp_path: Path) -> Iterator[Programme]:
    """A fresh copy of a template in that folder, unlocked and connected."""
    fresh = Programme(Path(shutil.copytree(template, tmp_path / "data")))
    fresh.open()
    try:
        yield fresh
    finally:
        fresh.close()
