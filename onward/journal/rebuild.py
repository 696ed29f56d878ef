"""Computing every read model anew from the journal, in one transaction: readers keep the old rows until the end."""

from collections.abc import Callable
from typing import Any

from django.db import connection, transaction

from onward.journal import project, rows
from onward.journal.models import ReadModel, read_models

Progress = Callable[[int, int], None]


def rebuild(progress: Progress | None = None) -> int:
    """Empty every read model and replay the journal. Gives the number of entries; `progress(done, of)` is told."""
    with transaction.atomic():
        for model in read_models():
            _empty(model)
        total, done = rows.count(), 0
        for stream in rows.streams():
            done += project.replay(stream)
            if progress is not None:
                progress(done, total)
    return done


def _empty(model: type[ReadModel]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table_of(model)}")  # noqa: S608 - a table's own name


def table_of(model: type[ReadModel]) -> str:
    """The table's name, quoted."""
    return connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001 - Django's documented way


def all_rows() -> dict[str, list[dict[str, Any]]]:
    """Every row of every read model, by table: a rebuild must give the same as what was lived."""
    return {table_of(model): [dict(row) for row in model.objects.order_by("pk").values()] for model in read_models()}
