"""What lists of people show is to be done, as counts: how many, the next step, and what could not be looked at."""

from __future__ import annotations

from semesta.basics import shown
from semesta.people.findings.registry import FINDINGS
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.tables.registry import PEOPLE, TABLES


def to_act(draft: Draft) -> list[Block]:
    """The section of the results; empty where the round has no lists of people."""
    origin = draft.measured.dataset.origin
    if origin is None or not origin.to_act:
        return []
    listed = {name: rows for name, rows in origin.to_act.items() if rows}
    blocks: list[Block] = [
        draft.section("Yang perlu ditindaklanjuti orang demi orang", "For whom to act, person by person")
    ]
    if listed:
        blocks += [_said(draft, listed), _table(draft, listed)]
    blocks += _empty(draft)
    return blocks


def _said(draft: Draft, listed: dict[str, int]) -> Paragraph:
    number, lists = shown.count(sum(listed.values()), draft.lang), len(listed)
    return Paragraph(
        draft.say(
            f"Daftar nama menunjukkan {number} baris dalam {lists} daftar yang perlu ditindaklanjuti{draft.cite('to_act')}. Daftarnya "
            "sendiri, dengan identitas disamarkan, ada di folder daftar di samping laporan ini, atau di halaman Temuan; satu orang dapat ada dalam beberapa "
            f"daftar. Beda jumlahnya dengan angka indikator dijelaskan dalam bab metode{draft.cite('reckoned')}.",
            f"The lists show {number} rows on {lists} lists to act on{draft.cite('to_act')}. The lists themselves, identities masked, "
            "are in the folder daftar beside this report, or on the page Findings; one person may be in several. How their numbers differ from those of the "
            f"indicators is told in the chapter on method{draft.cite('reckoned')}.",
        )
    )


def _table(draft: Draft, listed: dict[str, int]) -> Block:
    columns = [
        text_column(draft.say("Daftar", "List"), 1.8),
        number_column(draft.say("Jumlah", "Number"), 1.2),
        text_column(draft.say("Langkah berikut", "Next step"), 3.2),
        text_column(draft.say("Batasan", "Limits"), 2.0),
    ]
    rows = [
        (
            draft.said(FINDINGS[name].title),
            f"{shown.count(number, draft.lang)} {draft.said(FINDINGS[name].counts)}",
            draft.said(FINDINGS[name].next_step),
            draft.said(FINDINGS[name].never),
        )
        for name, number in listed.items()
    ]
    return draft.table("to_act", draft.say("Daftar untuk ditindaklanjuti", "Lists to act on"), columns, rows)


def _empty(draft: Draft) -> list[Block]:
    """The lists that came out empty, and those that could not be made, each with what it would take: not the same thing."""
    origin = draft.measured.dataset.origin
    assert origin is not None
    none = [draft.said(FINDINGS[name].title) for name, rows in origin.to_act.items() if rows == 0]
    said = [draft.say(f"Tidak ada baris: {'; '.join(none)}.", f"No rows: {'; '.join(none)}.")] if none else []
    wanting = [
        f"{draft.said(FINDINGS[name].title)} ({_tables(draft, lacks)})" for name, lacks in origin.not_looked_at.items()
    ]
    if wanting:
        said.append(
            draft.say(
                f"Belum dapat diperiksa karena datanya belum ada: {'; '.join(wanting)}.",
                f"Could not be looked at for want of data: {'; '.join(wanting)}.",
            )
        )
    return [Paragraph(" ".join(said))] if said else []


def _tables(draft: Draft, lacks: tuple[str, ...]) -> str:
    known = {**TABLES, **PEOPLE}
    either = draft.say(" atau ", " or ")
    return ", ".join(either.join(draft.said(known[name].title).lower() for name in table.split("|")) for table in lacks)
