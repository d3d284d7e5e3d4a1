"""semesta groups: the tree of groups of workers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from semesta.cli.printed import print_json

if TYPE_CHECKING:
    from rich.tree import Tree

    from semesta.basics.codes import Code
    from semesta.basics.words import Lang, Words


def groups(
    group: Annotated[str, typer.Argument(help="Kode atau nama: rentan, rt_rw, Marbot. Kosong: semua kelompok.")] = "",
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
) -> None:
    """Kelompok pekerja: pohon, tanda, siapa yang wajib membayar. (The tree of groups of workers.)

    Contoh: semesta groups rentan
    """
    from rich.console import Console

    from semesta.basics.groups import GROUPS

    found = GROUPS.find(group) if group else None
    if group and found is None:
        Console(stderr=True, soft_wrap=True, highlight=False).print(_unknown(group).said(lang), markup=False)
        raise typer.Exit(2)
    root = found.code if found else ""
    shown = [entry for entry in GROUPS if GROUPS.is_within(entry.code, root)]
    if as_json:
        print_json({"groups": [_entry(entry, lang) for entry in shown]})
    else:
        Console(highlight=False).print(_tree(shown, lang))


def _entry(entry: Code, lang: Lang) -> dict[str, object]:
    from semesta.basics.groups import GROUPS, owed_by

    return {
        "code": entry.code,
        "name": entry.title.said(lang),
        "parent": GROUPS.parent(entry.code),
        "owed_by": owed_by(entry.code),
        "tags": sorted(tag for tag in entry.tags if not tag.startswith("owed_by:")),
        "also": list(entry.aliases),
        "note": entry.note.said(lang),
    }


def _tree(shown: list[Code], lang: Lang) -> Tree:
    """The groups as branches; the first is not necessarily a topmost one."""
    from rich.tree import Tree

    from semesta.basics.groups import GROUPS

    top = Tree(GROUPS.title.said(lang))
    branches: dict[str, Tree] = {}
    for entry in shown:
        branches[entry.code] = branches.get(GROUPS.parent(entry.code), top).add(_label(entry, lang))
    return top


def _label(entry: Code, lang: Lang) -> str:
    """Name and code, then what holds of it, then the note, one line each."""
    from rich.markup import escape

    from semesta.basics.groups import OWED_BY, TAGS, owed_by

    said = [TAGS[tag].said(lang) for tag in sorted(entry.tags) if tag in TAGS]
    payer = owed_by(entry.code)
    if payer:
        said.insert(0, ("iuran: " if lang == "id" else "owed by: ") + OWED_BY[payer].said(lang))
    lines = [f"[bold]{escape(entry.title.said(lang))}[/]  {entry.code}"]
    if said:
        lines.append(f"[dim]{escape(' · '.join(said))}[/]")
    if entry.note:
        lines.append(f"[italic]{escape(entry.note.said(lang))}[/]")
    return "\n".join(lines)


def _unknown(group: str) -> Words:
    from semesta.basics.groups import GROUPS
    from semesta.basics.words import Words

    near = GROUPS.nearest(group)
    if not near:
        return Words(f"Kelompok “{group}” tidak dikenal.", f"No group is called “{group}”.")
    named_id = " atau ".join(f"{entry.title.id} ({entry.code})" for entry in near)
    named_en = " or ".join(f"{entry.title.en} ({entry.code})" for entry in near)
    return Words(
        f"Kelompok “{group}” tidak dikenal; maksud Anda {named_id}?",
        f"No group is called “{group}”; do you mean {named_en}?",
    )


COMMAND = ("groups", groups)
