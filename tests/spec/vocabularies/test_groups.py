"""Groups of workers: every group that the sources name, each with one home."""

from __future__ import annotations

import pytest

from semesta.basics.codes import plain
from semesta.basics.groups import GROUPS, OWED_BY, TAGS, owed_by


def code_of(words: str) -> str | None:
    found = GROUPS.find(words)
    return found.code if found else None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("non ASN", "non_asn"),
        ("honorer", "non_asn.honorer"),
        ("guru honorer", "non_asn.guru_honorer"),
        ("perangkat desa", "non_asn.perangkat_desa"),
        ("perangkat BPD", "non_asn.bpd"),
        ("perangkat RT/RW", "non_asn.rt_rw"),
        ("pekerja rentan", "rentan"),
    ],
)
def test_the_groups_of_the_banten_article_are_found_by_its_words(words, code):
    assert code_of(words) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("ketua RT atau RW", "non_asn.rt_rw"),
        ("kader", "non_asn.kader"),
        ("Linmas", "non_asn.linmas"),
        ("nelayan", "rentan.nelayan"),
        ("pelaku UMKM", "rentan.umkm"),
        ("marbot masjid", "non_asn.marbot"),
        ("tukang parkir", "rentan.parkir"),
        ("ojek", "rentan.ojek"),
        ("buruh serabutan", "rentan.buruh_serabutan"),
        ("jasa konstruksi", "jakon"),
        ("badan usaha", "pu"),
    ],
)
def test_the_groups_of_the_cilegon_article_are_found_by_its_words(words, code):
    assert code_of(words) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("BPD", "non_asn.bpd"),
        ("RT/RW", "non_asn.rt_rw"),
        ("posyandu", "non_asn.kader.posyandu"),
        ("PKK", "non_asn.kader.pkk"),
        ("PAUD", "non_asn.kader.paud"),
        ("jumantik", "non_asn.kader.jumantik"),
        ("Tagana", "non_asn.tagana"),
        ("petugas kebersihan", "non_asn.petugas_kebersihan"),
        ("KPU", "non_asn.adhoc_pemilu.kpu"),
        ("Bawaslu", "non_asn.adhoc_pemilu.bawaslu"),
        ("guru ngaji", "non_asn.guru_ngaji"),
        ("amil", "non_asn.amil"),
        ("pemandi jenazah", "non_asn.pemandi_jenazah"),
        ("imam", "non_asn.imam"),
        ("petani", "rentan.petani"),
        ("buruh tani", "rentan.buruh_tani"),
        ("ojek pangkalan", "rentan.ojek.pangkalan"),
        ("ojek online", "rentan.ojek.online"),
        ("sopir angkot", "rentan.sopir_angkot"),
        ("becak", "rentan.becak"),
        ("pedagang kaki lima", "rentan.pkl"),
        ("pemulung", "rentan.pemulung"),
        ("pekerja seni", "rentan.pekerja_seni"),
        ("pekerja sawit", "rentan.pekerja_sawit"),
        ("dodos", "rentan.pekerja_sawit.dodos"),
        ("panen", "rentan.pekerja_sawit.panen"),
        ("angkut", "rentan.pekerja_sawit.angkut"),
        ("langsir", "rentan.pekerja_sawit.langsir"),
        ("PPPK Paruh Waktu", "asn.pppk_paruh_waktu"),
        ("BUMD", "non_asn.bumd"),
    ],
)
def test_the_categories_of_monev_practice_are_found_by_their_words(words, code):
    assert code_of(words) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Ketua RT/RW", "non_asn.rt_rw"),
        ("Rukun Tetangga", "non_asn.rt_rw"),
        ("juru parkir", "rentan.parkir"),
        ("marbut", "non_asn.marbot"),
        ("Merbot", "non_asn.marbot"),
        ("perlindungan masyarakat", "non_asn.linmas"),
        ("ojol", "rentan.ojek.online"),
        ("non_asn.rt_rw", "non_asn.rt_rw"),
    ],
)
def test_lists_may_write_a_group_in_many_ways(words, code):
    assert code_of(words) == code


def test_a_group_nobody_knows_is_met_with_the_nearest_names():
    assert GROUPS.find("guru honoer") is None
    assert GROUPS.nearest("guru honoer")[0].code == "non_asn.guru_honorer"
    assert GROUPS.nearest("nelayann")[0].code == "rentan.nelayan"


def test_no_name_means_two_groups():
    meanings: dict[str, set[str]] = {}
    for group in GROUPS:
        for name in (group.code, group.title.id, group.title.en, *group.aliases):
            meanings.setdefault(plain(name), set()).add(group.code)
    assert {name: codes for name, codes in meanings.items() if len(codes) > 1} == {}


def test_every_group_has_a_parent_titles_and_only_tags_that_are_explained():
    for group in GROUPS:
        assert GROUPS.parent(group.code) in GROUPS or "." not in group.code
        assert group.title.id
        assert group.title.en
        assert {tag for tag in group.tags if not tag.startswith("owed_by:")} <= set(TAGS)
        assert bool(group.note.id) == bool(group.note.en)


def test_everybody_but_the_tops_of_mixed_trees_has_one_who_owes_the_contribution():
    assert {group.code for group in GROUPS if owed_by(group.code) is None} == {"non_asn", "rentan", "asn"}
    assert all(sum(tag.startswith("owed_by:") for tag in group.tags) <= 1 for group in GROUPS)
    assert {owed_by(group.code) for group in GROUPS} - {None} <= set(OWED_BY)


@pytest.mark.parametrize(
    ("code", "payer"),
    [
        ("non_asn.honorer", "apbd"),
        ("non_asn.perangkat_desa", "apbdes"),
        ("rentan.ojek.online", "person"),
        ("pu", "employer"),
        ("x", None),
    ],
)
def test_who_owes_the_contribution(code, payer):
    assert owed_by(code) == payer


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("non_asn.rt_rw", "non_formal"),
        ("non_asn.rt_rw", "village"),
        ("non_asn.adhoc_pemilu", "seasonal"),
        ("non_asn.adhoc_pemilu.kpu", "election"),
        ("asn.pppk_paruh_waktu", "asn"),
        ("non_asn.marbot", "named_rentan"),
        ("rentan.nelayan", "informal"),
    ],
)
def test_what_a_source_calls_a_group_besides_stands_in_a_tag(code, tag):
    assert tag in GROUPS[code].tags


@pytest.mark.parametrize(
    "code",
    [
        "non_asn.honorer",
        "asn.pppk_paruh_waktu",
        "non_asn.adhoc_pemilu",
        "non_asn.rt_rw",
        "non_asn.marbot",
        "non_asn.guru_ngaji",
        "non_asn.amil",
    ],
)
def test_a_choice_of_home_is_explained(code):
    assert GROUPS[code].note.id
