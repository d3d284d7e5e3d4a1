"""What BPJS received in contributions, by programme and source of money, over a period."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.rowchecks import HAS_A_PERIOD, PERIOD_AGREES_WITH_YEAR
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="contributions",
    title=Words("Iuran diterima", "Contributions"),
    what=Words("Iuran yang diterima BPJS Ketenagakerjaan.", "Contributions received by BPJS Ketenagakerjaan."),
    why=Words(
        "Dibandingkan dengan manfaat yang dibayarkan pada periode yang sama.",
        "Held against the benefits paid in the same period.",
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
        c.funding(),
        c.payer(),
        c.amount(
            "amount",
            Words("Iuran (Rp)", "Amount (Rp)"),
            Words(
                "Rupiah utuh, atau seperti tertulis: 790 juta, 8,59 triliun.",
                "Whole rupiah, or as written: 790 juta, 8,59 triliun.",
            ),
            "iuran",
            "jumlah iuran",
            "nominal",
            "jumlah",
            required=True,
        ),
        Column(
            "amount_basis",
            Coded(lists.AMOUNT_BASES),
            Words("Bruto atau neto", "Gross or net"),
            Words(
                "Sebelum atau sesudah bagian yang dialihkan ke JKP; kosong bila tidak disebut.",
                "Before or after what goes to JKP; empty when unstated.",
            ),
            in_template=False,
        ),
        c.day(
            "received_on",
            Words("Diterima tanggal", "Received on"),
            Words("Tanggal uang diterima.", "Day the money arrived."),
            "tanggal bayar",
            "tanggal terima",
            observed=True,
        ),
        c.source(),
        c.complete(),
    ),
    key=("place", "office", "period", "segment", "programme", "funding", "payer", "received_on"),
    checks=(HAS_A_PERIOD, PERIOD_AGREES_WITH_YEAR),
    aliases=("iuran", "penerimaan iuran"),
)
