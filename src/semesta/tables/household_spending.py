"""What households spend and how many in them earn, household by household or so many alike: who would fall into poverty."""

from dataclasses import replace

from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.rowchecks import at_most
from semesta.tables.table import Check, Table

TABLE = Table(
    name="household_spending",
    title=Words("Pengeluaran keluarga", "Household spending"),
    what=Words(
        "Keluarga pekerja menurut besarnya, pencari nafkahnya dan pengeluarannya: satu baris satu keluarga, atau sekian yang sama; "
        "tanpa nama, NIK atau No. KK.",
        "Households of workers by size, earners and spending: a row for each, or for so many alike; without names, NIKs or family cards.",
    ),
    why=Words(
        "Tanpanya tidak diketahui keluarga mana yang jatuh miskin bila pencari nafkahnya meninggal.",
        "Without it nobody knows which households fall into poverty when an earner dies.",
    ),
    holder=Words("Bappeda, dinas pembina kelompok", "Planning office, offices in charge of the groups"),
    moment="stock",
    columns=(
        c.place(),
        replace(
            c.group(),
            help=Words(
                "Kelompok pekerja yang ada dalam keluarga itu; kosong berarti belum diketahui.",
                "Group of the workers in the household; empty means not known.",
            ),
        ),
        c.count(
            "size",
            Words("Anggota keluarga", "Persons in the household"),
            Words("Semua yang hidup dari pengeluaran itu.", "All who live on that spending."),
            "jumlah anggota keluarga",
            "jumlah anggota",
            "anggota rumah tangga",
            "art",
            "jumlah art",
            required=True,
        ),
        c.count(
            "earners",
            Words("Pencari nafkah", "Earners"),
            Words(
                "Di antaranya yang bekerja; kosong berarti belum diketahui, bukan nol.",
                "Those of them who work; empty means not known, which is not zero.",
            ),
            "jumlah pencari nafkah",
            "anggota yang bekerja",
            "art bekerja",
            "jumlah bekerja",
        ),
        replace(
            c.decile(),
            help=Words(
                "Desil DTSEN 1–10; kosong berarti belum diketahui.", "DTSEN decile 1–10; empty means not known."
            ),
        ),
        c.amount(
            "spending",
            Words("Pengeluaran sebulan (Rp)", "Monthly spending (Rp)"),
            Words(
                "Pengeluaran seluruh keluarga dalam sebulan; kosong berarti belum diketahui, bukan nol.",
                "What the whole household spends in a month; empty means not known, which is not zero.",
            ),
            "pengeluaran",
            "pengeluaran per bulan",
            "pengeluaran keluarga",
            "pengeluaran rumah tangga",
            "pengeluaran rumah tangga sebulan",
            "konsumsi sebulan",
        ),
        c.count(
            "households",
            Words("Jumlah keluarga", "Households"),
            Words(
                "Berapa keluarga seperti ini; kosong berarti baris ini satu keluarga.",
                "How many are like this; empty means that the row is one household.",
            ),
            "banyak keluarga",
            "jumlah kk",
            "jumlah rumah tangga",
        ),
        c.as_of(required=False),
        c.source(),
    ),
    key=("place", "group", "size", "earners", "decile", "spending"),
    checks=(
        at_most(
            "earners",
            "size",
            Words("pencari nafkah tidak lebih dari anggota keluarga", "earners not above the persons in the household"),
            Words("Periksa apakah kedua kolom tertukar.", "See whether the two columns are swapped."),
        ),
        Check(
            ("size",),
            lambda row: row["size"] != 0,
            Fault(
                "household.empty",
                Words("keluarga dengan sekurangnya satu anggota", "a household of at least one person"),
                Words("Isi jumlah anggota keluarga, atau hapus barisnya.", "Fill in how many, or take the row out."),
            ),
        ),
    ),
    aliases=("survei keluarga", "pengeluaran rumah tangga", "survei pengeluaran"),
    of_households=True,
)
