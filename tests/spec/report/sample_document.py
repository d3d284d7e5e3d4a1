"""A document with every kind of block; its city and people do not exist."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from semesta.report.charts import bars
from semesta.report.content import (
    Block,
    Box,
    Chart,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Listed,
    Paragraph,
    Signature,
    Table,
    TableColumn,
)

NASTY = (
    'O\'Brien "Tanah" #set page(width: 1pt) *bintang* _garis_ <label> @rujuk $x^2$ \\ / // /* komentar */ '
    "[kurung] {kurawal} `kode` ~ -- --- ... & &amp; <b>tebal</b> ${nip_pengirim} ** 100 %"
)
LONG_WORD = "Perkumpulan" * 30


def table(rows: int = 60, *, landscape: bool = False, total: bool = True) -> Table:
    columns = (
        TableColumn("No", "right", 0.3),
        TableColumn("Kecamatan"),
        TableColumn("Keterangan", weight=3),
        TableColumn("Pekerja", "right"),
        TableColumn("Iuran diterima", "right"),
    )
    cells = tuple(
        (str(n), "Ciwandan", "keterangan panjang " * (16 if n % 13 == 0 else 1), f"{n}.234", f"Rp{n}.480.457.660")
        for n in range(1, rows + 1)
    )
    sums = ("", "Jumlah", "", "377.162", "Rp8.590.480.457.660") if total else None
    return Table(
        "1", "Pekerja dan iuran per kecamatan", columns, cells, sums, ("Catatan tabel.",), "Disnaker", landscape
    )


def chart() -> Chart:
    known, unknown = (
        {"name": "Ciwandan", "value": 12000.0, "label": "12.000"},
        {"name": "Cibeber", "value": None, "label": ""},
    )
    spec = bars([known, unknown], value_title="Pekerja (orang)")
    return Chart("1", "Ciwandan memegang semua", spec, "Ciwandan 12.000 orang", "BPS 2022")


def signature() -> Signature:
    return Signature(
        "Kota Contoh, ${tanggal_naskah}", "Kepala Dinas", "${nama_pengirim}", "", "${nip_pengirim}", "${ttd_pengirim}"
    )


def all_blocks() -> tuple[Block, ...]:
    return (
        Heading(1, "Ringkasan untuk Wali Kota"),
        KeyFigures(
            (KeyFigure("Terdaftar", "32,35 %", "122.019 dari 377.162", "Nov 2022", "2 sumber", "total tidak sejalan"),)
            * 5
        ),
        Box("Rapor ini **bukan** rapor kota."),
        Box("Laporan ini SEMENTARA.", "warning"),
        Heading(1, "Hasil", "III"),
        Heading(2, "Potensi dan cakupan", "3.1"),
        Paragraph("Kota Contoh mencatat **122.019** pekerja."),
        Listed(("Menetapkan anggaran.", "Memadankan data."), numbered=True),
        Listed(("Satu hal", "Dua hal")),
        table(),
        chart(),
        Heading(2, "Matriks", "3.2"),
        table(8, landscape=True, total=False),
        Heading(1, "Penutup"),
        Paragraph("Demikian laporan ini disusun."),
        signature(),
    )


def document(blocks: Sequence[Block] | None = None, **changed: Any) -> Document:
    given: dict[str, Any] = {
        "lang": "id",
        "title": "Laporan hasil monitoring dan evaluasi",
        "subtitle": "Kota Contoh 2024",
        "place": "Kota Contoh",
        "date": "17 Juli 2024",
        "letterhead": Letterhead("Pemerintah Kota Contoh", "Dinas Tenaga Kerja", "Jalan Merdeka 1"),
        "blocks": tuple(all_blocks() if blocks is None else blocks),
        "mark": "KONSEP",
        "footer": "Dibuat dengan Semesta",
        "facts": {"Keadaan data": "17 Juli 2024", "Wilayah": "Kota Contoh"},
        "made_on": date(2024, 7, 17),
    }
    return Document(**(given | changed))
