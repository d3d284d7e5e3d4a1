"""semesta contribution: the whole monthly bill of one person, one project, or many cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def contribution(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Kasus sebagai YAML atau JSON, satu atau daftar; boleh beberapa berkas."),
    ] = None,
    segment: Annotated[str | None, typer.Option(help="Segmen: PU, BPU, JAKON, PMI.")] = None,
    wage: Annotated[str | None, typer.Option(help="Upah sebulan dalam rupiah.")] = None,
    income: Annotated[str | None, typer.Option(help="Penghasilan sebulan peserta BPU; bawaan: dasar terendah.")] = None,
    basis_mode: Annotated[
        str | None, typer.Option("--basis-mode", help="Dasar iuran BPU: tier (golongan penghasilan) atau exact.")
    ] = None,
    bpu_group: Annotated[
        str | None, typer.Option("--bpu-group", help="Kelompok BPU: ordinary, honorer, intern, employer, …")
    ] = None,
    risk: Annotated[str | None, typer.Option(help="Kelompok risiko kerja, 1 sampai 5.")] = None,
    programmes: Annotated[str | None, typer.Option(help="Program, misalnya JKK,JKM,JHT,JP.")] = None,
    month: Annotated[str | None, typer.Option(help="Bulan iuran, misalnya 2025-06.")] = None,
    paid_on: Annotated[
        str | None,
        typer.Option("--paid-on", help="Tanggal iuran bulan itu dibayar: denda, dan sampai kapan terlindungi."),
    ] = None,
    funding: Annotated[str | None, typer.Option(help="Sumber dana iuran: apbd, apbdes, csr, mandiri, …")] = None,
    sector: Annotated[str | None, typer.Option(help="Sektor pekerja BPU: transport atau other.")] = None,
    industry: Annotated[
        str | None, typer.Option(help="Industri pemberi kerja: textile, footwear, furniture, …")
    ] = None,
    workers: Annotated[str | None, typer.Option(help="Jumlah pekerja pemberi kerja.")] = None,
    project_value: Annotated[str | None, typer.Option("--project-value", help="Nilai proyek jasa konstruksi.")] = None,
    contract_months: Annotated[
        str | None, typer.Option("--contract-months", help="Lama perjanjian kerja PMI dalam bulan.")
    ] = None,
    further: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAMA=ISI", help="Masukan lain, misalnya pmi_savings=100000; dapat diulang."),
    ] = None,
    scenario: Annotated[Path | None, typer.Option(help="Pengandaian hukum sebagai YAML: since dan values.")] = None,
    compare: Annotated[bool, typer.Option("--compare", help="Bandingkan sebagai PU dan sebagai BPU.")] = False,
    template: Annotated[
        bool, typer.Option("--template", help="Cetak berkas kasus contoh dengan penjelasannya.")
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Tampilkan alasan tiap baris.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Iuran sebulan menurut hukum bulan itu. (The monthly contribution by the law of that month.)

    Contoh: semesta contribution --segment PU --wage 10000000 --risk 3 --programmes JKK,JKM,JHT,JP --month 2025-06
    """
    from semesta.cli.answer import show_answers
    from semesta.cli.cases import case_of, cases_in, law_of, template_of
    from semesta.cli.compared import show_compared
    from semesta.cli.shown import stopped
    from semesta.law.answers import contribution as bill

    if template:
        typer.echo(template_of("basis", lang), nl=False)
        return
    options = {
        "segment": segment,
        "wage_per_month": wage,
        "income_per_month": income,
        "basis_mode": basis_mode,
        "bpu_group": bpu_group,
        "risk_class": risk,
        "programmes": programmes,
        "month": month,
        "paid_on": paid_on,
        "funding": funding,
        "sector": sector,
        "industry": industry,
        "workers": workers,
        "project_value": project_value,
        "contract_months": contract_months,
    }
    law = law_of(scenario, lang)
    cases, many = cases_in(files or [], case_of(options, further or [], lang))
    if compare and (many or cases[0].problem):
        raise stopped("--compare membandingkan satu kasus" if lang == "id" else "--compare takes one case")
    if compare:
        show_compared(cases[0].case, law, lang, as_json=as_json, explain=explain)
        return
    show_answers(cases, lambda case: bill(case, law), many=many, lang=lang, as_json=as_json, explain=explain)


COMMAND = ("contribution", contribution)
