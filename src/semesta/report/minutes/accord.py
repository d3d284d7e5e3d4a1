"""Berita acara kesepakatan: who met, the figures agreed with their sources, what each will do, what is still open, and who signs."""

from __future__ import annotations

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.monev.value import Value
from semesta.report.content import Block, Box, Document, Heading, Listed, Paragraph, Table
from semesta.report.fewer_pages import on_fewer_pages
from semesta.report.laporan import cells, figures, naming, phrases
from semesta.report.laporan.disagreements import worst_first
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.laporan.follow_up import follow_up
from semesta.report.laporan.office import office, placeholder_note, said
from semesta.report.laporan.opening import meeting
from semesta.report.laporan.quoting import quoted_note
from semesta.report.laporan.summary import NOT_IF_NONE
from semesta.report.minutes.official import BLANK, official, on_this_day
from semesta.report.minutes.parties import parties, party_lines, signatures

NAME = "berita-acara"
AGREED = (
    "population",
    "registered",
    "active",
    "coverage",
    "registration",
    "gap",
    "unregistered",
    "poor_covered",
    "contributions",
    "claims_paid",
    "claim_cases",
    "balance",
    "billed",
    "received",
    "collection_rate",
    "budgeted",
    "realised_share",
    "need",
    "places_not_budgeted",
    "regulations_in_force",
    "inpres_actions_done",
    "handovers",
)
"""What a meeting puts on record, in the order of the report; a figure without a number is not agreed on."""


def accord(measured: Measured, lang: Lang) -> Document:
    """The *berita acara kesepakatan* of a round."""
    draft = Draft(measured, lang)
    about = draft.say(
        "hasil monitoring dan evaluasi jaminan sosial ketenagakerjaan",
        "the monitoring and evaluation of employment social security",
    )
    blocks = [*_opening(draft), *_agreed(draft), *_promised(draft), *_open(draft), *_end(draft)]
    title = draft.say("Berita acara kesepakatan", "Accord")
    return on_fewer_pages(official(draft, NAME, title, blocks, about=(about, draft.place)))


def lacking(measured: Measured) -> Words | None:
    """Why there is nothing to agree on: neither a figure nor a commitment."""
    draft = Draft(measured, "id")
    if draft.rows("commitments") or agreed_values(draft):
        return None
    return Words(
        "data tidak memuat angka dan komitmen; isi lembar Komitmen (dipegang notulis rapat)",
        "the data hold no figure and no commitment; fill in the sheet Komitmen (held by whoever took the minutes)",
    )


def agreed_values(draft: Draft) -> list[Value]:
    """The figures that nothing contradicts, and counts of which there are any; what is contradicted is still to be settled."""
    made = [value for name in AGREED if (value := draft.headline(name)) is not None]
    told = [value for value in made if value.value or value.indicator not in NOT_IF_NONE]
    return [value for value in told if "contradicted" not in value.status]


def _opening(draft: Draft) -> list[Block]:
    held = meeting(draft)
    title = str(held.get("title") or "").strip() or draft.say(
        "rapat monitoring dan evaluasi jaminan sosial ketenagakerjaan",
        "the monitoring and evaluation meeting on employment social security",
    )
    listed = party_lines(draft, parties(draft, NAME))
    met = draft.say(
        f"telah melaksanakan {title[:1].lower() + title[1:]} dan menyepakati hal-hal berikut.",
        f"have held this meeting: {title}; and agree as follows.",
    )
    intro = draft.say(", kami yang bertanda tangan di bawah ini:", ", we, the undersigned:")
    return [Paragraph(on_this_day(draft, held) + intro), Listed(listed, numbered=True), Paragraph(met)]


def _agreed(draft: Draft) -> list[Block]:
    values = agreed_values(draft)
    if not values:
        return []
    caption = draft.say("Angka yang disepakati", "Figures agreed")
    blocks: list[Block] = [Heading(2, caption, "A."), _figures(draft, caption, values)]
    pooled = any(value.indicator in figures.POOL for value in values)
    return [*blocks, Box(draft.said(phrases.NOT_A_DEBT))] if pooled else blocks


