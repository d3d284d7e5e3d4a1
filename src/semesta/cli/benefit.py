"""semesta benefit: everything that an event pays to one person or family, or in many cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def benefit(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Kasus sebagai YAML atau JSON, satu atau daftar; boleh beberapa berkas."),
    ] = None,
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
    heirs: Annotated[str | None, typer.Option(help="Yang masih hidup: spouse,child,parent,sibling, …")] = None,
    complete_on: Annotated[
        str | None, typer.Option("--complete-on", help="Tanggal permohonan lengkap: batas hari bayarnya dihitung.")
    ] = None,
    further: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAMA=ISI", help="Masukan lain, misalnya months_off_work=3; dapat diulang."),
    ] = None,
    scenario: Annotated[Path | None, typer.Option(help="Pengandaian hukum sebagai YAML: since dan values.")] = None,
    template: Annotated[
        bool, typer.Option("--template", help="Cetak berkas kasus contoh, dengan --programme bagi satu program saja.")
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Tampilkan alasan tiap baris.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Manfaat menurut hukum tanggal kejadian. (What an event pays by the law of its day.)

    Contoh: semesta benefit --programme JKM --event death --date 2025-03-01 --segment BPU --months-paid 2 --explain
    """
    from semesta.cli.answer import show_answers
    from semesta.cli.cases import case_of, cases_in, law_of, template_of
    from semesta.law.answers import benefit as paid

    if template:
        typer.echo(template_of(programme, lang), nl=False)
        return
    options = {
        "programme": programme,
        "event": event,
        "date": date,
        "segment": segment,
        "wage_per_month": wage,
        "income_per_month": income,
        "months_paid": months_paid,
        "children": [{"level": level.upper()} for level in child or [] if level],
        "employers": employers,
        "heirs": heirs,
        "complete_on": complete_on,
    }
    law = law_of(scenario, lang)
    cases, many = cases_in(files or [], case_of(options, further or [], lang))
    show_answers(cases, lambda case: paid(case, law), many=many, lang=lang, as_json=as_json, explain=explain)


COMMAND = ("benefit", benefit)
