"""One row of a read model, read or written by prepared SQL. Projectors do little else, and the ORM builds each
statement anew at seven times the cost: with it a rebuild would take hours where it takes minutes."""

from __future__ import annotations  # Django's Field takes its parameters only in the types

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec
from django.db import connection, models

Model = TypeVar("Model", bound=models.Model)
Convert = Callable[[Any, Any, Any], Any]


class _Plan(msgspec.Struct, frozen=True):
    names: tuple[str, ...]
    fields: tuple[models.Field[Any, Any], ...]
    converters: tuple[tuple[int, Any, tuple[Convert, ...]], ...]
    select: str
    insert: str
    upsert: str


@cache
def _plan(model: type[models.Model]) -> _Plan:
    quote = connection.ops.quote_name
    meta = model._meta  # noqa: SLF001 - Django's documented way
    table = quote(meta.db_table)
    fields = tuple(meta.concrete_fields)
    columns = [quote(field.column or field.attname) for field in fields]
    listed, places = ", ".join(columns), ", ".join(["%s"] * len(columns))
    others = ", ".join(f"{name} = excluded.{name}" for name in columns if name != quote("id"))
    insert = f"INSERT INTO {table} ({listed}) VALUES ({places})"  # noqa: S608 - names from the model
    return _Plan(
        names=tuple(field.attname for field in fields),
        fields=fields,
        converters=tuple(_converters(fields)),
        select=f"SELECT {listed} FROM {table} WHERE {quote('id')} = %s AND {quote('stream')} = %s",  # noqa: S608 - as above
        insert=insert,
        upsert=f"{insert} ON CONFLICT ({quote('id')}) DO UPDATE SET {others}",
    )


def _converters(fields: Sequence[models.Field[Any, Any]]) -> list[tuple[int, Any, tuple[Convert, ...]]]:
    found = []
    for place, field in enumerate(fields):
        column = field.get_col(field.model._meta.db_table)  # noqa: SLF001 - as above
        converters = (*connection.ops.get_db_converters(column), *field.get_db_converters(connection))
        if converters:
            found.append((place, column, converters))
    return found


def find(model: type[Model], pk: str, stream: str) -> Model | None:
    """The row with this id in this stream."""
    plan = _plan(model)
    with connection.cursor() as cursor:
        cursor.execute(plan.select, (pk, stream))
        found = cursor.fetchone()
    if found is None:
        return None
    values = list(found)
    for place, column, converters in plan.converters:
        for convert in converters:
            values[place] = convert(values[place], column, connection)
    return model.from_db(connection.alias, plan.names, values)


def write(row: models.Model, *, new: bool) -> None:
    """Write the row; unless it is `new`, in the place of the one with its id."""
    plan = _plan(type(row))
    values = [field.get_db_prep_save(field.pre_save(row, new), connection) for field in plan.fields]
    with connection.cursor() as cursor:
        cursor.execute(plan.insert if new else plan.upsert, values)
    row._state.adding, row._state.db = False, connection.alias  # noqa: SLF001 - as above


def empty(model: type[models.Model], stream: str | None = None) -> None:
    """Delete every row, or those of one stream."""
    quote = connection.ops.quote_name
    statement = f"DELETE FROM {quote(model._meta.db_table)}"  # noqa: S608, SLF001 - as above
    with connection.cursor() as cursor:
        if stream is None:
            cursor.execute(statement)
        else:
            cursor.execute(f"{statement} WHERE {quote('stream')} = %s", (stream,))
