"""Places, groups and the short code lists."""

from __future__ import annotations

from collections.abc import Iterator

from pages.markdown import code, in_cell, page, table
from semesta.basics import lists
from semesta.basics.codes import Code, CodeList
from semesta.basics.groups import GROUPS, OWED_BY, TAGS, owed_by
from semesta.basics.places import PLACES


def pages() -> dict[str, str]:
    return {"places.md": _places(), "groups.md": _groups(), "lists.md": _lists()}


def _places() -> str:
    rows = [[code(p.code), p.title.id, *map(str, _below(p.code))] for p in PLACES.regions("ID")]
    totals = [str(sum(int(row[n]) for row in rows)) for n in (2, 3)]
    return page(
        "# Wilayah · Places",
        "Kode Kemendagri, dengan titik atau tanpa titik; nama juga dibaca. `36` ialah wilayah provinsi, `36.00` pemerintah provinsi "
        "itu sendiri sebagai pemberi kerja, `36.72` kota, `36.72.01` kecamatan. `semesta places 36.72` menjelaskan satu wilayah.",
        "*Kemendagri codes with or without dots; names are read too. `36` is the province, `36.00` its government as employer. "
        "A folder of tables may hold a `places.csv` that adds or overrides places.*",
        table(["kode", "provinsi", "kabupaten/kota", "kecamatan"], [*rows, ["", "**Indonesia**", *totals]]),
    )


def _below(province: str) -> tuple[int, int]:
    """How many regencies and cities, and how many districts."""
    regions = PLACES.regions(province)
    return len(regions), sum(len(PLACES.regions(region.code)) for region in regions)


def _groups() -> str:
    rows = [[code(g.code), in_cell(g.title), _owed(g), _tags(g), in_cell(g.note)] for g in GROUPS]
    return page(
        "# Kelompok pekerja · Groups of workers",
        "Pohon dengan satu rumah bagi tiap orang, dipilih menurut siapa yang berkewajiban membayar iuran. Yang ada di bawah sebuah kode "
        "termasuk di dalamnya: `rentan.nelayan` bagian dari `rentan`. `semesta groups nelayan` menjelaskan satu kelompok dengan semua "
        "nama yang dibaca.",
        "*A tree with one home for each person, chosen by who owes the contribution. What lies below a code is part of it.*",
        table(["kode", "kelompok", "iuran biasanya dari", "tanda", "catatan"], rows),
    )


def _owed(group: Code) -> str:
    owed = owed_by(group.code)
    return in_cell(OWED_BY[owed]) if owed else ""


def _tags(group: Code) -> str:
    return ", ".join(TAGS[tag].id for tag in sorted(group.tags) if tag in TAGS)


def _lists() -> str:
    return page(
        "# Daftar kode · Code lists",
        "Tiap kolom berkode menerima kode, nama, atau nama lain.",
        "*Every coded column takes the code, the name, or another name.*",
        *_each_list(),
    )


def _each_list() -> Iterator[str]:
    found = sorted((made for made in vars(lists).values() if isinstance(made, CodeList)), key=lambda made: made.name)
    for made in found:
        yield f'<a id="{made.name}"></a>\n\n## {made.title.id} · {made.title.en} (`{made.name}`)'
        rows = [
            [code(entry.code), in_cell(entry.title), in_cell(entry.note), ", ".join(entry.aliases)] for entry in made
        ]
        yield table(["kode", "arti", "catatan", "nama lain"], rows)
