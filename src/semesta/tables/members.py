"""How many are registered and how many are active, by payer and group, on a day."""

from dataclasses import replace

from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.population import UNIVERSE
from semesta.tables.rowchecks import at_most
from semesta.tables.table import Check, Column, Row, Table, most_column

OF_A_LIST = Words(
    "Diisi bila hanya peserta di antara orang dalam daftar nama yang dihitung; kosong berarti semua peserta.",
    "Filled in where only the members among people on a list of names were counted; empty means all members.",
)


def _says_how_many(row: Row) -> bool:
    return row.get("registered") is not None or row.get("active") is not None


def _most(number: str, title: Words) -> Column:
    """How many there are if all of whom it is not known are among them; systems fill it in that count from lists."""
    told = Words(
        "Bila dari sebagian orang belum diketahui: jumlahnya bila mereka semua termasuk. Kosong berarti jumlahnya pasti.",
        "Where of some people it is not known: how many if all of them are among these. Empty means that the number is certain.",
    )
    return replace(c.count(most_column(number), title, told), in_template=False)


TABLE = Table(
    name="members",
    title=Words("Peserta", "Members"),
    what=Words(
        "Peserta terdaftar dan peserta aktif, per wilayah, kelompok dan pembayar iuran.",
        "Registered and active members, by place, group and payer.",
    ),
    why=Words(
        "Terdaftar belum tentu aktif; hanya yang aktif terlindungi.",
        "Registered is not active, and only the active are covered.",
    ),
    holder=Words("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
    moment="stock",
    columns=(
        c.place(),
        c.office(),
        c.group(),
        c.segment(),
        c.programme(),
        c.funding(),
        c.payer(),
        replace(UNIVERSE, in_template=False, help=OF_A_LIST),
        c.basis(),
        c.decile(),
        c.count(
            "registered",
            Words("Terdaftar", "Registered"),
            Words("Orang yang terdaftar, tiap orang satu kali.", "People registered, each once."),
            "peserta terdaftar",
            "jumlah terdaftar",
        ),
        c.count(
            "active",
            Words("Aktif", "Active"),
            Words(
                "Orang yang iurannya terbayar pada tanggal itu. Kosongkan bila hanya diketahui yang terdaftar.",
                "People paid for on that day. Leave empty when only the registered are known.",
            ),
            "peserta aktif",
            "jumlah aktif",
        ),
        _most("registered", Words("Terdaftar, paling banyak", "Registered, at most")),
        _most("active", Words("Aktif, paling banyak", "Active, at most")),
        c.as_of(),
        c.source(),
        c.complete(),
    ),
    key=("place", "office", "group", "segment", "programme", "funding", "payer", "universe", "basis", "decile"),
    checks=(
        at_most(
            "active",
            "registered",
            Words("peserta aktif tidak lebih dari yang terdaftar", "active members not above the registered"),
            Words(
                "Periksa apakah kedua kolom tertukar, atau perbarui jumlah terdaftar.",
                "See whether the two columns are swapped, or update the registered.",
            ),
        ),
        Check(
            (),
            _says_how_many,
            Fault(
                "no_members",
                Words("jumlah terdaftar atau jumlah aktif", "registered or active members"),
                Words(
                    "Isi sekurangnya satu dari kolom Terdaftar dan Aktif.",
                    "Fill in at least one of registered and active.",
                ),
            ),
        ),
    ),
    aliases=("kepesertaan", "data peserta"),
)
