"""Berita acara rekonsiliasi iuran: per office what was listed, billed and paid, the difference, its cause and what follows."""

from __future__ import annotations

from semesta.basics import shown
from semesta.basics.words import LANGS, Lang, Words
from semesta.monev.bills import Bill, Payer, compared, payers
from semesta.monev.measured import Measured
from semesta.monev.value import Value
from semesta.report.content import Block, Document, KeyFigures, Listed, PageBreak, Paragraph, Table
from semesta.report.lacking import without_rows
from semesta.report.laporan import cells, figures
from semesta.report.laporan.disagreements import worst_first
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.laporan.office import office, placeholder_note, said
from semesta.report.laporan.opening import meeting
from semesta.report.laporan.sourcing import told_sources
from semesta.report.minutes.causes import causes, months, steps
from semesta.report.minutes.official import BLANK, official, on_this_day
from semesta.report.minutes.parties import Party, own_first, party_lines, signatures

NAME = "rekonsiliasi"
BPJS = "BPJS Ketenagakerjaan"
FIGURES = ("billed", "received", "collection_rate", "unpaid_months")
ROOM = 28.0
"""Points of a row in which an office signs."""
ACCOUNTS_SHOWN = 3
NOTES = (
    Words(
        "Tagihan, dibayar, dan selisih memuat tagihan yang pembayarannya diketahui; yang belum diketahui bukan nol dan "
        "disebut pada sebab",
        "Billed, paid and difference are of bills of which the payment is known; what is not known is not nothing, and "
        "stands under cause",
    ),
    Words(
        "Orang menurut SK: bulan terakhir; beberapa akun tidak dijumlahkan, karena orangnya dapat sama",
        "Persons listed: in the last month; accounts are not added, since they may list the same people",
    ),
    Words(
        "Sebab dibaca dari tagihan dan pembayaran; tindak lanjut diusulkan dan ditetapkan para pihak",
        "Causes are read from bills and payments; follow-up is proposed, and settled by the parties",
    ),
)


def reconciliation(measured: Measured, lang: Lang) -> Document:
    """The *berita acara rekonsiliasi iuran* of a round."""
    draft = Draft(measured, lang)
    found = payers(measured)
    every = [bill for payer in found for bill in payer.bills]
    about = (
        draft.say("iuran jaminan sosial ketenagakerjaan", "contributions to employment social security"),
        f"{draft.place}, {months(draft, every)}",
    )
    blocks = [*_opening(draft, every), *_result(draft, found), *_open(draft), *_end(draft)]
    annexes = [*_by_office(draft, found), *_monthly(draft, found)]
    title = draft.say("Berita acara rekonsiliasi", "Reconciliation")
    return official(draft, NAME, title, [*blocks, *annexes], about=about)


def lacking(measured: Measured) -> Words | None:
    """Why there is nothing to reconcile: no bills, or none for a month that had begun."""
    if (why := without_rows(measured, "billing")) is not None or payers(measured):
        return why
    day = Words(*(shown.day(measured.as_of, lang) for lang in LANGS))
    return Words(
        f"Semua tagihan untuk bulan setelah {day.id}: minta tagihan bulan yang sudah berjalan, atau pakai --as-of.",
        f"All bills are for months after {day.en}: ask for those of months that have begun, or use --as-of.",
    )


def _parties(draft: Draft) -> list[Party]:
    """The office whose paper it is, by the sheet `kantor` or the first host, and the branch of BPJS."""
    branches = {str(row["office"]).strip() for row in draft.rows("billing") if row.get("office")}
    hosts = cells.items(meeting(draft).get("hosts"))
    theirs = next((host for host in hosts if BPJS.casefold() in host.casefold()), BPJS)
    if theirs == BPJS and len(branches) == 1:
        theirs = f"{BPJS} {branches.pop()}"
    ours = next((Party(host) for host in hosts if BPJS.casefold() not in host.casefold()), Party(""))
    first = own_first(draft, [ours], NAME)[0]
    return [first, ours if BPJS.casefold() in first.institution.casefold() else Party(theirs)]


def _opening(draft: Draft, every: list[Bill]) -> list[Block]:
    """The day is left open: bills are seldom reconciled in the meeting that is reported on."""
    intro = draft.say(", kami yang bertanda tangan di bawah ini:", ", we, the undersigned:")
    when = months(draft, every)
    done = draft.say(
        f"telah mencocokkan tagihan dan pembayaran iuran {when} per perangkat daerah, dengan hasil berikut.",
        f"have held the bills and payments of {when} against each other office by office, and found as follows.",
    )
    listed = Listed(party_lines(draft, _parties(draft)), numbered=True)
    return [Paragraph(on_this_day(draft, {}) + intro), listed, Paragraph(done)]


