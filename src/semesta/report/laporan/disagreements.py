"""Chapter III, figures that do not agree, with every single change that would heal each; none is chosen."""

from __future__ import annotations

from semesta.basics.words import Words
from semesta.monev.value import Correction, Finding
from semesta.report.content import Block, Listed, Paragraph
from semesta.report.laporan import figures
from semesta.report.laporan.draft import Draft, number_column, text_column

KINDS = {
    "figures.parts_total": Words("Rincian dan jumlah", "Parts and total"),
    "figures.two_sources": Words("Dua sumber", "Two sources"),
    "figures.statement": Words("Pernyataan", "Statement"),
    "figures.scope": Words("Lingkup", "Scope"),
    "figures.period": Words("Periode", "Period"),
    "figures.impossible": Words("Tidak mungkin", "Impossible"),
    "figures.loose": Words("Benar tetapi longgar", "True but loose"),
}
SEVERITIES = {"error": 0, "warning": 1, "info": 2}


def disagreements(draft: Draft) -> list[Block]:
    found = worst_first(draft)
    if not found:
        return []
    heading = draft.section("Angka yang tidak sejalan", "Figures that do not agree")
    intro = draft.say(
        "Angka berikut dibandingkan dengan data lain dalam laporan ini. Semua koreksi yang mungkin disebut; tidak ada yang dipilih, "
        "karena hanya pemilik data yang mengetahui angka yang benar.",
        "These figures were held against other data of this report. Every correction that would heal them is named and none is "
        "chosen, because only those who own the data know the right figure.",
    )
    return [heading, Paragraph(intro), _table(draft, found), *_corrections(draft, found)]


def worst_first(draft: Draft) -> list[Finding]:
    return sorted(draft.measured.findings, key=lambda finding: SEVERITIES[finding.severity])


def _table(draft: Draft, found: list[Finding]) -> Block:
    columns = [
        text_column(draft.say("No.", "No."), 0.4),
        text_column(draft.say("Jenis", "Kind"), 1.1),
        text_column(draft.say("Uraian", "What was found"), 3.4),
        number_column(draft.say("Disebut", "Stated"), 1.1),
        number_column(draft.say("Terhitung", "Computed"), 1.1),
        number_column(draft.say("Selisih", "Difference"), 1.1),
    ]
    rows = [
        (
            str(no),
            _kind(draft, f),
            draft.said(f.message),
            *(_number(draft, f, n) for n in (f.stated, f.computed, f.difference)),
        )
        for no, f in enumerate(found, 1)
    ]
    cited = "; ".join(dict.fromkeys(source for f in found for source in f.sources))
    return draft.table(
        "findings", draft.say("Angka yang tidak sejalan", "Figures that do not agree"), columns, rows, source=cited
    )


def _kind(draft: Draft, finding: Finding) -> str:
    return draft.said(KINDS.get(finding.kind, Words(finding.kind, finding.kind)))


def unit(draft: Draft, finding: Finding) -> str:
    """The unit of the quantity, from the first value of its indicator; a plain count where it is none."""
    value = next(iter(draft.measured.of(finding.quantity)), None)
    return value.unit if value else ""


def _number(draft: Draft, finding: Finding, number: int | float | None) -> str:
    if number is None:
        return draft.say("tidak berlaku", "not applicable")
    return figures.bare(number, unit(draft, finding), draft.lang)


def _corrections(draft: Draft, found: list[Finding]) -> list[Block]:
    """For each finding that one change would heal, all such changes."""
    blocks: list[Block] = []
    for no, finding in enumerate(found, 1):
        items = tuple(_correction(draft, finding, change) for change in finding.corrections)
        if not _says_all(draft, finding):
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
