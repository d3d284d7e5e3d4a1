"""Chapter II: what was read and set aside, what the figures speak of, and how well members are known."""

from __future__ import annotations

from semesta.basics import lists, shown
from semesta.basics.words import Words
from semesta.files.said import said_given_twice
from semesta.report.content import Block, Listed, Paragraph
from semesta.report.laporan import naming
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.laporan.people import knowledge, whose_data
from semesta.report.laporan.sourcing import named_sources
from semesta.tables.registry import PEOPLE, TABLES

PROVISIONAL_FROM = 0.05
"""Above this share of a table's rows set aside, every page says SEMENTARA."""


def is_provisional(draft: Draft) -> bool:
    """Whether more than 5 % of the rows of some table were set aside."""
    data = draft.measured.dataset
    return any(aside > PROVISIONAL_FROM * data.read.get(table, 0) for table, aside in data.set_aside.items() if aside)


def method(draft: Draft) -> list[Block]:
    blocks: list[Block] = [draft.chapter("Metode dan sumber data", "Method and sources")]
    if draft.is_brief:
        return [*blocks, Paragraph(" ".join([_how(draft), *scope(draft)])), *_rows(draft), *whose_data(draft)]
    return [*blocks, Paragraph(_how(draft)), Listed(tuple(scope(draft))), *_rows(draft), *whose_data(draft)]


FEW_FILES = 3


def _how(draft: Draft) -> str:
    files = len(draft.measured.dataset.files)
    count = shown.count(files, draft.lang)
    if draft.is_brief:
        seen = [file.name for file in draft.measured.dataset.files]
        read_from = seen if files <= FEW_FILES else [draft.say(f"{count} berkas", f"{count} files")]
        twice = [one.said(draft.lang) for one in said_given_twice(draft.measured.dataset.problems)]
        names = "; ".join([*read_from, *twice, *named_sources(draft)])
        return f"{draft.say('Sumber data', 'Sources')}: {names}. {draft.said(RULES[0])}"
    read = (
        draft.say(f"Data dibaca dari {count} berkas (lihat Lampiran Sumber). ", f"Data were read from {count} files. ")
        if files
        else ""
    )
    return read + " ".join(draft.said(rule) for rule in RULES)


RULES = (
    Words(
        "Baris yang salah disisihkan dan tidak masuk hitungan; tidak ada yang diperbaiki tanpa sepengetahuan pengirim.",
        "Faulty rows were set aside and enter no figure; nothing was repaired silently.",
    ),
    Words(
        "Jumlah yang diberikan sumber dipakai untuk angka utama dan tidak dijumlahkan dengan rinciannya. Peserta tidak "
        "dijumlahkan antarprogram. Angka yang periode atau lingkupnya berbeda tidak dibagi atau dikurangkan satu dengan yang "
        "lain.",
        "A total given by a source is used for the headline and never summed with its parts. Members are not added across "
        "programmes. Figures of unequal period or scope are neither divided nor subtracted.",
    ),
)


def scope(draft: Draft) -> list[str]:
    said = [draft.say("Keadaan data: ", "Data as of: ") + shown.day(draft.measured.as_of, draft.lang) + "."]
    for table in ("contributions", "claims", "billing"):
        periods = _periods(draft, table)
        if periods:
            said.append(f"{draft.said(TABLES[table].title)}: {', '.join(periods)}.")
    return [*said, *_universes(draft), *knowledge(draft)]


def _periods(draft: Draft, table: str) -> list[str]:
    """The periods of a table's rows; only the first and the last of more than four."""
    column = "month" if table == "billing" else "period"
    codes = sorted({row[column] for row in draft.rows(table) if row.get(column)})
    if len(codes) > 4:
        return [f"{shown.period(codes[0], draft.lang)} … {shown.period(codes[-1], draft.lang)}"]
    return [shown.period(code, draft.lang) for code in codes]


def _universes(draft: Draft) -> list[str]:
    rows = draft.rows("population")
    if not rows:
        return []
    universes = dict.fromkeys(row.get("universe") or "pemda" for row in rows)
    bases = dict.fromkeys(row.get("basis") or "unstated" for row in rows)
    named = ", ".join(naming.name(lists.UNIVERSES, code, draft.lang) for code in universes)
    counted = ", ".join(naming.name(lists.BASES, code, draft.lang).lower() for code in bases)
    return [
        draft.say(
            f"Semesta penduduk: {named}; dasar penghitungan: {counted}.", f"Universe: {named}; counted by: {counted}."
        )
    ]


def _rows(draft: Draft) -> list[Block]:
    data, lang = draft.measured.dataset, draft.lang
    tables = {**TABLES, **PEOPLE}
    read = {table: data.read[table] for table in tables if data.read.get(table)}
    if not read:
        return []
    if draft.is_brief and not any(data.set_aside.values()):
        counts = shown.count(sum(read.values()), lang)
        return [
            Paragraph(
                draft.say(
                    f"Dibaca {counts} baris; tidak ada yang disisihkan.",
                    f"{counts} rows were read; none was set aside.",
                )
            )
        ]
    columns = [
        text_column(draft.say("Data", "Data"), 3),
        number_column(draft.say("Baris dibaca", "Rows read")),
        number_column(draft.say("Disisihkan", "Set aside")),
        number_column(draft.say("Masuk hitungan", "Entering figures")),
    ]

    def row(name: str, met: int, aside: int) -> tuple[str, ...]:
        return (name, shown.count(met, lang), shown.count(aside, lang), shown.count(met - aside, lang))

    rows = [row(draft.said(tables[t].title), met, data.set_aside.get(t, 0)) for t, met in read.items()]
    total = row(draft.say("Jumlah", "Total"), sum(read.values()), sum(data.set_aside.get(t, 0) for t in read))
    caption = draft.say("Baris data yang dibaca dan disisihkan", "Rows read and set aside")
    return [draft.table("rows", caption, columns, rows, total=total if len(rows) > 1 else None)]
