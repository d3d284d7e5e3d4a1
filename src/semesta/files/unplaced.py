"""Names of districts and villages that no code could be found for: said once for a list, with what would help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import polars as pl

from semesta.basics.codes import LIKE
from semesta.basics.masking import masked_name
from semesta.basics.place_names import CODE_PATTERN, asked
from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault, Problem
from semesta.basics.words import Words
from semesta.files.faults import made_fault
from semesta.files.masked import COMMON
from semesta.tables.table import FILE, SHEET

_MOST_NAMES = 5

NO_REGENCY, NAME_UNKNOWN = "place.no_regency", "place.name_unknown"
CAUSES = frozenset({NO_REGENCY, NAME_UNKNOWN})
"""Causes of what is said here."""

_EXPECTED = Words("kode, atau nama dalam satu kabupaten/kota", "a code, or a name within one regency")

_DISTRICTS_OR_VILLAGES = {"district": Words("kecamatan", "districts"), "village": Words("desa/kelurahan", "villages")}
_NO_REGENCY = made_fault(
    NO_REGENCY,
    Words(
        "kecamatan atau desa dengan nama, tanpa kabupaten/kota: wilayahnya tidak diketahui",
        "districts or villages by name without a regency: their place is unknown",
    ),
    _EXPECTED,
    Words(
        "Sebutkan wilayah daftar dengan --place, misalnya --place 36.72, atau tambahkan kolom Kabupaten/kota.",
        "Say the place of the list by --place, such as --place 36.72, or add a column Kabupaten/kota.",
    ),
    "warning",
)
_UNKNOWN = {
    column: made_fault(
        NAME_UNKNOWN,
        Words(
            f"nama {title.id} tidak ada dalam daftar wilayah kabupaten/kotanya",
            f"names of {title.en} that the list of places of their regency does not have",
        ),
        _EXPECTED,
        Words(
            "Betulkan namanya, tulis kodenya, atau tambahkan baris code,name pada places.csv di samping daftar.",
            "Mend the name, write its code, or add a row code,name to places.csv beside the list.",
        ),
        "warning",
    )
    for column, title in _DISTRICTS_OR_VILLAGES.items()
}
NO_VILLAGES = Words(
    "desa/kelurahan ditulis dengan nama dan Semesta tidak memuat daftarnya: tempat tinggal dibandingkan sampai kecamatan; "
    "places.csv di samping daftar (kolom code,name) memberi kodenya",
    "villages are written by name and Semesta has no list of them: homes are compared by district; "
    "a places.csv beside the list (columns code,name) gives their codes",
)


def said_unplaced(
    frame: pl.DataFrame, titles: Mapping[tuple[str, str], Mapping[str, str]], places: PlaceList, about: str
) -> Iterator[Problem]:
    """A warning for each list and each reason that left its names without codes.

    Args:
        about: the place in which names of rows that say none were looked for, "" where it is not known.
        titles: by file and sheet the headers of the columns that the list has.
    """
    if not {"place", "district", "village"} <= set(frame.columns):
        return
    named = frame.filter(_is_name("district") | _is_name("village")).with_columns(
        place=pl.coalesce("place", pl.lit(about or None, pl.String))
    )
    for (file, sheet), rows in named.group_by(FILE, SHEET, maintain_order=True):
        for column, fault, names in _reasons(rows, places):
            shown = "; ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
            title = titles.get((str(file), str(sheet)), {}).get(column)
            yield Problem(str(file), str(sheet) or None, None, None, title, shown, fault)


def _is_name(column: str) -> pl.Expr:
    return pl.col(column).is_not_null() & ~pl.col(column).str.contains(CODE_PATTERN)


def _reasons(rows: pl.DataFrame, places: PlaceList) -> Iterator[tuple[str, Fault, list[str]]]:
    """The column, what is said of it, and the names, those of most rows first."""
    has_regency = (pl.col("place").str.len_bytes() >= len("36.72")).fill_null(False)
    lost, placed = rows.filter(~has_regency), rows.filter(has_regency)
    if lost.height:
        column = "district" if lost.filter(_is_name("district")).height else "village"
        yield column, _NO_REGENCY, _names(lost, column, places, with_regency=False)
    if unknown := _names(placed, "district", places, with_regency=True):
        yield "district", _UNKNOWN["district"], unknown
    # A village beside a district that nobody knows was not looked for.
    looked_for = placed.filter(~_is_name("district").fill_null(False) & _in_listed_regency(placed, places))
    if unknown := _names(looked_for, "village", places, with_regency=True):
        yield "village", _UNKNOWN["village"], unknown


def lacks_villages(frame: pl.DataFrame, places: PlaceList) -> bool:
    """Whether villages stand by name in a regency of which the list of places has no village."""
    if not {"place", "village"} <= set(frame.columns):
        return False
    named = frame.filter(_is_name("village") & (pl.col("place").str.len_bytes() >= len("36.72")))
    return named.filter(~_in_listed_regency(named, places)).height > 0


def _in_listed_regency(rows: pl.DataFrame, places: PlaceList) -> pl.Expr:
    """Whether the list of places has villages of the regency of a row."""
    regency = pl.col("place").str.slice(0, len("36.72"))
    there = rows.select(regency.unique().drop_nulls()).to_series()
    listed = [code for code in there if any(places.children(district.code) for district in places.children(code))]
    return regency.is_in(listed)


def _names(rows: pl.DataFrame, column: str, places: PlaceList, *, with_regency: bool) -> list[str]:
    """The names of the column, those of most rows first, with the regency in which each was looked for.

    One that stands in few rows and is no place's, nor like one there, may be a person's where columns have shifted: its
    initials are told.
    """
    by = [column, "regency"] if with_regency else [column]
    named = rows.filter(_is_name(column)).with_columns(regency=pl.col("place").str.slice(0, len("36.72")))
    counts = named.group_by(by).len().sort("len", *by, descending=[True, *(False for _ in by)])
    told = []
    for name, *regency, number in counts.iter_rows():
        text = name if number >= COMMON or _is_place(name, regency, places) else masked_name(name)
        told.append(text + "".join(f" ({places[code].title.id if code in places else code})" for code in regency))
    return list(dict.fromkeys(told))


def _is_place(name: str, regency: list[str], places: PlaceList) -> bool:
    """Whether a district or a village has this name, in the regency also but for a slip of the pen."""
    if places.bearers(name) or places.is_like(name):
        return True
    districts = [district for code in regency for district in places.children(code)]
    every = [*districts, *(village for district in districts for village in places.children(district.code))]
    near = get_close_matches(asked(name).key, [asked(one.title.id).key for one in every], n=1, cutoff=LIKE)
    return bool(near)
