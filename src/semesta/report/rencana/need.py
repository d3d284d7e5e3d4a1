"""What the plan costs: each payer's need in the first year, by account, and of every year against the money there is."""

from __future__ import annotations

from collections.abc import Iterable

from semesta.basics import shown
from semesta.basics.groups import OWED_BY, owed_by
from semesta.basics.words import Words
from semesta.planning.budget import Need, is_private
from semesta.planning.cover import INDUSTRIES, Route
from semesta.planning.in_words import count, known
from semesta.planning.plan import Plan
from semesta.planning.rest import rest
from semesta.report.content import Block, Listed, Paragraph
from semesta.report.laporan import calendar
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.money import money
from semesta.report.rencana.names import UNVERIFIED, funding, group

CHANGES = Words(
    "harga menurut hukum tiap bulan; beberapa harga berarti hukum atau keringanannya berubah dalam tahun itu",
    "prices by the law of each month; several prices mean that the law or a relief changes within the year",
)
MOST_STAGES = 3
"""The next ones: later stages can take what those before them can."""
ROUNDED = {
    "up": Words(", tiap program dibulatkan ke atas", ", each programme rounded up"),
    "down": Words(", tiap program dibulatkan ke bawah", ", each programme rounded down"),
}


def need(draft: Draft, plan: Plan) -> list[Block]:
    """The need of the first year line by line, then of every year against the money."""
    year = plan.scenario.first
    return [
        draft.section("Kebutuhan anggaran", "What it costs"),
        _told(draft, plan, year),
        _lines(draft, plan, year),
        _in_words(draft, plan, year),
        *_accounts(draft, plan, year),
        *_stages(draft, year),
        *money(draft, plan),
        *_owed(draft, plan),
    ]


def _told(draft: Draft, plan: Plan, year: int) -> Block:
    found = plan.budget.of_year(year)
    whole, persons = sum(n.amount for n in found), sum(n.persons for n in found)
    kept, added = sum(n.kept for n in found), sum(n.added for n in found)
    return Paragraph(
        draft.say(
            f"Tahun {year} diperlukan **{shown.rupiah(whole, 'id')}** untuk {shown.count(persons, 'id')} orang: "
            f"{shown.count(kept, 'id')} dipertahankan (tetap) dan {shown.count(added, 'id')} ditambah (baru). Kebutuhan ialah yang "
            "dipertahankan dan yang ditambah, kali bulan, kali harga menurut hukum bulan itu, per pembayar; bukan harga "
            "seluruh kesenjangan.",
            f"{year} needs **{shown.rupiah(whole, 'en')}** for {shown.count(persons, 'en')} persons: "
            f"{shown.count(kept, 'en')} kept and {shown.count(added, 'en')} added (new). The need is those kept and those added, "
            "times months, times the price by the law of the month, per payer; not the price of the whole gap.",
        )
    )


