"""semesta indicators: what is measured, and what each figure is and is never."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from semesta.cli.printed import print_json

if TYPE_CHECKING:
    from semesta.basics.words import Lang
    from semesta.monev.indicator import Indicator


def indicators(
    name: Annotated[str | None, typer.Argument(help="Nama atau judul indikator.")] = None,
    metadata: Annotated[bool, typer.Option("--metadata", help="Kartu lengkap sebagai JSON.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Sama dengan --metadata.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Daftar indikator, atau kartu satu indikator. (All indicators, or the card of one.)

    Contoh: semesta indicators coverage
    """
    from semesta.monev.registry import INDICATORS

    chosen = [_named(name, lang)] if name else list(INDICATORS.values())
    if metadata or as_json:
        cards = [card(indicator) for indicator in chosen]
        print_json(cards[0] if name else cards)
    elif name:
        _show_card(chosen[0], lang)
    else:
        _show_list(chosen, lang)


def _named(name: str, lang: Lang) -> Indicator:
    from semesta.cli.shown import nearest, stopped
    from semesta.monev.registry import INDICATORS, indicator_named

    found = indicator_named(name)
    if found is not None:
        return found
    near = nearest(name, {n: i.name for i in INDICATORS.values() for n in (i.name, i.title.id, i.title.en)})
    raise stopped(
        f"indikator tidak dikenal: {name}. Mungkin: {near}"
        if lang == "id"
        else f"unknown indicator: {name}. Perhaps: {near}"
    )


def card(indicator: Indicator) -> dict[str, Any]:
    """Everything an indicator says of itself, in both languages."""
    both = {
        key: {"id": words.id, "en": words.en}
        for key, words in (
            ("title", indicator.title),
            ("why", indicator.why),
            ("formula", indicator.formula),
            ("never", indicator.never),
            ("owner", indicator.owner),
        )
    }
    limits = indicator.thresholds
    return {
        "indicator": indicator.name,
        **both,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "thresholds": None
        if limits is None
        else {"green_from": limits.green_from, "amber_from": limits.amber_from, "source": limits.source},
        "law": indicator.law,
        "review": indicator.review.isoformat(),
        "tables": list(indicator.tables),
        "breakdowns": [list(names) for names in indicator.breakdowns],
    }


def _show_card(indicator: Indicator, lang: Lang) -> None:
    from rich.console import Console
    from rich.table import Table

    from semesta.basics.shown import unit_title
    from semesta.basics.words import Words

    labels = {
        "why": Words("Mengapa", "Why"),
        "formula": Words("Rumus", "Formula"),
        "never": Words("Tidak pernah", "Never"),
        "owner": Words("Pengelola", "Owner"),
    }
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for key, label in labels.items():
        table.add_row(label.said(lang), getattr(indicator, key).said(lang))
    table.add_row(Words("Satuan", "Unit").said(lang), unit_title(indicator.unit, lang))
    table.add_row(Words("Dasar hukum", "Legal basis").said(lang), indicator.law)
    table.add_row(Words("Tabel", "Tables").said(lang), ", ".join(indicator.tables))
    no_light = Words("tidak ada, maka tidak diberi warna", "none, so there is no light")
    limits = indicator.thresholds.source if indicator.thresholds else no_light.said(lang)
    table.add_row(Words("Ambang", "Thresholds").said(lang), limits)
    table.add_row(Words("Ditinjau", "Review").said(lang), indicator.review.isoformat())
    console = Console(highlight=False)
    console.print(f"[bold]{indicator.title.said(lang)}[/] ({indicator.name})\n")
    console.print(table)


def _show_list(chosen: list[Indicator], lang: Lang) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for heading in ("Nama", "Judul", "Rumus") if lang == "id" else ("Name", "Title", "Formula"):
        table.add_column(heading)
    for indicator in chosen:
        table.add_row(indicator.name, indicator.title.said(lang), indicator.formula.said(lang))
    Console(highlight=False).print(table)


COMMAND = ("indicators", indicators)
