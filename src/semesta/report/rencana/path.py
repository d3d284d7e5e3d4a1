"""The way to each target: persons to be covered, what this plan and the money there is reach, and who pays how much."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics import lists, shown
from semesta.planning.estimate import Estimate
from semesta.planning.in_words import counted, last_aim, lowered, percent, rupiah_range
from semesta.planning.path import Path, Step
from semesta.planning.plan import Plan
from semesta.planning.scenario import LONGEST
from semesta.report import charts
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.assumed import assumptions_told
from semesta.report.rencana.names import UNKNOWN, funding


def path(draft: Draft, plan: Plan) -> list[Block]:
    """A section with every target, each by itself: targets of two universes are never one."""
    if not plan.paths:
        return []
    blocks = [block for number, one in enumerate(plan.paths) for block in _path(draft, plan, one, number)]
    return [draft.section("Jalan menuju target", "The way to the target"), *blocks]


def _path(draft: Draft, plan: Plan, one: Path, number: int) -> list[Block]:
    return [
        Paragraph(_told(draft, plan, one)),
        _reached(draft, plan, one, number),
        _paid(draft, plan, one, number),
        *_chart(draft, plan, one),
    ]


def _name(draft: Draft, one: Path) -> str:
    return lists.TARGET_DOCUMENTS[one.target.document].title.said(draft.lang)


def _told(draft: Draft, plan: Plan, one: Path) -> str:
    last = one.steps[-1]
    universe = draft.said(lowered(lists.UNIVERSES[one.target.universe].title))
    new = last.wanted - one.target.covered
    by_plan = _met(draft, one.met_by_plan, draft.say("rencana ini", "this plan"), str(plan.scenario.last))
    last_year = plan.scenario.first + LONGEST - 1
    until = draft.say(f"{last_year} (tidak dicari lebih jauh)", f"{last_year} (no further was looked)")
    by_money = _met(draft, one.met_by_money, draft.say("dana tersedia", "the money there is"), until)
    told = draft.say(
        f"**{_name(draft, one)}: {draft.said(last_aim(one.target))}** dari {universe}. Sampai {last.year} perlu "
        f"{shown.count(new, 'id')} peserta baru; iurannya pada {last.year} {rupiah_range(last.amount_range, draft.lang)} setahun dari semua sumber.",
        f"**{_name(draft, one)}: {draft.said(last_aim(one.target))}** of {universe}. Until {last.year} it takes "
        f"{shown.count(new, 'en')} new members; their contributions in {last.year} are {rupiah_range(last.amount_range, draft.lang)} from all sources.",
    )
    return " ".join([told, by_plan, *([by_money] if last.reached is not None else [])])


def _met(draft: Draft, year: int | None, by: str, until: str) -> str:
    if year is None:
        return draft.say(f"Dengan {by} target tidak tercapai sampai {until}.", f"By {by} it is not met until {until}.")
    return draft.say(f"Dengan {by} target tercapai pada **{year}**.", f"By {by} it is met in **{year}**.")


def _reached(draft: Draft, plan: Plan, one: Path, number: int) -> Block:
    columns = [
        text_column(draft.say("Tahun", "Year"), 0.6),
        number_column(draft.say("Penduduk semesta", "Population"), 1),
        number_column(draft.say("Sasaran", "To be covered"), 1.5),
        number_column(draft.say("Rencana ini", "This plan"), 1.5),
        number_column(draft.say("Dana tersedia", "Money there is"), 1.5),
        number_column(draft.say("Belum tercapai", "Short"), 1),
    ]
    rows = [_reached_row(draft, step) for step in one.steps]
    caption = draft.say(
        f"{_name(draft, one)}: sasaran, rencana, dan jangkauan dana tersedia",
        f"{_name(draft, one)}: aim, plan, and what the money reaches",
    )
    growth = plan.scenario.growth
    notes = [
        draft.say(
            "sasaran naik merata sampai tahun target; persen dari penduduk semesta tahun itu",
            "the aim rises evenly until the year of the target; per cent of the population of the year",
        ),
        draft.say(
            "dana tersedia: setiap sumber lebih dahulu mempertahankan pesertanya, sisanya untuk peserta baru setahun penuh; yang dibayar sumber lain tetap",
            "money there is: each source first keeps its members, the rest pays for new ones for a whole year; those of other sources stay",
        ),
        draft.say(
            "rencana ini: yang sudah aktif dan semua yang ditambah, juga yang di luar semesta target; yang keluar dianggap diganti. "
            "Belum tercapai: sasaran dikurangi rencana ini",
            "this plan: those active and all whom it adds, also those outside the target's universe; who leaves is taken to be "
            "replaced. Short: the aim less this plan",
        ),
        ""
        if growth
        else draft.say(
            "penduduk dianggap tetap: asumsi growth tidak diisi", "population taken as it is: no growth was assumed"
        ),
        _open(draft, one),
        one.target.of_document
        and draft.say(f"target nasional: {one.target.of_document}", f"national target: {one.target.of_document}"),
    ]
    return draft.table(f"plan.path.{number}", caption, columns, rows, notes=notes, source=one.target.source)


def _open(draft: Draft, one: Path) -> str:
    """What the growth of the population leaves open of the last year."""
    last = one.steps[-1]
    if last.population_range.low == last.population_range.high:
        return ""
    population, wanted, short = (
        counted(each, draft.lang) for each in (last.population_range, last.wanted_range, _short(last))
    )
    return draft.say(
        f"menurut asumsi pertumbuhan penduduk, {last.year}: penduduk {population}, sasaran {wanted}, belum tercapai {short}",
        f"by the growth of the population that is assumed, {last.year}: population {population}, to be covered {wanted}, short {short}",
    )


def _reached_row(draft: Draft, step: Step) -> tuple[str, ...]:
    def of(persons: int) -> str:
        return f"{shown.count(persons, draft.lang)} ({shown.share(persons / step.population, draft.lang, 1)})"

    return (
        str(step.year),
        shown.count(step.population, draft.lang),
        of(step.wanted),
        of(step.planned),
        draft.said(UNKNOWN) if step.reached is None else of(step.reached),
        shown.count(max(0, step.wanted - step.planned), draft.lang),
    )


MOST_SOURCES = 3
"""Sources that a table of seven columns holds with persons and money of each; the workbook holds all."""


def _paid(draft: Draft, plan: Plan, one: Path, number: int) -> Block:
    """New members and their contributions by source; of more than three sources those that pay most, the rest together."""
    most = sorted(range(len(one.target.mix)), key=lambda n: -one.target.mix[n].part)
    named = sorted(most[:MOST_SOURCES] if len(most) <= MOST_SOURCES else most[: MOST_SOURCES - 1])
    together = [[n] for n in named] + ([rest] if (rest := sorted(set(most) - set(named))) else [])
    columns = [text_column(draft.say("Tahun", "Year"), 0.6)]
    for numbers in together:
        name = _source(draft, one, numbers)
        columns += [
            number_column(f"{name}: {draft.say('orang', 'persons')}", 0.9),
            number_column(f"{name}: {draft.say('iuran', 'money')}", 1.4),
        ]
    caption = draft.say(
        f"{_name(draft, one)}: peserta baru sampai tahun itu dan iurannya per sumber dana",
        f"{_name(draft, one)}: new members until then and their contributions by source",
    )
    rows = [(str(step.year), *_paid_cells(draft, step, together)) for step in one.steps]
    return draft.table(f"plan.paid.{number}", caption, columns, rows, notes=_paid_notes(draft, plan, one))


def _source(draft: Draft, one: Path, numbers: list[int]) -> str:
    if len(numbers) > 1:
        return draft.say("Lainnya", "Others")
    return funding(one.target.mix[numbers[0]].funding, draft.lang)


def _paid_cells(draft: Draft, step: Step, together: list[list[int]]) -> list[str]:
    found = []
    for numbers in together:
        found.append(shown.count(sum(step.paid[n].persons for n in numbers), draft.lang))
        found.append(shown.rupiah(sum(step.paid[n].amount for n in numbers), draft.lang))
    return found


def _paid_notes(draft: Draft, plan: Plan, one: Path) -> list[str]:
    ways = "; ".join(
        f"{funding(share.funding, draft.lang)} {draft.said(percent(share.part))} ({share.route.segment}, {share.route.package})"
        for share in one.target.mix
    )
    fixed = draft.say(
        "upah dianggap tetap: asumsi wage_growth tidak diisi", "wages taken as they are: no wage_growth was assumed"
    )
    return [
        draft.say(
            f"siapa yang membayar peserta baru: {ways}; harga menurut hukum tiap bulan, setahun penuh",
            f"who pays for new members: {ways}; prices by the law of each month, for whole years",
        ),
        draft.say(f"iuran semua sumber: {_all_paid(draft, one)}", f"of all sources: {_all_paid(draft, one)}"),
        assumptions_told(draft, plan, "growth", "wage_growth") or fixed,
    ]


def _all_paid(draft: Draft, one: Path) -> str:
    return ", ".join(f"{step.year} {rupiah_range(step.amount_range, draft.lang)}" for step in one.steps)


def _chart(draft: Draft, plan: Plan, one: Path) -> list[Block]:
    if len(one.steps) < charts.LEAST_PERIODS:
        return []
    titles = (
        draft.say("Sasaran", "Aim"),
        draft.say("Rencana ini", "This plan"),
        draft.say("Dana tersedia", "Money there is"),
    )
    points: list[charts.Point] = [
        _point(title, step, of, draft)
        for title, of in zip(titles, ("wanted", "planned", "reached"), strict=True)
        for step in one.steps
        if getattr(step, of) is not None
    ]
    last = one.steps[-1]
    short, over = _short(last), last.planned - last.wanted
    said = counted(short, draft.lang)
    caption = draft.say(
        f"{_name(draft, one)}: pada {last.year} kurang {said} orang dari sasaran",
        f"{_name(draft, one)}: in {last.year} {said} persons short of the aim",
    )
    if not short.high:
        said = shown.count(over, draft.lang)
        caption = draft.say(
            f"{_name(draft, one)}: sasaran {last.year} tercapai, lebih {said} orang",
            f"{_name(draft, one)}: the aim of {last.year} is met, {said} persons over",
        )
    text = "; ".join(f"{p['series']} {p['period']}: {p['label']}" for p in points)

    def drawn() -> Mapping[str, object]:
        return charts.lines(points, value_title=draft.say("Persen penduduk semesta", "Per cent of the population"))

    band = draft.say("pita: asumsi rendah sampai tinggi", "band: from the low to the high assumption")
    rests_on = [one.target.source, assumptions_told(draft, plan, "growth", "wage_growth")]
    source = "; ".join(filter(None, [*rests_on, band if any("low" in point for point in points) else ""]))
    return [draft.chart(caption, drawn, text, source)]


def _point(series: str, step: Step, of: str, draft: Draft) -> charts.Point:
    """The part of the population, with what growth of population and wages leaves open of it."""
    part = getattr(step, of) / step.population
    point: charts.Point = {
        "series": series,
        "period": str(step.year),
        "value": part,
        "label": shown.share(part, draft.lang, 1),
    }
    persons = {"wanted": step.wanted_range, "reached": step.reached_range}.get(of)
    fewest, most = step.population_range.low, step.population_range.high
    low, high = (persons.low, persons.high) if persons else (step.planned, step.planned)
    # A larger population has more to be covered: the two move together. Whom plan and money reach does not follow it.
    ends = (low / fewest, high / most) if of == "wanted" else (low / most, high / fewest)
    if max(ends) - min(ends) > LEAST_BAND:
        point |= {"low": min(part, *ends), "high": max(part, *ends)}
    return point


LEAST_BAND = 0.0005
"""Narrower than what the label of a share shows: nothing is left open."""


def _short(step: Step) -> Estimate:
    """Persons that the plan leaves to be covered, fewest and most by the growth of the population."""
    return step.wanted_range.at(lambda persons: max(0, persons - step.planned))
