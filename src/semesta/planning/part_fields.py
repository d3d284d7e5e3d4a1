"""The fields of what a part of a plan asks for, each with its path in the file and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from semesta.basics.words import Words, same

_ROW = re.compile(r"\[(\d+)\]")
PART_FIELDS = {
    "group": Words("kelompok", "group"),
    "years": Words("tahun ke depan", "years ahead"),
    "last_age": Words("umur terakhir", "last age"),
    "from": Words("umur dari", "age from"),
    "to": Words("umur sampai", "age to"),
    "sex": Words("jenis kelamin", "sex"),
    "persons": Words("orang", "persons"),
    "size": Words("anggota keluarga", "persons in the household"),
    "earners": Words("pencari nafkah", "earners"),
    "spending": Words("pengeluaran sebulan", "spending a month"),
    "number": Words("banyaknya keluarga", "households"),
    "decile": Words("desil", "decile"),
    "cases": Words("kasus", "cases"),
    "source": Words("sumber", "source"),
}
"""Names of fields within parts; one that is not here is told by its name."""
_WRITTEN = {"first": "from", "last": "to"}
"""Names of ages in the file, where ours are others."""


def fields_of_part(asked: object) -> Iterator[tuple[str, Words, Any]]:
    """Path, title and value of every field, as "members[2].persons", "baris 2, orang"."""
    for path, value in _flat(asked):
        yield path, _title(path), value


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf of what a part asks for, with its path."""
    if isinstance(value, Words):
        value = value.id
    if is_dataclass(value) and not isinstance(value, type):
        value = {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, Mapping):
        for name, inner in value.items():
            told = " ".join(map(str, name)) if isinstance(name, tuple) else _WRITTEN.get(str(name), str(name))
            yield from _flat(inner, f"{path}.{told}" if path else told)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value, 1):
            yield from _flat(inner, f"{path}[{number}]")
    else:
        yield path, value


def _title(path: str) -> Words:
    name = path.rpartition(".")[2].partition("[")[0]
    row = _ROW.search(path)
    title = PART_FIELDS.get(name) or same(name)
    return Words(f"baris {row[1]}, ", f"row {row[1]}, ") + title if row else title
