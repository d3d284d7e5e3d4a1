"""semesta compute: rules of law for every row of a table, each row by the law of its own day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from semesta.basics.words import Lang
    from semesta.cli.batch import Counted, Counts
    from semesta.engines.engine import Name
    from semesta.law.law import Law


def compute(
    rules: Annotated[str, typer.Argument(metavar="RULE,RULE", help="Aturan yang dihitung, dipisahkan koma.")],
    people: Annotated[Path, typer.Argument(metavar="PEOPLE", help="Parquet atau CSV, satu baris satu kasus.")],
    date: Annotated[str, typer.Option(help="Kolom tanggal kejadian.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Berkas hasil, Parquet; dengan Spark sebuah folder.")],
    engine: Annotated[Literal["polars", "duckdb", "spark"], typer.Option(help="Mesin hitung.")] = "polars",
    scenario: Annotated[Path | None, typer.Option(help="Pengandaian hukum sebagai YAML: since dan values.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Timpa berkas hasil yang sudah ada.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Ringkasan sebagai JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Hitung aturan untuk semua baris, tiap baris menurut hukum tanggalnya. (Rules for every row of a table.)

    Keluaran 2 bila ada baris tanpa hukum pada tanggalnya, atau berisi nilai yang tidak dikenal: hasil tetap ditulis utuh, baris
    itu kosong, dan yang tanpa hukum bertanda pada kolom ATURAN__no_law.

    Contoh: semesta compute jkm_benefit,jkk_contribution people.parquet --date event_date -o out.parquet
    """
    from narwhals.exceptions import NarwhalsError

    from semesta.cli.cases import law_of
    from semesta.cli.fitting import check_question
    from semesta.cli.outputs import spare_inputs
    from semesta.cli.shown import stopped
    from semesta.engines.engine import EngineError
    from semesta.engines.engine import engine as of_name
    from semesta.law.faults import InputError

    names = list(dict.fromkeys(name.strip() for name in rules.split(",") if name.strip()))
    spare_inputs([people, scenario], [out], lang)
    law = law_of(scenario, lang)
    failures = (*of_name(engine).failures(), NarwhalsError)
    try:
        check_question(law, names, people, out, is_spark=engine == "spark", force=force)
        found = _computed(law, names, people, date, out, engine, lang)
    except InputError as wrong:
        raise stopped("\n".join(problem.said(lang) for problem in wrong.problems)) from None
    except EngineError as wrong:
        raise stopped(wrong.said.said(lang)) from None
    except failures as wrong:
        said = "tidak dapat dibaca atau dihitung" if lang == "id" else "cannot be read or computed"
        raise stopped(f"{people}: {said}: {_first_line(wrong)}") from None
    except RuntimeError as error:
        if "interrupted" in str(error).lower():  # how DuckDB tells Ctrl+C
            raise KeyboardInterrupt from None
        raise
    _tell(law, out, found, lang, as_json=as_json)
    if found.lawless or found.unusable:
        raise typer.Exit(2)


def _computed(law: Law, names: list[str], people: Path, date: str, out: Path, engine: Name, lang: Lang) -> Counted:
    """Writes the results beside their place, counts, puts them there whole."""
    from semesta.cli.batch import counted
    from semesta.cli.fitting import check_columns
    from semesta.engines.engine import opened, written

    table = opened(people, engine)
    check_columns(law, table, names, date)
    with _working(people, lang), written(law.columns(table, names, date=date), out, engine) as aside:
        return counted(aside, law.book, names, date=date)


def _first_line(wrong: Exception) -> str:
    """What an engine says, in its own words, without what follows; Spark wraps what Java says."""
    java = getattr(wrong, "java_exception", None)
    text = str(java.getMessage() if java is not None else wrong)
    return (text.strip().splitlines() or [type(wrong).__name__])[0]


