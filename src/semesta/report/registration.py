"""Those not registered, as the file by which BPJS takes new members: a mapping that another form replaces.

It holds whole identities, so it is made only where identity is asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from semesta.basics import nik
from semesta.basics.places import PlaceList
from semesta.basics.words import Lang, Words, joined, same
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


@dataclass(frozen=True)
class Proposed:
    """Who can be registered, of those not registered; the two numbers are those left out, and with `rows` they are all.

    rows: the columns of the workers, `perhaps`, the membership each may have already, and whether he lives `elsewhere`.
    """

    rows: pl.DataFrame
    over_age: int
    faulty_nik: int
    listed: Words = UNREGISTERED.title
    """The list they were taken from."""


def to_register(people: People) -> Proposed:
    """The workers who can be registered: in no list of members, not over age, their NIK not faulty."""
    wanted, too_old, away = (
        looked_at(finding, people).rows for finding in (UNREGISTERED, OVER_AGE, RESIDENT_ELSEWHERE)
    )
    workers = people.frames["workers"]
    if wanted is None or too_old is None or away is None:
        nobody = workers.clear().with_columns(pl.lit(None, pl.String).alias(PERHAPS), pl.lit(False).alias(ELSEWHERE))
        return Proposed(nobody, 0, 0)
    unregistered = workers.join(wanted.select("id", PERHAPS), on="id", how="inner", maintain_order="left")
    young = unregistered.filter(~pl.col("id").is_in(too_old["id"].implode()))
    whole = [value is None or nik.fault(value, today=people.day) is None for value in young["nik"]]
    rows = young.filter(pl.Series(whole, dtype=pl.Boolean))
    marked = rows.with_columns(pl.col("id").is_in(away["id"].implode()).alias(ELSEWHERE))
    return Proposed(marked, unregistered.height - young.height, young.height - rows.height)


def registration(people: People, form: Profile, lang: Lang) -> bytes:
    """Two sheets: those whose required values are all there, in the form; those with something wanting, and what.

    The first one opened has rows, where either has.
    """
    return registration_of(to_register(people), form, people.places, people.day, lang)


def registration_of(proposed: Proposed, form: Profile, places: PlaceList, day: dt.date, lang: Lang) -> bytes:
    """The same of people who were proposed before; `day` is that of the workbook."""
    required = [field for field in form.fields if field.required and field.source in proposed.rows.columns]
    lacks = [(row, list(_wanting(row, required))) for row in proposed.rows.iter_rows(named=True)]
    ready = [row for row, wanting in lacks if not wanting]
    incomplete = [(row, wanting) for row, wanting in lacks if wanting]
    title = Words("Pendaftaran peserta", "Registration of members").said(lang)
    sheets = [_ready(ready, form, places, title, lang), _incomplete(incomplete, proposed, len(ready), title, lang)]
    return book(sheets if ready or not incomplete else sheets[::-1], title, day, lang)


READY = Words("Siap didaftarkan", "Ready")
INCOMPLETE = Words("Belum lengkap", "Incomplete")


def _ready(rows: list[dict[str, Any]], form: Profile, places: PlaceList, title: str, lang: Lang) -> Sheet:
    """The form itself; empty, it says where those are who would stand in it."""
    none = Words(
        f"Belum ada yang siap: setiap orang masih kekurangan sesuatu, lihat lembar {INCOMPLETE.id}.",
        f"Nobody is ready: something is wanting of each, see the sheet {INCOMPLETE.en}.",
    )
    note = form.note if rows else none
    cells = [_row(form, places, number, row) for number, row in enumerate(rows, 1)]
    titles = tuple(field.title for field in form.fields)
    known_by = next((column for column, field in enumerate(form.fields, 1) if field.source == "name"), 1)
    return Sheet(READY.said(lang), title, titles, cells, note.said(lang), repeated=known_by)


def _incomplete(
    lacks: list[tuple[dict[str, Any], list[Words]]], proposed: Proposed, ready: int, title: str, lang: Lang
) -> Sheet:
    heads = (
        Words("Berkas", "File"),
        Words("Baris", "Row"),
        Words("Nama", "Name"),
        Words("Yang kurang", "What is wanting"),
    )
    cells: list[list[Cell]] = [
        [(row[FILE], "text"), (row[ROW], "row"), (row["name"], "text"),
         ("; ".join(each.said(lang) for each in wanting), "text")]
        for row, wanting in lacks
    ]  # fmt: skip
    note = _reckoned(len(lacks), proposed, ready)
    return Sheet(INCOMPLETE.said(lang), title, tuple(h.said(lang) for h in heads), cells, note.said(lang))


def _reckoned(incomplete: int, proposed: Proposed, ready: int) -> Words:
    """How the rows of the list they were taken from come to the rows of this workbook."""
    parts = {
        Words("melewati batas usia", "over age"): proposed.over_age,
        Words("NIK tidak sah", "NIK not valid"): proposed.faulty_nik,
        Words("belum lengkap", "incomplete"): incomplete,
        Words("siap didaftarkan", "ready"): ready,
    }
    whole = Words(
        f"{sum(parts.values())} orang dalam daftar {proposed.listed.id}: ",
        f"{sum(parts.values())} people on the list {proposed.listed.en}: ",
    )
    return whole + joined([same(f"{number} ") + what for what, number in parts.items() if number], ", ") + same(".")


def _wanting(row: Mapping[str, Any], required: list[Field]) -> Iterator[Words]:
    """What keeps a row from being registered, as people call it: the headings of the form are codes."""
    if row[PERHAPS]:
        yield Words(f"mungkin sudah peserta: {row[PERHAPS]}", f"perhaps a member already: {row[PERHAPS]}")
    if row[ELSEWHERE]:
        yield Words("berdomisili di wilayah lain", "lives elsewhere")
    titles = {column.name: column.title for column in PEOPLE["workers"].columns}
    yield from (titles[field.source] for field in required if row[field.source] is None)


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