def _result(draft: Draft, found: list[Payer]) -> list[Block]:
    told = [value for name in FIGURES if (value := _longest(draft, name)) is not None]
    shown_first = [KeyFigures(tuple(figures.key_figure(v, draft.measured, draft.lang) for v in told))] if told else []
    annexes = draft.say(
        "Rincian per perangkat daerah dengan sebab dan tindak lanjutnya (Lampiran A) dan rincian per bulan (Lampiran B) "
        "merupakan bagian yang tidak terpisahkan dari berita acara ini.",
        "The details by office with causes and follow-up (Annex A) and by month (Annex B) are part of this paper.",
    )
    return [*shown_first, Paragraph(f"{_in_all(draft, found)}{annexes}")]


def _in_all(draft: Draft, found: list[Payer]) -> str:
    whole = compared(draft.measured, found)
    if whole is None:
        return ""
    billed, paid, less = (shown.rupiah(n, draft.lang) for n in (whole.billed, whole.paid, whole.difference))
    return draft.say(
        f"Dari tagihan yang pembayarannya diketahui sebesar **{billed}** telah dibayar **{paid}**, selisih **{less}**. ",
        f"Of bills of **{billed}** of which the payment is known **{paid}** was paid, a difference of **{less}**. ",
    )


def _longest(draft: Draft, indicator: str) -> Value | None:
    """The figure over most months of which it is known; a bill not yet due leaves the whole year without one."""
    known = [value for value in draft.of(indicator) if value.value is not None]
    whole = draft.first(indicator)
    if whole is None:
        return None
    same = [value for value in known if value.node.at(period="") == whole.node.at(period="")]
    return max(same, key=lambda value: (len(value.node.period) != 7, value.node.period), default=None)


def _by_office(draft: Draft, found: list[Payer]) -> list[Block]:
    """The annex on its side: everything about an office in one row, and under it where each office signs."""
    columns = [
        text_column(draft.say("Perangkat daerah", "Office"), 1.5),
        number_column(draft.say("Orang menurut SK", "Persons listed"), 0.9),
        number_column(draft.say("Tagihan", "Billed"), 1.2),
        number_column(draft.say("Dibayar", "Paid"), 1.2),
        number_column(draft.say("Selisih", "Difference"), 1.1),
        text_column(draft.say("Sebab", "Cause"), 2.4),
        text_column(draft.say("Tindak lanjut", "Follow-up"), 2.2),
    ]
    table = draft.table(
        "reconciled",
        draft.say("Rekonsiliasi iuran per perangkat daerah", "Contributions reconciled, by office"),
        columns,
        [_row(draft, payer, found) for payer in found],
        total=_total(draft, found),
        notes=[draft.said(note) for note in NOTES],
        source=told_sources([bill.source for payer in found for bill in payer.bills if bill.source], draft.lang),
        landscape=True,
    )
    heading = draft.appendix("Rincian per perangkat daerah", "By office")
    return [PageBreak(), heading, table, *_offices_sign(draft, found)]


def _row(draft: Draft, payer: Payer, found: list[Payer]) -> tuple[str, ...]:
    return (
        _name_and_account(draft, payer, found),
        _listed(draft, payer),
        *(_rupiah(draft, amount) for amount in (payer.billed, payer.paid, payer.difference)),
        causes(draft, payer),
        steps(draft, payer),
    )


def _name(draft: Draft, payer: Payer, found: list[Payer]) -> str:
    """The office, with its place where there are several."""
    name = payer.name or draft.say("Perangkat daerah belum disebut", "Office not given")
    return f"{name}, {draft.name('place', payer.place)}" if len({one.place for one in found}) > 1 else name


def _name_and_account(draft: Draft, payer: Payer, found: list[Payer]) -> str:
    accounts = list(dict.fromkeys(bill.account_no for bill in payer.bills if bill.account_no not in ("", payer.name)))
    return _name(draft, payer, found) + (f" ({', '.join(accounts)})" if accounts else "")


def _listed(draft: Draft, payer: Payer) -> str:
    last = payer.bills[-1].month
    numbers = [bill.listed for bill in payer.bills if bill.month == last and bill.listed is not None]
    if not numbers:
        return draft.said(cells.EMPTY)
    if len(numbers) > ACCOUNTS_SHOWN:
        return draft.say(f"{len(numbers)} akun", f"{len(numbers)} accounts")
    return " + ".join(shown.count(number, draft.lang) for number in numbers)


