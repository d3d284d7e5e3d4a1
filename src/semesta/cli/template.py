"""semesta template: the workbook to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def template(
    what: Annotated[
        Literal["monev", "pekerja", "peserta", "pembayaran", "klaim", "kematian", "keluarga", "anak"],
        typer.Argument(
            help="Isi: monev (angka), atau daftar orang: pekerja, peserta, pembayaran, klaim, kematian, keluarga, anak."
        ),
    ] = "monev",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Berkas XLSX yang dibuat; bawaan: menurut isinya, misalnya pekerja.xlsx."),
    ] = None,
    ringkas: Annotated[
        bool, typer.Option("--ringkas", help="Isian ringkas: satu lembar, 25 isian, tanpa kode.")
    ] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
    force: Annotated[bool, typer.Option("--force", help="Timpa berkas yang sudah ada.")] = False,
) -> None:
    """Templat buku kerja untuk diisi, lengkap atau ringkas. (The workbook to be filled in.)

    Contoh: semesta template monev --ringkas -o monev.xlsx
    Contoh: semesta template pekerja -o pekerja.xlsx
    """
    from rich.console import Console

    from semesta.basics.os_errors import not_written
    from semesta.basics.words import Words
    from semesta.files.to_fill_in import FULL, SHORT, to_fill_in

    console = Console(stderr=True, soft_wrap=True, highlight=False)
    output = output or Path(f"{what}.xlsx")
    if output.exists() and not force:
        said = Words(
            f"{output} sudah ada. Pilih nama lain, atau tambahkan --force untuk menimpanya.",
            f"{output} exists. Choose another name, or add --force to overwrite it.",
        )
        console.print(said.said(lang), markup=False)
        raise typer.Exit(2)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(to_fill_in(SHORT if ringkas and what == FULL else what, lang))
    except OSError as error:
        console.print(not_written(output, error).said(lang), markup=False)
        raise typer.Exit(2) from None
    how = "" if what == "monev" else f" --as {what}"
    nxt = Words(f"Isi lalu periksa: semesta check {output}{how}", f"Fill it in, then: semesta check {output}{how}")
    typer.echo(f"{output}\n{nxt.said(lang)}")


COMMAND = ("template", template)
