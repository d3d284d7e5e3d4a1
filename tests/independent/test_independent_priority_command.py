"""semesta plan prioritise as an officer meets it: its files, reasons, and what it refuses."""

import openpyxl
import pytest
from planning_asked import YEAR, semesta

HEAD = "id,nik,name,birth_date,sex,place,district,group,decile,bpjs_status"


def row(number, decile="", status=""):
    return f"w{number},367201100785{number:04},Orang Contoh {number},1985-07-10,L,36.72,36.72.01,rentan.nelayan,{decile},{status}"


def listed(folder, *rows):
    path = folder / "pekerja.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prioritas")
    path = listed(folder, row(1, decile="1"), row(2, decile="2"), row(3, status="aktif"))
    told = semesta(
        *("plan", "prioritise", "--workers", path, "--budget", YEAR, "--year", 2026),
        *("--by", "benefit", "--out", folder / "hasil", "--json"),
    )
    return folder / "hasil", told.data


def text_of(book):
    return "\n".join(" | ".join(str(c) for c in line if c is not None) for sheet in book for line in sheet.values)


def test_every_person_has_a_reason_and_no_identity_is_shown(made):
    text = text_of(openpyxl.load_workbook(made[0] / "prioritas.xlsx"))
    reasons = [line for line in text.splitlines() if "urutan " in line]
    assert len(reasons) == 2
    assert [f"desil {n}" in line for n, line in enumerate(reasons, 1)] == [True, True]
    assert "sudah aktif" in text
    assert not any(identity in text for identity in ("3672011007850001", "Orang Contoh"))


def test_what_is_expected_is_told_with_its_range_and_not_to_the_rupiah(made):
    _, told = made
    assert told["worth_range"]["low"] < told["worth"] < told["worth_range"]["high"]
    assert all(words in told["how"] for words in ("sekitar Rp", "menurut asumsi"))
    assert not any("e+0" in note for note in told["notes"])


def test_sums_and_counts_of_the_json_agree(made):
    _, told = made
    assert told["spent"] + told["left"] == told["budget"]
    assert (told["persons"], told["candidates"], told["no_candidates"]) == (1, 2, {"active": 1})
    assert all(sum(part["chosen"] for part in parts) == 1 for parts in told["fairness"].values())


WRONG = {
    "below one person's price": (["--budget", YEAR - 1], "--budget"),
    "money in words": (["--budget", "banyak"], "--budget"),
    "money below zero": (["--budget=-5"], "--budget"),
    "unknown rule": (["--budget", YEAR, "--rules", "tercantik"], "--rules"),
    "unknown floor": (["--budget", YEAR, "--floor", "group=pilot:5"], "--floor"),
    "a floor that is no floor": (["--budget", YEAR, "--floor", "lima"], "--floor"),
    "floors dearer than the sum": (["--budget", YEAR, "--by", "persons", "--floor", "group=rentan.nelayan:2"], "--floor"),
    "unknown source": (["--budget", YEAR, "--funding", "bank"], "--funding"),
    "year before the law": (["--budget", YEAR, "--year", 2009], "--year"),
    "risk without groups": (["--budget", YEAR, "--rules", "risk"], "--risk"),
    "unknown place": (["--budget", YEAR, "--place", "Kota Entah"], "Kota Entah"),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("what", WRONG)
def test_a_choice_that_cannot_be_made_says_which_option_and_writes_nothing(tmp_path, what, lang):
    words, named = WRONG[what]
    path = listed(tmp_path, row(1), row(2))
    year = [] if "--year" in words else ["--year", 2026]
    said = semesta("plan", "prioritise", "--workers", path, *year, "--out", tmp_path / "hasil", "--lang", lang, *words)
    assert said.code == 2, said.out
    assert named in said.err
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_list_of_nobody_who_could_be_chosen_is_refused(tmp_path, lang):
    path = listed(tmp_path, row(1, status="aktif"))
    said = semesta(
        *("plan", "prioritise", "--workers", path, "--budget", YEAR, "--year", 2026),
        *("--out", tmp_path / "hasil", "--lang", lang),
    )
    assert said.code == 2
    assert ("calon" if lang == "id" else "candidate") in said.err
    assert not (tmp_path / "hasil").exists()
