"""Rows of a read model, read or written by prepared SQL. Projectors do little else, and the ORM builds each statement
anew at several times the cost: with it a rebuild would take hours where it takes minutes. The queries on the way to
every page read by it too."""

from __future__ import annotations  # Django's Field takes its parameters only in the types

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec
from django.core.exceptions import EmptyResultSet
from django.db import connection, models

Model = TypeVar("Model", bound=models.Model)
Convert = Callable[[Any, Any, Any], Any]
Statement = tuple[str, tuple[Any, ...]]


class _Plan(msgspec.Struct, frozen=True):
    names: tuple[str, ...]
    fields: tuple[models.Field[Any, Any], ...]
    converters: tuple[tuple[int, Any, tuple[Convert, ...]], ...]
    select: str
    insert: str
    upsert: str
    by_name: dict[str, models.Field[Any, Any]]


@cache
def _plan(model: type[models.Model]) -> _Plan:
    quote = connection.ops.quote_name
    meta = model._meta  # noqa: SLF001 - Django's documented way
    table = _table(model)
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
        by_name={field.attname: field for field in fields},
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
    with connection.cursor() as cursor:
        cursor.execute(_plan(model).select, (pk, stream))
        found = cursor.fetchone()
    return None if found is None else _row(model, found)


def rows(model: type[Model], *, order: tuple[str, ...] = (), most: int = -1, **wanted: Any) -> list[Model]:
    """The rows that have what is `wanted` (columns and the values that they equal), `most` of them, in that `order`.

    As Django's: ("-day", "name") is the latest day first. In no order without one.
    """
    params = _prepared(_plan(model).by_name, wanted)
    with connection.cursor() as cursor:
        cursor.execute(_select(model, tuple(wanted), order), [*params, most] if order else params)
        return [_row(model, found) for found in cursor.fetchall()]


def names(models_named: Sequence[type[models.Model]], ids: Collection[str], *, column: str = "name") -> dict[str, str]:
    """Id -> name (or another column) of the rows with these ids, in whichever of these tables, in one statement."""
    if not ids:
        return {}
    wanted = list(ids)
    with connection.cursor() as cursor:
        cursor.execute(_names(tuple(models_named), len(wanted), column), wanted * len(models_named))
        return dict(cursor.fetchall())


def compiled(wanted: models.QuerySet[Any, Any]) -> Statement | None:
    """The statement of a query set, to be asked again and again; None where nothing can answer it.

    For a list on a page that is opened all day: to build and compile its query set takes ten times as long as to ask.
    """
    try:
        sql, params = wanted.query.sql_with_params()
    except EmptyResultSet:
        return None
    return sql, tuple(params)


def ask(model: type[Model], statement: Statement | None) -> list[Model]:
    """The rows that such a statement finds."""
    return [_row(model, found) for found in values(statement)]


def values(statement: Statement | None) -> list[Sequence[Any]]:
    """The same, of a query set of values."""
    if statement is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return list(cursor.fetchall())


def _row(model: type[Model], found: Sequence[Any]) -> Model:
    plan, each = _plan(model), list(found)
    for place, column, converters in plan.converters:
        for convert in converters:
            each[place] = convert(each[place], column, connection)
    return model.from_db(connection.alias, plan.names, each)


def write(row: models.Model, *, new: bool) -> None:
    """Write the row; unless it is `new`, in the place of the one with its id."""
    plan = _plan(type(row))
    values = [field.get_db_prep_save(field.pre_save(row, new), connection) for field in plan.fields]
    with connection.cursor() as cursor:
        cursor.execute(plan.insert if new else plan.upsert, values)
    row._state.adding, row._state.db = False, connection.alias  # noqa: SLF001 - as above


def keep(model: type[models.Model], **values: Any) -> None:
    """Add a row to a working table, unless what must be unique in it is there already."""
    _execute(_keep(model, tuple(values)), _prepared(_plan(model).by_name, values))


def is_plain(model: type[models.Model], wanted: Mapping[str, Any]) -> bool:
    """Whether each of `wanted` is a column that equals a value: what `update` and `delete` below can say."""
    known = _plan(model).by_name
    return all(
        name in known and value is not None and not hasattr(value, "resolve_expression")
        for name, value in wanted.items()
    )


def update(model: type[models.Model], wanted: Mapping[str, Any], values: Mapping[str, Any]) -> int:
    """Set `values` in the rows that have what is `wanted`. Gives how many."""
    fields = _plan(model).by_name
    new = [fields[name].get_db_prep_save(value, connection) for name, value in values.items()]
    return _execute(_update(model, tuple(values), tuple(wanted)), [*new, *_prepared(fields, wanted)])


def delete(model: type[models.Model], wanted: Mapping[str, Any]) -> int:
    """Delete the rows that have what is `wanted`. Gives how many."""
    return _execute(_delete(model, tuple(wanted)), _prepared(_plan(model).by_name, wanted))


def _prepared(fields: Mapping[str, models.Field[Any, Any]], wanted: Mapping[str, Any]) -> list[Any]:
    return [fields[name].get_db_prep_value(value, connection) for name, value in wanted.items()]


def _execute(statement: str, params: Sequence[Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return int(cursor.rowcount)


@cache
def _update(model: type[models.Model], values: tuple[str, ...], wanted: tuple[str, ...]) -> str:
    return f"UPDATE {_table(model)} SET {_equal(model, values, ', ')} WHERE {_equal(model, wanted, ' AND ')}"  # noqa: S608 - as above


@cache
def _select(model: type[models.Model], wanted: tuple[str, ...], order: tuple[str, ...]) -> str:
    quote = connection.ops.quote_name
    listed = ", ".join(quote(field.column or name) for name, field in _plan(model).by_name.items())
    ordered = ", ".join(quote(name.lstrip("-")) + " DESC" * name.startswith("-") for name in order)
    ending = f" ORDER BY {ordered} LIMIT %s" if order else ""
    return f"SELECT {listed} FROM {_table(model)} WHERE {_equal(model, wanted, ' AND ')}{ending}"  # noqa: S608 - as above


@cache
def _keep(model: type[models.Model], names: tuple[str, ...]) -> str:
    fields, places = _plan(model).by_name, ", ".join(["%s"] * len(names))
    listed = ", ".join(connection.ops.quote_name(fields[name].column or name) for name in names)
    return f"INSERT INTO {_table(model)} ({listed}) VALUES ({places}) ON CONFLICT DO NOTHING"  # noqa: S608 - as above


@cache
def _names(models_named: tuple[type[models.Model], ...], count: int, column: str) -> str:
    places = ", ".join(["%s"] * count)
    return " UNION ALL ".join(
        f"SELECT id, {column} FROM {_table(model)} WHERE id IN ({places})"  # noqa: S608 - as above
        for model in models_named
    )


@cache
def _delete(model: type[models.Model], wanted: tuple[str, ...]) -> str:
    where = f" WHERE {_equal(model, wanted, ' AND ')}" if wanted else ""
    return f"DELETE FROM {_table(model)}{where}"  # noqa: S608 - as above


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001 - as above


def _equal(model: type[models.Model], names: tuple[str, ...], between: str) -> str:
    fields = _plan(model).by_name
    return between.join(f"{connection.ops.quote_name(fields[name].column or name)} = %s" for name in names)
