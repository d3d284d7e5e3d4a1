"""The need of every year against the money there is, source by source."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics import lists, shown
from semesta.planning.budget import Balance
from semesta.planning.estimate import Estimate
from semesta.planning.in_words import rupiah_range
from semesta.planning.plan import Plan
from semesta.report import charts
from semesta.report.content import Block
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.assumed import assumptions_told
from semesta.report.rencana.names import UNKNOWN, funding


def money(draft: Draft, plan: Plan) -> list[Block]:
    """A table of all years and sources, and a chart where there are years enough for a trend."""
    columns = [
        text_column(draft.say("Tahun", "Year"), 0.6),
        text_column(draft.say("Sumber dana", "Funding"), 1.6),
        number_column(draft.say("Orang", "Persons"), 0.8),
        number_column(draft.say("Kebutuhan", "Need"), 1.3),
        number_column(draft.say("Dana tersedia", "Money"), 1.3),
        number_column(draft.say("Kurang (−) atau sisa", "Short (−) or left"), 1.3),
    ]
    caption = draft.say("Kebutuhan dan dana tersedia per tahun dan sumber dana", "Need and money by year and source")
    rows = [_balance(draft, one) for one in plan.budget.balances]
    return [draft.table("plan.balance", caption, columns, rows, notes=_money_notes(draft, plan)), *_chart(draft, plan)]


def _balance(draft: Draft, one: Balance) -> tuple[str, ...]:
    lang = draft.lang
    return (
        str(one.year),
        funding(one.funding, draft.lang),
        shown.count(one.persons, lang),
        shown.rupiah(one.need, lang),
        draft.said(UNKNOWN) if one.money is None else shown.rupiah(one.money, lang),
        draft.said(UNKNOWN) if one.shortfall is None else shown.rupiah(-one.shortfall, lang),
    )


def _money_notes(draft: Draft, plan: Plan) -> list[str]:
    """What wages leave open of each need, how far each budget has come, and what it is taken to be after its last known year."""
    return [*_open(draft, plan), *_stages(draft, plan)]


def _stages(draft: Draft, plan: Plan) -> list[str]:
    said = []
    for one in plan.scenario.money:
        stage = lists.BUDGET_STATUSES[one.stage].title.said(draft.lang) if one.stage else ""
        last = max(one.amounts)
        parts = [
            draft.say(f"tahap {stage}", f"stage {stage}") if stage else "",
            _after(draft, last, one.growth) if last < plan.scenario.last else "",
        ]
        if any(parts):
            said.append(f"{funding(one.funding, draft.lang)}: {', '.join(filter(None, parts))}")
    return said


def _open(draft: Draft, plan: Plan) -> list[str]:
    """By source, the need of each year as wages grow at the least and at the most that is assumed."""
    if plan.scenario.wage_growth is None:
        return []
    growth = plan.scenario.wage_growth.value
    low, high = (shown.share(part, draft.lang, 1) for part in (growth.low, growth.high))
    by_source: dict[str, list[str]] = {}
    for one in plan.budget.balances:
        if one.need_range is not None:
            by_source.setdefault(one.funding, []).append(f"{one.year} {rupiah_range(one.need_range, draft.lang)}")
    return [
        draft.say(
            f"{funding(source, draft.lang)}, kebutuhan bila upah tumbuh {low} sampai {high} setahun (asumsi): {', '.join(years)}",
            f"{funding(source, draft.lang)}, the need if wages grow {low} to {high} a year (assumed): {', '.join(years)}",
        )
        for source, years in by_source.items()
    ]


def _after(draft: Draft, year: int, growth: float) -> str:
    if not growth:
        return draft.say(f"sesudah {year} dianggap tetap (asumsi)", f"after {year} taken as it is (assumed)")
    rate = shown.share(growth, draft.lang, 1)
    return draft.say(f"sesudah {year} tumbuh {rate} setahun (asumsi)", f"after {year} it grows {rate} a year (assumed)")


def _chart(draft: Draft, plan: Plan) -> list[Block]:
    """The need of each source over the years beside its money; a trend needs three years."""
    years = list(plan.scenario.years)
    if len(years) < charts.LEAST_PERIODS:
        return []
    points: list[charts.Point] = []
    for source in dict.fromkeys(one.funding for one in plan.budget.balances):
        of_source = [one for one in plan.budget.balances if one.funding == source]
        name = funding(source, draft.lang)
        points += [_point(name, one.year, one.need, draft, one.need_range) for one in of_source]
        if any(one.money is not None for one in of_source):
            of_money = draft.say(f"Dana tersedia: {name}", f"Money: {name}")
            points += [_point(of_money, one.year, one.money, draft) for one in of_source]
    totals = {year: sum(n.amount for n in plan.budget.of_year(year)) for year in (years[0], years[-1])}
    first, last = totals[years[0]], totals[years[-1]]
    caption = draft.say(
        f"Kebutuhan semua sumber dari {shown.rupiah_short(first, 'id')} ({years[0]}) menjadi {shown.rupiah_short(last, 'id')} ({years[-1]})",
        f"The need of all sources goes from {shown.rupiah_short(first, 'en')} ({years[0]}) to {shown.rupiah_short(last, 'en')} ({years[-1]})",
    )
    text = "; ".join(f"{p['series']} {p['period']}: {p['label']}" for p in points)

    def drawn() -> Mapping[str, object]:
        return charts.lines(points, value_title=draft.say("Rupiah setahun", "Rupiah a year"))

    prices = draft.say("harga menurut hukum tiap bulan", "prices by the law of each month")
    band = draft.say("pita: asumsi rendah sampai tinggi", "band: from the low to the high assumption")
    ranged = band if any("low" in point for point in points) else ""
    rests_on = [prices, assumptions_told(draft, plan, "wage_growth"), ranged, *_stages(draft, plan)]
    source = "; ".join(filter(None, rests_on))
    return [draft.chart(caption, drawn, text, source)]


def _point(series: str, year: int, amount: int | None, draft: Draft, around: Estimate | None = None) -> charts.Point:
    label = draft.said(UNKNOWN) if amount is None else shown.rupiah_short(amount, draft.lang)
    point: charts.Point = {"series": series, "period": str(year), "value": amount, "label": label}
    if around is not None:
        point |= {"low": around.low, "high": around.high}
    return point
