"""semesta places: the codes of places, by code or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from semesta.cli.printed import print_json

if TYPE_CHECKING:
    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang, Words


def places(
    place: Annotated[str, typer.Argument(help="Kode atau nama: 36.72, 3672, Cilegon. Kosong: semua provinsi.")] = "",
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
) -> None:
    """Wilayah menurut kode Kemendagri: nama, induk, bagian. (Places by code or name.)

    Contoh: semesta places 36.72
    """
    from rich.console import Console

    from semesta.basics.places import PLACES

    if not place:
        _show({"places": [_entry(PLACES, p.code, lang) for p in PLACES.regions("ID")]}, as_json, lang)
        return
    found = PLACES.find(place)
    if found is None:
        Console(stderr=True, soft_wrap=True, highlight=False).print(_unknown(PLACES, place).said(lang), markup=False)
        raise typer.Exit(2)
    _show(_explained(PLACES, found.code, lang), as_json, lang)


def _entry(known: PlaceList, code: str, lang: Lang) -> dict[str, object]:
    return {"code": code, "name": known[code].title.said(lang), "level": known.level(code)}


def _explained(known: PlaceList, code: str, lang: Lang) -> dict[str, object]:
    """One place with all that is known of it; `places` are its children."""
    parent = known.parent(code)
    return _entry(known, code, lang) | {
        "full_name": known.full_name(code, lang),
        "short_name": known.short_name(code),
        "parent": _entry(known, parent, lang) if parent else None,
        "also": list(known[code].aliases),
        "note": known[code].note.said(lang),
        "places": [_entry(known, child.code, lang) for child in known.children(code)],
    }


def _unknown(known: PlaceList, place: str) -> Words:
    from semesta.basics.words import Words

    near = known.nearest(place)
    named_id = " atau ".join(f"{p.title.id} ({p.code})" for p in near)
    named_en = " or ".join(f"{p.title.en} ({p.code})" for p in near)
    if known.bearers(place):
        return Words(
            f"“{place}” adalah nama beberapa wilayah: {named_id}.",
            f"“{place}” is the name of several places: {named_en}.",
        )
    if near:
        return Words(
            f"Wilayah “{place}” tidak dikenal; maksud Anda {named_id}?",
            f"No place is called “{place}”; do you mean {named_en}?",
        )
    return Words(f"Wilayah “{place}” tidak dikenal.", f"No place is called “{place}”.")


def _show(answer: dict[str, object], as_json: bool, lang: Lang) -> None:
    if as_json:
        print_json(answer)
        return
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    for label, text in _facts(answer, lang):
        console.print(f"{label:<14} {text}", markup=False)
    children = answer["places"]
    if children and isinstance(children, list):
        table = Table("Kode" if lang == "id" else "Code", "Nama" if lang == "id" else "Name")
        for child in children:
            table.add_row(child["code"], child["name"])
        console.print(table)


def _facts(answer: dict[str, object], lang: Lang) -> list[tuple[str, str]]:
    """The labelled lines above the table; none for a bare list."""
    from semesta.basics.words import Words

    if "code" not in answer:
        return []
    parent, also = answer["parent"], answer["also"]
    facts = [
        (Words("Kode", "Code"), answer["code"]),
        (Words("Nama", "Name"), answer["full_name"]),
        (Words("Tingkat", "Level"), _LEVELS[str(answer["level"])][0 if lang == "id" else 1]),
        (Words("Induk", "Within"), f"{parent['name']} ({parent['code']})" if isinstance(parent, dict) else ""),
        (Words("Sebutan lain", "Also called"), ", ".join(also) if isinstance(also, list) else ""),
        (Words("Catatan", "Note"), answer["note"]),
    ]
    return [(label.said(lang), str(text)) for label, text in facts if text]


_LEVELS = {
    "nation": ("negara", "nation"),
    "government": ("pemerintah sebagai pemberi kerja dan pembayar", "government as employer and payer"),
    "province": ("provinsi", "province"),
    "regency": ("kabupaten/kota", "regency or city"),
    "district": ("kecamatan", "district"),
    "village": ("desa/kelurahan", "village"),
}

COMMAND = ("places", places)