def _figures(draft: Draft, caption: str, values: list[Value]) -> Table:
    """The figures; what limits them and where they come from stands under the table, each once."""
    named = list(dict.fromkeys(source for value in values for source in value.sources))
    columns = [
        text_column(draft.say("No.", "No."), 0.4),
        text_column(draft.say("Uraian", "Figure"), 2),
        number_column(draft.say("Angka", "Number"), 1.4),
        text_column(draft.say("Keadaan atau periode", "As of, or period"), 1.6),
        text_column(draft.say("Perbandingan", "Measured against"), 2),
        text_column(draft.say("Sumber", "Source"), 0.7),
    ]
    rows = [(str(number), *_row(draft, value, named)) for number, value in enumerate(values, 1)]
    if len(named) == 1:
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    columns, rows = cells.without_empty(columns, rows)
    from_where = [f"{draft.say('Sumber', 'Source')} {n}: {source}" for n, source in enumerate(named, 1)]
    notes = [*_limits(draft, values), *(from_where if len(named) > 1 else [])]
    return draft.table("agreed", caption, columns, rows, notes=notes, source=named[0] if len(named) == 1 else "")


def _row(draft: Draft, value: Value, named: list[str]) -> tuple[str, ...]:
    lang = draft.lang
    number = figures.full(value.value or 0, value.unit, lang, against=value.denominator)
    measured_against = [figures.against(value, lang), figures.bounds(value, lang)]
    return (
        draft.said(naming.title(value.indicator)),
        number + ("*" if _limit(draft, value) else ""),
        figures.since(value, lang),
        "; ".join(filter(None, measured_against)),
        ", ".join(str(number) for number in sorted({named.index(source) + 1 for source in value.sources})),
    )


def _limits(draft: Draft, values: list[Value]) -> list[str]:
    """What must be known before the figures are used, those of one limit together."""
    by_limit: dict[str, list[str]] = {}
    for value in values:
        if limit := _limit(draft, value):
            by_limit.setdefault(limit, []).append(draft.said(naming.title(value.indicator)))
    return [f"* {', '.join(names)}: {limit}" for limit, names in by_limit.items()]


def _limit(draft: Draft, value: Value) -> str:
    return "; ".join(dict.fromkeys(filter(None, [figures.warning(value, draft.lang), *draft.notes([value])])))


def _promised(draft: Draft) -> list[Block]:
    found = [block for block in follow_up(draft) if not isinstance(block, Heading)]
    heading = draft.say("Komitmen dan tindak lanjut", "Commitments and follow-up")
    return [Heading(2, heading, "B." if "agreed" in draft.tables else "A."), *found] if found else []


def _open(draft: Draft) -> list[Block]:
    """What does not agree: it is put on record as open, with who is to settle it, and not as agreed."""
    against = [f for f in worst_first(draft) if f.severity == "error"]
    if not against:
        return []
    letter = "ABC"[len({"agreed", "follow_up"} & set(draft.tables))]
    intro = draft.say(
        "Angka berikut tidak sejalan dan karena itu belum disepakati. Para pihak meminta pemilik data menyelaraskannya.",
        "The following do not agree, so they are not agreed on. The parties ask those who own the data to settle them.",
    )
    items = tuple(dict.fromkeys(draft.said(finding.message) for finding in against))
    heading = Heading(2, draft.say("Angka yang belum disepakati", "Figures not yet agreed"), f"{letter}.")
    return [heading, Paragraph(intro), Listed(items)]


def _end(draft: Draft) -> list[Block]:
    as_of = shown.day(draft.measured.as_of, draft.lang)
    city = said(office(draft, NAME), "city") or BLANK
    told = draft.say(
        f"Angka menurut data sampai dengan {as_of}. Demikian berita acara ini dibuat dengan sebenarnya untuk digunakan "
        f"sebagaimana mestinya. Ditandatangani di {city}, ${{tanggal_naskah}}.",
        f"Figures are by the data up to {as_of}. Signed in good faith at {city}, ${{tanggal_naskah}}.",
    )
    seen_by = str(meeting(draft).get("opened_by") or "").strip()
    signed = signatures(draft, parties(draft, NAME), paper=NAME, seen_by=seen_by)
    in_indonesian = quoted_note(draft, "commitments")
    return [Paragraph(f"{told} {in_indonesian}".strip()), *signed, placeholder_note(draft)]
