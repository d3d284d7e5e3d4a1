"""Why what an office was billed and what it paid differ, as far as the bills tell, and the step that would mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from semesta.basics import shown
from semesta.basics.period import Period
from semesta.basics.words import Words
from semesta.monev.bills import Bill, Payer
from semesta.monev.flows import runs_of_months
from semesta.report.laporan import cells
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.follow_up import CLOSED
from semesta.report.minutes.official import BLANK

NONE = Words("Tidak ada selisih", "No difference")
NOTHING_TO_DO = Words("Tidak ada", "None")

CAUSES: dict[str, Words] = {
    "unpaid": Words("Belum dibayar", "Not paid"),
    "part": Words("Dibayar sebagian", "Paid in part"),
    "unknown": Words("Tagihan atau pembayaran belum diketahui", "Bill or payment not known"),
    "ahead": Words("Belum jatuh tempo", "Not yet due"),
    "fewer": Words("Orang ditagih kurang dari SK", "Fewer persons billed than listed"),
    "more": Words("Orang ditagih lebih dari SK", "More persons billed than listed"),
    "late": Words("Dibayar lewat jatuh tempo", "Paid late"),
}
OF_MONEY = ("unpaid", "part", "unknown", "ahead")
ABOUT_BILLS = ("billed", "received", "collection_rate", "unpaid_months", "person_months")
"""Indicators that a commitment to pay is measured by."""
STEPS: dict[str, Words] = {
    "unpaid": Words(f"Melunasi paling lambat {BLANK}", f"Pay by {BLANK}"),
    "part": Words(f"Melunasi paling lambat {BLANK}", f"Pay by {BLANK}"),
    "unknown": Words("Menunjukkan tagihan dan bukti bayar", "Show the bill and the proof of payment"),
    "fewer": Words("Memadankan SK dengan daftar tagihan", "Match the decree with the list billed"),
    "more": Words("Memadankan SK dengan daftar tagihan", "Match the decree with the list billed"),
}


def causes(draft: Draft, payer: Payer) -> str:
    """The causes with months and amount: "Dibayar sebagian: Oktober 2025 (Rp537.600); Belum jatuh tempo: …".

    The amounts of unpaid, part and what is known of those not yet due make up the difference.
    """
    said = [
        f"{draft.said(CAUSES[cause])}: {months(draft, of)}{_amount(draft, cause, of)}"
        for cause, of in _by_cause(draft, payer).items()
    ]
    return "; ".join(said) or draft.said(NONE)


def _amount(draft: Draft, cause: str, bills: list[Bill]) -> str:
    """What is outstanding, or the bill itself where it is not known what was paid of it."""
    owed = [bill.billed if bill.difference is None else bill.difference for bill in bills]
    known = [amount for amount in owed if amount is not None]
    return f" ({shown.rupiah(sum(known), draft.lang)})" if cause in OF_MONEY and known else ""


def steps(draft: Draft, payer: Payer) -> str:
    """What would mend each cause, to be settled by the parties, and what the office has committed itself to already."""
    found = _by_cause(draft, payer)
    said = [draft.said(STEPS[cause]) for cause in found if cause in STEPS]
    if "ahead" in found:
        due = min(bill.due_on for bill in found["ahead"] if bill.due_on is not None)
        last = shown.day(due, draft.lang)
        said.append(draft.say(f"Membayar paling lambat {last}", f"Pay by {last}"))
    return "; ".join(dict.fromkeys([*said, *_committed(draft, payer)])) or draft.said(NOTHING_TO_DO)


def months(draft: Draft, bills: Iterable[Bill]) -> str:
    """Their months with unbroken runs as one: "Januari–Juni 2025, Oktober 2025"."""
    codes = sorted({bill.month for bill in bills})
    runs = runs_of_months(codes)
    within = [Period.parse(run) for run in runs]
    alone = [code for code in codes if not any(period.overlaps(Period.parse(code)) for period in within)]
    return ", ".join(shown.period(code, draft.lang) for code in sorted([*runs, *alone]))


def _by_cause(draft: Draft, payer: Payer) -> dict[str, list[Bill]]:
    """The bills under each cause that holds for one of them, in the order of CAUSES."""
    as_of = draft.measured.as_of
    tests: dict[str, Callable[[Bill], bool]] = {
        "fewer": lambda bill: None not in (bill.listed, bill.persons) and (bill.persons or 0) < (bill.listed or 0),
        "more": lambda bill: None not in (bill.listed, bill.persons) and (bill.persons or 0) > (bill.listed or 0),
        "late": lambda bill: bill.is_late,
    }
    found = {
        cause: [bill for bill in payer.bills if (tests[cause](bill) if cause in tests else bill.state(as_of) == cause)]
        for cause in CAUSES
    }
    return {cause: bills for cause, bills in found.items() if bills}


def _committed(draft: Draft, payer: Payer) -> list[str]:
    """The open commitments of the round about bills for which this office is named responsible."""
    if not payer.name:
        return []
    own = [
        row
        for row in draft.rows("commitments")
        if row.get("indicator") in ABOUT_BILLS
        and payer.name.casefold() in str(row.get("responsible") or "").casefold()
        and (row.get("status") or "open") not in CLOSED
    ]
    by = draft.say("paling lambat", "by")
    return [
        str(row["text"]).strip().rstrip(".")
        + (f" ({by} {cells.day(row, 'due', draft.lang)})" if row.get("due") else "")
        for row in own
    ]
