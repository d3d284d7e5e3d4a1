"""Deaths per 1,000 person-years at which contributions by law just pay the benefit by law."""

import datetime as dt
from collections.abc import Iterator

from semesta.basics.words import Words
from semesta.law.faults import NoLawOnDate
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.value import Node, Value

BENEFIT_ALONE = Words(
    "JKM bagi BPU, tanpa beasiswa dan tanpa masa tunggu, menurut hukum pada tanggal laporan",
    "JKM for BPU, without scholarships or waiting time, by the law of the report's day",
)


def law_nodes(figures: Figures, breakdowns: tuple[tuple[str, ...], ...]) -> Iterator[Node]:
    yield Node(place=figures.place, segment="BPU", programme="JKM", period=figures.as_of.isoformat())


def value(figures: Figures, node: Node) -> Value | None:
    """Without law on the day there is no frequency: said, not raised, since the day comes from the data."""
    try:
        monthly = figures.law.value(
            "jkm_contribution", date=figures.as_of, segment="BPU", funding="apbd", sector="other"
        )
        benefit = figures.law.value("jkm_full_benefit", date=figures.as_of)
    except NoLawOnDate:
        return missing("break_even_frequency", node, "per_1000_person_years", NO_LAW)
    yearly, paid = int(monthly.value or 0) * 12, int(benefit.value or 0)
    verified = monthly.verified and benefit.verified
    return Value(
        "break_even_frequency",
        node,
        "per_1000_person_years",
        yearly / paid * 1000,
        yearly,
        paid,
        status=("ok",) if verified else ("unverified_law",),
        notes=(BENEFIT_ALONE,),
        sources=("PP 44/2015; PP 82/2019",),
    )


NO_LAW = Words("tidak ada hukum program ini pada tanggal laporan", "no law of this programme on the report's day")


INDICATOR = Indicator(
    name="break_even_frequency",
    title=Words("Frekuensi impas", "Break-even frequency"),
    why=Words(
        "Memisahkan harga dari kebetulan: pada berapa kematian iuran tepat menutup manfaat.",
        "Sets price apart from chance: at how many deaths contributions just cover benefits.",
    ),
    formula=Words(
        "iuran setahun menurut hukum ÷ manfaat menurut hukum × 1.000 orang-tahun",
        "yearly contribution by law ÷ benefit by law × 1,000 person-years",
    ),
    never=Words("disebut frekuensi yang diharapkan", "called an expected frequency"),
    unit="per_1000_person_years",
    direction="neutral",
    law="PP 44/2015 Pasal 34 jo. PP 82/2019",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=law_nodes,
    tables=(),
    breakdowns=(),
)
