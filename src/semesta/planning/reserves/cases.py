"""Which rows of a list of claims can stand in a triangle, and why the others cannot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from semesta.basics.lists import RISK_PROGRAMMES
from semesta.basics.period import Period
from semesta.basics.words import Words

SCHOLARSHIP = "scholarship"
FIRST_LAW = dt.date(2015, 7, 1)
"""PP 44/2015 on JKK and JKM: an older event is another law's, and mostly a year mistyped."""
REASONS: Mapping[str, Words] = {
    "unread": Words(
        "disisihkan saat dibaca, dengan kesalahan yang disebut", "set aside when read, with the errors told"
    ),
    "savings": Words("bukan program risiko (JKK, JKM, JKP)", "no programme of risks (JKK, JKM, JKP)"),
    "rejected": Words("ditolak", "rejected"),
    "scholarship": Words(
        "beasiswa tahunan, bukan klaim baru; yang masih akan dibayar dihitung dari daftar anak",
        "yearly scholarships, no new claims; what is still to be paid is counted from the list of children",
    ),
    "no_event": Words("tanpa tanggal kejadian", "no day of the event"),
    "before_law": Words("kejadiannya sebelum 1 Juli 2015 (PP 44/2015)", "the event is before 1 July 2015 (PP 44/2015)"),
    "no_report": Words("tanpa tanggal lapor dan tanpa tanggal bayar", "neither a day of report nor of payment"),
    "no_amount": Words(
        "sudah dilaporkan tetapi belum ada jumlahnya: belum termasuk", "reported, but without an amount: not included"
    ),
    "not_positive": Words("jumlahnya nol atau negatif", "the amount is zero or negative"),
    "before_event": Words("dilaporkan sebelum kejadian", "reported before the event"),
    "event_later": Words("kejadiannya sesudah tanggal hitung", "the event is after the day counted"),
    "report_later": Words("dilaporkan sesudah tanggal hitung", "reported after the day counted"),
    "earlier": Words("kejadiannya sebelum bulan awal yang diminta", "the event is before the first month asked for"),
}
"""Why a row does not stand in a triangle, the first that holds."""


@dataclass(frozen=True)
class Cases:
    """Claims that can stand in a triangle.

    rows: `programme`, `segment` ("" where not said), `event` and `report` as months (year × 12 + month − 1, Int64), `amount`
        in whole rupiah, `id` of the claim where the list has one.
    paid: the same codes, `month` of payment and `amount` of everything paid of risk programmes until `until`.
    until: the last day counted, the end of a month. `since` is the first month in which anything was reported.
    left_out: rows that are not used, by REASONS.
    by_payment: rows used that have no day of report: the day of payment counts.
    undated: rows used that have no day of payment: they stand in no cash ratio. has_days_paid: whether any row has one.
    """

    rows: pl.DataFrame
    paid: pl.DataFrame
    until: dt.date
    since: dt.date
    left_out: Mapping[str, int]
    by_payment: int
    undated: int = 0
    has_days_paid: bool = True

    @property
    def reported_until(self) -> dt.date:
        """The end of the last month in which anything was reported."""
        return end_of(int(self.rows["report"].max()))  # type: ignore[arg-type]

    def months(self, programme: str) -> tuple[int, int]:
        """The first month that the list speaks of for a programme, and the last that is counted."""
        first = self.rows.filter(pl.col("programme") == programme)["event"].min()
        return int(first), month_of(self.until)  # type: ignore[arg-type]


