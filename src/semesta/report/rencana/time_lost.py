"""What a late start, unpaid months and people who leave make of a year's money and cover."""

from __future__ import annotations

from semesta.basics import shown
from semesta.planning.assumptions import assumed
from semesta.planning.budget import Need
from semesta.planning.in_words import assumed_range, counted, rupiah_range
from semesta.planning.lapse import DEATHS, Lapse
from semesta.planning.plan import Plan
from semesta.planning.quota import Quota
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.names import UNVERIFIED, funding, group


def time_lost(draft: Draft, plan: Plan) -> list[Block]:
    """A section of what there is of the three."""
    tables = [*_late(draft, plan), *_lapses(draft, plan), *_quotas(draft, plan)]
    if not tables:
        return []
    heading = draft.section("Mulai terlambat, bulan tidak dibayar, dan kuota", "Late start, unpaid months and quotas")
    return [heading, *tables]


def _who(draft: Draft, code: str, source: str) -> str:
    return f"{group(code, draft.lang)}, {funding(source, draft.lang)}"


def _late(draft: Draft, plan: Plan) -> list[Block]:
    found = [one for one in plan.budget.of_year(plan.scenario.first) if one.saved_by_late_start]
    if not found:
        return []
    columns = [
        text_column(draft.say("Kelompok dan sumber dana", "Group and source"), 2),
        number_column(draft.say("Orang baru", "New persons"), 0.8),
        text_column(draft.say("Mulai", "Begin in"), 0.8),
        number_column(draft.say("Kebutuhan tahun ini", "Need this year"), 1.2),
        number_column(draft.say("Setahun penuh", "A whole year"), 1.2),
        number_column(draft.say("Selisih", "Difference"), 1.1),
    ]
    rows = [_late_row(draft, one) for one in found]
    caption = draft.say(
        f"Yang mulai di tengah tahun {plan.scenario.first}, dan beban setahun penuhnya",
        f"Those who begin within {plan.scenario.first}, and what a whole year of them costs",
    )
    note = draft.say(
        "selisihnya bukan penghematan: anggaran tahun berikutnya menanggung setahun penuh, dan sebelum mulai tidak ada perlindungan",
        "the difference is not saved: the next budget bears the whole year, and before they begin nobody is covered",
    )
    return [draft.table("plan.late", caption, columns, rows, notes=[note])]


def _late_row(draft: Draft, one: Need) -> tuple[str, ...]:
    lang = draft.lang
    return (
        _who(draft, one.group, one.payer.funding),
        shown.count(one.added, lang),
        shown.month(one.payer.begins, lang),
        *(shown.rupiah(amount, lang) for amount in (one.amount, one.whole_year, one.saved_by_late_start)),
    )


def _lapses(draft: Draft, plan: Plan) -> list[Block]:
    if not plan.lapses:
        return []
    columns = [
        text_column(draft.say("Kelompok dan sumber dana", "Group and source"), 6),
        number_column(draft.say("Orang", "Persons"), 0.7),
        number_column(draft.say("Bulan tidak dibayar", "Months unpaid"), 0.7),
        number_column(draft.say("Bulan tanpa perlindungan", "Months uncovered"), 0.9),
        number_column(draft.say("Bulan menunggu JKM", "Months of waiting"), 0.8),
        number_column(draft.say("Iuran tidak dibayar", "Contributions not paid"), 1.1),
        number_column(draft.say("Manfaat JKM yang hilang, perkiraan", "JKM benefits lost, expected"), 1.8),
    ]
    rows = [_lapse_row(draft, one) for one in plan.lapses]
    year = plan.scenario.first
    caption = draft.say(
        f"Harga bulan yang tidak dibayar dari {year} ke {year + 1}",
        f"What months cost that are not paid between {year} and {year + 1}",
    )
    doubt = [] if all(one.verified for one in plan.lapses) else [draft.said(UNVERIFIED)]
    waits = draft.say(
        "masa tunggu dihitung mulai lagi ketika iuran dibayar kembali; perlakuan bagi yang masuk kembali belum ditemukan dalam naskah resmi",
        "the waiting time is taken to begin anew; how those who come back are treated was not found in the official text",
    )
    notes = [waits, _deaths(draft, plan), *doubt] if any(one.waiting for one in plan.lapses) else []
    if any(_is_owed(plan, one) for one in plan.lapses):
        owed = draft.say(
            "jalur PU: iuran bulan yang tidak dibayar menjadi tunggakan pemberi kerja, ditambah denda keterlambatan menurut hukum; bukan penghematan",
            "as PU: contributions of unpaid months become the employer's arrears, with a fine for lateness by law; they are not saved",
        )
        notes = [owed, *notes]
    return [
        Paragraph(_lapse_told(draft, plan.lapses)),
        draft.table("plan.lapse", caption, columns, rows, notes=notes),
    ]