def _lines(draft: Draft, plan: Plan, year: int) -> Block:
    found = plan.budget.of_year(year)
    columns = [
        text_column(draft.say("Kelompok dan sumber dana", "Group and source"), 6),
        number_column(draft.say("Tetap", "Kept"), 0.5),
        number_column(draft.say("Baru", "New"), 0.5),
        number_column(draft.say("Orang-bulan", "Person-months"), 0.9),
        number_column(draft.say("Harga per orang-bulan (Rp)", "Price per person-month (Rp)"), 0.5),
        number_column(draft.say("Jumlah", "Amount"), 1.3),
    ]
    total = (
        draft.say("Jumlah", "Total"),
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
    rows = [_line(draft, one) for one in found]
    return draft.table(
        "plan.need", caption, columns, rows, total=total if len(rows) > 1 else None, notes=_notes(draft, plan, found)
    )


def _line(draft: Draft, need: Need) -> tuple[str, ...]:
    lang = draft.lang
    return (
        f"{group(need.group, draft.lang)}, {funding(need.payer.funding, draft.lang)}",
        shown.count(need.kept, lang),
        shown.count(need.added, lang),
        shown.count(need.person_months, lang),
        " / ".join(shown.count(price, lang) for price in need.prices) + ("" if need.verified else "*"),
        shown.rupiah(need.amount, lang),
    )


def _notes(draft: Draft, plan: Plan, found: Iterable[Need]) -> list[str]:
    by_way: dict[str, list[str]] = {}
    for one in found:
        route = one.route
        way = draft.say("harga kantor sendiri", "the office's own price")
        if route.own_price is None:
            rounded = draft.said(ROUNDED.get(route.rounding, Words("", ""))) if route.segment == "PU" else ""
            way = draft.say(f"jalur {route.segment}, {route.package}", f"as {route.segment}, {route.package}") + rounded
            way += draft.said(_employer(route))
        by_way.setdefault(way, []).append(group(one.group, draft.lang))
    ways = "; ".join(f"{way} ({', '.join(dict.fromkeys(groups))})" for way, groups in by_way.items())
    at_odds = [told for one in found if (told := _known_otherwise(draft, plan, one))]
    return [draft.said(CHANGES), ways, *at_odds, *_doubts(draft, plan)]


def _doubts(draft: Draft, plan: Plan) -> list[str]:
    """What the stars of the first year stand for: each value of law that is not verified, and why."""
    costs = [cost for cost in plan.budget.costs if cost.month.year == plan.scenario.first]
    doubts = dict.fromkeys(doubt for cost in costs for doubt in cost.price.doubts)
    each = " ".join(draft.said(doubt) for doubt in doubts)
    return [f"{draft.said(UNVERIFIED)}: {each}"] if doubts else []


def _employer(route: Route) -> Words:
    """The employer of a wage earner, where the plan names it, and what its relief takes for granted."""
    if route.segment != "PU" or not route.industry:
        return Words("", "")
    workers, industry = known(route.workers, count) or Words("", ""), INDUSTRIES[route.industry]
    return Words(
        f", pemberi kerja {industry.id} dengan {workers.id} pekerja; JKK sampai Januari 2025 dianggap lunas",
        f", employer of {industry.en} with {workers.en} workers; JKK until January 2025 is taken to be paid",
    )


def _known_otherwise(draft: Draft, plan: Plan, need: Need) -> str:
    """That the data of the round have another number of those already paid for than the plan keeps."""
    key = plan.scenario.place, need.payer.funding, need.group
    known = {(one.place, one.funding, one.group): one.kept for one in draft.measured.needs}.get(key)
    if not known or known == need.kept:
        return ""
    name, kept, counted = group(need.group, draft.lang), *(shown.count(n, draft.lang) for n in (need.kept, known))
    return draft.say(
        f"{name}: rencana mempertahankan {kept} orang, menurut data putaran ini {counted} sudah dibayar",
        f"{name}: the plan keeps {kept} persons, by the data of this round {counted} are paid for already",
    )


def _in_words(draft: Draft, plan: Plan, year: int) -> Block:
    whole = sum(one.amount for one in plan.budget.of_year(year))
    words = draft.say(
        f"Terbilang: {shown.rupiah_in_words(whole, 'id')}.", f"In words: {shown.rupiah_in_words(whole, 'en')}."
    )
    return Paragraph(f"**{words}**")


def _accounts(draft: Draft, plan: Plan, year: int) -> list[Block]:
    """What stands under which account, where any is named."""
    of_budgets = [one for one in plan.budget.of_year(year) if not is_private(one.payer.funding)]
    if not any(one.payer.account for one in of_budgets):
        return []
    empty, found = draft.say("belum diisi", "not given"), plan.budget.by_account(year, public=True)
    is_split = any(programme for _, _, programme in found)
    columns = [
        text_column(draft.say("Perangkat daerah", "Office"), 2),
        text_column(draft.say("Rekening", "Account"), 2),
        *([text_column(draft.say("Program", "Programme"), 0.8)] if is_split else []),
        number_column(draft.say("Jumlah", "Amount"), 1.3),
    ]
    rows = [
        (office or empty, account or empty, *([programme] if is_split else []), shown.rupiah(amount, draft.lang))
        for (office, account, programme), amount in found.items()
    ]
    blanks = [""] * (len(columns) - 2)
    total = (draft.say("Jumlah", "Total"), *blanks, shown.rupiah(sum(found.values()), draft.lang))
    caption = draft.say(f"Kebutuhan tahun {year} per rekening", f"The need of {year} by account")
    notes = _outside_budgets(draft, plan, year)
    return [draft.table("plan.accounts", caption, columns, rows, total=total if len(rows) > 1 else None, notes=notes)]


def _outside_budgets(draft: Draft, plan: Plan, year: int) -> list[str]:
    """What is paid by others than government, which stands under none of its accounts."""
    amounts: dict[str, int] = {}
    for one in plan.budget.of_year(year):
        if is_private(one.payer.funding):
            amounts[one.payer.funding] = amounts.get(one.payer.funding, 0) + one.amount
    each = ", ".join(f"{funding(code, draft.lang)} {shown.rupiah(n, draft.lang)}" for code, n in amounts.items())
    return (
        [draft.say(f"tidak lewat anggaran pemerintah: {each}", f"in no budget of government: {each}")] if each else []
    )


def _stages(draft: Draft, year: int) -> list[Block]:
    """Until when the request can still enter the budget of that year."""
    day = draft.measured.as_of
    coming = [stage for stage in calendar.stages_of(year) if stage.last_day >= day][:MOST_STAGES]
    from_day = shown.day(day, draft.lang)
    if not coming:
        told = f"Terhitung dari {from_day}, semua tahap anggaran {year} sudah lewat."
        return [Paragraph(draft.say(told, f"From {from_day}, every stage of the {year} budget is past."))]
    intro = f"Terhitung dari {from_day}, usulan masih dapat ditampung pada tahap berikut:"
    intro = draft.say(intro, f"From {from_day}, a request can still enter at these stages:")
    return [Paragraph(intro), Listed(tuple(f"{calendar.said(stage, draft.lang)}." for stage in coming))]


def _owed(draft: Draft, plan: Plan) -> list[Block]:
    """The rest of the gap after the first year, by who usually owes it; of groups that somebody counted."""
    scenario, left = plan.scenario, {code: persons for code, persons in rest(plan.scenario).items() if persons}
    rows = []
    for payer in dict.fromkeys(map(owed_by, left)):
        codes = [code for code in left if owed_by(code) == payer]
        who = OWED_BY[payer].said(draft.lang) if payer else draft.say("belum ditentukan", "not determined")
        names = ", ".join(group(code, draft.lang) for code in codes)
        rows.append((who, names, shown.count(sum(left[code] for code in codes), draft.lang)))
    if not rows:
        return []
    columns = [
        text_column(draft.say("Yang lazim menanggung iuran", "Who usually owes the contribution"), 1.4),
        text_column(draft.say("Kelompok", "Groups"), 2.4),
        number_column(draft.say("Orang", "Persons"), 0.8),
    ]
    caption = draft.say(
        f"Yang belum terlindungi sesudah {scenario.first}, menurut yang lazim menanggung iuran",
        f"Not yet covered after {scenario.first}, by who usually owes the contribution",
    )
    lacking = [group(one.code, draft.lang) for one in scenario.groups if one.population is None]
    note = draft.say(f"jumlah orang belum diketahui: {', '.join(lacking)}", f"not counted yet: {', '.join(lacking)}")
    return [draft.table("plan.owed", caption, columns, rows, notes=[note] if lacking else [])]
