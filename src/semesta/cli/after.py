"""What is shown under a benefit: heirs, documents, last days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from semesta.cli.beside import cover_shown, last_day_shown
from semesta.cli.printed import UNVERIFIED, print_lines, words

if TYPE_CHECKING:
    from rich.console import Console

    from semesta.basics.words import Lang
    from semesta.law.after import After
    from semesta.law.due.cited import Cited
    from semesta.law.heirs.documents import Document


def show_after(console: Console, after: After, lang: Lang) -> None:
    """What a family has to know beside the sum."""
    from rich.text import Text

    for heading, lines in _after_lines(after, lang):
        if lines:
            console.print(Text(f"\n{heading}", style="bold"))
            print_lines(console, lines)


def _after_lines(after: After, lang: Lang) -> list[tuple[str, list[str]]]:
    days = [last_day_shown(deadline, lang) for deadline in after.deadlines]
    if after.pays_within is not None:
        days.append(_pays_within(after.pays_within, lang))
    cover = [cover_shown(after.cover, lang)] if after.cover else []
    return [
        (words("Perlindungan pada tanggal kejadian", "Cover on the day of the event", lang), cover),
        (words("Ahli waris", "Heirs", lang), _heirs(after, lang)),
        (words("Dokumen", "Documents", lang), [_document(document, lang) for document in after.documents]),
        (words("Batas waktu", "Last days", lang), days),
    ]


def _pays_within(found: Cited, lang: Lang) -> str:
    said = words(
        f"Dibayar paling lambat {found.value} hari kerja setelah permohonan lengkap",
        f"Paid within {found.value} working days of a complete request",
        lang,
    )
    return f"{said} ({found.law})" + ("" if found.verified else words(*UNVERIFIED, lang))


def _heirs(after: After, lang: Lang) -> list[str]:
    if after.order is None:
        return []
    ranks = [f"{place}. {rank.title.said(lang)}" for place, rank in enumerate(after.order.ranks, 1)]
    nobody = words("tidak ada: ", "nobody: ", lang) + after.order.residual.said(lang)
    found = after.receivers
    if found is not None:
        ranks = [words("penerima: ", "receives: ", lang) + found.title.said(lang)] if found.place else []
    said = ranks if found is not None and found.place else [*ranks, nobody]
    return [*said, after.order.shares.said(lang), f"{after.order.law}. {after.order.note.said(lang)}"]


def _document(document: Document, lang: Lang) -> str:
    when = f" ({document.when.said(lang)})" if document.when else ""
    doubt = "" if document.verified else words(*UNVERIFIED, lang)
    return f"– {document.title.said(lang)}{when}{doubt}"
