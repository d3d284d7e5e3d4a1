"""Findings about people as workbooks that an office can work through: masked unless identity is asked for.

A masked row shows the file and row it came from, the regency of the NIK, initials, year of birth, sex and village: enough for who
holds the list to find the person, too little for anybody else to rebuild the NIK.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import polars as pl

from semesta.basics import masking, nik, shown
from semesta.basics.formula_text import no_formula
from semesta.basics.groups import GROUPS
from semesta.basics.lists import FUNDINGS, PROGRAMMES
from semesta.basics.place_names import NATION
from semesta.basics.places import PlaceList
from semesta.basics.words import Lang, Words, capital, same
from semesta.law.heirs.documents import documents
from semesta.people.findings.finding import REASON, Extra, Found
from semesta.people.people import People
from semesta.report.book import book
from semesta.report.person_paper import Column, on_paper
from semesta.report.sheet import Cell, Sheet
from semesta.tables.origin import Step
from semesta.tables.table import FILE, ROW, SHEET

MOST_ROWS = 100_000
"""Rows that a workbook holds; of a longer list all stand in a CSV beside it, masked alike."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """Why people's data are kept and until when, as UU 27/2022 asks of every list."""

    purpose: Words
    delete_on: dt.date


def in_a_line(steps: Sequence[Step], lang: Lang) -> str:
    """A reckoning as a sentence: "265 orang: Belum terdaftar − 5 sudah meninggal = 260 baris dalam daftar"."""
    first, *rest = steps
    signs = ("=" if step.is_sum else "−" if step.number < 0 else "+" for step in rest)
    parts = [
        f"{sign} {shown.count(abs(step.number), lang)} {step.what.said(lang)}"
        for sign, step in zip(signs, rest, strict=True)
    ]
    return " ".join([f"{shown.count(first.number, lang)} {first.what.said(lang)}", *parts])


@dataclass(frozen=True, slots=True)
class _Shown:
    """A column of a list: from which column of the table, and how its value is written, masked or whole."""

    name: str
    title: Words
    masked: Callable[[str], str] | None = None
    masked_title: Words | None = None


def _year(day: str) -> str:
    return day[:4]


IDENTITY = (
    _Shown("nik", same("NIK"), nik.masked),
    _Shown("name", Words("Nama", "Name"), masking.masked_name, Words("Inisial", "Initials")),
    _Shown("birth_date", Words("Tanggal lahir", "Birth date"), _year, Words("Tahun lahir", "Year of birth")),
    _Shown("sex", Words("L/P", "Sex (L male, P female)")),
)
WHERE = (
    _Shown("village", Words("Desa/kelurahan", "Village")),
    _Shown("group", Words("Kelompok", "Group")),
    _Shown("sender", Words("Pengirim daftar", "Sender")),
    _Shown("sponsor", Words("Wadah", "Account")),
)
TO_REACH = (
    _Shown("phone", Words("No. HP", "Phone")),
    _Shown("address", Words("Alamat", "Address")),
)
"""Only where identity is shown."""
CODES = {"group": GROUPS, "funding": FUNDINGS, "funding_other": FUNDINGS, "programme": PROGRAMMES}


def person_list(
    found: Found,
    people: People,
    lang: Lang,
    keep: Keeping,
    *,
    show_identity: bool = False,
    reckoned: Sequence[Step] = (),
) -> bytes:
    """The list as XLSX: how to use it, its first rows, and the papers that are needed; the same list gives the same bytes.

    Args:
        reckoned: how a figure of the report comes to the rows of this list.

    Raises:
        ValueError: the finding was not looked at, for want of tables.
    """
    rows = _in_order(found, people).head(MOST_ROWS)
    title, columns = found.finding.title.said(lang), _columns(found, rows, people, lang, show_identity)
    sheets = [
        _how_to_use(found, lang, keep, show_identity, reckoned),
        on_paper(title, columns, lang, named=show_identity),
        *_papers(found, lang),
    ]
    return book(sheets, title, people.day, lang)


def is_too_long(found: Found) -> bool:
    """Whether the workbook cannot hold all of the list."""
    return (found.count or 0) > MOST_ROWS


def person_csv(found: Found, people: People, lang: Lang, *, show_identity: bool = False) -> bytes:
    """All rows of the list with the same columns, separated by semicolons, as spreadsheets here open them.

    Raises:
        ValueError: the finding was not looked at, for want of tables.
    """
    rows = _in_order(found, people)
    titles = [column.title for column in _columns(found, _telling(rows, found, people), people, lang, show_identity)]
    held = io.BytesIO()
    with io.TextIOWrapper(held, "utf-8-sig", newline="", write_through=True) as text:
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(titles)
        # Cells take a hundred times the memory of what they are written as: never those of a whole province at once.
        for part in rows.iter_slices(MOST_ROWS):
            cells = {column.title: column.cells for column in _columns(found, part, people, lang, show_identity)}
            nothing: list[Cell] = [("", "text")] * part.height
            columns = (cells.get(title, nothing) for title in titles)
            writer.writerows(zip(*([no_formula(value) for value, _ in column] for column in columns), strict=True))
        text.flush()
        return held.getvalue()


