"""Until when an accident is reported, and until when its benefits can be claimed."""

from __future__ import annotations

import datetime as dt
from calendar import isleap

from semesta.basics.words import Words
from semesta.law.deadline import NOTHING, Deadline
from semesta.law.faults import NoLawOnDate
from semesta.law.law import Law
from semesta.law.parameters import Step

LATE_REPORT_SINCE = dt.date(2025, 2, 24)


def claim_deadline(on: dt.date, law: Law) -> Deadline:
    """Until when the benefits of an accident, or of a disease diagnosed on the day, can be claimed.

    The years are those of the law of that day; the right lapses after its anniversary (of 29 February: 28 February).

    Raises:
        NoLawOnDate: nothing was law on the day.
    """
    step = _step("jkk_claim_years", on, law)
    year = on.year + int(str(step.value))
    last = dt.date(year, 2, 28) if (on.month, on.day) == (2, 29) and not isleap(year) else on.replace(year=year)
    title = Words("Batas menuntut manfaat JKK", "Last day to claim JKK benefits")
    return Deadline(
        last, title, step.article, step.verified, step.note, Words("hak menuntut gugur", "the right lapses")
    )


def report_deadline(on: dt.date, law: Law) -> Deadline:
    """Until when an accident is reported: 2 × 24 hours, counted here as two days because no hour is asked for.

    Raises:
        NoLawOnDate: nothing was law on the day.
    """
    step = _step("jkk_report_days", on, law)
    borne = Words("pemberi kerja menanggung manfaat JKK", "the employer bears the JKK benefits")
    return Deadline(
        on + dt.timedelta(days=int(str(step.value))),
        Words("Batas melaporkan kecelakaan", "Last day to report the accident"),
        step.article,
        step.verified,
        step.note,
        borne if on >= LATE_REPORT_SINCE else NOTHING,
    )


def _step(name: str, on: dt.date, law: Law) -> Step:
    step = law.book.parameters[name].on(on)
    if step is None:
        raise NoLawOnDate(name, name, on)
    return step
