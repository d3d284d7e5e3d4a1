"""What rules may be told about a person or a case: each input with type, unit, allowed values and titles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

import narwhals as nw

from semesta.basics.lists import FUNDINGS, SEGMENTS
from semesta.basics.words import Words, joined, same
from semesta.law.faults import nearest
from semesta.law.jkk.lines import DISABILITY_LINES

Kind = Literal["whole", "text", "yes_no"]
KINDS: Mapping[Kind, Words] = {
    "whole": Words("bilangan bulat", "a whole number"),
    "text": Words("teks", "text"),
    "yes_no": Words("ya atau tidak (true, false)", "yes or no (true, false)"),
}
DTYPES: Mapping[Kind, nw.dtypes.DType] = {"whole": nw.Int64(), "text": nw.String(), "yes_no": nw.Boolean()}


@dataclass(frozen=True)
class Input:
    """One thing that a rule may ask for. Empty `values` allows every value of the kind that is not below zero.

    `otherwise` names the parameter that stands in when nothing is given at all; a given but missing value stays missing.
    """

    name: str
    title: Words
    kind: Kind
    unit: str
    values: Mapping[int | str, Words] = field(default_factory=dict)
    otherwise: str | None = None

    def fault(self, value: object) -> Words | None:
        """What is wrong with a plain value, with the nearest allowed ones; None when nothing is."""
        expected = {"whole": int, "text": str, "yes_no": bool}[self.kind]
        if type(value) is not expected:  # True is an int to Python, and a float is never exact money
            return self._said(value, Words(" bukan ", " is not ") + KINDS[self.kind])
        if self.values and value not in self.values:
            return self._said(value, self._allowed() + self._nearest(str(value)))
        if isinstance(value, int) and value < 0:
            return self._said(value, Words(" di bawah nol", " is below zero"))
        return None

    def _allowed(self) -> Words:
        """Every allowed value; where they are few, with what each means; where they are many, where they are told."""
        if len(self.values) > _MANY:
            where = f"semesta law show {self.name}"
            return Words(f" tidak dikenal; daftarnya: {where}", f" is unknown; they are listed by: {where}")
        told = [
            same(str(code))
            + (same(" (") + title + same(")") if len(self.values) <= _FEW and not title.id[0].isdigit() else same(""))
            for code, title in self.values.items()
        ]
        return Words(" tidak dikenal; yang boleh: ", " is unknown; allowed: ") + joined(told, ", ")

    def _nearest(self, value: str) -> Words:
        """The codes that are most like the value, or else those whose title has a word that is: "ojek" is transport."""
        if near := nearest(value, map(str, self.values)):
            return near
        said = {word: str(code) for code, title in self.values.items() for word in _words(title)}
        meant = dict.fromkeys(said[word] for word in get_close_matches(value.lower(), said))
        named = ", ".join(meant)
        return Words(f"; yang mirip: {named}", f"; did you mean {named}?") if named else Words("", "")

    def _said(self, value: object, fault: Words) -> Words:
        return same(f"{self.name} = {value!r}") + fault


_MANY = 20
_FEW = 10


def _words(title: Words) -> list[str]:
    return re.findall(r"[^\W\d_]{3,}", f"{title.id} {title.en}".lower())


def _codes(titles: Mapping[str, tuple[str, str]]) -> dict[int | str, Words]:
    return {code: Words(*title) for code, title in titles.items()}


INPUTS = (
    Input(
        "segment",
        Words("Segmen", "Segment"),
        "text",
        "code",
        {code: SEGMENTS[code].title for code in ("PU", "BPU", "JAKON", "PMI")},
    ),
    Input(
        "package",
        Words("Paket program", "Package of programmes"),
        "text",
        "code",
        _codes({"JKK+JKM": ("JKK dan JKM", "JKK and JKM"), "JKK+JKM+JHT": ("JKK, JKM, dan JHT", "JKK, JKM and JHT")}),
    ),
    Input("wage_per_month", Words("Upah sebulan", "Wage per month"), "whole", "rupiah"),
    Input(
        "income_per_month",
        Words("Penghasilan sebulan", "Income per month"),
        "whole",
        "rupiah",
        otherwise="bpu_basis_min",
    ),
    Input(
        "risk_class",
        Words("Kelompok risiko kerja", "Class of work risk"),
        "whole",
        "code",
        {
            1: Words("sangat rendah", "very low"),
            2: Words("rendah", "low"),
            3: Words("sedang", "medium"),
            4: Words("tinggi", "high"),
            5: Words("sangat tinggi", "very high"),
        },
    ),
    Input(
        "funding",
        Words("Sumber pendanaan iuran", "Who pays the contribution"),
        "text",
        "code",
        {code.code: code.title for code in FUNDINGS},
    ),
    Input(
        "sector",
        Words("Sektor pekerjaan", "Sector of work"),
        "text",
        "code",
        _codes(
            {
                "transport": ("pengangkutan: ojek, pengemudi, kurir", "transport: motorcycle taxi, driver, courier"),
                "other": ("selain pengangkutan", "other than transport"),
            }
        ),
        otherwise="sector_usual",
    ),
    Input("months_paid", Words("Bulan iuran yang telah dibayar", "Months of contribution paid"), "whole", "months"),
    Input(
        "transport_land_cost",
        Words("Ongkos angkutan darat, sungai, atau danau", "Cost of transport by land, river or lake"),
        "whole",
        "rupiah",
    ),
    Input("transport_sea_cost", Words("Ongkos angkutan laut", "Cost of transport by sea"), "whole", "rupiah"),
    Input("transport_air_cost", Words("Ongkos angkutan udara", "Cost of transport by air"), "whole", "rupiah"),
    Input("months_off_work", Words("Bulan tidak mampu bekerja", "Months unable to work"), "whole", "months"),
    Input(
        "disability_line",
        Words("Cacat menurut tabel", "Loss by the table of disability"),
        "text",
        "code",
        dict(DISABILITY_LINES),
    ),
    Input("left_handed", Words("Kidal", "Left-handed"), "yes_no", "yes_no", otherwise="jkk_table_is_for_left_handed"),
    Input(
        "disability_measure",
        Words(
            "Besar penurunan: desibel, persen, atau persen penilaian dokter",
            "Size of the loss: decibels, percent, or percent as assessed by the doctor",
        ),
        "whole",
        "count",
    ),
    Input("function_lost", Words("Fungsi yang hilang", "Function that is lost"), "whole", "per_million"),
    Input(
        "muscle_grade",
        Words("Nilai kekuatan otot", "Grade of muscle strength"),
        "whole",
        "code",
        {grade: same(str(grade)) for grade in range(6)},
    ),
    Input(
        "home_care_cost",
        Words("Biaya perawatan di rumah selama paling lama satu tahun", "Cost of care at home within one year"),
        "whole",
        "rupiah",
    ),
    Input(
        "prosthesis_price",
        Words(
            "Harga alat bantu atau alat ganti di pusat rehabilitasi",
            "Price of the orthosis or prosthesis at the rehabilitation centre",
        ),
        "whole",
        "rupiah",
    ),
    Input(
        "rehabilitation_cost", Words("Biaya rehabilitasi medik", "Cost of medical rehabilitation"), "whole", "rupiah"
    ),
    Input("denture_cost", Words("Biaya gigi tiruan", "Cost of dentures"), "whole", "rupiah"),
    Input("hearing_aid_cost", Words("Biaya alat bantu dengar", "Cost of a hearing aid"), "whole", "rupiah"),
    Input("spectacles_cost", Words("Biaya kacamata", "Cost of spectacles"), "whole", "rupiah"),
    Input(
        "child_level",
        Words("Jenjang pendidikan anak", "Level of the child's education"),
        "text",
        "code",
        _codes(
            {
                "TK": ("taman kanak-kanak", "kindergarten"),
                "SD": ("SD atau sederajat", "primary school"),
                "SMP": ("SMP atau sederajat", "lower secondary school"),
                "SMA": ("SMA atau sederajat", "upper secondary school"),
                "PT": (
                    "perguruan tinggi sampai strata 1, atau pelatihan",
                    "higher education up to a first degree, or training",
                ),
            }
        ),
    ),
    Input(
        "employers",
        Words("Banyaknya pemberi kerja yang membayar iuran", "Number of employers that pay contributions"),
        "whole",
        "count",
        {1: Words("satu", "one"), 2: Words("dua", "two")},
    ),
    Input("claim_amount", Words("Jumlah manfaat yang diajukan", "Amount of the benefit claimed"), "whole", "rupiah"),
    Input("days_late", Words("Hari keterlambatan pembayaran", "Days of late payment"), "whole", "days"),
    Input(
        "basis_mode",
        Words("Cara menetapkan dasar iuran BPU", "How the basis of those without wage is found"),
        "text",
        "code",
        _codes(
            {
                "tier": ("menurut golongan penghasilan", "by band of income"),
                "exact": ("persentase langsung dari penghasilan", "plain percentage of the income"),
            }
        ),
        otherwise="bpu_basis_mode_usual",
    ),
    Input(
        "bpu_group",
        Words("Kelompok peserta BPU", "Group of those without wage"),
        "text",
        "code",
        _codes(
            {
                "ordinary": ("bekerja mandiri", "works on own account"),
                "employer": ("pemberi kerja itu sendiri", "an employer"),
                "intern": ("pemagang", "intern"),
                "honorer": ("tenaga honorer", "honorer"),
                "student_practice": ("siswa atau mahasiswa praktik kerja", "student on work practice"),
                "convict_assimilation": ("narapidana dalam asimilasi kerja", "convict at work"),
            }
        ),
        otherwise="bpu_group_usual",
    ),
    Input(
        "contribution_month_number",
        Words("Bulan iuran ke- sejak terdaftar", "Number of the month of contribution since registration"),
        "whole",
        "count",
        otherwise="contribution_month_usual",
    ),
    Input(
        "in_arrears",
        Words("Menunggak iuran sebelum masa keringanan", "Behind with contributions before the relief"),
        "yes_no",
        "yes_no",
        otherwise="in_arrears_usual",
    ),
    Input(
        "industry",
        Words("Industri pemberi kerja", "Industry of the employer"),
        "text",
        "code",
        _codes(
            {
                "food": ("makanan, minuman, dan tembakau", "food, beverages and tobacco"),
                "textile": ("tekstil dan pakaian jadi", "textile and garments"),
                "leather": ("kulit dan barang kulit", "leather and leather goods"),
                "footwear": ("alas kaki", "footwear"),
                "toys": ("mainan anak", "toys"),
                "furniture": ("furnitur", "furniture"),
                "other": ("lainnya", "other"),
            }
        ),
        otherwise="industry_usual",
    ),
    Input("workers", Words("Jumlah pekerja pemberi kerja", "Workers of the employer"), "whole", "count"),
    Input(
        "project_value",
        Words("Nilai kontrak proyek sebelum PPN", "Contract value of the project before VAT"),
        "whole",
        "rupiah",
    ),
    Input(
        "contract_months", Words("Lama perjanjian kerja PMI", "Term of the work agreement abroad"), "whole", "months"
    ),
    Input(
        "pmi_savings",
        Words("Iuran JHT PMI pilihan sebulan", "JHT contribution a migrant worker chose, per month"),
        "whole",
        "rupiah",
        {amount: same(f"{amount:,}") for amount in (0, 50_000, *range(100_000, 600_001, 100_000))},
        otherwise="pmi_savings_usual",
    ),
    Input("amount_due", Words("Iuran yang terlambat dibayar", "Contribution paid late"), "whole", "rupiah"),
    Input("months_late", Words("Bulan keterlambatan", "Months of delay"), "whole", "months"),
    Input(
        "end_of_work",
        Words("Sebab berhenti bekerja", "How work came to an end"),
        "text",
        "code",
        _codes(
            {
                "pension_age": ("mencapai usia pensiun", "reached the pension age"),
                "agreed_pension": ("pensiun menurut perjanjian kerja", "pension by the contract of work"),
                "resignation": ("mengundurkan diri", "resignation"),
                "dismissal": ("pemutusan hubungan kerja", "dismissal"),
                "contract_cut_short": ("PKWT diakhiri sebelum waktunya", "fixed term ended before its day"),
                "end_of_contract": ("PKWT berakhir pada waktunya", "fixed term came to its end"),
                "stopped_own_work": ("BPU berhenti bekerja", "stopped working on one's own"),
                "left_indonesia": (
                    "meninggalkan Indonesia untuk selama-lamanya",
                    "left Indonesia for good",
                ),
                "total_disability": ("cacat total tetap", "permanent total disability"),
                "death": ("meninggal dunia", "death"),
            }
        ),
    ),
    Input("months_of_membership", Words("Bulan sejak terdaftar", "Months since registration"), "whole", "months"),
    Input("jht_balance", Words("Saldo JHT", "JHT balance"), "whole", "rupiah"),
    Input("jht_year", Words("Tahun pengembangan JHT", "Year of JHT development"), "whole", "year"),
    Input(
        "jht_purpose",
        Words("Tujuan pengambilan sebagian JHT", "What a part of the JHT is taken for"),
        "text",
        "code",
        _codes({"housing": ("kepemilikan rumah", "housing"), "other": ("persiapan lain", "other preparation")}),
    ),
    Input(
        "jht_withdrawn_before",
        Words("Pernah mengambil sebagian JHT", "A part of the JHT was taken before"),
        "yes_no",
        "yes_no",
        otherwise="jht_withdrawn_usual",
    ),
    Input(
        "jp_event",
        Words("Kejadian jaminan pensiun", "Event of the pension programme"),
        "text",
        "code",
        _codes(
            {
                "old_age": ("mencapai usia pensiun", "reached the pension age"),
                "disability": ("cacat total tetap", "permanent total disability"),
                "death": ("meninggal dunia", "death"),
            }
        ),
    ),
    Input(
        "jp_recipient",
        Words("Penerima pensiun", "Who receives the pension"),
        "text",
        "code",
        _codes(
            {
                "participant": ("peserta", "the participant"),
                "spouse": ("janda atau duda", "widow or widower"),
                "child": ("anak", "child"),
                "parent": ("orang tua dari peserta lajang", "parent of a single participant"),
            }
        ),
    ),
    Input(
        "jp_average_wage",
        Words("Rata-rata upah sebulan tertimbang inflasi", "Average indexed wage per month"),
        "whole",
        "rupiah",
    ),
    Input(
        "jp_balance",
        Words("Akumulasi iuran JP dan hasil pengembangannya", "JP contributions and their development"),
        "whole",
        "rupiah",
    ),
    Input("jp_year", Words("Tahun inflasi", "Year of inflation"), "whole", "year"),
    Input("jkp_member", Words("Peserta JKP", "Participant of JKP"), "yes_no", "yes_no"),
    Input(
        "indonesian_citizen",
        Words("Warga negara Indonesia", "Citizen of Indonesia"),
        "yes_no",
        "yes_no",
        otherwise="jkp_citizen_usual",
    ),
    Input(
        "jkp_months_in_window",
        Words("Bulan iuran dalam 24 bulan sebelum PHK", "Months of contribution in the 24 months before dismissal"),
        "whole",
        "months",
    ),
    Input(
        "jkp_months_in_a_row",
        Words(
            "Bulan iuran berturut-turut tepat sebelum PHK",
            "Months of contribution in a row just before dismissal",
        ),
        "whole",
        "months",
    ),
    Input(
        "jkp_age_at_registration",
        Words("Usia saat didaftarkan dalam JKP", "Age when registered in JKP"),
        "whole",
        "years",
    ),
    Input("jkp_claims_before", Words("Klaim JKP terdahulu", "Earlier JKP claims"), "whole", "count"),
    Input(
        "jkp_months_since_claim",
        Words("Bulan iuran sejak klaim JKP terdahulu", "Months of contribution since the earlier JKP claim"),
        "whole",
        "months",
    ),
    Input(
        "jkp_months_to_claim",
        Words(
            "Bulan dari PHK sampai klaim, dibulatkan ke atas",
            "Months from dismissal to the claim, rounded up",
        ),
        "whole",
        "months",
    ),
    Input(
        "jkp_months_without_work",
        Words("Bulan tanpa pekerjaan setelah PHK", "Months without work after dismissal"),
        "whole",
        "months",
        otherwise="jkp_benefit_months",
    ),
    Input(
        "jkp_arrears_months",
        Words("Bulan tunggakan iuran pemberi kerja", "Months of contribution the employer owes"),
        "whole",
        "months",
    ),
    Input(
        "employer_bankrupt",
        Words("Pemberi kerja pailit atau tutup", "The employer is bankrupt or closed"),
        "yes_no",
        "yes_no",
    ),
    Input("medical_cost", Words("Biaya perawatan dan pengobatan", "Cost of medical care"), "whole", "rupiah"),
    Input(
        "months_unpaid",
        Words("Bulan tanpa iuran tepat sebelum kejadian", "Months without contribution just before the event"),
        "whole",
        "months",
    ),
    Input(
        "registered",
        Words("Terdaftar sebelum kejadian", "Registered before the event"),
        "yes_no",
        "yes_no",
    ),
    Input(
        "firm_size",
        Words("Skala usaha pemberi kerja", "Size of the employer"),
        "text",
        "code",
        _codes(
            {
                "large": ("besar", "large"),
                "medium": ("menengah", "medium"),
                "small": ("kecil", "small"),
                "micro": ("mikro", "micro"),
            }
        ),
    ),
    *(
        Input(f"{code.lower()}_member", Words(f"Peserta {code}", f"Participant of {code}"), "yes_no", "yes_no")
        for code in ("JKK", "JKM", "JHT", "JP", "JKN")
    ),
    Input(
        "age_at_registration",
        Words("Usia saat didaftarkan", "Age when registered"),
        "whole",
        "years",
    ),
    Input(
        "business",
        Words("Bidang usaha pemberi kerja menurut Lampiran I", "Field of business of the employer by Lampiran I"),
        "text",
        "code",
        _codes(
            {
                "government": ("jasa pemerintahan", "government services"),
                "trade": ("perdagangan", "trade"),
                "banking": ("bank", "banking"),
                "insurance": ("asuransi", "insurance"),
                "health": ("kesehatan", "health"),
                "religious_and_social": ("organisasi keagamaan dan sosial", "religious and social organisations"),
                "hairdressing": ("pangkas rambut dan salon", "hairdressing"),
                "livestock": ("peternakan", "livestock"),
                "professional": ("jasa profesional", "professional services"),
                "creative": ("jasa kreatif", "creative services"),
                "smallholder_farming": ("pertanian rakyat", "smallholder farming"),
                "plantation": ("perkebunan", "plantation"),
            }
        ),
    ),
)
