"""The journal's own table, and the base of every read model: a table that projectors alone write."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast

from django.apps import apps
from django.db import models

from onward.journal import quick
from onward.journal.few import Few

_stream: ContextVar[str | None] = ContextVar("projected_stream", default=None)


class NotAProjector(Exception):
    """A read model was about to be written outside a projector. Say what happened with `append` instead."""


class OtherStream(Exception):
    """A projector was about to write a row of another stream; a late entry's refold would then lose it."""


@contextmanager
def projecting(stream: str) -> Iterator[None]:
    """Let read models be written, those of `stream` alone."""
    token = _stream.set(stream)
    try:
        yield
    finally:
        _stream.reset(token)


def _projected() -> str:
    stream = _stream.get()
    if stream is None:
        raise NotAProjector
    return stream


class JournalEntry(models.Model):
    """The table of `rows`. `seq` is the order in which entries reached this node: local, and not in the hash."""

    seq = models.IntegerField(primary_key=True)
    id = models.CharField(max_length=32, unique=True)
    node = models.CharField(max_length=32)
    number = models.IntegerField()
    stream = models.CharField(max_length=32)
    kind = models.CharField(max_length=100)
    happened_at = models.BigIntegerField()
    precision = models.CharField(max_length=10)
    recorded_at = models.BigIntegerField(db_index=True)
    author = models.CharField(max_length=32)
    cause = models.CharField(max_length=32)
    corrects = models.CharField(max_length=32)
    prev = models.BinaryField()
    body = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        db_table = "journal_entry"
        constraints: ClassVar = [models.UniqueConstraint(fields=["node", "number"], name="journal_entry_number")]
        indexes: ClassVar = [models.Index(fields=["stream", "seq"], name="journal_entry_stream")]

    def __str__(self) -> str:
        return f"{self.node}/{self.number} {self.kind}"

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002 - Django's signature
        """Entries are written by `append` and `receive` alone."""
        raise NotAProjector


Model = TypeVar("Model", bound="ReadModel")


class Rows(models.QuerySet[Model]):
    """A query set that writes only while projecting."""

    def update(self, **values: Any) -> int:
        _projected()
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        _projected()
        return super().delete()

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> list[Model]:
        objs = list(objs)
        for row in objs:
            row.take_stream()
        return super().bulk_create(objs, *args, **kwargs)

    def bulk_update(self, objs: Any, *args: Any, **kwargs: Any) -> int:
        _projected()
        return super().bulk_update(objs, *args, **kwargs)


class RowManager(models.Manager[Model]):
    """Inside a projector `objects` holds the rows of the entry's stream alone; everywhere else, all rows."""

    def get_queryset(self) -> Rows[Model]:
        rows: Rows[Model] = Rows(self.model, using=self._db)
        stream = _stream.get()
        return rows if stream is None else rows.filter(stream=stream)

    def get(self, *args: Any, **wanted: Any) -> Model:
        """As Django's; a projector's row by its id is found by prepared SQL."""
        stream = _stream.get()
        if stream is None or args or list(wanted) != ["id"]:
            return super().get(*args, **wanted)
        row = quick.find(self.model, wanted["id"], stream)
        if row is None:
            raise self.model.DoesNotExist
        return row

    def filter(self, *args: Any, **wanted: Any) -> "Rows[Model]":
        """As Django's; to a projector, see `Few`."""
        stream = _stream.get()
        plain = not args and wanted and quick.is_plain(self.model, wanted)
        if stream is None or not plain or wanted.get("stream", stream) != stream:
            return cast("Rows[Model]", super().filter(*args, **wanted))
        few = Few(self.model, {**wanted, "stream": stream}, lambda: self.get_queryset().filter(**wanted))
        return cast("Rows[Model]", few)

    if not TYPE_CHECKING:  # mypy's plugin for Django checks the values of its own `create`

        def create(self, **values: Any) -> Model:
            """As Django's, without building a query set first."""
            row = self.model(**values)
            row.save(force_insert=True)
            return row

    def get_or_create(self, defaults: Any = None, **wanted: Any) -> tuple[Model, bool]:
        """As Django's, through `get` above."""
        _projected()
        try:
            return self.get(**wanted), False
        except self.model.DoesNotExist:
            return self.create(**wanted, **(defaults or {})), True


class ReadModel(models.Model):
    """Base of every read model. `id` derives from an entry (or is the stream); `stream` is whose rows these are.

    Written by projectors alone: anything else raises NotAProjector. `stream` fills itself in from the entry.
    """

    id = models.CharField(primary_key=True, max_length=32)
    stream = models.CharField(max_length=32, db_index=True)

    objects: ClassVar[RowManager[Self]] = RowManager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.take_stream()
        values = self.__dict__.values()
        if args or kwargs.keys() - {"force_insert", "using"} or any(hasattr(v, "resolve_expression") for v in values):
            super().save(*args, **kwargs)
        else:
            quick.write(self, new=bool(kwargs.get("force_insert")))

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        self.take_stream()
        return super().delete(*args, **kwargs)

    def take_stream(self) -> None:
        """Belong to the stream that is being projected."""
        stream = _projected()
        if self.stream and self.stream != stream:
            raise OtherStream(f"{self} belongs to {self.stream}, not to {stream}")
        self.stream = stream


def read_models() -> list[type[ReadModel]]:
    """Every table that is computed from entries, in the order of the installed apps."""
    return [model for model in apps.get_models() if issubclass(model, ReadModel)]
