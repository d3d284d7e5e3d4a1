"""What the reader itself may find wrong with rows and cells; types and tables know the rest."""

from __future__ import annotations

from dataclasses import replace

from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.files.faults import made_fault

MISSING_VALUE = made_fault(
    "missing_value",
    Words("sel wajib kosong", "required cell empty"),
    Words("isi", "a value"),
    Words("Isi selnya. Bila jumlahnya memang nol, tulis 0.", "Fill in the cell. If it is nought, write 0."),
)
MERGED_CELL = made_fault(
    "merged_cell",
    Words("sel digabung", "merged cells"),
    Words("satu nilai dalam tiap sel", "a value in each cell"),
    Words(
        "Pilih sel gabungan, klik Merge & Center untuk memisahkan, lalu isi tiap barisnya.",
        "Select the merged cells, click Merge & Center to split them, and fill in every row.",
    ),
)
UNCALCULATED = made_fault(
    "formula_without_value",
    Words("rumus belum dihitung", "formula not calculated"),
    Words("rumus dengan hasil", "a formula with its result"),
    Words(
        "Buka berkas di Excel, lalu simpan; hasil rumus ikut tersimpan.",
        "Open the file in Excel and save it; results are saved along.",
    ),
)
ERROR_CELL = made_fault(
    "cell.error",
    Words("sel berisi galat rumus (#REF!, #N/A, …)", "cell with a formula error (#REF!, #N/A, …)"),
    Words("nilai", "a value"),
    Words("Perbaiki rumusnya, atau ganti dengan nilainya.", "Mend the formula, or put its value."),
)
FUTURE_DATE = made_fault(
    "future_date",
    Words("tanggal di masa depan", "date in the future"),
    Words("tanggal yang tidak lewat dari hari ini", "a day not after today"),
    Words("Periksa tahunnya, dan urutan tanggal dan bulannya.", "Check the year, and the order of day and month."),
)
TOO_MANY_CELLS = made_fault(
    "too_many_cells",
    Words("isi baris lebih banyak dari kolomnya", "more cells in the row than columns"),
    Words("sebanyak judul kolom", "as many cells as there are headers"),
    Words(
        'Beri tanda kutip pada isi yang memuat pemisah kolom, misalnya "8,59 triliun".',
        'Put quotes around values that hold the separator, such as "8,59 triliun".',
    ),
)
TOTALS_ROW = made_fault(
    "totals_row",
    Words("baris jumlah tidak dihitung", "totals row left out"),
    Words("data saja, tanpa baris jumlah", "data only, without totals rows"),
    Words(
        "Jumlah dihitung sendiri. Bila baris ini data, isi kolom wilayah atau NIK-nya.",
        "Totals are made from the rows. If this row is data, fill in its place or NIK.",
    ),
    "warning",
)
FOOTNOTE = made_fault(
    "footnote_row",
    Words("catatan di bawah tabel, tidak dibaca", "note below the table, not read"),
    Words("data saja", "data only"),
    Words("Bila baris ini data, lengkapi kolom wajibnya.", "If this row is data, fill in its required columns."),
    "warning",
)
HEADER_AGAIN = made_fault(
    "header_again",
    Words("judul kolom berulang di dalam daftar, tidak dibaca", "header repeated within the list, not read"),
    Words("data saja", "data only"),
    Words("Tidak perlu diubah.", "Nothing needs to be done."),
    "warning",
)
ABOVE_HEADER = made_fault(
    "rows_above_header",
    Words("baris di atas judul kolom berisi orang, disisihkan", "rows above the header hold people, set aside"),
    Words("judul kolom di atas baris pertama", "the header above the first row"),
    Words(
        "Salin judul kolom dari templat ke atas baris itu.",
        "Copy the headers from the template above those rows.",
    ),
)
SEVERAL_SPELLINGS = made_fault(
    "one_place_several_codes",
    Words("satu wilayah ditulis dengan beberapa cara", "one place written in several ways"),
    Words("satu cara menulis", "one way of writing it"),
    Words(
        "Sudah disatukan; seragamkan agar tidak terhitung dua kali di tempat lain.",
        "They were made one; write it in one way so that it is not counted twice elsewhere.",
    ),
    "warning",
)


def duplicate_row(first_row: object, elsewhere: str) -> Fault:
    """A row equal to an earlier one; `elsewhere` names the file and sheet of that one, empty when it is the same."""
    first = Words(f"baris {first_row}{elsewhere}", f"row {first_row}{elsewhere}")
    return made_fault(
        "duplicate_row",
        Words("baris ganda", "duplicate row"),
        Words("baris yang berbeda dari baris lain", "a row unlike the others"),
        Words(
            f"Sama persis dengan {first.id}; hapus salah satunya.",
            f"Exactly the same as {first.en}; delete one of them.",
        ),
    )


def other_column(title: Words) -> Fault:
    """A column that bears the name of one and holds something else: "Status" with who is married."""
    return made_fault(
        "other_column",
        Words("isi kolom lain dari yang dimaksud judulnya, tidak dibaca", "column holds something else, not read"),
        Words(f"isi untuk “{title.id}”", f"what belongs in “{title.en}”"),
        Words(
            "Ubah judulnya, atau abaikan bila memang hal lain.",
            "Change its header, or ignore this if it is another matter.",
        ),
        "warning",
    )


def of_column(fault: Fault, count: int, rows: int) -> Fault:
    """A fault that befell a whole column, said once for all its cells."""
    many = Words(f" ({count} dari {rows} baris)", f" ({count} of {rows} rows)")
    return replace(fault, title=fault.title + many)
