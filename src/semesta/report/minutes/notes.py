"""Notula: who met, for what, the figures that were put forward, room for what was said, and what was concluded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.monev.value import Value
from semesta.report.content import Block, Box, Document, Heading, Listed, Paragraph, Signature, Signatures, Table
from semesta.report.fewer_pages import on_fewer_pages
from semesta.report.lacking import without_rows
from semesta.report.laporan import cells, figures, naming, phrases
from semesta.report.laporan.disagreements import worst_first
from semesta.report.laporan.draft import Draft, text_column
from semesta.report.laporan.follow_up import follow_up
from semesta.report.laporan.handed_over import handed_over
from semesta.report.laporan.obstacles import obstacles
from semesta.report.laporan.opening import meeting, participants
from semesta.report.laporan.quoting import quoted_note
from semesta.report.minutes.accord import agreed_values
from semesta.report.minutes.official import BLANK, meeting_fields, official

NAME = "notula"
LEAST_SPEAKERS = 4
"""Empty rows for what was said, beside those of the speakers who are known: what they said nobody can take from the data."""
ROOM = 48.0
"""Points of such a row."""


def notes(measured: Measured, lang: Lang) -> Document:
    """The *notula* of the round's meeting; only sections of which something is known, and the one to fill in."""
    draft = Draft(measured, lang)
    made = [(title, blocks) for title, section in SECTIONS if (blocks := section(draft))]
    numbered = (
        [Heading(2, draft.said(title), f"{number}."), *blocks] for number, (title, blocks) in enumerate(made, 1)
    )
    body = [meeting_fields(draft, meeting(draft)), *(block for part in numbered for block in part)]
    blocks = [*body, *_signed(draft)]
    return on_fewer_pages(official(draft, NAME, draft.say("Notula", "Minutes"), blocks, numbered=False))


def lacking(measured: Measured) -> Words | None:
    """Why there is nothing to take minutes of: no meeting in the data."""
    return without_rows(measured, "meeting")


def _opening(draft: Draft) -> list[Block]:
    opened_by = str(meeting(draft).get("opened_by") or "").strip() or BLANK
    return [Paragraph(draft.say(f"Rapat dibuka oleh {opened_by}.", f"The meeting was opened by {opened_by}."))]


def _purposes(draft: Draft) -> list[Block]:
    items = tuple(cells.items(meeting(draft).get("purpose")))
    return [Listed(items, numbered=True)] if items else []


def _present(draft: Draft) -> list[Block]:
    present = draft.rows("attendance")
    return [participants(draft, present)] if present else []


def _figures(draft: Draft) -> list[Block]:
    values = agreed_values(draft)
    if not values:
        return []
    listed = Listed(tuple(_sentence(draft, value) for value in values))
    pooled = any(value.indicator in figures.POOL for value in values)
    return [listed, Box(draft.said(phrases.NOT_A_DEBT))] if pooled else [listed]


def _sentence(draft: Draft, value: Value) -> str:
    lang = draft.lang
    number = figures.full(value.value or 0, value.unit, lang, against=value.denominator)
    known = (figures.against(value, lang), figures.since(value, lang), figures.warning(value, lang))
    return f"{draft.said(naming.title(value.indicator))}: **{number}** ({'; '.join(filter(None, known))})."


def _handed_over(draft: Draft) -> list[Block]:
    return [block for block in handed_over(draft) if not isinstance(block, Heading)]


def _obstacles(draft: Draft) -> list[Block]:
    return [block for block in obstacles(draft) if not isinstance(block, Heading)]


def _discussion(draft: Draft) -> list[Block]:
    """Rows to fill in: the speakers who are known, then empty ones."""
    columns = [
        text_column(draft.say("Pembicara", "Speaker"), 1.6),
        text_column(draft.say("Pokok pembicaraan", "What was said"), 2.2),
        text_column(draft.say("Tanggapan", "Answer"), 2.2),
    ]
    rows = [(name, "", "") for name in _speakers(draft)] + [("", "", "")] * LEAST_SPEAKERS
    caption = draft.say("Diisi oleh notulis", "Filled in by whoever takes the minutes")
    return [Table("", caption, tuple(columns), tuple(rows), row_height=ROOM)]


def _speakers(draft: Draft) -> list[str]:
    """Those whose role says that they spoke, by role and institution."""
    spoke = ("narasumber", "pembicara", "pemapar", "speaker")
    rows = [row for row in draft.rows("attendance") if any(word in str(row.get("role")).lower() for word in spoke)]
    return [f"{str(row['role']).strip()}, {str(row['institution']).strip()}" for row in rows]


def _concluded(draft: Draft) -> list[Block]:
    return [block for block in follow_up(draft) if not isinstance(block, Heading)]


def _open(draft: Draft) -> list[Block]:
    against = tuple(dict.fromkeys(draft.said(f.message) for f in worst_first(draft) if f.severity == "error"))
    return [Listed(against)] if against else []


SECTIONS: Sequence[tuple[Words, Callable[[Draft], list[Block]]]] = (
    (Words("Pembukaan", "Opening"), _opening),
    (Words("Tujuan", "Purposes"), _purposes),
    (Words("Peserta", "Participants"), _present),
    (Words("Data yang dipaparkan", "Figures put forward"), _figures),
    (Words("Penyerahan manfaat", "Benefits handed over"), _handed_over),
    (Words("Potensi dan kendala", "Potential and obstacles"), _obstacles),
    (Words("Pembahasan", "Discussion"), _discussion),
    (Words("Kesimpulan dan tindak lanjut", "Conclusions and follow-up"), _concluded),
    (Words("Angka yang masih perlu diselaraskan", "Figures still to be settled"), _open),
)


def _signed(draft: Draft) -> list[Block]:
    """Whoever led the meeting and whoever took the minutes; neither is in the data."""
    as_what = (draft.say("Pemimpin rapat", "Chair"), draft.say("Notulis", "Minutes taken by"))
    note = quoted_note(draft)
    signed = Signatures(tuple(Signature("", "", BLANK, "", "", party=party) for party in as_what))
    return [*([Paragraph(note)] if note else []), signed]
