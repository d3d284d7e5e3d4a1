"""What may be wrong with sheets and their headers, in the words an officer reads."""

from __future__ import annotations

from collections.abc import Sequence

from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.files.faults import made_fault, perhaps
from semesta.files.grid import shown_cell

UNKNOWN_HEADER = "unknown_header"
"""The cause of a column that was not read."""


def unknown_sheet(nearest: Sequence[str]) -> Fault:
    return made_fault(
        "unknown_sheet",
        Words("lembar tidak dikenal, tidak dibaca", "unknown sheet, not read"),
        Words("nama lembar seperti dalam templat", "a sheet name as in the template"),
        perhaps(nearest)
        or Words(
            "Ubah nama lembar bila isinya data; bila bukan, abaikan.",
            "Rename the sheet if it holds data; else ignore this.",
        ),
        "warning",
    )


HIDDEN_SHEET = made_fault(
    "hidden_sheet",
    Words("lembar tersembunyi, tidak dibaca", "hidden sheet, not read"),
    Words("lembar yang terlihat", "a visible sheet"),
    Words(
        "Bila isinya perlu dihitung: klik kanan nama lembar, pilih Perlihatkan (Unhide).",
        "If it should count: right-click a sheet name and choose Unhide.",
    ),
    "warning",
)


SHEET_SET_ASIDE = made_fault(
    "sheet_set_aside",
    Words("lembar berisi hal lain, tidak dibaca", "sheet about something else, not read"),
    Words("daftar yang diminta pada lembar itu", "the list that was asked for on that sheet"),
    Words(
        "Bila isinya daftar juga, salin judul kolom dari templat ke atasnya; bila bukan (misalnya rekap), abaikan.",
        "If it is a list too, copy the headers from the template above it; if not (a recap, say), ignore this.",
    ),
    "warning",
)


def recognised_by_headers(title: Words) -> Fault:
    return made_fault(
        "recognised_by_headers",
        Words("dikenali dari judul kolom, bukan dari namanya", "recognised by its headers, not by its name"),
        Words(f"nama “{title.id}”", f"the name “{title.en}”"),
        Words(
            f"Dibaca sebagai tabel {title.id}. Bila bukan, ubah namanya.",
            f"Read as the table {title.en}. If it is not, change its name.",
        ),
        "warning",
    )


NO_HEADER = made_fault(
    "no_header_row",
    Words("baris judul kolom tidak ditemukan", "no header row found"),
    Words(
        "judul kolom dalam 20 baris pertama, seperti dalam templat",
        "column headers within the first 20 rows, as in the template",
    ),
    Words("Salin judul kolom dari templat ke atas data.", "Copy the headers from the template above the data."),
)


def unknown_header(nearest: Sequence[str]) -> Fault:
    return made_fault(
        UNKNOWN_HEADER,
        Words("judul kolom tidak dikenal, kolom tidak dibaca", "unknown header, column not read"),
        Words("judul kolom seperti dalam templat", "a header as in the template"),
        perhaps(nearest)
        or Words("Bila kolom ini tidak diperlukan, abaikan.", "If the column is not needed, ignore this."),
        "warning",
    )


def near_header(title: Words) -> Fault:
    return made_fault(
        "near_header",
        Words("judul kolom hampir sama dengan yang dikenal", "header almost the same as a known one"),
        Words(f"“{title.id}”", f"“{title.en}”"),
        Words(
            f"Dibaca sebagai “{title.id}”. Perbaiki ejaannya agar pasti.",
            f"Read as “{title.en}”. Mend the spelling to be sure.",
        ),
        "warning",
    )


def known_by_content(title: Words) -> Fault:
    return made_fault(
        "known_by_content",
        Words("kolom dikenali dari isinya, bukan dari judulnya", "column known by what it holds, not by its header"),
        Words(f"judul “{title.id}”", f"the header “{title.en}”"),
        Words(
            f"Dibaca sebagai “{title.id}”. Beri judul itu agar pasti.",
            f"Read as “{title.en}”. Give it that header to be sure.",
        ),
        "warning",
    )


MANY_UNKNOWN_HEADERS = 10
"""More unknown headers than these are said together."""

_NAMED_OF_MANY = 5


def many_unknown_headers(titles: Sequence[str]) -> Fault:
    first = ", ".join(f"“{shown_cell(title)}”" for title in titles[:_NAMED_OF_MANY])
    rest = len(titles) - _NAMED_OF_MANY
    return made_fault(
        UNKNOWN_HEADER,
        Words(
            f"{len(titles)} judul kolom tidak dikenal, kolomnya tidak dibaca: {first} dan {rest} lagi",
            f"{len(titles)} unknown headers, columns not read: {first} and {rest} more",
        ),
        Words("judul kolom seperti dalam templat", "headers as in the template"),
        Words(
            "Hapus kolom yang tidak diperlukan, atau ubah judulnya.",
            "Delete the columns that are not needed, or change their headers.",
        ),
        "warning",
    )


def second_header(title: Words) -> Fault:
    return made_fault(
        "second_header",
        Words("kolom kedua untuk hal yang sama, tidak dibaca", "second column for the same thing, not read"),
        Words(f"satu kolom “{title.id}”", f"one column “{title.en}”"),
        Words("Hapus kolom ini, atau ubah judulnya.", "Delete this column, or change its header."),
        "warning",
    )


def ambiguous_header(title: Words) -> Fault:
    return made_fault(
        "ambiguous_header",
        Words("dua kolom untuk hal yang sama", "two columns for the same thing"),
        Words(f"satu kolom “{title.id}”", f"one column “{title.en}”"),
        Words("Hapus atau ubah judul salah satunya.", "Delete one of them, or change its header."),
    )


def says_nobody(title: Words) -> Fault:
    """A recap of accounts or months that has the columns of a list of people, but for those that say who they are."""
    return made_fault(
        "says_nobody",
        Words("baris tidak menyebut orang, semua baris disisihkan", "rows say no person, all of them set aside"),
        title + Words(" dengan NIK, No. KPJ, atau ID peserta", " with NIK, KPJ number or participant id"),
        Words(
            "Bila tiap baris seorang, tambahkan kolom itu. Bila rekap per akun atau NPP, namai lembarnya “Tagihan” dan susun "
            "menurut templatnya, dengan kolom Wilayah.",
            "If each row is a person, add such a column. If it is a recap by account, call the sheet “Billing” and arrange it "
            "as in its template, with a column Place.",
        ),
    )


def missing_column(title: Words, nearest: Sequence[str]) -> Fault:
    return made_fault(
        "missing_column",
        Words("kolom wajib tidak ada, semua baris disisihkan", "required column missing, all rows set aside"),
        Words(f"kolom “{title.id}”", f"a column “{title.en}”"),
        perhaps(nearest) + Words(f" Tambahkan kolom “{title.id}”.", f" Add a column “{title.en}”.")
        if nearest
        else Words(f"Tambahkan kolom “{title.id}”.", f"Add a column “{title.en}”."),
    )