def _telling(rows: pl.DataFrame, found: Found, people: People) -> pl.DataFrame:
    """Of each column that tells anything a row that does: so few rows have the columns of all of them."""
    if not found.finding.of:
        return rows
    table = found.finding.table(people).lazy().join(rows.lazy().select("id"), on="id", how="semi")
    of_table = table.select(_first_with(column) for column in table.collect_schema() if column != "id")
    own = rows.lazy().select(_first_with(column) for column in rows.columns if column != "id")
    ids = pl.collect_all([of_table, own], engine="streaming")
    return rows.filter(pl.col("id").is_in({one for frame in ids for one in frame.row(0) if one is not None}))


def _first_with(column: str) -> pl.Expr:
    told = pl.col(column).cast(pl.String).fill_null("") != ""
    return pl.col("id").filter(told).first().alias(column)


def _in_order(found: Found, people: People) -> pl.DataFrame:
    """The rows as they stand in the files, rows of one person together: sorted by anything else, the order would tell of it.

    Raises:
        ValueError: the finding was not looked at.
    """
    if found.rows is None:
        raise ValueError(f"{found.finding.name} was not looked at")
    if not found.finding.of or "person" in found.rows.columns:
        return found.rows
    order = found.finding.table(people).select("id").with_row_index("_nth")
    return found.rows.join(order, on="id", how="left").sort("_nth").drop("_nth")


def _how_to_use(found: Found, lang: Lang, keep: Keeping, show_identity: bool, reckoned: Sequence[Step]) -> Sheet:
    finding, count = found.finding, found.count or 0
    identity = (
        Words("ditampilkan; jangan diteruskan kepada yang tidak berwenang", "shown; not to be passed on to others")
        if show_identity
        else Words("disamarkan; pemegang daftar menemukan orangnya dari berkas dan baris", "masked; who holds the list finds the person by file and row")
    )  # fmt: skip
    first = shown.count(MOST_ROWS, lang)
    more = Words(
        f"; di sini {first} yang pertama, semuanya dalam berkas CSV di sampingnya",
        f"; here the first {first}, all of them in the CSV beside",
    )
    told = (
        (Words("Isi daftar", "What it lists"), finding.what.said(lang)),
        (
            Words("Jumlah", "Number"),
            f"{shown.count(count, lang)} {finding.counts.said(lang)}" + (more.said(lang) if is_too_long(found) else ""),
        ),
        (
            Words("Hubungan dengan angka laporan", "From the figure of the report"),
            in_a_line(reckoned, lang) if reckoned else "",
        ),
        (Words("Langkah berikut", "Next step"), finding.next_step.said(lang)),
        (Words("Dasar hukum", "Law"), finding.law),
        (Words("Batasan", "Limits"), finding.never.said(lang)),
        (Words("Identitas", "Identity"), identity.said(lang) if finding.of else ""),
        (Words("Tujuan penyimpanan", "Purpose"), keep.purpose.said(lang)),
        (Words("Dihapus paling lambat", "To be deleted by"), shown.day(keep.delete_on, lang)),
    )
    rows: list[list[Cell]] = [[(what.said(lang), "text"), (capital(text), "text")] for what, text in told if text]
    name = Words("Petunjuk", "How to use").said(lang)
    return Sheet(
        name, finding.title.said(lang), (Words("Hal", "Item").said(lang), Words("Isi", "Text").said(lang)), rows
    )


def _columns(found: Found, rows: pl.DataFrame, people: People, lang: Lang, show_identity: bool) -> list[Column]:
    """Headings and cells; without identity no text in them holds a number as long as a NIK."""
    finding, columns = found.finding, list[Column]()
    if finding.of:
        columns += _of_people(rows, finding.table(people), people, lang, show_identity)
    told = (
        Column(f"extra.{extra.name}", extra.title.said(lang), _extra(rows, extra, people, lang))
        for extra in finding.extras
    )
    columns += [column for column in told if any(value is not None for value, _ in column.cells)]
    reason = Words("Alasan", "Reason").said(lang)
    columns.append(Column("reason", reason, [(text, "text") for text in rows[REASON[lang]]]))
    for blank, style in ((Words("Tindak lanjut", "Action taken"), "blank"), (Words("Tanggal", "Date"), "blank day")):
        columns.append(Column(style, blank.said(lang), [("", style)] * rows.height))
    return columns if show_identity else [replace(c, cells=_without_numbers(c.cells)) for c in columns]


def _without_numbers(cells: list[Cell]) -> list[Cell]:
    if not any(isinstance(value, str) and masking.LONG_NUMBER.search(value) for value, _ in cells):
        return cells
    return [(masking.without_numbers(value) if isinstance(value, str) else value, style) for value, style in cells]


