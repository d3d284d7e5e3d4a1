"""What was paid in benefits, by programme, benefit and source of contributions, over a period."""

from semesta.basics import lists
from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.rowchecks import HAS_A_PERIOD, PERIOD_AGREES_WITH_YEAR
from semesta.tables.table import Check, Column, Row, Table
from semesta.tables.types import Coded


def _says_something(row: Row) -> bool:
    return row.get("cases") is not None or row.get("amount") is not None


TABLE = Table(
    name="claims",
    title=Words("Manfaat dibayarkan", "Claims paid"),
    what=Words("Klaim yang dibayarkan: jumlah kasus dan rupiah.", "Claims paid: cases and rupiah."),
    why=Words(
        "Menunjukkan apa yang diterima pekerja dan keluarganya.", "Shows what workers and their families received."
    ),
    holder=Words("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
    moment="flow",
    columns=(
        c.place(),
        c.office(),
        c.year(),
        c.month(),
        c.period(),
        c.segment(),
        c.programme(),
        Column(
            "benefit",
            Coded(lists.BENEFITS),
            Words("Manfaat", "Benefit"),
            Words("Jenis manfaat; kosong bila tidak dirinci.", "Kind of benefit; empty when not split."),
            aliases=("jenis manfaat", "jenis klaim"),
        ),
        c.funding(),
        Column(
            "unit",
            Coded(lists.UNITS),
            Words("Satuan kasus", "Unit of cases"),
            Words(
                "Yang dihitung: kasus, pembayaran, atau orang. Dasar yang berbeda dapat berselisih dua kali lipat; kosong bila tidak disebut.",
                "What is counted: cases, payments or persons. The bases may differ twofold; empty when unstated.",
            ),
            aliases=("satuan",),
        ),
        c.count(
            "cases",
            Words("Jumlah kasus", "Cases"),
            Words("Menurut satuan di kolom sebelumnya.", "In the unit of the column before."),
            "kasus",
            "jumlah klaim",
        ),
        c.amount(
            "amount",
            Words("Manfaat (Rp)", "Amount (Rp)"),
            Words("Rupiah utuh, atau seperti tertulis: 790 juta.", "Whole rupiah, or as written: 790 juta."),
            "nominal",
            "nominal klaim",
            "jumlah manfaat",
            "manfaat",
            "klaim",
            "klaim dibayar",
            "klaim dibayarkan",
            "manfaat dibayar",
            "manfaat dibayarkan",
        ),
        Column(
            "amount_basis",
            Coded(lists.AMOUNT_BASES),
            Words("Dasar jumlah", "Amount basis"),
            Words("Kosong bila tidak disebut.", "Empty when unstated."),
            in_template=False,
        ),
        c.source(),
        c.complete(),
    ),
    key=("place", "office", "period", "segment", "programme", "benefit", "funding", "unit"),
    checks=(
        HAS_A_PERIOD,
        PERIOD_AGREES_WITH_YEAR,
        Check(
            (),
            _says_something,
            Fault(
                "no_claim",
                Words("jumlah kasus atau jumlah rupiah", "cases or amount"),
                Words(
                    "Isi sekurangnya satu dari kolom Jumlah kasus dan Manfaat.",
                    "Fill in at least one of cases and amount.",
                ),
            ),
        ),
    ),
    aliases=("claims", "klaim", "pembayaran klaim", "manfaat"),
)
