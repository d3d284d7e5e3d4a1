"""A choice as a workbook: those covered, those left out and why, those who were no candidates; and what programs read of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import polars as pl

from semesta.basics import masking, nik
from semesta.basics.places import PlaceList
from semesta.basics.words import Lang, Words, joined
from semesta.planning.in_words import count
from semesta.planning.priority.candidates import NOT_ASKED
from semesta.planning.priority.choice import Choice
from semesta.planning.priority.chosen import fairness
from semesta.report.book import book
from semesta.report.laporan.naming import head_by_name
from semesta.report.priority.choice import DIMENSIONS, chosen_by, has_faulty_nik, how, part_name, reason
from semesta.report.sheet import Cell, Sheet, said_all
from semesta.tables.table import FILE, ROW, SHEET

COVERED = Words("Terlindungi", "Covered")
LEFT_OUT = Words("Belum terlindungi", "Left out")
NONE = Words("Bukan calon", "No candidates")
ANNEX = Words("Lampiran SK", "Annex")
MOST_ROWS = 200_000
TITLE = Words("Prioritas perlindungan", "Priority of cover")


def workbook(choice: Choice, lang: Lang, *, today: dt.date, places: PlaceList, show_identity: bool) -> bytes:
    """Masked unless identity is asked for; the same choice and day give the same bytes."""
    sheets = [
        _people(choice, lang, places, show_identity, COVERED, today, covered=True),
        _people(choice, lang, places, show_identity, LEFT_OUT, today, covered=False),
        _others(choice, lang, show_identity),
        _annex(choice, lang, places, show_identity, today),
        _fairness(choice, lang, places),
    ]
    return book(sheets, TITLE.said(lang), today, lang)


def _people(
    choice: Choice,
    lang: Lang,
    places: PlaceList,
    show_identity: bool,
    name: Words,
    today: dt.date,
    *,
    covered: bool,
) -> Sheet:
    heads, rows = shown_people(choice, lang, today=today, places=places, show_identity=show_identity, covered=covered)
    more = choice.chosen.table.filter(pl.col("chosen") == covered).height - len(rows)
    left = (
        count(more) + Words(" lainnya tidak ditampilkan di sini.", " more are not shown here.")
        if more > 0
        else Words("", "")
    )
    note = joined([*filter(None, (_only_file(choice.workers), chosen_by(choice, places), left))], " ").said(lang)
    return Sheet(name.said(lang), f"{TITLE.said(lang)}: {name.said(lang)}", heads, rows, note)


def _annex(choice: Choice, lang: Lang, places: PlaceList, show_identity: bool, today: dt.date) -> Sheet:
    heads, rows = named(choice, lang, today=today, places=places, show_identity=show_identity)
    head = head_by_name(choice.place, places)
    title = Words(
        f"Lampiran Keputusan {head.id} Nomor … tentang penetapan pekerja yang iurannya dibayar tahun {choice.year}",
        f"Annex of the Decree of {head.en} No. … on the workers whose contributions are paid in {choice.year}",
    )
    return Sheet(ANNEX.said(lang), title.said(lang), heads, rows)


def named(
    choice: Choice, lang: Lang, *, today: dt.date, places: PlaceList, show_identity: bool
) -> tuple[tuple[str, ...], list[list[Cell]]]:
    """Those covered as a decree names them: where each stands in the list, and why with what decile, is for who checks."""
    heads, rows = shown_people(choice, lang, today=today, places=places, show_identity=show_identity, covered=True)
    apart = said_all(lang, *WHERE.values(), REASON)
    kept = [number for number, head in enumerate(heads) if head not in apart]
    return tuple(heads[number] for number in kept), [[row[number] for number in kept] for row in rows]


def shown_people(
    choice: Choice, lang: Lang, *, today: dt.date, places: PlaceList, show_identity: bool, covered: bool
) -> tuple[tuple[str, ...], list[list[Cell]]]:
    """Headings and rows of those covered, or of those left out, in their order."""
    where = _where(choice.workers)
    heads = said_all(
        lang,
        ("No.", "No."),
        *(WHERE[name] for name in where),
        *_identity(show_identity),
        *((title.id, title.en) for title in (DIMENSIONS["group"], DIMENSIONS["district"])),
        REASON,
    )
    wanted = choice.chosen.table.filter(pl.col("chosen") == covered).sort("place").head(MOST_ROWS)
    known = choice.workers.select("id", *_known(choice.workers)).with_columns(pl.col("id").cast(pl.String))
    joined = wanted.join(known, on="id", how="left", maintain_order="left")
    return heads, [
        [
            (n, "row"),
            *_who(row, where, show_identity),
            *(
                (part_name(name, row[name], places).said(lang) if row[name] else "", "text")
                for name in ("group", "district")
            ),
            (
                reason({**row, "nik_is_faulty": "nik" in row and has_faulty_nik(row["nik"], today)}, choice, lang),
                "text",
            ),
        ]
        for n, row in enumerate(joined.iter_rows(named=True), 1)
    ]


REASON = ("Alasan", "Reason")
WHERE = {FILE: ("Berkas", "File"), SHEET: ("Lembar", "Sheet"), ROW: ("Baris", "Row")}


def _where(workers: pl.DataFrame) -> list[str]:
    """What it takes to find somebody's row again: the file where there are several, the sheet where a file has several."""
    several = workers[FILE].n_unique() if FILE in workers.columns else 0
    sheets = workers.select(FILE, SHEET).n_unique() if SHEET in workers.columns and several else several
    asked = {FILE: several > 1, SHEET: sheets > several, ROW: True}
    return [name for name in WHERE if name in workers.columns and asked[name]]


