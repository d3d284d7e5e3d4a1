"""Everything that can be wrong with a cell by itself: a stable id, a title for the group, and how it is mended."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from semesta.basics.problem import Fault, Severity
from semesta.basics.words import Words


@dataclass(frozen=True, slots=True)
class Cause:
    """A kind of fault. `title` names what was met and is said after a number, `fix` says what the officer does about it."""

    id: str
    title: Words
    fix: Words
    severity: Severity = "error"


CAUSES: Final[dict[str, Cause]] = {}


def _cause(id: str, title: Words, fix: Words, severity: Severity = "error") -> str:
    CAUSES[id] = Cause(id, title, fix, severity)
    return id


def _remark(id: str, title: Words, fix: Words) -> str:
    return _cause(id, title, fix, "warning")


@lru_cache(maxsize=1024)
def fault(cause: str, expected: Words) -> Fault:
    """The fault of a known cause, for a type that expected something else."""
    known = CAUSES[cause]
    return Fault(known.id, expected, known.fix, known.severity, known.title)


def title(cause: str) -> Words:
    """What a group of problems of this cause is called; empty for causes that no type knows."""
    return CAUSES[cause].title if cause in CAUSES else Words("", "")


# Any cell

ERROR_CELL = _cause(
    "cell.error",
    Words("sel berisi galat rumus (#REF!, #N/A, …)", "cell with a formula error (#REF!, #N/A, …)"),
    Words(
        "Perbaiki rumusnya (misalnya #REF! karena baris atau lembar yang dirujuk dihapus), atau salin hasil yang benar sebagai nilai.",
        "Mend the formula (#REF!, for example, when the row or sheet it refers to was deleted), or paste the right result as a value.",
    ),
)
BOOLEAN = _cause(
    "cell.boolean",
    Words("sel berisi BENAR/SALAH", "cell holds TRUE/FALSE"),
    Words(
        "Ganti BENAR/SALAH (TRUE/FALSE) dengan isi yang diminta; periksa apakah rumus membandingkan, bukan menghitung.",
        "Replace TRUE/FALSE with what is asked for; see whether the formula compares where it should compute.",
    ),
)
NO_VALUE = _cause(
    "cell.no_value",
    Words("tanda pengganti isian", "a sign in place of a value"),
    Words(
        "Kosongkan sel bila datanya belum diketahui; tulis 0 hanya bila memang nol.",
        "Leave the cell empty when it is not known; write 0 only when it truly is zero.",
    ),
)

# Numbers

NUMBER_TEXT = _cause(
    "number.text",
    Words("teks pada kolom angka", "text in a column of numbers"),
    Words(
        "Tulis satu angka saja pada sel ini; pindahkan keterangan ke kolom sumber atau keterangan.",
        "Write one number only in this cell; move remarks to the column for source or notes.",
    ),
)
NUMBER_DATE = _cause(
    "number.date",
    Words("tanggal pada kolom angka", "a date in a column of numbers"),
    Words(
        "Excel mungkin mengubah angka menjadi tanggal: pilih kolomnya, ubah format sel menjadi Angka (Number), lalu ketik ulang angkanya.",
        "Excel may have turned a number into a date: select the column, set its format to Number, and type the number again.",
    ),
)
NUMBER_WORDING = _cause(
    "number.wording",
    Words("angka dengan kata “sekitar”, “lebih” atau sejenisnya", "a number with “about”, “more than” or the like"),
    Words(
        "Tulis angkanya saja; kata “sekitar”, “lebih dari” atau “kurang dari” hanya ada kolomnya pada lembar Pernyataan.",
        "Write the number alone; “about”, “more than” or “less than” have a column on the sheet of statements only.",
    ),
)
NUMBER_PERCENT = _cause(
    "number.percent",
    Words("persentase pada kolom jumlah", "a percentage in a column of counts"),
    Words(
        "Tulis jumlahnya, bukan persentasenya; persentase dihitung oleh Semesta.",
        "Write the count, not its percentage; Semesta computes percentages.",
    ),
)
NUMBER_GROUPING = _cause(
    "number.grouping",
    Words("letak titik atau koma tidak wajar", "dots or commas in odd places"),
    Words(
        "Tulis angka tanpa pemisah (1234567) atau dengan titik tiap tiga angka (1.234.567); pecahan sesudah koma (8,59).",
        "Write the number without separators (1234567) or with one every three digits (1.234.567); a fraction after a comma (8,59).",
    ),
)
NUMBER_EXPONENT = _cause(
    "number.exponent",
    Words("angka disingkat oleh Excel (misalnya 8,59E+12)", "a number shortened by Excel (8.59E+12)"),
    Words(
        "Angka terakhirnya sudah hilang: di berkas asal ubah format kolom menjadi Angka (Number), lalu simpan atau ekspor ulang.",
        "Its last digits are lost: in the original file set the column's format to Number, then save or export again.",
    ),
)
NUMBER_TOO_LARGE = _cause(
    "number.too_large",
    Words("angka terlalu besar", "number too large"),
    Words(
        "Periksa jumlah nol dan kata juta, miliar atau triliun di belakang angka.",
        "Check the number of zeros, and the word million, billion or trillion behind the number.",
    ),
)
NUMBER_THOUSANDS = _remark(
    "number.thousands",
    Words(
        "satu titik atau koma sebelum tiga angka: dibaca pemisah ribuan",
        "one dot or comma before three digits: read as thousands",
    ),
    Words(
        "Dibaca sebagai ribuan. Bila maksudnya pecahan, tulis dengan jumlah angka lain di belakang koma (1,23 atau 1,2340).",
        "Read as thousands. If a fraction is meant, write another number of digits after the sign (1,23 or 1,2340).",
    ),
)
NUMBER_LETTER_M = _remark(
    "number.letter_m",
    Words("huruf M dibaca miliar", "the letter M is read as a billion"),
    Words(
        "Dibaca sebagai miliar. Bila maksudnya juta (million), tulis “juta”.",
        "Read as 10⁹ (miliar). If a million is meant, write “juta”.",
    ),
)
COUNT_FRACTION = _cause(
    "count.fraction",
    Words("jumlah dengan pecahan", "a count with a fraction"),
    Words(
        "Jumlah orang atau kasus selalu bulat: periksa apakah sel ini berisi persentase atau rata-rata, atau apakah Excel membaca titik ribuan sebagai koma (377.162 menjadi 377,162).",
        "People and cases are whole: see whether this cell holds a percentage or an average, or whether Excel took the dot of thousands for a decimal sign.",
    ),
)
COUNT_NEGATIVE = _cause(
    "count.negative",
    Words("jumlah negatif", "a negative count"),
    Words(
        "Periksa rumus atau tanda minus; jumlah paling sedikit 0.",
        "Check the formula or the minus sign; a count is at least 0.",
    ),
)
COUNT_ROUNDED = _remark(
    "count.rounded",
    Words("jumlah yang dibulatkan", "a rounded count"),
    Words(
        "Dibaca apa adanya. Bila jumlah tepatnya ada, tulis sampai satuan (misalnya 35.112).",
        "Read as it stands. Where the exact count is known, write it to the last digit (35.112).",
    ),
)
RUPIAH_FRACTION = _cause(
    "rupiah.fraction",
    Words("pecahan rupiah", "a fraction of a rupiah"),
    Words(
        "Bulatkan ke rupiah penuh di berkas asal, atau lengkapi dengan kata juta, miliar atau triliun bila itu maksudnya.",
        "Round to whole rupiah in the original, or add the word juta, miliar or triliun if that is meant.",
    ),
)
RUPIAH_NEGATIVE = _cause(
    "rupiah.negative",
    Words("nilai uang negatif", "a negative amount"),
    Words(
        "Iuran, manfaat dan anggaran ditulis tanpa minus; selisih dihitung oleh Semesta. Koreksi pembukuan ditulis pada barisnya sendiri di sumber.",
        "Contributions, benefits and budgets are written without a minus; Semesta computes differences. Book corrections at the source.",
    ),
)
SHARE_NEGATIVE = _cause(
    "share.negative",
    Words("persentase negatif", "a negative percentage"),
    Words(
        "Periksa rumus atau tanda minus; bagian dari keseluruhan paling sedikit 0 %.",
        "Check the formula or the minus sign; a share is at least 0%.",
    ),
)
SHARE_ABOVE_100 = _cause(
    "share.above_100",
    Words("persentase di atas 100", "a percentage above 100"),
    Words(
        "Periksa apakah sel ini berisi jumlah, bukan persentase. Bila benar di atas 100 %, tulis dengan tanda %.",
        "See whether this cell holds a count and not a percentage. If it truly is above 100%, write it with the % sign.",
    ),
)
SHARE_ABOVE_WHOLE = _remark(
    "share.above_whole",
    Words("lebih dari seluruhnya", "more than the whole"),
    Words(
        "Dibaca di atas 100 %. Periksa pembilang dan penyebutnya.",
        "Read as more than 100%. Check its numerator and denominator.",
    ),
)
SHARE_AS_PERCENT = _remark(
    "share.as_percent",
    Words("angka tanpa tanda % dibaca sebagai persen", "a number without % is read as per cent"),
    Words("Dibaca sebagai persen. Tambahkan tanda % supaya pasti.", "Read as per cent. Add the % sign to be sure."),
)
SHARE_IS_ONE = _remark(
    "share.one",
    Words("angka 1 dibaca 100 %", "the number 1 is read as 100%"),
    Words(
        "Dibaca sebagai seluruhnya (100 %). Bila maksudnya 1 %, tulis “1 %”.",
        "Read as the whole (100%). If one per cent is meant, write “1 %”.",
    ),
)

# Days, months, periods

DAY_TEXT = _cause(
    "day.text",
    Words("bukan tanggal", "not a date"),
    Words(
        "Tulis hari, bulan dan tahun, misalnya 17 Juli 2024 atau 17/07/2024.",
        "Write day, month and year, such as 17 July 2024 or 17/07/2024.",
    ),
)
DAY_IMPOSSIBLE = _cause(
    "day.impossible",
    Words("tanggal yang tidak ada", "a date that does not exist"),
    Words(
        "Periksa hari dan bulannya; urutannya hari, bulan, tahun.",
        "Check day and month; the order is day, month, year.",
    ),
)
DAY_OUT_OF_RANGE = _cause(
    "day.out_of_range",
    Words("tahun di luar 1900–2100", "a year outside 1900–2100"),
    Words("Periksa tahunnya.", "Check the year."),
)
DAY_INCOMPLETE = _cause(
    "day.incomplete",
    Words("tanggal tidak lengkap", "an incomplete date"),
    Words(
        "Lengkapi hari, bulan dan tahun; untuk posisi akhir bulan tulis hari terakhirnya (31/07/2024).",
        "Give day, month and year; for the end of a month write its last day (31/07/2024).",
    ),
)
DAY_NUMBER = _cause(
    "day.number",
    Words("angka pada kolom tanggal", "a number in a column of dates"),
    Words(
        "Tulis tanggalnya, misalnya 17/07/2024; periksa apakah kolomnya tergeser.",
        "Write the date, such as 17/07/2024; see whether the columns have shifted.",
    ),
)
DAY_TIME = _cause(
    "day.time",
    Words("jam tanpa tanggal", "a time without a date"),
    Words("Tulis tanggalnya, misalnya 17/07/2024.", "Write the date, such as 17/07/2024."),
)
DAY_MONTH_FIRST = _remark(
    "day.month_first",
    Words("tanggal ditulis bulan lebih dahulu", "a date written month first"),
    Words(
        "Hanya dapat dibaca bulan/hari/tahun. Periksa tanggal lain di kolom ini: 03/04/2024 dibaca 3 April.",
        "It can only be month/day/year. Check the other dates of this column: 03/04/2024 is read as 3 April.",
    ),
)
DAY_WEEKDAY = _remark(
    "day.weekday",
    Words("nama hari tidak cocok dengan tanggal", "the weekday does not fit the date"),
    Words(
        "Dibaca menurut tanggalnya. Periksa tanggal atau nama harinya.",
        "Read by its date. Check the date or the weekday.",
    ),
)
DAY_SHORT_YEAR = _remark(
    "day.short_year",
    Words("tahun dua angka", "a year of two digits"),
    Words(
        "00–49 dibaca 2000–2049, 50–99 dibaca 1950–1999. Tulis tahun empat angka.",
        "00–49 is read as 2000–2049, 50–99 as 1950–1999. Write four digits.",
    ),
)
MONTH_TEXT = _cause(
    "month.text",
    Words("bukan bulan", "not a month"),
    Words("Tulis 1 sampai 12, atau nama bulannya.", "Write 1 to 12, or the name of the month."),
)
YEAR_MONTH_TEXT = _cause(
    "year_month.text",
    Words("bukan bulan dan tahun", "not a month of a year"),
    Words(
        "Tulis bulan dan tahunnya, misalnya Juli 2024 atau 2024-07.",
        "Write the month and the year, such as July 2024 or 2024-07.",
    ),
)
YEAR_TEXT = _cause(
    "year.text",
    Words("bukan tahun", "not a year"),
    Words("Tulis tahun empat angka, misalnya 2024.", "Write the four digits of the year, such as 2024."),
)
YEAR_OUT_OF_RANGE = _cause(
    "year.out_of_range",
    Words("tahun di luar 1990–2100", "a year outside 1990–2100"),
    Words(
        "Periksa tahunnya; angka orang atau uang ditulis pada kolomnya sendiri.",
        "Check the year; people and money have columns of their own.",
    ),
)
PERIOD_TEXT = _cause(
    "period.text",
    Words("periode tidak terbaca", "a period that cannot be read"),
    Words(
        "Tulis tahun (2024), bulan (Juli 2024), rentang (Januari–Juli 2024) atau “s.d. 17 Juli 2024” bila awalnya tidak disebut.",
        "Write a year (2024), a month (July 2024), a range (January–July 2024), or “up to 17 July 2024” when its start is not stated.",
    ),
)

PERIOD_FIRST_DAY = _remark(
    "period.first_day",
    Words("periode satu hari pada tanggal 1", "a period of one day, the first of a month"),
    Words(
        "Dibaca sebagai satu hari. Bila maksudnya seluruh bulan, tulis bulannya saja (Juli 2024 atau 2024-07).",
        "Read as a single day. If the whole month is meant, write the month alone (July 2024 or 2024-07).",
    ),
)

# Words and codes

TEXT_TOO_LONG = _cause(
    "text.too_long",
    Words("teks terlalu panjang", "text too long"),
    Words(
        "Ringkas sampai 5.000 karakter; lampirkan naskah lengkapnya tersendiri.",
        "Shorten it to 5,000 characters; attach the full text separately.",
    ),
)
TEXT_EMPTY = _cause(
    "text.empty",
    Words("tidak ada huruf atau angka", "no letters or digits"),
    Words("Isi selnya, atau kosongkan sama sekali.", "Fill the cell, or leave it quite empty."),
)
YES_NO_TEXT = _cause(
    "yes_no.text",
    Words("bukan ya atau tidak", "neither yes nor no"),
    Words("Tulis “ya” atau “tidak”.", "Write “yes” or “no”."),
)
CODE_UNKNOWN = _cause(
    "code.unknown",
    Words("kode atau nama tidak dikenal", "unknown code or name"),
    Words("Pilih dari daftar pada lembar isian.", "Choose from the list in the workbook."),
)
CODE_DATE = _cause(
    "code.date",
    Words("tanggal pada kolom kode", "a date in a column of codes"),
    Words(
        "Excel mungkin mengubah kode menjadi tanggal: ubah format kolom menjadi Teks, lalu ketik ulang kodenya.",
        "Excel may have turned a code into a date: set the column's format to Text, and type the code again.",
    ),
)
PLACE_UNKNOWN = _cause(
    "place.unknown",
    Words("wilayah tidak dikenal", "unknown place"),
    Words(
        "Tulis kode Kemendagri (36.72) atau nama resminya (Kota Cilegon); “semesta places” menampilkan daftarnya.",
        "Write the Kemendagri code (36.72) or the official name (Kota Cilegon); “semesta places” lists them.",
    ),
)
PLACE_AMBIGUOUS = _cause(
    "place.ambiguous",
    Words("nama dipakai beberapa wilayah", "a name that several places bear"),
    Words(
        "Tulis kodenya, atau nama lengkap dengan Kabupaten atau Kota di depannya.",
        "Write its code, or the full name with Kabupaten or Kota before it.",
    ),
)
PLACE_LOST_ZERO = _remark(
    "place.lost_zero",
    Words("kode wilayah kehilangan angka nol", "a place code that lost its zero"),
    Words(
        "Excel menghapus nol di belakang; dibaca dengan nol itu (36.1 menjadi 36.10). Ubah format kolom menjadi Teks lalu tulis lengkap.",
        "Excel dropped the zero at the end; it is read with it (36.1 as 36.10). Set the column's format to Text and write it in full.",
    ),
)
PLACE_NUMBER = _remark(
    "place.number",
    Words("kode provinsi sebagai angka", "a province's code as a number"),
    Words(
        "Dibaca sebagai seluruh provinsi. Bila maksudnya pemerintah provinsi sendiri (36.00), ubah format sel menjadi Teks lalu tulis 36.00.",
        "Read as the whole province. If the provincial government itself is meant (36.00), set the cell's format to Text and write 36.00.",
    ),
)

# People

NIK_LENGTH = _cause(
    "nik.length",
    Words("NIK bukan 16 angka", "a NIK that is not 16 digits"),
    Words(
        "Salin sekali lagi dari KTP atau KK; NIK selalu 16 angka.",
        "Copy it again from the KTP or KK; a NIK is always 16 digits.",
    ),
)
NIK_CHARACTERS = _cause(
    "nik.characters",
    Words("huruf atau tanda di dalam NIK", "letters or signs within a NIK"),
    Words(
        "Tulis angkanya saja; huruf O dan l sering tertukar dengan 0 dan 1.",
        "Write digits alone; the letters O and l are often taken for 0 and 1.",
    ),
)
NIK_NUMBER = _cause(
    "nik.number",
    Words(
        "NIK disimpan sebagai angka, digit terakhirnya sudah hilang", "NIK stored as a number, its last digit is lost"
    ),
    Words(
        "Excel hanya menyimpan 15 digit. Ambil lagi dari asalnya: ubah format kolom menjadi Teks (Text) lebih dahulu, baru tempel NIK-nya "
        "dengan Tempel Khusus › Nilai; mengubah format sesudahnya tidak mengembalikan digit yang hilang.",
        "Excel keeps 15 digits only. Take them from the source again: set the column's format to Text first, then paste with Paste Special › "
        "Values; changing the format afterwards does not bring the lost digit back.",
    ),
)
NIK_WHOLE_NUMBER = _remark(
    "nik.whole_number",
    Words("NIK disimpan sebagai angka, digitnya masih utuh", "NIK stored as a number, with all its digits"),
    Words(
        "Dibaca apa adanya. Excel akan mengubah digit terakhirnya menjadi 0 bila diketik ulang: ubah format kolom menjadi Teks (Text). "
        "Cocokkan NIK yang berakhir 0 dengan KTP.",
        "Read as it stands. Excel makes the last digit 0 when it is typed again: set the column's format to Text. "
        "Compare NIKs that end in 0 with the KTP.",
    ),
)
NIK_ZEROS = _cause(
    "nik.zeros",
    Words(
        "terlalu banyak NIK berakhir 0: digit terakhirnya sudah hilang",
        "too many NIKs end in 0: their last digit is lost",
    ),
    Words(
        "Kolom ini pernah menjadi angka di Excel, lalu diubah ke teks. Ambil lagi dari asalnya ke kolom yang formatnya sudah Teks (Text).",
        "This column was a number in Excel and was made text afterwards. Take it from the source again into a column already set to Text.",
    ),
)
NIK_BIRTH_DATE = _cause(
    "nik.birth_date",
    Words("NIK memuat tanggal lahir yang tidak ada", "a NIK with a birth date that does not exist"),
    Words(
        "Angka ke-7 sampai ke-12 ialah tanggal lahir (tanggal + 40 bagi perempuan). Cocokkan dengan KTP.",
        "Digits 7 to 12 are the birth date (day + 40 for women). Compare with the KTP.",
    ),
)
NIK_SERIAL = _cause(
    "nik.serial",
    Words("NIK berakhir 0000", "a NIK ending in 0000"),
    Words(
        "Nomor urut mulai dari 0001; digit terakhirnya mungkin hilang di Excel. Cocokkan dengan KTP.",
        "Serials begin with 0001; the last digit may have been lost in Excel. Compare with the KTP.",
    ),
)
NIK_PLACE = _remark(
    "nik.place",
    Words("awalan NIK bukan kode wilayah yang dikenal", "a NIK that does not begin with a known place"),
    Words(
        "Mungkin wilayah lama atau salah ketik; cocokkan dengan KTP.",
        "It may be a former place or a typing error; compare with the KTP.",
    ),
)
NIK_AGAINST_BIRTH_DATE = _remark(
    "nik.against_birth_date",
    Words("tanggal lahir berbeda dari yang ada di NIK", "birth date unlike that in the NIK"),
    Words("Cocokkan keduanya dengan KTP.", "Compare both with the KTP."),
)
NIK_AGAINST_SEX = _remark(
    "nik.against_sex",
    Words("jenis kelamin berbeda dari yang ada di NIK", "sex unlike that in the NIK"),
    Words("Cocokkan keduanya dengan KTP.", "Compare both with the KTP."),
)
NIK_MISSING = _remark(
    "nik.missing",
    Words("NIK kosong", "NIK missing"),
    Words(
        "Lengkapi sebelum didaftarkan; sementara itu orangnya dicari dengan nama, tanggal lahir dan wilayah.",
        "Complete it before registering; until then the person is looked for by name, birth date and place.",
    ),
)
NIK_COLUMN_MISSING = _remark(
    "nik.column_missing",
    Words("kolom NIK tidak ada", "no NIK column"),
    Words(
        "Orang dicari dengan nama, tanggal lahir dan wilayah; kepastiannya lebih rendah.",
        "People are looked for by name, birth date and place, with less certainty.",
    ),
)
NAME_TEXT = _cause(
    "name.text",
    Words("bukan nama orang", "not a person's name"),
    Words("Tulis nama lengkap seperti di KTP.", "Write the full name as on the KTP."),
)
BIRTH_AHEAD = _cause(
    "birth_date.ahead",
    Words("tanggal lahir di masa depan", "birth date in the future"),
    Words("Periksa tahunnya.", "Check the year."),
)
PROGRAMMES_TEXT = _cause(
    "programmes.text",
    Words("program tidak dikenal", "unknown programme"),
    Words("Tulis kodenya, misalnya JKK JKM atau JKK JKM JHT.", "Write the codes, such as JKK JKM or JKK JKM JHT."),
)
