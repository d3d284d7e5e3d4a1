"""semesta benefit: everything that an event pays to one person or family, or to a list of cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def benefit(
    file: Annotated[Path | None, typer.Argument(help="Kasus sebagai YAML atau JSON, satu atau daftar.")] = None,
    programme: Annotated[str | None, typer.Option(help="Program: JKK, JKM, JHT, JP, JKP.")] = None,
    event: Annotated[str | None, typer.Option(help="Kejadian: death, disability.total, …")] = None,
    date: Annotated[str | None, typer.Option(help="Tanggal kejadian, misalnya 2025-03-01.")] = None,
    segment: Annotated[str | None, typer.Option(help="Segmen: PU atau BPU.")] = None,
    wage: Annotated[str | None, typer.Option(help="Upah sebulan yang dilaporkan.")] = None,
    income: Annotated[str | None, typer.Option(help="Penghasilan sebulan peserta BPU.")] = None,
    months_paid: Annotated[str | None, typer.Option("--months-paid", help="Bulan iuran yang telah dibayar.")] = None,
    child: Annotated[
        list[str] | None, typer.Option(help="Jenjang sekolah anak: TK, SD, SMP, SMA, PT; dapat diulang.")
    ] = None,
    employers: Annotated[str | None, typer.Option(help="Jumlah pemberi kerja yang membayar iuran.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Tampilkan alasan tiap baris.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Manfaat menurut hukum tanggal kejadian. (What an event pays by the law of its day.)

    Contoh: semesta benefit --programme JKM --event death --date 2025-03-01 --segment BPU --months-paid 2 --explain
    """
    from semesta.cli.answer import show_answers
    from semesta.cli.cases import cases_in
    from semesta.law.answers import benefit as paid

    options = {
        "programme": programme,
        "event": event,
        "date": date,
        "segment": segment,
        "wage_per_month": wage,
        "income_per_month": income,
        "months_paid": months_paid,
        "children": [{"level": level.upper()} for level in child or []],
        "employers": employers,
    }
    cases, many = cases_in(file, options, lang)
    show_answers(cases, [paid(case) for case in cases], many=many, lang=lang, as_json=as_json, explain=explain)


COMMAND = ("benefit", benefit)
