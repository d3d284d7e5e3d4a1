"""semesta contribution: the whole monthly bill of one person, one project, or a list of cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from semesta.basics.words import Lang
    from semesta.law.answers import Compared


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
    from semesta.cli.shown import stopped
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
    if compare and len(cases) > 1:
        raise stopped("--compare membandingkan satu kasus" if lang == "id" else "--compare takes one case")
    if compare:
        _show_compared(cases[0], lang, as_json=as_json, explain=explain)
        return
    show_answers(cases, [bill(case) for case in cases], many=many, lang=lang, as_json=as_json, explain=explain)


# ---- one non-ASN as PU and as BPU


def _show_compared(case: dict[str, Any], lang: Lang, *, as_json: bool, explain: bool) -> None:
    """The same person registered either way, side by side: what each costs, and what each buys."""
    from semesta.cli.answer import described, print_json, tell_problems
    from semesta.law.answers import compared

    found = compared(case)
    if as_json:
        buys = {name: {side: result.value for side, result in both.items()} for name, both in found.buys.items()}
        sides = {side: described(answer, lang) for side, answer in found.sides.items()}
        print_json(sides | {"difference": found.difference, "buys": buys})
    for side, answer in found.sides.items():
        tell_problems(answer, lang, f"{side}: ")
    if any(answer.problems for answer in found.sides.values()):
        raise typer.Exit(2)
    if not as_json:
        _print_compared(found, lang, explain=explain)


def _print_compared(found: Compared, lang: Lang, *, explain: bool) -> None:
    from rich.console import Console
    from rich.table import Table

    from semesta.cli.answer import show_reasons, words

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(words("Sebulan", "Per month", lang))
    for side in found.sides:
        table.add_column(words(f"Sebagai {side}", f"As {side}", lang), justify="right")
    for title, amounts in _rows(found, lang):
        table.add_row(title, *(_rupiah(amount, lang) for amount in amounts))
    console = Console(highlight=False)
    console.print(table)
    for side, answer in found.sides.items():
        for item in answer.items:
            if explain or item.amount is None:
                show_reasons(console, item, lang, label=f"{side}: ")


def _rows(found: Compared, lang: Lang) -> Iterator[tuple[str, list[int | None]]]:
    """By programme, the whole bill, then what the two ways pay when something happens."""
    from semesta.cli.answer import words

    sides = list(found.sides.values())
    for programme in dict.fromkeys(item.programme for answer in sides for item in answer.items):
        yield words(f"Iuran {programme}", f"Contribution {programme}", lang), [a.of(programme) for a in sides]
    yield words("Seluruh iuran", "Whole bill", lang), [answer.total for answer in sides]
    for both in found.buys.values():
        title = next(iter(both.values())).because.title.said(lang)
        yield title, [None if result.value is None else int(result.value) for result in both.values()]


def _rupiah(amount: int | None, lang: Lang) -> str:
    from semesta.basics.shown import rupiah
    from semesta.cli.answer import words

    return words("belum diketahui", "not known", lang) if amount is None else rupiah(amount, lang)


COMMAND = ("contribution", contribution)
