"""One page per table, from its declaration."""

from __future__ import annotations

from pages.markdown import both, code, heading, in_cell, page, table
from semesta.basics.words import Words
from semesta.tables.registry import EVERY_TABLE, PEOPLE, TABLES
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

MOMENTS = {
    "stock": Words("keadaan pada satu tanggal", "true on a day"),
    "flow": Words("jumlah selama satu periode", "summed over a period"),
    "event": Words("peristiwa", "an event"),
    "plan": Words("rencana", "a plan"),
}
OF_PEOPLE = (
    "**Orang tetap orang · A person stays a person.** Sel yang salah menjadi galat, tetapi barisnya tetap dihitung tanpa sel itu; hanya baris "
    "tanpa kolom wajib yang disisihkan. Kolom 🔒 memuat identitas: dalam pesan hanya tampak tersamar. · *A wrong cell is an error, but its "
    "row counts without it; only rows without a required column are set aside. Columns with 🔒 hold identities and are masked in messages.*"
)
OF_HOUSEHOLDS = (
    "**Baris yang sama** ialah keluarga yang sama keadaannya, bukan baris ganda. Tabel ini tidak ikut lampiran laporan, bundel, atau halaman "
    "publik. · *Equal rows are households alike, no duplicates. This table is in no annex, bundle or public page.*"
)


def pages() -> dict[str, str]:
    return {"tables/README.md": _contents(), **{f"tables/{t.name}.md": _page(t) for t in EVERY_TABLE.values()}}


def _contents() -> str:
    head = ["tabel", "judul", "isi", "pemegang data"]
    return page(
        "# Tabel · Tables",
        "Isi lembar buku kerja dan berkas CSV. Judul kolom dibaca dalam bahasa Indonesia, Inggris, atau salah satu nama lainnya.",
        "*What sheets of the workbook and CSV files hold. Headers are read in Indonesian, English, or any of their other names.*",
        "## Angka ringkas · Summary figures",
        table(head, map(_line, TABLES.values())),
        "## Daftar orang · Lists of people",
        "Daftar orang tinggal di kantor yang memegangnya; yang dipertukarkan hanya angka ringkas. `semesta template pekerja -o pekerja.xlsx` "
        "membuat lembar isian, `semesta check daftar.xlsx --as pekerja` memeriksanya. Cara membaca daftar sebagaimana dikirim kantor "
        "diterangkan di [Daftar orang](../../daftar-orang.md).",
        "*Lists of people stay with the office that holds them; only summary figures are exchanged.*",
        table(head, map(_line, PEOPLE.values())),
    )


def _line(described: Table) -> list[str]:
    link = f"[{code(described.name)}]({described.name}.md)"
    return [link, in_cell(described.title), in_cell(described.what), in_cell(described.holder)]


def _page(described: Table) -> str:
    return page(
        heading(described.title, described.name),
        both(described.what),
        f"**Mengapa · Why.** {in_cell(described.why)}",
        f"**Pemegang data · Held by.** {in_cell(described.holder)}",
        f"**Jenis · Kind.** {in_cell(MOMENTS[described.moment])}",
        _key(described),
        OF_PEOPLE if described.of_people else "",
        _also("Nama lain lembar · Other names of the sheet", described.aliases),
        "## Kolom · Columns",
        table(["kolom", "judul", "jenis", "wajib", "keterangan", "nama lain"], map(_column, described.columns)),
        _checks(described),
    )


def _key(described: Table) -> str:
    if described.of_households:
        return OF_HOUSEHOLDS
    said = "baris yang sama pada semua kolom ini berbicara tentang hal yang sama."
    return f"**Kunci · Key.** {', '.join(map(code, described.key))}: {said}"


def _column(column: Column) -> list[str]:
    return [
        code(column.name),
        in_cell(column.title),
        _type(column),
        "ya" if column.required else "",
        in_cell(column.help) + (" 🔒" if column.identity else ""),
        ", ".join(column.aliases),
    ]


def _type(column: Column) -> str:
    if isinstance(column.type, Coded):
        target = "../groups.md" if column.type.name == "groups" else f"../lists.md#{column.type.name}"
        return f"[{column.type.name}]({target})"
    return "[place](../places.md)" if column.type.name == "place" else column.type.name


def _also(label: str, names: tuple[str, ...]) -> str:
    return f"**{label}.** {', '.join(names)}" if names else ""


def _checks(described: Table) -> str:
    faults = [check.fault for check in (*described.checks, *described.columns_checks)]
    if not faults:
        return ""
    rows = [
        [code(f.cause), f.severity, in_cell(f.title) if f.title else "", in_cell(f.expected), in_cell(f.how_to_fix)]
        for f in faults
    ]
    shown = table(["sebab", "tingkat", "masalah", "yang diharapkan", "cara memperbaiki"], rows)
    return page("## Pemeriksaan per baris · Checks per row", shown).rstrip()
