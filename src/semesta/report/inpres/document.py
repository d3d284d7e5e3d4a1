"""The matrix of Inpres 2/2021 as a document on turned pages; by government where it is the report of a semester or year."""

from __future__ import annotations

from collections.abc import Sequence

from semesta.basics import shown
from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.report.content import Block, Box, Document, Heading, Listed, Paragraph, TableColumn
from semesta.report.inpres import actions
from semesta.report.laporan import cells, figures, naming, phrases
from semesta.report.laporan.draft import Draft, Row, number_column, text_column
from semesta.report.laporan.long_cells import begun
from semesta.report.laporan.method import is_provisional
from semesta.report.laporan.office import (
    field_of,
    letterhead,
    office,
    paper_size,
    placeholder_note,
    said,
    signature,
)
from semesta.report.laporan.quoting import quoted_note

NAME = "matriks-inpres"


def matrix(measured: Measured, lang: Lang) -> Document:
    """The matrix of a round: one table for a meeting, a table for each government in the report of a semester or year."""
    draft = Draft(measured, lang)
    by_government = actions.is_by_government(draft)
    tables = _by_government(draft) if by_government else _together(draft)
    return Document(
        lang=lang,
        title=draft.said(actions.TITLES[actions.kind(draft)]),
        subtitle=" · ".join([draft.place, actions.period(draft)]),
        place="",
        date="",
        letterhead=letterhead(draft, NAME),
        blocks=(
            Box(_head(draft)),
            *tables,
            *(_signed(draft) if by_government else []),
        ),
        mark="KONSEP · SEMENTARA" if is_provisional(draft) else "KONSEP",
        paper=paper_size(draft, NAME),
        landscape=True,
        cover=False,
        footer=draft.say("Disusun dengan Semesta dari data yang diserahkan", "Made with Semesta from the data given"),
        facts=_facts(draft) if by_government else {},
        made_on=measured.as_of,
    )


def _facts(draft: Draft) -> dict[str, str]:
    """To whom and under which number a report goes."""
    row = office(draft, NAME)
    found = {
        draft.say("Kepada", "To"): said(row, "to"),
        draft.say("Dari", "From"): said(row, "from"),
        draft.say("Nomor", "Number"): field_of(row, "number", "nomor_naskah"),
        draft.say("Sifat", "Classification"): said(row, "classification"),
        draft.say("Keadaan data", "Data as of"): shown.day(draft.measured.as_of, draft.lang),
    }
    return {name: value for name, value in found.items() if value}


def _signed(draft: Draft) -> list[Block]:
    """The end of a report; the matrix of a meeting is an annex, which nobody signs by itself."""
    sentence = draft.say("Demikian laporan ini disampaikan.", "This report is respectfully submitted.")
    return [Paragraph(sentence), signature(draft, NAME), placeholder_note(draft)]


def _head(draft: Draft) -> str:
    """That the form is ours, and how many actions of all are done."""
    form = f"{draft.said(phrases.NOT_OFFICIAL)} {quoted_note(draft, 'inpres_actions')}".strip()
    done = draft.headline("inpres_actions_done")
    if done is None or done.value is None:
        return form
    number = figures.full(done.value, done.unit, draft.lang, against=done.denominator)
    of = figures.against(done, draft.lang)
    title = draft.said(naming.title("inpres_actions_done"))
    return f"{form} {title}: **{number}**" + (f" ({of})." if of else ".")


def _together(draft: Draft) -> list[Block]:
    rows = [(code, row) for code, of_place in actions.by_place(draft).items() for row in of_place]
    caption = draft.say("Matriks pelaksanaan Inpres 2/2021", "Matrix of Inpres 2/2021")
    return _table(draft, "inpres", caption, rows)


def _by_government(draft: Draft) -> list[Block]:
    found = actions.by_place(draft)
    blocks: list[Block] = [*_progress(draft, found), *_silent(draft)]
    for code, rows in found.items():
        name = naming.name(draft.measured.places, code, draft.lang)
        blocks.append(Heading(2, name))
        caption = draft.say(f"Pelaksanaan Inpres 2/2021: {name}", f"Actions under Inpres 2/2021: {name}")
        blocks += _table(draft, f"inpres.{code}", caption, [(code, row) for row in rows])
    return blocks


