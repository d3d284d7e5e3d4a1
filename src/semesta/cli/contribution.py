"""semesta contribution: the whole monthly bill of one person, one project, or a list of cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from semesta.basics.words import Lang


def contribution(
    file: Annotated[Path | None, typer.Argument(help="Kasus sebagai YAML atau JSON, satu atau daftar.")] = None,
    segment: Annotated[str | None, typer.Option(help="Segmen: PU, BPU, JAKON, PMI.")] = None,
    wage: Annotated[str | None, typer.Option(help="Upah sebulan dalam rupiah.")] = None,
    income: Annotated[str | None, typer.Option(help="Penghasilan sebulan peserta BPU; bawaan: dasar terendah.")] = None,
    risk: Annotated[str | None, typer.Option(help="Kelompok risiko kerja, 1 sampai 5.")] = None,
    programmes: Annotated[str | None, typer.Option(help="Program, misalnya JKK,JKM,JHT,JP.")] = None,
    month: Annotated[str | None, typer.Option(help="Bulan iuran, misalnya 2025-06.")] = None,
    funding: Annotated[str | None, typer.Option(help="Sumber dana iuran: apbd, apbdes, csr, mandiri, …")] = None,
    sector: Annotated[str | None, typer.Option(help="Sektor pekerja BPU: transport atau other.")] = None,
    project_value: Annotated[str | None, typer.Option("--project-value", help="Nilai proyek jasa konstruksi.")] = None,
    compare: Annotated[bool, typer.Option("--compare", help="Bandingkan sebagai PU dan sebagai BPU.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Tampilkan alasan tiap baris.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Iuran sebulan menurut hukum bulan itu. (The monthly contribution by the law of that month.)

    Contoh: semesta contribution --segment PU --wage 10000000 --risk 3 --programmes JKK,JKM,JHT,JP --month 2025-06
    """
    from semesta.cli.answer import show_answers
    from semesta.cli.cases import cases_in
    from semesta.law.answers import contribution as bill

    options = {
        "segment": segment,
        "wage_per_month": wage,
        "income_per_month": income,
        "risk_class": risk,
        "programmes": programmes,
        "month": month,
        "funding": funding,
        "sector": sector,
        "project_value": project_value,
    }
    cases, many = cases_in(file, options, lang)
    if compare:
        _show_compared(cases[0], lang, as_json=as_json, explain=explain)
        return
    show_answers([bill(case) for case in cases], many=many, lang=lang, as_json=as_json, explain=explain)


# ---- one non-ASN as PU and as BPU


def _show_compared(case: dict[str, Any], lang: Lang, *, as_json: bool, explain: bool) -> None:
    """The same person registered either way: what each costs, and by how much they differ."""
    from rich.console import Console

    from semesta.basics.shown import rupiah
    from semesta.cli.answer import described, print_json, show_answer, tell_problems
    from semesta.law.answers import compared

    sides = compared(case)
    difference = None
    if all(side.total is not None for side in sides.values()):
        difference = (sides["BPU"].total or 0) - (sides["PU"].total or 0)
    if as_json:
        print_json({name: described(side, lang) for name, side in sides.items()} | {"difference": difference})
    for name, side in sides.items():
        tell_problems(side, lang, f"{name}: ")
    if any(side.problems for side in sides.values()):
        raise typer.Exit(2)
    if as_json:
        return
    console = Console(highlight=False)
    for name, side in sides.items():
        console.print(f"\n[bold]{'Sebagai' if lang == 'id' else 'As'} {name}[/]")
        show_answer(console, side, lang, explain=explain)
    if difference is not None:
        said = "Selisih BPU terhadap PU" if lang == "id" else "BPU less PU"
        console.print(f"\n{said}: {rupiah(difference, lang)}")


COMMAND = ("contribution", contribution)
