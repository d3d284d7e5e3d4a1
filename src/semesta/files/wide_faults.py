"""What may be wrong with a payment sheet whose months stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.files.faults import made_fault

_CELL = Words(
    "jumlah iuran, tanggal bayar, v atau lunas, 0 atau belum; kosong bila tidak diketahui",
    "an amount, a day of payment, v or lunas for paid, 0 or belum for not; empty where it is not known",
)

_MONTHS = Words("bulan dengan tahunnya, misalnya Jan 2024", "months with their year, such as Jan 2024")
_HOW_TO_SAY_THE_YEAR = Words(
    "Tulis tahunnya pada judul bulan (Jan 2024), di atas bulan-bulannya (2024), pada judul tabel (Iuran tahun 2024), "
    "atau pada nama lembar (2024).",
    "Write the year in the headers (Jan 2024), over the months (2024), in the title of the table (Contributions of the "
    "year 2024) or as the name of the sheet (2024).",
)

UNREADABLE = made_fault(
    "month_cell",
    Words(
        "sel bulan bukan iuran dan bukan tanda, tidak dihitung", "cell of a month neither amount nor mark, not counted"
    ),
    _CELL,
    Words(
        "Tulis jumlahnya, atau v bila lunas dan 0 bila belum; keterangan lain di kolom Keterangan.",
        "Write the amount, or v if paid and 0 if not; anything else belongs in a column of remarks.",
    ),
    "warning",
)
ONLY_CROSSES = made_fault(
    "month_cross",
    Words("tanda x dapat berarti lunas atau belum, tidak dihitung", "x may mean paid or not, not counted"),
    _CELL,
    Words(
        "Ganti x dengan v bila artinya lunas, dengan 0 bila artinya belum (Temukan dan Ganti di Excel).",
        "Replace x by v if it means paid, by 0 if it means unpaid (Find and Replace in Excel).",
    ),
    "warning",
)
SAME_MONTH = made_fault(
    "month_twice",
    Words("dua kolom untuk bulan yang sama, keduanya tidak dibaca", "two columns for one month, neither is read"),
    Words("satu kolom bagi tiap bulan", "one column for each month"),
    Words(
        "Hapus salah satunya, atau tulis tahun pada judulnya: Jan 2024, Jan 2025.",
        "Delete one of them, or write the year in its header: Jan 2024, Jan 2025.",
    ),
)


def year_unknown(years: Sequence[int]) -> Fault:
    """Months without a year, or with several to choose from."""
    several = ", ".join(map(str, years))
    return made_fault(
        "month_without_year",
        Words(
            f"bulan tanpa tahun yang pasti ({several}), semua pembayaran disisihkan",
            f"months whose year is not certain ({several}), all payments set aside",
        )
        if years
        else Words("bulan tanpa tahun, semua pembayaran disisihkan", "months without a year, all payments set aside"),
        _MONTHS,
        _HOW_TO_SAY_THE_YEAR,
    )


LAST_MONTH_UNKNOWN = made_fault(
    "month_without_year",
    Words(
        "bulan tanpa tahun yang pasti: lunas sampai kapan tidak diketahui",
        "months whose year is not certain: paid through when is not known",
    ),
    _MONTHS,
    _HOW_TO_SAY_THE_YEAR,
    "warning",
)
TOTAL_DIFFERS = made_fault(
    "month_total",
    Words("jumlah tidak sama dengan bulan-bulannya", "total differs from its months"),
    Words("jumlah yang sama dengan bulan-bulannya", "a total equal to that of its months"),
    Words(
        "Yang dipakai bulan-bulannya. Periksa bulan yang kurang atau rumus jumlahnya.",
        "The months are used. Check for a month left out, or the formula of the total.",
    ),
    "warning",
)