def _progress(draft: Draft, found: dict[str, list[Row]]) -> list[Block]:
    """How many actions of each government have which status; a status that none has gets no column."""
    heads = actions.count_heads(draft)
    by_place = {code: actions.counts(draft, rows) for code, rows in found.items()}
    if len(by_place) < 2:
        return []
    whole = actions.counts(draft, [row for rows in found.values() for row in rows])
    kept = [n for n, number in enumerate(whole) if number]
    columns = [text_column(draft.say("Pemerintah", "Government"), 2.4), *(number_column(heads[n]) for n in kept)]

    def line(name: str, numbers: Sequence[int]) -> tuple[str, ...]:
        return (name, *(shown.count(numbers[n], draft.lang) for n in kept))

    rows = [line(naming.name(draft.measured.places, code, draft.lang), numbers) for code, numbers in by_place.items()]
    caption = draft.say("Rencana aksi menurut pemerintah dan status", "Actions by government and status")
    return [draft.table("progress", caption, columns, rows, total=line(draft.say("Jumlah", "Total"), whole))]


def _silent(draft: Draft) -> list[Block]:
    names = actions.silent(draft)
    if not names:
        return []
    told = draft.say(
        "Belum ada rencana aksi yang dilaporkan; ini tidak sama dengan belum melaksanakan:",
        "No action was reported of these, which is not the same as nothing done:",
    )
    return [Paragraph(told), Listed((", ".join(names),))]


def _table(draft: Draft, key: str, caption: str, rows: Sequence[tuple[str, Row]]) -> list[Block]:
    """The actions; a column that nobody filled in is named under the table and makes room for the others."""
    titles = _columns(draft)
    made = [(str(number), *_row(draft, code, row)) for number, (code, row) in enumerate(rows, 1)]
    if len({code for code, _ in rows}) < 2:
        titles, made = [titles[0], *titles[2:]], [(row[0], *row[2:]) for row in made]
    made, whole = begun(draft, made)
    columns, kept = cells.without_empty(titles, made)
    gone = [column.title for column in titles if column not in columns]
    empty = draft.say("Kolom yang belum diisi: ", "Columns not filled in: ") + ", ".join(gone) if gone else ""
    sources = list(dict.fromkeys(str(row["source"]) for _, row in rows if row.get("source")))
    table = draft.table(key, caption, columns, kept, notes=[empty], source="; ".join(sources), landscape=True)
    return [table, *whole]


def _columns(draft: Draft) -> list[TableColumn]:
    day = shown.day(draft.measured.as_of, draft.lang)
    return [
        text_column(draft.say("No.", "No."), 0.3),
        text_column(draft.say("Pemerintah", "Government"), 1.0),
        text_column(draft.say("Instruksi", "Instruction"), 1.9),
        text_column(draft.say("Pelaksana", "Institution"), 1.2),
        text_column(draft.say("Rencana aksi", "Action"), 1.8),
        text_column(draft.say("Ukuran", "Measure"), 1.1),
        text_column(draft.say("Target", "Target"), 1.0),
        text_column(draft.say(f"Capaian s.d. {day}", f"Achieved by {day}"), 1.1),
        number_column("%", 0.4),
        text_column(draft.say("Bukti", "Evidence"), 1.1),
        text_column(draft.say("Kendala", "Obstacle"), 1.2),
        text_column(draft.say("Tindak lanjut", "Follow-up"), 1.2),
        text_column(draft.say("Batas waktu", "Due"), 0.8),
        text_column(draft.say("Status", "Status"), 0.8),
    ]


def _row(draft: Draft, code: str, row: Row) -> tuple[str, ...]:
    lang = draft.lang

    def text(column: str) -> str:
        return cells.text(row, column, lang)

    return (
        naming.name(draft.measured.places, code, lang),
        *(text(column) for column in ("instruction", "institution", "action", "measure", "target", "achieved")),
        cells.share(row, "percent", lang),
        *(text(column) for column in ("evidence", "obstacle", "follow_up")),
        cells.day(row, "due", lang),
        actions.standing(draft, row),
    )