def _working(people: Path, lang: Lang) -> Any:
    """Shows in a terminal that something is being done, and for how long; elsewhere nothing."""
    from contextlib import nullcontext

    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        return nullcontext()
    said = (
        f"menghitung {people.name}; Ctrl+C menghentikan" if lang == "id" else f"computing {people.name}; Ctrl+C stops"
    )
    progress = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console, transient=True
    )
    progress.add_task(said, total=None)
    return progress


# ---- what is told


def _tell(law: Law, out: Path, found: Counted, lang: Lang, *, as_json: bool) -> None:
    if as_json:
        from semesta.cli.printed import print_json

        print_json(_described(out, found))
    else:
        _tell_counts(law, out, found, lang)
    for line in _faults(law, found, lang):
        typer.echo(line, err=True)


def _described(out: Path, found: Counted) -> dict[str, Any]:
    first = found.first_lawless
    return {
        "out": str(out),
        "rows": found.rows,
        "rows_without_law": found.lawless,
        "first_row_without_law": {"row": first[0], "date": first[1].isoformat()} if first else None,
        "unusable_values": {name: {"rows": rows, "first": value} for name, (rows, value) in found.unusable.items()},
        "rules": {name: vars(of_rule) for name, of_rule in found.by_rule.items()},
    }


def _tell_counts(law: Law, out: Path, found: Counted, lang: Lang) -> None:
    from semesta.basics.shown import count
    from semesta.cli.printed import words

    rows = count(found.rows, lang)
    typer.echo(words(f"{rows} baris dihitung: {out}", f"{rows} rows computed: {out}", lang))
    for name, of_rule in found.by_rule.items():
        told = "; ".join(_of_rule(law, name, of_rule, lang))
        typer.echo(f"  {name}: " + (told or words("semua diketahui", "all known", lang)))


def _of_rule(law: Law, name: str, found: Counts, lang: Lang) -> Iterator[str]:
    from semesta.basics.shown import count
    from semesta.cli.printed import words
    from semesta.law.changes import known_from

    if found.no_law:
        since = known_from(law.book, name)
        begins = words(f" (tercatat sejak {since})", f" (recorded from {since})", lang)
        yield (
            count(found.no_law, lang)
            + words(" baris tanpa hukum pada tanggalnya", " rows without law on their day", lang)
            + begins
        )
    if found.missing:
        said = words(
            " baris belum diketahui, masukannya kosong atau tidak dapat dipakai",
            " rows not known, inputs missing or not usable",
            lang,
        )
        yield count(found.missing, lang) + said + _not_recorded(law, name, lang)
    if found.unverified:
        said = words(" baris bertumpu pada yang belum terverifikasi", " rows rest on unverified law", lang)
        yield count(found.unverified, lang) + said


def _not_recorded(law: Law, name: str, lang: Lang) -> str:
    """That rows of a segment have no result because its amounts stand in a law that is not recorded."""
    from semesta.cli.printed import words

    segment = law.book.not_of(name)
    said = words(
        f"; bagi segmen {segment} besarnya belum tercatat", f"; of segment {segment} no amounts are recorded", lang
    )
    return said if segment else ""


def _faults(law: Law, found: Counted, lang: Lang) -> Iterator[str]:
    """What ends the command with 2: rows on whose day there is no law, and values that are not allowed."""
    from semesta.basics.shown import count, day
    from semesta.cli.printed import words

    if found.first_lawless:
        row, on = found.first_lawless
        rows = count(found.lawless, lang)
        first = words(f"yang pertama baris {row}, {day(on, lang)}", f"the first is row {row}, {day(on, lang)}", lang)
        yield (
            words(f"{rows} baris tanpa hukum pada tanggalnya", f"{rows} rows without law on their day", lang)
            + f"; {first}"
        )
    for name, (number, value) in found.unusable.items():
        rows = words(f"dalam {count(number, lang)} baris, misalnya", f"in {count(number, lang)} rows, as", lang)
        fault = law.book.inputs[name].fault(value)
        yield (
            words("nilai yang tidak dapat dipakai ", "values that cannot be used ", lang)
            + rows
            + (f" {fault.said(lang)}" if fault else "")
        )


COMMAND = ("compute", compute)
