"""The lists to act on: one page with a section for each, from its declaration."""

from __future__ import annotations

from collections.abc import Iterator

from pages.markdown import both, code, in_cell, page, table
from semesta.basics.words import Words
from semesta.people.findings.finding import Finding
from semesta.people.findings.registry import FINDINGS
from semesta.rounds.report import REGISTRATION, list_name
from semesta.tables.registry import PEOPLE, TABLES

ABOUT = Words(
    f"`semesta monev` menulis daftar ini ke folder `daftar/`, satu berkas XLSX untuk tiap daftar yang ada barisnya. Lembar pertama "
    f"menerangkan cara memakainya. Tanpa `--show-identity` orangnya disamarkan: NIK hanya empat angka pertama, inisial, tahun lahir, "
    f"jenis kelamin, kelurahan, beserta berkas dan baris tempat pemegang daftar menemukannya. Dengan `--show-identity` identitas "
    f"ditulis utuh, berkas pendaftaran `{REGISTRATION}` ikut dibuat, dan `manifest.json` mencatatnya. Daftar yang lebih dari 100.000 baris "
    f"ditulis seluruhnya sebagai CSV di samping berkas XLSX. Daftar yang tidak dapat dibuat karena datanya belum ada disebut demikian, bukan kosong.",
    f"`semesta monev` writes these lists to the folder `daftar/`, an XLSX file for each that has rows. Its first sheet tells how to use "
    f"it. Without `--show-identity` people are masked: the first four digits of the NIK, initials, year of birth, sex, village, and the "
    f"file and row where who holds the list finds them. With `--show-identity` identities are written in full, the registration file "
    f"`{REGISTRATION}` is made too, and `manifest.json` records it. Of a list above 100,000 rows all rows stand in a CSV beside the XLSX. "
    f"A list that cannot be made for want of data is said to be so, and is not empty.",
)
KINDS = {
    "text": Words("teks", "text"),
    "count": Words("angka", "number"),
    "rupiah": Words("rupiah", "rupiah"),
    "day": Words("tanggal", "day"),
    "month": Words("bulan", "month"),
    "share": Words("persen", "per cent"),
}


def pages() -> dict[str, str]:
    return {
        "people/README.md": page("# Daftar untuk ditindaklanjuti · Lists to act on", both(ABOUT), _contents(), *_all())
    }


def _contents() -> str:
    rows = [[f"[{code(f.name)}](#{f.name})", in_cell(f.title), in_cell(f.what)] for f in FINDINGS.values()]
    return table(["daftar", "judul", "isi"], rows)


def _all() -> Iterator[str]:
    for finding in FINDINGS.values():
        yield f'<a id="{finding.name}"></a>\n\n## {in_cell(finding.title)}'
        yield both(finding.what)
        yield table(["", ""], _facts(finding))
        if finding.extras:
            yield table(["kolom", "jenis"], ([in_cell(e.title), in_cell(KINDS[e.kind])] for e in finding.extras))


def _facts(finding: Finding) -> list[list[str]]:
    of = (
        in_cell(({**TABLES, **PEOPLE})[finding.of].title)
        if finding.of
        else in_cell(Words("akun, desa atau pembayar; bukan orang", "accounts, villages or payers; no people"))
    )
    facts = [
        ["Berkas · File", code(list_name(finding))],
        ["Tiap baris · Each row", of],
        ["Perlu · Needs", ", ".join(" / ".join(f"[{code(t)}](../tables/{t}.md)" for t in either.split("|")) for either in finding.needs)],
        ["Langkah berikut · Next step", in_cell(finding.next_step)],
        ["Dasar hukum · Law", finding.law],
        ["Batasan · Limits", in_cell(finding.never)],
    ]  # fmt: skip
    return [fact for fact in facts if fact[1]]
