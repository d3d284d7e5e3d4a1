"""How poverty looks in a plan: who falls below the line with and without the benefit, and what a billion of contributions keeps above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from semesta.basics import shown
from semesta.basics.places import PLACES
from semesta.basics.words import Lang, Words
from semesta.planning.in_words import share_range
from semesta.planning.parts.poverty import PART, Poverty
from semesta.planning.poverty import After
from semesta.planning.poverty_line import PovertyLine
from semesta.report import charts
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.parts import Shown
from semesta.report.rencana.rested_on import assumed_data, rested_on
from semesta.report.sheet import Sheet, said_all

TITLES = {
    "death": Words("Pencari nafkah meninggal (JKM)", "An earner dies (JKM)"),
    "total_disability": Words("Cacat total tetap karena kerja (JKK)", "Total disability from work (JKK)"),
    "incapacity": Words("Tiga bulan tidak mampu bekerja (JKK)", "Three months unable to work (JKK)"),
}
SHORT = {
    "death": Words("Meninggal", "Death"),
    "total_disability": Words("Cacat total", "Total disability"),
    "incapacity": Words("Tiga bulan", "Three months"),
}
ASSUMED = Words("Asumsi kemiskinan; bukan angka resmi", "Assumptions of poverty; not official")
FLAGS = {
    "doubtful": Words("angkanya diragukan", "the figure is in doubt"),
    "rounded": Words("dibulatkan sumbernya", "rounded by its source"),
    "derived": Words("diturunkan dari pertumbuhan yang diterbitkan", "derived from a published growth"),
}


def _blocks(draft: Draft, made: Poverty) -> list[Block]:
    return [
        draft.section("Kemiskinan", "Poverty"),
        _table(draft, made),
        _chart(draft, made),
        *_deciles(draft, made),
        Paragraph(_bought(draft, made)),
        rested_on(draft, "plan.poverty.assumed", draft.said(ASSUMED), made.assumptions),
    ]


def _table(draft: Draft, made: Poverty) -> Block:
    rows = [(draft.said(TITLES[one.event]), *_cells(one, draft.lang)) for one in made.events]
    caption = draft.say(
        "Keluarga yang jatuh ke bawah garis kemiskinan, dari yang semula di atasnya",
        "Households that fall below the poverty line, of those above it before",
    )
    columns = [text_column(draft.say("Bila", "If"), 1.8), *_columns(draft)]
    return draft.table("plan.poverty", caption, columns, rows, notes=_notes(draft, made))


def _columns(draft: Draft) -> list[Any]:
    return [
        number_column(draft.say("Keluarga", "Households"), 0.8),
        number_column(draft.say("Sudah miskin", "Poor before"), 0.8),
        number_column(draft.say("Santunan menurut hukum", "Benefit by law"), 1.2),
        number_column(draft.say("Jatuh, tanpa santunan", "Fall, without benefit"), 1),
        number_column(draft.say("Jatuh, dengan santunan", "Fall, with benefit"), 1.5),
    ]


def _cells(one: After, lang: Lang) -> tuple[str, ...]:
    return (
        shown.count(one.households, lang),
        shown.count(one.poor_before, lang),
        _benefit(one, lang) + ("" if one.verified else "*"),
        shown.share(one.falls_without, lang, 0) if one.households > one.poor_before else "–",
        share_range(one.falls_with, lang, 0) if one.households > one.poor_before else "–",
    )


def _benefit(one: After, lang: Lang) -> str:
    """Two where groups of the plan are covered on different bases."""
    return "–".join(shown.rupiah(amount, lang) for amount in dict.fromkeys((one.benefit, one.benefit_most)))


def _notes(draft: Draft, made: Poverty) -> list[str]:
    months = made.assumptions[0]
    return [
        _line(made.line, draft.lang),
        *(draft.said(note) for note in made.notes),
        draft.say(
            "pengeluaran keluarga dianggap dibawa pencari nafkah sama besar, dan tidak ada yang menggantikannya",
            "what a household spends is taken to come from its earners in equal parts, and nobody replaces one",
        ),
        draft.say(
            "santunan penuh tanpa masa tunggu, beasiswa dan biaya perawatan; JKK hanya bila karena kerja; yang hidup sendiri tidak dihitung pada kematian",
            "full benefit without waiting time, scholarships and treatment; JKK only if from work; who lives alone is not counted at death",
        ),
        draft.say(
            f"rentang kolom terakhir hanya dari asumsi {months.title.id.lower()}; tanpa santunan tidak ada yang diandaikan",
            f"the range of the last column comes from one assumption alone, {months.title.en.lower()}; without benefit none is made",
        ),
    ]


def _line(line: PovertyLine, lang: Lang) -> str:
    amount = shown.rupiah(line.amount, lang)
    where = PLACES.full_name(line.place, lang) if line.place else Words("isian sendiri", "the user's own").said(lang)
    when = shown.period(line.month, lang) if line.month else ""
    flag = FLAGS[line.flag].said(lang) if line.flag else ""
    told = ", ".join(filter(None, (where, when, line.source, flag)))
    return Words("garis kemiskinan per orang sebulan: ", "poverty line per person and month: ").said(lang) + (
        f"{amount} ({told})"
    )


def _chart(draft: Draft, made: Poverty) -> Block:
    """What each event does without the benefit, which nothing is assumed for, and with it, over its range."""
    rows: list[charts.Range] = []
    for one in made.events:
        title = draft.said(SHORT[one.event])
        falls, plain = one.falls_with, one.falls_without
        label = shown.share(plain, draft.lang, 0)
        rows.append(
            {
                "name": draft.say(f"{title}, tanpa", f"{title}, without"),
                "low": plain,
                "value": plain,
                "high": plain,
                "label": label,
            }
        )
        rows.append(
            {
                "name": draft.say(f"{title}, dengan", f"{title}, with"),
                "low": falls.low,
                "value": falls.central,
                "high": falls.high,
                "label": share_range(falls, draft.lang, 0),
            }
        )
    without, covered = rows[0]["label"], rows[1]["label"]
    caption = draft.say(
        f"Bila pencari nafkah meninggal: {without} jatuh tanpa santunan, {covered} dengan santunan",
        f"If an earner dies: {without} fall without the benefit, {covered} with it",
    )
    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)

    def drawn() -> Mapping[str, object]:
        title = draft.say(
            "Bagian yang jatuh miskin, dengan dan tanpa santunan", "Part that falls, with and without the benefit"
        )
        return charts.intervals(rows, value_title=title)

    months = made.assumptions[0]
    source = draft.say("asumsi: ", "assumed: ") + f"{months.title.said(draft.lang)}; {_line(made.line, draft.lang)}"
    return draft.chart(caption, drawn, text, source) if made.events[0].households else Paragraph(text)


def _deciles(draft: Draft, made: Poverty) -> list[Block]:
    if not made.deciles:
        return []
    rows = [
        (
            draft.say("lain atau tidak disebut", "other or not said") if decile is None else str(decile),
            *_cells(one, draft.lang),
        )
        for decile, one in made.deciles
    ]
    caption = draft.say("Bila pencari nafkah meninggal, menurut desil", "If an earner dies, by decile")
    return [
        draft.table(
            "plan.poverty.deciles", caption, [text_column(draft.say("Desil", "Decile")), *_columns(draft)], rows
        )
    ]


def _bought(draft: Draft, made: Poverty) -> str:
    lang, found = draft.lang, made.per_billion
    each = shown.rupiah(made.contribution, lang)
    low, central, high = (shown.decimal(n, lang, 1) for n in found)
    kept = made.events[0].kept_above
    return draft.say(
        f"Tiap Rp1 miliar iuran ({each} seorang setahun, satu orang tiap keluarga) diharapkan menahan {central} keluarga "
        f"({low}–{high}) di atas garis kemiskinan setelah kematian: dari kematian yang diharapkan, {share_range(kept, lang, 0)} "
        "keluarganya tertahan selama santunan itu menghidupi. Santunan JKK tidak ikut dihitung, karena frekuensi cacat "
        "belum pernah terbit.",
        f"Each Rp1 billion of contributions ({each} a person and year, one person in each household) is expected to keep {central} "
        f"households ({low}–{high}) above the poverty line after a death: of the deaths expected, {share_range(kept, lang, 0)} of the "
        "households are kept for as long as the benefit is lived on. JKK is left out, as no frequency of disability was ever "
        "published.",
    )


def _sheets(made: Poverty, lang: Lang) -> list[Sheet]:
    heads = (
        ("Bila", "If"),
        ("Desil", "Decile"),
        ("Keluarga", "Households"),
        ("Sudah miskin", "Poor before"),
        ("Santunan", "Benefit"),
        ("Santunan tertinggi", "Highest benefit"),
        ("Miskin tanpa santunan", "Poor without benefit"),
        ("Miskin dengan santunan, rendah", "Poor with benefit, low"),
        ("Miskin dengan santunan", "Poor with benefit"),
        ("Miskin dengan santunan, tinggi", "Poor with benefit, high"),
    )
    every = [*((None, one) for one in made.events), *made.deciles]
    rows: list[list[Any]] = [
        [
            (TITLES[one.event].said(lang), "text"),
            (decile, "count"),
            (one.households, "count"),
            (one.poor_before, "count"),
            (one.benefit, "rupiah"),
            (one.benefit_most, "rupiah"),
            (one.without, "count"),
            *((round(n), "count") for n in one.covered),
        ]
        for decile, one in every
    ]
    title = PART.title.said(lang)
    note = "; ".join([_line(made.line, lang), *(note.said(lang) for note in made.notes)])
    return [Sheet(title, title, said_all(lang, *heads), rows, note)]


def _data(made: Poverty, lang: Lang) -> Any:
    return {
        "line": asdict(made.line),
        "households": sum(one.number for one in made.households),
        "households_unknown": made.unknown,
        "notes": [note.said(lang) for note in made.notes],
        "events": [_event(one) for one in made.events],
        "deciles": [{"decile": decile, **_event(one)} for decile, one in made.deciles],
        "contribution_a_year": made.contribution,
        "kept_above_per_billion": asdict(made.per_billion),
        "assumptions": assumed_data(made.assumptions, lang),
    }


def _event(one: After) -> dict[str, Any]:
    return {
        **asdict(one),
        "falls_without": one.falls_without,
        "falls_with": asdict(one.falls_with),
        "kept_above": asdict(one.kept_above),
    }


SHOWN = Shown(PART, 75, _blocks, _sheets, _data, lambda made: made.assumptions)
