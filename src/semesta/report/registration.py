"""Those not registered, as the file by which BPJS takes new members: a mapping that another form replaces.

It holds whole identities, so it is made only where identity is asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from semesta.basics import nik
from semesta.basics.places import PlaceList
from semesta.basics.words import Lang, Words
from semesta.people.findings.finding import looked_at
from semesta.people.findings.over_age import FINDING as OVER_AGE
from semesta.people.findings.resident_elsewhere import FINDING as RESIDENT_ELSEWHERE
from semesta.people.findings.unregistered import FINDING as UNREGISTERED
from semesta.people.people import People
from semesta.people.perhaps import PERHAPS
from semesta.report.book import book
from semesta.report.sheet import Cell, Sheet
from semesta.tables.registry import PEOPLE
from semesta.tables.table import FILE, ROW

ROW_NUMBER = "row_number"
"""What a form may take beside the columns of the list of workers."""
ELSEWHERE = "elsewhere"
USUAL_PROGRAMMES = "JKK JKM"
"""What workers without wage are registered for unless the list says more."""


class ProfileError(ValueError):
    """A form that cannot be used; `said` tells why, in both languages."""

    def __init__(self, said: Words) -> None:
        super().__init__(said.en)
        self.said = said


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the form. source: column of the workers, "" for a fixed `value` or one to be filled in by hand."""

    title: str
    source: str
    form: str
    value: str
    required: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """A form of registration; `note` is said where it was not verified."""

    fields: tuple[Field, ...]
    note: Words


def profile(path: Path | None = None) -> Profile:
    """The form in a file, ours where none is named.

    Raises:
        ProfileError: no such form, or one that names columns or forms of writing that do not exist.
        OSError: the file cannot be read.
    """
    source = files("semesta.report").joinpath("registration.yaml") if path is None else path
    try:
        written = yaml.safe_load(source.read_text(encoding="utf-8"))
        fields = tuple(_field(entry) for entry in written["columns"])
        note = Words(**written["note"]) if not written.get("verified") else Words("", "")
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as wrong:
        raise ProfileError(_NO_FORM) from wrong
    known = {ROW_NUMBER, *(column.name for column in PEOPLE["workers"].columns)}
    unknown = sorted(
        {f.source for f in fields if f.source and f.source not in known} | {f.form for f in fields} - set(_FORMS)
    )
    if unknown:
        raise ProfileError(_NO_FORM + Words(f": tidak dikenal {', '.join(unknown)}", f": unknown {', '.join(unknown)}"))
    return Profile(fields, note)


_NO_FORM = Words(
    "berkas formulir pendaftaran tidak dapat dipakai; contohnya registration.yaml",
    "the form of registration cannot be used; see registration.yaml for an example",
)


def _field(entry: Mapping[str, Any]) -> Field:
    if not isinstance(entry["title"], str):
        raise TypeError("a heading that YAML takes for something else, as NO without quotes")
    return Field(
        entry["title"],
        entry.get("from", ""),
        entry.get("form", ""),
        str(entry.get("value", "")),
        bool(entry.get("required")),
    )


def to_register(people: People) -> pl.DataFrame:
    """The workers who can be registered: in no list of members, not over age, their NIK not faulty.

    Beside the columns of the table `perhaps`, the membership each may have already, and whether he lives `elsewhere`.
    """
    wanted = looked_at(UNREGISTERED, people).rows
    if wanted is None:
        return (
            people.frames["workers"]
            .clear()
            .with_columns(pl.lit(None, pl.String).alias(PERHAPS), pl.lit(False).alias(ELSEWHERE))
        )
    too_old = looked_at(OVER_AGE, people).rows
    assert too_old is not None
    rows = people.frames["workers"].filter(
        pl.col("id").is_in(wanted["id"].implode()) & ~pl.col("id").is_in(too_old["id"].implode())
    )
    whole = [value is None or nik.fault(value, today=people.day) is None for value in rows["nik"]]
    proposed = rows.filter(pl.Series(whole, dtype=pl.Boolean))
    away = looked_at(RESIDENT_ELSEWHERE, people).rows
    assert away is not None
    proposed = proposed.with_columns(pl.col("id").is_in(away["id"].implode()).alias(ELSEWHERE))
    return proposed.join(wanted.select("id", PERHAPS), on="id", how="left", maintain_order="left")


def registration(people: People, form: Profile, lang: Lang) -> bytes:
    """Two sheets: those whose required values are all there, in the form; those with something wanting, and what."""
    ready: list[dict[str, Any]] = []
    lacking: list[dict[str, Any]] = []
    required = [field for field in form.fields if field.required]
    for row in to_register(people).iter_rows(named=True):
        is_ready = (
            row[PERHAPS] is None and not row[ELSEWHERE] and all(row[field.source] is not None for field in required)
        )
        (ready if is_ready else lacking).append(row)
    titles = tuple(field.title for field in form.fields)
    write = partial(_row, form, people.places)
    title = Words("Pendaftaran peserta", "Registration of members").said(lang)
    sheets = [
        Sheet(Words("Siap didaftarkan", "Ready").said(lang), title, titles, [write(n, row) for n, row in enumerate(ready, 1)], form.note.said(lang)),
        _incomplete(lacking, required, title, lang),
    ]  # fmt: skip
    return book(sheets, title, people.day, lang)


def _incomplete(rows: list[dict[str, Any]], required: list[Field], title: str, lang: Lang) -> Sheet:
    heads = (
        Words("Berkas", "File"),
        Words("Baris", "Row"),
        Words("Nama", "Name"),
        Words("Yang kurang", "What is wanting"),
    )
    cells: list[list[Cell]] = [
        [(row[FILE], "text"), (row[ROW], "count"), (row["name"], "text"),
         (_wanting(row, required, lang), "text")]
        for row in rows
    ]  # fmt: skip
    return Sheet(Words("Belum lengkap", "Incomplete").said(lang), title, tuple(h.said(lang) for h in heads), cells)


def _wanting(row: Mapping[str, Any], required: list[Field], lang: Lang) -> str:
    perhaps = Words(f"mungkin sudah peserta: {row[PERHAPS]}", f"perhaps a member already: {row[PERHAPS]}")
    away = Words("berdomisili di wilayah lain", "lives elsewhere")
    lacking = [field.title for field in required if row[field.source] is None]
    return ", ".join(
        [*([perhaps.said(lang)] if row[PERHAPS] else []), *([away.said(lang)] if row[ELSEWHERE] else []), *lacking]
    )


def _row(form: Profile, places: PlaceList, number: int, row: Mapping[str, Any]) -> list[Cell]:
    values = {**row, "": "", ROW_NUMBER: number}
    return [(_FORMS[field.form](values[field.source] or field.value, places), "text") for field in form.fields]


def _text(value: Any, places: PlaceList) -> str:
    return "" if value is None else str(value)


def _place(value: Any, places: PlaceList) -> str:
    entry = places.get(value) if value else None
    return _text(value, places) if entry is None else entry.title.id


def _programmes(value: Any, places: PlaceList) -> str:
    """How many programmes, by which the form tells two (JKK and JKM) from three (with JHT)."""
    return str(len((value or USUAL_PROGRAMMES).split()))


def _day(value: dt.date | None, places: PlaceList) -> str:
    return "" if value is None else f"{value:%d-%m-%Y}"


_FORMS: dict[str, Callable[[Any, PlaceList], str]] = {
    "": _text,
    "rupiah": _text,
    "upper": lambda value, places: _text(value, places).upper(),
    "place": _place,
    "dd-mm-yyyy": _day,
    "number_of_programmes": _programmes,
}
