"""What the plan costs: each payer's need by group and year, and the money there is against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from semesta.basics import lists, shown
from semesta.basics.groups import GROUPS
from semesta.planning.budget import Balance, Need
from semesta.planning.plan import Plan
from semesta.report import charts
from semesta.report.content import Block, Paragraph
from semesta.report.laporan import naming
from semesta.report.laporan.draft import Draft, number_column, text_column


def need(draft: Draft, plan: Plan) -> list[Block]:
    """The need of the first year line by line, then of every year against the money."""
    year = plan.scenario.first
    return [
        draft.section("Kebutuhan anggaran", "What it costs"),
        _told(draft, plan, year),
        _lines(draft, plan, year),
        _in_words(draft, plan, year),
        *_years(draft, plan),
    ]


def group(code: str, draft: Draft) -> str:
    return naming.name(GROUPS, code, draft.lang)


def funding(code: str, draft: Draft) -> str:
    return naming.name(lists.FUNDINGS, code, draft.lang)


def _told(draft: Draft, plan: Plan, year: int) -> Block:
    found = plan.budget.of_year(year)
    whole, persons = sum(n.amount for n in found), sum(n.persons for n in found)
    kept, added = sum(n.kept for n in found), sum(n.added for n in found)
    return Paragraph(
        draft.say(
            f"Tahun {year} diperlukan **{shown.rupiah(whole, 'id')}** untuk {shown.count(persons, 'id')} orang: "
            f"{shown.count(kept, 'id')} dipertahankan dan {shown.count(added, 'id')} ditambah.",
            f"{year} needs **{shown.rupiah(whole, 'en')}** for {shown.count(persons, 'en')} persons: "
            f"{shown.count(kept, 'en')} kept and {shown.count(added, 'en')} added.",
        )
    )


def _lines(draft: Draft, plan: Plan, year: int) -> Block:
    found = plan.budget.of_year(year)
    columns = [
        text_column(draft.say("Kelompok", "Group"), 1.5),
        text_column(draft.say("Sumber dana", "Funding"), 1.3),
        number_column(draft.say("Dipertahankan", "Kept"), 1.0),
        number_column(draft.say("Ditambah", "Added"), 0.8),
        number_column(draft.say("Orang-bulan", "Person-months"), 0.9),
        number_column(draft.say("Harga per orang-bulan", "Price per person-month"), 1.2),
        number_column(draft.say("Jumlah", "Amount"), 1.3),
    ]
    rows = [_line(draft, need) for need in found]
    total = (
        draft.say("Jumlah", "Total"),
        "",
        shown.count(sum(n.kept for n in found), draft.lang),
        shown.count(sum(n.added for n in found), draft.lang),
        shown.count(sum(n.person_months for n in found), draft.lang),
        "",
        shown.rupiah(sum(n.amount for n in found), draft.lang),
    )
    caption = draft.say(
        f"Kebutuhan iuran tahun {year} per kelompok dan sumber dana",
        f"Contributions needed in {year} by group and source",
    )
    return draft.table(
        "plan.need", caption, columns, rows, total=total if len(rows) > 1 else None, notes=_notes(draft, found)
    )


def _line(draft: Draft, need: Need) -> tuple[str, ...]:
    lang = draft.lang
    return (
        group(need.group, draft),
        funding(need.payer.funding, draft),
        shown.count(need.kept, lang),
        shown.count(need.added, lang),
        shown.count(need.person_months, lang),
        "; ".join(shown.rupiah(price, lang) for price in need.prices) + ("" if need.verified else "*"),
        shown.rupiah(need.amount, lang),
    )


def _notes(draft: Draft, found: Iterable[Need]) -> list[str]:
    said = [
        draft.say(
            "harga menurut hukum tiap bulan; dua harga berarti hukumnya berubah dalam tahun itu",
            "prices by the law of each month; two prices mean that the law changes within the year",
        )
    ]
    if not all(need.verified for need in found):
        said.append(
            draft.say(
                "* memakai ketentuan yang belum diverifikasi terhadap naskah resminya",
                "* rests on law not yet checked against the official text",
            )
        )
    return said


def _in_words(draft: Draft, plan: Plan, year: int) -> Block:
    whole = sum(need.amount for need in plan.budget.of_year(year))
    words = draft.say(
        f"Terbilang: {shown.rupiah_in_words(whole, 'id')}.", f"In words: {shown.rupiah_in_words(whole, 'en')}."
    )
    return Paragraph(f"**{words}**")


def _years(draft: Draft, plan: Plan) -> list[Block]:
    columns = [
        text_column(draft.say("Tahun", "Year"), 0.6),
        text_column(draft.say("Sumber dana", "Funding"), 1.5),
        number_column(draft.say("Orang", "Persons"), 0.8),
        number_column(draft.say("Kebutuhan", "Need"), 1.3),
        number_column(draft.say("Uang yang ada", "Money"), 1.3),
        number_column(draft.say("Kurang (−) atau lebih", "Short (−) or left"), 1.3),
    ]
    rows = [_balance(draft, one) for one in plan.budget.balances]
    caption = draft.say("Kebutuhan dan uang yang ada per tahun dan sumber dana", "Need and money by year and source")
    return [draft.table("plan.balance", caption, columns, rows), *_chart(draft, plan)]


def _balance(draft: Draft, one: Balance) -> tuple[str, ...]:
    lang = draft.lang
    unknown = draft.say("belum diketahui", "not known")
    return (
        str(one.year),
        funding(one.funding, draft),
        shown.count(one.persons, lang),
        shown.rupiah(one.need, lang),
        unknown if one.money is None else shown.rupiah(one.money, lang),
        unknown if one.shortfall is None else shown.rupiah(-one.shortfall, lang),
    )


def _chart(draft: Draft, plan: Plan) -> list[Block]:
    """The need of each year; a bar behind it would be the money, which is known of some sources only."""
    years = list(plan.scenario.years)
    if len(years) < 2:
        return []
    totals = {year: sum(n.amount for n in plan.budget.of_year(year)) for year in years}
    rows: list[charts.Bar] = [
        {"name": str(year), "value": amount, "label": shown.rupiah_short(amount, draft.lang)}
        for year, amount in totals.items()
    ]
    first, last = totals[years[0]], totals[years[-1]]
    caption = draft.say(
        f"Kebutuhan dari {shown.rupiah_short(first, 'id')} pada {years[0]} menjadi {shown.rupiah_short(last, 'id')} pada {years[-1]}",
        f"The need goes from {shown.rupiah_short(first, 'en')} in {years[0]} to {shown.rupiah_short(last, 'en')} in {years[-1]}",
    )
    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)

    def drawn() -> Mapping[str, object]:
        return charts.bars(
            rows, value_title=draft.say("Kebutuhan semua sumber", "Need of all sources"), lang=draft.lang
        )

    return [draft.chart(caption, drawn, text)]