def cases_of(
    frame: pl.DataFrame,
    *,
    as_of: dt.date | None = None,
    first: dt.date | None = None,
    today: dt.date,
    set_aside: int = 0,
) -> Cases:
    """The rows of the table `claim_cases` by what can be done with them.

    Args:
        as_of: counted until then; months count whole, so within a month the one before is the last. Default the last month in
            which the list has a report.
        first: events from this month on.
        today: a month that is not over yet does not count.
        set_aside: rows that the reading of the list kept out.
    """
    reported = pl.coalesce("filed_on", "paid_on")
    until = _until(as_of or _last_month(frame.select(reported).to_series(), today))
    start = pl.lit(first.replace(day=1) if first else dt.date.min)
    why = _why(reported, until, start)
    judged = frame.with_columns(why.alias("why"), reported.alias("reported"), segment=pl.col("segment").fill_null(""))
    usable = judged.filter(pl.col("why").is_null())
    counts = judged["why"].drop_nulls().value_counts()
    found = {**dict(zip(counts["why"], counts["count"], strict=True)), **({"unread": set_aside} if set_aside else {})}
    months = {"event": _month("event_date"), "report": _month("reported")}
    rows = usable.select("id", "programme", "segment", "amount", **months).sort("programme", "segment", "event")
    return Cases(
        rows,
        _paid(judged, until),
        until,
        _first_reported(rows, until),
        {reason: int(found[reason]) for reason in REASONS if reason in found},
        usable["filed_on"].null_count(),
        usable["paid_on"].null_count(),
        judged["paid_on"].null_count() < judged.height,
    )


def _why(reported: pl.Expr, until: dt.date, start: pl.Expr) -> pl.Expr:
    """The first reason against each row; null for those that can be used."""
    event, amount = pl.col("event_date"), pl.col("amount")
    against = {
        "savings": ~pl.col("programme").is_in(RISK_PROGRAMMES),
        "rejected": pl.col("status") == "rejected",
        "scholarship": pl.col("benefit") == SCHOLARSHIP,
        "no_event": event.is_null(),
        "event_later": event > until,
        "before_law": event < FIRST_LAW,
        "no_report": reported.is_null(),
        "before_event": reported < event,
        "report_later": reported > until,
        "no_amount": amount.is_null(),
        "not_positive": amount <= 0,
        "earlier": event < start,
    }
    return pl.coalesce(pl.when(holds.fill_null(False)).then(pl.lit(name)) for name, holds in against.items())


def _paid(judged: pl.DataFrame, until: dt.date) -> pl.DataFrame:
    """Everything paid, scholarships too: what the cash ratio asks for."""
    counts = pl.col("programme").is_in(RISK_PROGRAMMES) & (pl.col("amount") > 0) & (pl.col("paid_on") <= until)
    asked = judged.filter(counts & (pl.col("status") != "rejected").fill_null(True))
    event = _month("event_date").alias("event")
    return asked.select("programme", "segment", "amount", "benefit", event, _month("paid_on").alias("month"))


def _last_month(reported: pl.Series, today: dt.date) -> dt.date:
    """The end of the month of the latest report, or where that month is not over, of the month before."""
    known = reported.drop_nulls()
    latest = known.filter(known <= today).max()
    end = end_of(month_of(latest if isinstance(latest, dt.date) else today))
    return end if end <= today else end_of(month_of(end) - 1)


def _until(day: dt.date) -> dt.date:
    return day if day == end_of(month_of(day)) else end_of(month_of(day) - 1)


def _first_reported(rows: pl.DataFrame, until: dt.date) -> dt.date:
    first = rows["report"].min()
    return start_of(int(first) if rows.height else month_of(until))  # type: ignore[arg-type]


def _month(column: str) -> pl.Expr:
    day = pl.col(column)
    return day.dt.year().cast(pl.Int64) * 12 + day.dt.month().cast(pl.Int64) - 1


def month_of(day: dt.date) -> int:
    """The month of a day as a number that counts on over the years."""
    return day.year * 12 + day.month - 1


def start_of(month: int) -> dt.date:
    """The first day of a month by its number."""
    return dt.date(month // 12, month % 12 + 1, 1)


def end_of(month: int) -> dt.date:
    """The last day of a month by its number."""
    return Period.of(month // 12, month % 12 + 1).end