def _is_owed(plan: Plan, one: Lapse) -> bool:
    """Whether what is not paid remains owed: of those with a wage."""
    needs = plan.budget.of_year(one.year)
    return any(n.route.segment == "PU" for n in needs if (n.group, n.payer) == (one.group, one.payer))


def _deaths(draft: Draft, plan: Plan) -> str:
    """The assumption behind the benefits lost."""
    one = assumed(DEATHS, plan.scenario.assumptions)
    between = assumed_range(one.value, one.unit, draft.lang)
    return draft.say(
        f"asumsi, bukan angka resmi: {one.said('id')} {between}; rata-rata, dalam satu tahun dapat nol atau beberapa santunan utuh",
        f"assumed, not official: {one.said('en')} {between}; on average, a year may bring none or several",
    )


def _lapse_told(draft: Draft, found: tuple[Lapse, ...]) -> str:
    most = max(found, key=lambda one: one.persons * (one.uncovered + one.waiting))
    if not most.uncovered:
        return draft.say(
            f"Bulan yang tidak dibayar sesudah pembayaran terakhir {most.year} masih dalam masa perlindungan menurut hukum; yang baru "
            "belum terlindungi sebelum bulan pertamanya.",
            f"The months not paid after the last payment of {most.year} lie within the time that the law still covers; new members have "
            "no cover before their first month.",
        )
    deaths = shown.rupiah(most.lost_if_death, draft.lang), shown.rupiah(most.lost_while_waiting, draft.lang)
    name = group(most.group, draft.lang)
    return draft.say(
        f"{name}: {most.uncovered} bulan tanpa perlindungan. Bila seorang peserta meninggal dalam bulan itu, ahli warisnya "
        f"tidak mendapat JKM {deaths[0]}; dalam {most.waiting} bulan sesudah dibayar kembali, {deaths[1]} kurang dari penuh.",
        f"{name}: {most.uncovered} months without cover. If a member dies in one of them, the heirs do not get JKM "
        f"{deaths[0]}; in {most.waiting} months after payment begins again, {deaths[1]} less than in full.",
    )


def _lapse_row(draft: Draft, one: Lapse) -> tuple[str, ...]:
    numbers = (one.persons, one.unpaid, one.uncovered, one.waiting)
    who = _who(draft, one.group, one.payer.funding)
    money = (shown.rupiah(one.saved, draft.lang), rupiah_range(one.expected, draft.lang))
    return (who, *(shown.count(n, draft.lang) for n in numbers), *money)


def _quotas(draft: Draft, plan: Plan) -> list[Block]:
    if not plan.quotas:
        return []
    columns = [
        text_column(draft.say("Kelompok dan sumber dana", "Group and source"), 1.8),
        number_column(draft.say("Kuota", "Places"), 0.7),
        number_column(draft.say("Keluar dalam setahun", "Leave within the year"), 1.2),
        number_column(draft.say("Tidak terpakai bila tidak diganti", "Unspent if not replaced"), 2.9),
    ]
    rows = [_quota_row(draft, one) for one in plan.quotas]
    caption = draft.say(
        f"Kuota {plan.scenario.first} dengan dan tanpa penggantian",
        f"Places of {plan.scenario.first} with and without replacement",
    )
    note = draft.say(
        "dengan penggantian, orang yang terlayani ialah kuota dan yang keluar; pengganti BPU menjalani masa tunggu JKM. "
        "Dalam kurung: rendah dan tinggi menurut asumsi",
        "with replacement those served are the places and those who leave; who comes in as BPU waits for JKM. In brackets: "
        "low and high by the assumption",
    )
    source = plan.scenario.leaving.source if plan.scenario.leaving else ""
    return [draft.table("plan.quota", caption, columns, rows, notes=[note], source=source)]


def _quota_row(draft: Draft, one: Quota) -> tuple[str, ...]:
    return (
        _who(draft, one.group, one.payer.funding),
        shown.count(one.places, draft.lang),
        counted(one.leavers, draft.lang),
        rupiah_range(one.unspent, draft.lang),
    )
