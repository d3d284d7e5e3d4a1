"""semesta compute: rules of law for every row of a table, each row by the law of its own day."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from semesta.basics.words import Lang, Words
    from semesta.law.law import Law


def compute(
    rules: Annotated[str, typer.Argument(metavar="RULE,RULE", help="Aturan yang dihitung, dipisahkan koma.")],
    people: Annotated[Path, typer.Argument(help="Parquet atau CSV, satu baris satu kasus.")],
    date: Annotated[str, typer.Option(help="Kolom tanggal kejadian.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Berkas hasil, Parquet; dengan Spark sebuah folder.")],
    engine: Annotated[Literal["polars", "duckdb", "spark"], typer.Option(help="Mesin hitung.")] = "polars",
    scenario: Annotated[Path | None, typer.Option(help="Pengandaian hukum sebagai YAML: since dan values.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Ringkasan sebagai JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Hitung aturan untuk semua baris, tiap baris menurut hukum tanggalnya. (Rules for every row of a table.)

    Keluaran 2 bila ada baris tanpa hukum pada tanggalnya: hasil tetap ditulis utuh, baris itu kosong dan bertanda pada kolom
    ATURAN__no_law.

    Contoh: semesta compute jkm_benefit,jkk_contribution people.parquet --date event_date -o out.parquet
    """
    from semesta.cli.batch import EngineError, failures
    from semesta.cli.cases import law_of
    from semesta.cli.shown import stopped
    from semesta.law.faults import InputError, LawError

    names = list(dict.fromkeys(name.strip() for name in rules.split(",") if name.strip()))
    law = law_of(scenario, lang)
    try:
        _check_rules(law, names)
        lawless = _computed(law, names, people, date, out, engine, as_json=as_json, lang=lang)
    except InputError as wrong:
        raise stopped("\n".join(problem.said(lang) for problem in wrong.problems)) from None
    except EngineError as wrong:
        raise stopped(wrong.said.said(lang)) from None
    except LawError as wrong:
        raise stopped(str(wrong)) from None
    except failures(engine) as wrong:
        raise stopped(f"{people}: {str(wrong).strip().splitlines()[0]}") from None
    if lawless:
        raise typer.Exit(2)


def _computed(
    law: Law, names: list[str], people: Path, date: str, out: Path, engine: Any, *, as_json: bool, lang: Lang
) -> int:
    """Writes the results beside their place, counts, puts them there whole; gives the rows without law."""
    from semesta.cli.batch import counts, opened, written

    table = opened(people, engine)
    _check_columns(law, table, names, date)
    with written(law.columns(table, names, date=date), out, engine) as aside:
        rows, lawless, by_rule = counts(aside, names)
    if as_json:
        from semesta.cli.answer import print_json

        rules = {name: vars(found) for name, found in by_rule.items()}
        print_json({"out": str(out), "rows": rows, "rows_without_law": lawless, "rules": rules})
    else:
        _tell(law, out, rows, by_rule, lang)
    if lawless:
        typer.echo(
            f"{lawless} baris tanpa hukum pada tanggalnya"
            if lang == "id"
            else f"{lawless} rows without law on their day",
            err=True,
        )
    return lawless


def _tell(law: Law, out: Path, rows: int, by_rule: Mapping[str, Any], lang: Lang) -> None:
    from semesta.basics.shown import count
    from semesta.cli.answer import words
    from semesta.law.changes import known_from

    typer.echo(words(f"{count(rows, lang)} baris dihitung: {out}", f"{count(rows, lang)} rows computed: {out}", lang))
    for name, found in by_rule.items():
        since = known_from(law.book, name)
        begins = f" (tercatat sejak {since})" if lang == "id" else f" (recorded from {since})"
        parts = [
            (found.no_law, words("baris tanpa hukum pada tanggalnya", "rows without law on their day", lang) + begins),
            (found.missing, words("baris belum diketahui, masukannya kosong", "rows not known, inputs missing", lang)),
            (
                found.unverified,
                words("baris bertumpu pada yang belum terverifikasi", "rows rest on unverified law", lang),
            ),
        ]
        told = [f"{count(number, lang)} {what}" for number, what in parts if number]
        typer.echo(f"  {name}: " + ("; ".join(told) if told else words("semua diketahui", "all known", lang)))


# ---- what is checked before anything is computed


def _check_rules(law: Law, names: list[str]) -> None:
    """Every rule that is none, at once."""
    from semesta.basics.words import Words, same
    from semesta.law.faults import InputError, nearest

    known = [*law.book.rules, *law.book.parameters]
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        said = Words(": aturan tidak dikenal", ": unknown rule")
        raise InputError([same(name) + said + nearest(name, known) for name in unknown or [""]])


def _check_columns(law: Law, table: Any, names: list[str], date: str) -> None:
    """Every column that is missing and matters, at once."""
    import narwhals as nw

    from semesta.basics.words import Words, same
    from semesta.law.absent import absent_columns, that_matter
    from semesta.law.faults import InputError

    schema = nw.from_native(table).collect_schema()
    absent = absent_columns(law.book, schema.names(), names, date=date)
    if date not in schema:
        # Nothing can be tried without the day: every column that might matter is told.
        days = ", ".join(name for name, kind in schema.items() if kind == nw.Date)
        there = Words(f" (kolom tanggal yang ada: {days})", f" (columns of days: {days})") if days else same("")
        raise InputError(
            [_no_column(date, absent[date]) + there, *(_no_column(n, a) for n, a in absent.items() if n != date)]
        )
    plain = [name for name, like in absent.items() if not like and not law.book.inputs[name].otherwise]
    lacking = [*(name for name, like in absent.items() if like), *that_matter(law.book, table, names, plain, date=date)]
    if lacking:
        hint = Words(
            "bila memang tidak diketahui, tambahkan sebagai kolom kosong",
            "if it is not known, add it as an empty column",
        )
        raise InputError([*(_no_column(name, absent[name]) for name in lacking), hint])


def _no_column(name: str, like: str | None) -> Words:
    from semesta.basics.words import Words, same

    near = Words(f" (yang mirip: {like})", f" (did you mean {like}?)") if like else same("")
    return Words("kolom tidak ada: ", "no column: ") + same(name) + near


COMMAND = ("compute", compute)
