"""Rows of a table in a form that belongs to no database: a line of JSON each, by the order of their ids, times in UTC."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, JSONField, Model

from semesta.web.backup.archive import Rows

LEFT_OUT = frozenset({"sessions", "axes", "contenttypes", "auth"})
"""Apps whose rows stay behind: who is signed in, who guessed a password, and what Django makes anew."""
AT_ONCE = 2_000
EXACT = 10**15
"""Below it a fraction with nothing behind its point is written alike everywhere."""


def models_kept(apps: Apps) -> dict[str, type[Model]]:
    """By label the models whose rows are in an archive."""
    found = {model._meta.label_lower: model for model in apps.get_models(include_auto_created=True)}
    return {label: found[label] for label in sorted(found) if found[label]._meta.app_label not in LEFT_OUT}


def columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def lines(model: type[Model], names: list[str]) -> Iterator[bytes]:
    """A line for each row: its values in the order of these columns."""
    fields = _fields(model, names)
    for row in model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=AT_ONCE):
        told = [_told(field, value) for field, value in zip(fields, row, strict=True)]
        yield json.dumps(told, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def rows_now(model: type[Model], names: list[str]) -> Rows:
    """How many rows there are and the hash of their lines."""
    digest, number = hashlib.sha256(), 0
    for line in lines(model, names):
        digest.update(line)
        number += 1
    return Rows(number, digest.hexdigest(), names)


def put(model: type[Model], names: list[str], written: Iterable[bytes], connection: BaseDatabaseWrapper) -> None:
    """Adds rows as they are, ids and times included, which saving them one by one would change.

    Raises:
        KeyError: a column that the model has not.
    """
    fields = _fields(model, names)
    quoted = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    left = iter(written)
    with connection.cursor() as cursor:
        while batch := list(islice(left, AT_ONCE)):
            cursor.executemany(
                f"INSERT INTO {table} ({quoted}) VALUES ({marks})",
                [
                    [
                        field.get_db_prep_save(field.to_python(value), connection)
                        for field, value in zip(fields, json.loads(line), strict=True)
                    ]
                    for line in batch
                ],
            )


def count_on(models: Iterable[type[Model]], connection: BaseDatabaseWrapper) -> None:
    """Lets new rows be numbered after those that were put."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def _fields(model: type[Model], names: list[str]) -> list[Field[Any, Any]]:
    """By name, since a model as migrations know it has its columns in another order."""
    by_name = {field.attname: field for field in model._meta.concrete_fields}
    return [by_name[name] for name in names]


def _told(field: Field[Any, Any], value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return _alike(value) if isinstance(field, JSONField) else value


def _alike(value: Any) -> Any:
    """JSON as every database gives it back: PostgreSQL knows no 1e+16 and no -0.0."""
    if isinstance(value, dict):
        return {key: _alike(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_alike(one) for one in value]
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) >= EXACT else value + 0.0
    return value
