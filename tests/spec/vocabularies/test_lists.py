"""The short code lists: every code of the definitions, by the words officers write."""

from __future__ import annotations

import pytest

from semesta.basics import lists
from semesta.basics.codes import CodeList, plain

ALL = {name: value for name, value in vars(lists).items() if isinstance(value, CodeList)}

CODES = {
    "SEGMENTS": "PU BPU JAKON PMI",
    "PROGRAMMES": "JKK JKM JHT JP JKP",
    "FUNDINGS": "apbd apbd.provinsi apbd.kabkota apbdes dbh_cht dbh_sawit csr mandiri pemberi_kerja apbn",
    "BENEFITS": "death death.grant death.periodic death.funeral scholarship disability disability.partial disability.total stmb medical "
    "transport rehab jht jht.full jht.partial jp jp.monthly jp.lump jkp jkp.cash jkp.training other",
    "UNITS": "case payment person",
    "BASES": "residence workplace office unstated",
    "UNIVERSES": "pemda employed pbpu list",
    "DECILES": "1 2 3 4 5 6 7 8 9 10 poor extreme_poor",
    "BUDGET_STATUSES": "not_budgeted proposed rkpd kua_ppas rapbd apbd apbd_change realised",
    "REGULATION_STAGES": "none planned drafting harmonisation in_force revoked",
    "REGULATION_KINDS": "perda perkada sk se instruksi pks perdes other",
    "WORDINGS": "exactly about more_than less_than",
    "PAPERS": "laporan nota-dinas telaahan-staf berita-acara rekonsiliasi notula daftar-hadir undangan "
    "surat-permintaan-data paparan matriks-inpres usulan-anggaran",
    "PAPER_SIZES": "A4 F4",
    "ROUND_KINDS": "meeting semester annual",
    "COMMITMENT_KINDS": "commitment request recommendation",
    "COMMITMENT_STATUSES": "open in_progress done cancelled",
    "ACTION_STATUSES": "open in_progress done cancelled",
    "OBSTACLE_KINDS": "potential obstacle",
    "SEVERITIES": "low medium high",
    "COMPLIANCE_KINDS": "unregistered partial_staff partial_wage partial_programme arrears project",
    "TARGET_DOCUMENTS": "RPJPN RPJMN RKP RPJMD RKPD Renja UCJ own",
    "AMOUNT_BASES": "gross net unstated",
    "SEXES": "L P",
    "BPJS_STATUSES": "active inactive registered unregistered",
    "MEMBER_STATUSES": "active inactive",
    "CLAIM_CASE_STATUSES": "filed complete paid rejected",
    "SCHOOL_LEVELS": "TK SD SMP SMA PT",
    "RELATIONS": "head spouse child parent parent_in_law child_in_law sibling grandchild other",
    "WADAH_KINDS": "SC SB SG SD SA SL",
}


@pytest.mark.parametrize("name", CODES)
def test_each_list_has_exactly_its_codes_in_their_order(name):
    assert [entry.code for entry in ALL[name]] == CODES[name].split()


def test_no_list_is_left_out_here():
    assert set(ALL) == set(CODES)


@pytest.mark.parametrize("name", CODES)
def test_no_word_means_two_entries_of_one_list(name):
    meanings: dict[str, set[str]] = {}
    for entry in ALL[name]:
        for word in (entry.code, entry.title.id, entry.title.en, *entry.aliases):
            meanings.setdefault(plain(word), set()).add(entry.code)
    assert {word: codes for word, codes in meanings.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("name", CODES)
def test_every_entry_and_every_parent_has_titles_in_both_languages(name):
    for entry in ALL[name]:
        assert entry.title.id
        assert entry.title.en
        assert ALL[name].parent(entry.code) in ("", *CODES[name].split())


@pytest.mark.parametrize(
    ("name", "written", "code"),
    [
        ("PROGRAMMES", "Jaminan Kematian", "JKM"),
        ("PROGRAMMES", "JKm", "JKM"),
        ("PROGRAMMES", "jaminan kecelakaan kerja (JKK)", "JKK"),
        ("PROGRAMMES", "Jaminan Hari Tua", "JHT"),
        ("PROGRAMMES", "Jaminan Pensiun", "JP"),
        ("PROGRAMMES", "Jaminan Kehilangan Pekerjaan", "JKP"),
        ("SEGMENTS", "Penerima Upah", "PU"),
        ("SEGMENTS", "PBPU", "BPU"),
        ("SEGMENTS", "jasa konstruksi", "JAKON"),
        ("FUNDINGS", "APBD Kab/Kota", "apbd.kabkota"),
        ("FUNDINGS", "APBD Provinsi", "apbd.provinsi"),
        ("FUNDINGS", "dana desa", "apbdes"),
        ("FUNDINGS", "CSR", "csr"),
        ("FUNDINGS", "DBH CHT", "dbh_cht"),
        ("FUNDINGS", "DBH Sawit", "dbh_sawit"),
        ("FUNDINGS", "mandiri", "mandiri"),
        ("FUNDINGS", "pemberi kerja", "pemberi_kerja"),
        ("BENEFITS", "santunan kematian", "death"),
        ("BENEFITS", "santunan cacat", "disability"),
        ("BENEFITS", "beasiswa", "scholarship"),
        ("UNITS", "kasus", "case"),
        ("BUDGET_STATUSES", "Belum dianggarkan", "not_budgeted"),
        ("BUDGET_STATUSES", "KUA-PPAS", "kua_ppas"),
        ("BUDGET_STATUSES", "APBD Perubahan", "apbd_change"),
        ("REGULATION_KINDS", "Perwal", "perkada"),
        ("REGULATION_KINDS", "Pergub", "perkada"),
        ("REGULATION_KINDS", "Perda", "perda"),
        ("WORDINGS", "lebih dari", "more_than"),
        ("WORDINGS", "sekitar", "about"),
        ("WORDINGS", "kurang dari", "less_than"),
        ("WORDINGS", "tepat", "exactly"),
        ("WORDINGS", "baru mencapai", "exactly"),
        ("DECILES", "Desil 4", "4"),
        ("DECILES", "miskin ekstrem", "extreme_poor"),
        ("COMMITMENT_STATUSES", "selesai", "done"),
        ("TARGET_DOCUMENTS", "rpjmd", "RPJMD"),
        ("OBSTACLE_KINDS", "kendala", "obstacle"),
    ],
)
def test_officers_words_are_understood(name, written, code):
    assert ALL[name].find(written).code == code


@pytest.mark.parametrize("written", ["5+", "desil 5 +", "≥5", ">= 5", "<5", "≤ 5"])
def test_a_number_and_all_above_or_below_it_is_not_that_number(written):
    assert lists.DECILES.find(written) is None


def test_risk_programmes_are_those_whose_claims_can_be_held_against_contributions():
    assert lists.RISK_PROGRAMMES == ("JKK", "JKM", "JKP")
    assert [entry.code for entry in lists.PROGRAMMES if "risk" in entry.tags] == list(lists.RISK_PROGRAMMES)


def test_a_source_of_money_lies_within_its_parent():
    assert lists.FUNDINGS.is_within("apbd.kabkota", "apbd")
    assert not lists.FUNDINGS.is_within("apbdes", "apbd")
    assert [entry.code for entry in lists.FUNDINGS.children("apbd")] == ["apbd.provinsi", "apbd.kabkota"]
