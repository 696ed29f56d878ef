"""Computing every read model anew from the journal, in one transaction: readers keep the old rows until the end."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from onward.journal import project, quick, rows
from onward.journal.models import read_models

Progress = Callable[[int, int], None]


def rebuild(progress: Progress | None = None) -> int:
    """Empty every read model and replay the journal. Gives the number of entries; `progress(done, of)` is told."""
    with transaction.atomic():
        for model in read_models():
            quick.delete(model, {})
        total, done = rows.count(), 0
        for stream in rows.streams():
            done += project.replay(stream)
            if progress is not None:
                progress(done, total)
    return done


def all_rows() -> dict[str, list[dict[str, Any]]]:
    """Every row of every read model, by table: a rebuild must give the same as what was lived."""
    return {
        model._meta.db_table: [dict(row) for row in model.objects.order_by("pk").values()]  # noqa: SLF001 - documented
        for model in read_models()
    }