def _papers(found: Found, lang: Lang) -> list[Sheet]:
    """What a family brings to the branch, by claim."""
    if not found.finding.papers:
        return []
    heads = (Words("Klaim", "Claim"), Words("Dokumen", "Document"), Words("Bila", "When"), Words("Catatan", "Note"))
    unseen = Words("belum terverifikasi", "not verified")
    rows: list[list[Cell]] = [
        [(_claim(claim).said(lang), "text"), (paper.title.said(lang), "text"), (paper.when.said(lang), "text"),
         ("" if paper.verified else unseen.said(lang), "text")]
        for claim in found.finding.papers
        for paper in documents(claim)
    ]  # fmt: skip
    title = Words("Dokumen yang disiapkan keluarga", "Documents the family brings")
    name = Words("Dokumen", "Documents")
    note = Words(
        "Menurut praktik kantor cabang yang diterbitkan; tanyakan bila berbeda.",
        "By published practice of branches; ask where it differs.",
    )
    return [Sheet(name.said(lang), title.said(lang), tuple(h.said(lang) for h in heads), rows, note.said(lang))]


def _claim(claim: str) -> Words:
    entry = PROGRAMMES.get(claim)
    return SCHOLARSHIP if entry is None else entry.title


SCHOLARSHIP = Words("Beasiswa anak", "Scholarship of children")


def _of_people(
    rows: pl.DataFrame, table: pl.DataFrame, people: People, lang: Lang, show_identity: bool
) -> list[Column]:
    """Where each row stands and who it is, in the order of the list."""
    whose = rows.select("id").join(table, on="id", how="left", maintain_order="left")
    made = [Column(FILE, Words("Berkas", "File").said(lang), [(value, "text") for value in whose[FILE]])]
    if _has_sheets(whose):
        made.append(Column(SHEET, Words("Lembar", "Sheet").said(lang), [(value, "text") for value in whose[SHEET]]))
    made.append(Column(ROW, Words("Baris", "Row").said(lang), [(value, "row") for value in whose[ROW]]))
    for column in (*IDENTITY, *WHERE, *(TO_REACH if show_identity else ())):
        if column.name in whose.columns and whose[column.name].null_count() < whose.height:
            values = whose[column.name]
            if column.name == "sponsor" and not show_identity:
                values = _without_persons(values, whose["name"])
            made.append(_person_column(values, column, people, lang, show_identity))
    return made


def _has_sheets(rows: pl.DataFrame) -> bool:
    return not (rows[SHEET].cast(pl.String).fill_null("") == "").all()


def _without_persons(sponsors: pl.Series, names: pl.Series) -> pl.Series:
    """Accounts without those that bear the person's own name: who pays for himself."""
    both = pl.DataFrame({"sponsor": sponsors, "name": names})
    own = pl.col("sponsor").str.to_lowercase() == pl.col("name").str.to_lowercase()
    return both.select(pl.when(~own.fill_null(False)).then("sponsor").alias("sponsor")).to_series()


def _person_column(values: pl.Series, column: _Shown, people: People, lang: Lang, show_identity: bool) -> Column:
    if column.masked and not show_identity:
        mask = column.masked
        texts = [None if value is None else mask(str(value)) for value in values]
        return Column(column.name, (column.masked_title or column.title).said(lang), [(text, "text") for text in texts])
    style = "day" if values.dtype == pl.Date else "text"
    cells: list[Cell] = [(_named(column.name, value, people, lang), style) for value in values]
    return Column(column.name, column.title.said(lang), cells)


def _extra(rows: pl.DataFrame, extra: Extra, people: People, lang: Lang) -> list[Cell]:
    if (said := f"{extra.name}_{lang}") in rows.columns:
        return [(value, "text") for value in rows[said]]
    if extra.kind == "month":
        return [(None if n is None else _month(n, lang), "text") for n in rows[extra.name]]
    style = "decimal" if rows[extra.name].dtype == pl.Float64 else extra.kind
    return [(_named(extra.name, value, people, lang), style) for value in rows[extra.name]]


def _named(column: str, value: object, people: People, lang: Lang) -> object:
    """The title of a code where it has one, of a village unknown to us that of its district beside the code; else the value."""
    if not isinstance(value, str):
        return value
    if column in ("place", "village") or (column == "named" and value[:2].isdigit()):
        return _place(value, people.places, lang)
    entry = CODES[column].get(value) if column in CODES else None
    return value if entry is None else entry.title.said(lang)


def _place(code: str, places: PlaceList, lang: Lang) -> str:
    if code in places:
        return places[code].title.said(lang)
    known = next((part for part in reversed(places.path(code)) if part in places), NATION)
    return code if known == NATION else f"{places[known].title.said(lang)} ({code})"


def _month(number: int, lang: Lang) -> str:
    year, month = divmod(number - 1, 12)
    return f"{shown.month(month + 1, lang)} {year}"
