"""Chapter III, figures that do not agree, with every single change that would heal each; none is chosen."""

from __future__ import annotations

from semesta.basics.words import Words
from semesta.monev.registry import INDICATORS
from semesta.monev.value import Correction, Finding
from semesta.report.content import Block, Listed, Paragraph
from semesta.report.laporan import figures
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.laporan.sourcing import told_sources

KINDS = {
    "figures.parts_total": Words("Rincian dan jumlah", "Parts and total"),
    "figures.two_sources": Words("Dua sumber", "Two sources"),
    "figures.statement": Words("Pernyataan", "Statement"),
    "figures.scope": Words("Lingkup", "Scope"),
    "figures.period": Words("Periode", "Period"),
    "figures.impossible": Words("Tidak mungkin", "Impossible"),
    "figures.loose": Words("Benar tetapi longgar", "True but loose"),
}
SHARES_IN_FULL = 10_000
"""Shares are held against each other with two decimals, whatever they are made of."""
SEVERITIES = {"error": 0, "warning": 1, "info": 2}


def disagreements(draft: Draft) -> list[Block]:
    """The section: figures held against each other in a table, and as a list what may not be put together at all."""
    compared = [f for f in worst_first(draft) if f.stated is not None and f.computed is not None]
    refused = [f for f in worst_first(draft) if f not in compared]
    if not compared and not refused:
        return []
    blocks: list[Block] = [draft.section("Angka yang tidak sejalan", "Figures that do not agree")]
    if compared:
        intro = [] if draft.is_brief else [Paragraph(draft.said(INTRO))]
        blocks += [*intro, _table(draft, compared), *_corrections(draft, compared)]
    if refused:
        items = tuple(dict.fromkeys(draft.said(finding.message) for finding in refused))
        blocks += [Paragraph(draft.said(REFUSED)), Listed(items)]
    return blocks


INTRO = Words(
    "Angka berikut dibandingkan dengan data lain dalam laporan ini. Semua koreksi yang mungkin disebut; tidak ada yang "
    "dipilih, karena hanya pemilik data yang mengetahui angka yang benar.",
    "These figures were held against other data of this report. Every correction that would heal them is named and none is "
    "chosen, because only those who own the data know the right figure.",
)
REFUSED = Words(
    "Yang perlu diketahui sebelum angka dipakai atau digabungkan:",
    "To be known before figures are used or put together:",
)


def worst_first(draft: Draft) -> list[Finding]:
    return sorted(draft.measured.findings, key=lambda finding: SEVERITIES[finding.severity])


def _table(draft: Draft, found: list[Finding]) -> Block:
    columns = [
        text_column(draft.say("No.", "No."), 0.4),
        text_column(draft.say("Uraian", "What was found"), 4),
        number_column(draft.say("Disebut", "Stated")),
        number_column(draft.say("Terhitung", "Computed")),
        number_column(draft.say("Selisih", "Difference")),
    ]
    rows = [
        (
            str(no),
            f"{_kind(draft, f)}. {draft.said(f.message)}",
            *(_number(draft, f, n) for n in (f.stated, f.computed, f.difference)),
        )
        for no, f in enumerate(found, 1)
    ]
    cited = told_sources([source for f in found for source in f.sources], draft.lang)
    return draft.table(
        "findings", draft.say("Angka yang tidak sejalan", "Figures that do not agree"), columns, rows, source=cited
    )


def _kind(draft: Draft, finding: Finding) -> str:
    return draft.said(KINDS.get(finding.kind, Words(finding.kind, finding.kind)))


def unit(finding: Finding) -> str:
    """The unit of the quantity where it is an indicator; a plain count where it is none."""
    card = INDICATORS.get(finding.quantity)
    return card.unit if card else ""


def _number(draft: Draft, finding: Finding, number: int | float | None) -> str:
    if number is None:
        return draft.say("tidak berlaku", "not applicable")
    return figures.bare(number, unit(finding), draft.lang, against=SHARES_IN_FULL)


def _corrections(draft: Draft, found: list[Finding]) -> list[Block]:
    """For each finding that one change would heal, all such changes."""
    blocks: list[Block] = []
    for no, finding in enumerate(found, 1):
        items = tuple(_correction(draft, finding, change) for change in finding.corrections)
        if len(items) > 1 and not _says_all(draft, finding):
            intro = draft.say(
                f"Angka nomor {no} menjadi sejalan dengan salah satu koreksi berikut:",
                f"Figure number {no} would agree after any one of these corrections:",
            )
            blocks += [Paragraph(intro), Listed(items)]
    return blocks


def _says_all(draft: Draft, finding: Finding) -> bool:
    """Whether the message itself names every correction; only a message that had to be cut does not."""
    said = draft.said(finding.message)
    return all(_number(draft, finding, change.healed) in said for change in finding.corrections)


def _correction(draft: Draft, finding: Finding, change: Correction) -> str:
    given, healed = _number(draft, finding, change.given), _number(draft, finding, change.healed)
    title = draft.said(change.title)
    return draft.say(
        f"{title}: tertulis {given}, sejalan bila {healed}.", f"{title}: written {given}, agrees if {healed}."
    )