def _only_file(workers: pl.DataFrame) -> Words:
    """The file that all rows come from, which then needs no column."""
    names = workers[FILE].unique().to_list() if FILE in workers.columns else []
    return Words(f"Berkas: {names[0]}.", f"File: {names[0]}.") if len(names) == 1 else Words("", "")


def _identity(show_identity: bool) -> list[tuple[str, str]]:
    return [
        ("NIK", "NIK"),
        ("Nama", "Name") if show_identity else ("Inisial", "Initials"),
        ("Tanggal lahir", "Birth date") if show_identity else ("Tahun lahir", "Year of birth"),
    ]


def _known(workers: pl.DataFrame) -> list[str]:
    return [name for name in (*_where(workers), "nik", "name", "birth_date") if name in workers.columns]


def _who(row: dict[str, Any], where: Sequence[str], show_identity: bool) -> list[Cell]:
    number, name, born = row.get("nik"), row.get("name"), row.get("birth_date")
    stands: list[Cell] = [(row.get(one), "row" if one == ROW else "text") for one in where]
    if show_identity:
        return [*stands, (number, "text"), (name, "text"), (born, "day")]
    masked = [
        nik.masked(number) if number else "",
        masking.masked_name(name) if name else "",
        str(born.year) if born else "",
    ]
    return [*stands, *((value, "text") for value in masked)]


def _others(choice: Choice, lang: Lang, show_identity: bool) -> Sheet:
    where = _where(choice.workers)
    heads = said_all(lang, *(WHERE[name] for name in where), *_identity(show_identity), ("Sebab", "Why"))
    known = choice.workers.select("id", *_known(choice.workers)).with_columns(pl.col("id").cast(pl.String))
    joined = choice.others.join(known, on="id", how="left", maintain_order="left").head(MOST_ROWS)
    rows: list[list[Cell]] = [
        [*_who(row, where, show_identity), (NOT_ASKED[row["why"]].said(lang), "text")]
        for row in joined.iter_rows(named=True)
    ]
    return Sheet(
        NONE.said(lang), f"{TITLE.said(lang)}: {NONE.said(lang)}", heads, rows, _only_file(choice.workers).said(lang)
    )


def _fairness(choice: Choice, lang: Lang, places: PlaceList) -> Sheet:
    heads = said_all(
        lang,
        ("Menurut", "By"),
        ("Bagian", "Part"),
        ("Calon", "Candidates"),
        ("Terlindungi", "Covered"),
        ("Belum", "Left out"),
        ("Bagian terlindungi", "Share covered"),
    )
    name = Words("Siapa yang tertinggal", "Who is left out").said(lang)
    rows: list[list[Cell]] = [
        [
            (title.said(lang), "text"),
            (part_name(column, code, places).said(lang), "text"),
            (candidates, "count"),
            (chosen, "count"),
            (candidates - chosen, "count"),
            (share, "share"),
        ]
        for column, title in DIMENSIONS.items()
        for code, candidates, chosen, share in fairness(choice.chosen, column).iter_rows()
    ]
    return Sheet(name, name, heads, rows)


def as_data(choice: Choice, lang: Lang, places: PlaceList) -> dict[str, Any]:
    """What programs read: sums and counts, and by row of the list who is covered; no identity."""
    found, best = choice.chosen, choice.optimum
    return {
        "place": choice.place,
        "year": choice.year,
        "months": choice.months,
        "funding": choice.funding,
        "budget": found.budget,
        "spent": found.spent,
        "left": found.left,
        "persons": found.persons,
        "candidates": choice.candidates,
        "rules": list(choice.rules),
        "seed": choice.seed,
        "how": how(choice, places).said(lang),
        "objective": best.objective.name if best else None,
        "worth": best.worth.central if best else None,
        "worth_range": asdict(best.worth) if best else None,
        "gap": best.gap if best else None,
        "unmet_floors": [
            {"column": f.column, "code": f.code, "asked": f.persons, "reached": n} for f, n in found.unmet
        ],
        "no_candidates": dict(sorted(choice.others["why"].value_counts().rows())),
        "fairness": {column: fairness(found, column).to_dicts() for column in DIMENSIONS},
        "covered": found.table.filter(pl.col("chosen")).sort("place")["id"].to_list(),
        "notes": [note.said(lang) for note in choice.notes],
    }