def _rupiah(draft: Draft, amount: int | None) -> str:
    return draft.say("belum diketahui", "not known") if amount is None else shown.rupiah(amount, draft.lang)


def _total(draft: Draft, found: list[Payer]) -> tuple[str, ...] | None:
    whole = compared(draft.measured, found)
    if whole is None or len(found) < 2:
        return None
    amounts = (shown.rupiah(amount, draft.lang) for amount in (whole.billed, whole.paid, whole.difference))
    return (draft.say("Jumlah", "Total"), "", *amounts, "", "")


def _open(draft: Draft) -> list[Block]:
    """What the bills themselves contradict."""
    against = [f for f in worst_first(draft) if f.quantity in FIGURES and f.severity != "info"]
    if not against:
        return []
    intro = draft.say("Yang masih perlu diselaraskan:", "Still to be settled:")
    return [Paragraph(intro), Listed(tuple(dict.fromkeys(draft.said(finding.message) for finding in against)))]


def _end(draft: Draft) -> list[Block]:
    city = said(office(draft, NAME), "city") or BLANK
    as_of = shown.day(draft.measured.as_of, draft.lang)
    told = draft.say(
        f"Keadaan pembayaran sampai dengan {as_of}. Demikian berita acara ini dibuat dengan sebenarnya untuk digunakan "
        f"sebagaimana mestinya. Ditandatangani di {city}, ${{tanggal_naskah}}.",
        f"Payments as known on {as_of}. Signed in good faith at {city}, ${{tanggal_naskah}}.",
    )
    signed = signatures(draft, _parties(draft), paper=NAME)
    return [Paragraph(told), *signed, placeholder_note(draft)]


def _offices_sign(draft: Draft, found: list[Payer]) -> list[Block]:
    """A row for each office that is named: forty of them sign in a table, not in forty blocks."""
    named = [payer for payer in found if payer.name]
    if not named:
        return []
    columns = [
        text_column(draft.say("Perangkat daerah", "Office"), 2),
        text_column(draft.say("Nama dan jabatan", "Name and post"), 2),
        text_column(draft.say("Tanda tangan", "Signature"), 1.4),
    ]
    rows = [(_name(draft, payer, found), "", "") for payer in named]
    caption = draft.say("Persetujuan perangkat daerah", "Agreed by the offices")
    return [Table("", caption, tuple(columns), tuple(rows), landscape=True, row_height=ROOM)]


def _monthly(draft: Draft, found: list[Payer]) -> list[Block]:
    """The annex: each bill as it stands in the data."""
    columns = [
        text_column(draft.say("Perangkat daerah", "Office"), 1.6),
        text_column(draft.say("Bulan", "Month"), 1.3),
        number_column(draft.say("Menurut SK", "Listed"), 0.7),
        number_column(draft.say("Ditagih", "Billed for"), 0.7),
        number_column(draft.say("Tagihan", "Billed"), 1.1),
        text_column(draft.say("Pembayaran", "Payment"), 1.6),
        number_column(draft.say("Selisih", "Difference"), 1.1),
    ]
    rows = [_bill_row(draft, payer, bill, found) for payer in found for bill in payer.bills]
    caption = draft.say("Tagihan dan pembayaran per bulan", "Bills and payments by month")
    return [
        PageBreak(),
        draft.appendix("Rincian per bulan", "By month"),
        draft.table("monthly", caption, columns, rows),
    ]


def _bill_row(draft: Draft, payer: Payer, bill: Bill, found: list[Payer]) -> tuple[str, ...]:
    has_several = len({one.account_no for one in payer.bills}) > 1
    account = bill.account_no if has_several and bill.account_no != payer.name else ""
    paid = _rupiah(draft, bill.paid)
    day = f", {shown.day(bill.paid_on, draft.lang)}" if bill.paid_on else ""
    return (
        ", ".join(filter(None, (_name(draft, payer, found), account))),
        shown.period(bill.month, draft.lang),
        _count(draft, bill.listed),
        _count(draft, bill.persons),
        _rupiah(draft, bill.billed),
        paid + day,
        _rupiah(draft, bill.difference),
    )


def _count(draft: Draft, number: int | None) -> str:
    return draft.said(cells.EMPTY) if number is None else shown.count(number, draft.lang)
