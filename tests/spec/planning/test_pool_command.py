"""semesta pool: pools and their parts on every output, a place alone, two totals, and what it takes where something lacks."""

import datetime as dt
import json
import re
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from semesta.planning.assumptions import life_table

sys.path.insert(0, str(Path(__file__).parents[1] / "law"))
from asking import semesta

CONTRIBUTIONS = "place,office,year,period,segment,programme,funding,amount"
CLAIMS = "place,office,year,period,segment,programme,funding,unit,cases,amount"
QUICK = ("--scenarios", "200", "--years", "3")


def round_of(folder: Path, contributions: list[str], claims: list[str]) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "contributions.csv").write_text("\n".join([CONTRIBUTIONS, *contributions, ""]), encoding="utf-8")
    (folder / "claims.csv").write_text("\n".join([CLAIMS, *claims, ""]), encoding="utf-8")
    return folder


def paid_in(amount, office="", segment="BPU", programme="JKM", period="2024"):
    return f"36.72,{office},,{period},{segment},{programme},,{amount}"


def paid_out(cases, office="", segment="BPU", programme="JKM", period="2024", amount=None):
    return f"36.72,{office},,{period},{segment},{programme},,person,{cases},{cases * 42_000_000 if amount is None else amount}"


@pytest.fixture(scope="module")
def two_offices(tmp_path_factory):
    """Two branches with BPU and PU: A gives and B takes in each."""
    folder = tmp_path_factory.mktemp("dua")
    each = [
        ("A", "BPU", 500_000_000, 8),
        ("B", "BPU", 300_000_000, 12),
        ("A", "PU", 900_000_000, 10),
        ("B", "PU", 200_000_000, 6),
    ]
    return round_of(
        folder / "putaran",
        [paid_in(amount, office, segment) for office, segment, amount, _ in each],
        [paid_out(cases, office, segment) for office, segment, _, cases in each],
    )


@pytest.fixture(scope="module")
def made(two_offices, tmp_path_factory):
    out = tmp_path_factory.mktemp("hasil")
    said = semesta("pool", two_offices, *QUICK, "--out", out, "--expect", "0.9", columns=80)
    assert said.exit_code == 0, said.err
    return said, out


def test_the_terminal_tells_all_of_a_pool_within_80_columns(made):
    said, _ = made
    text = re.sub(r"\s+", " ", said.out)
    for wanted in (
        "1 memberi",
        "menerima",
        "terpikul bersama",
        "Defisit",
        "dari 200 tahun",
        "pernah di bawah nol",
    ):
        assert wanted in text
    for wanted in (
        "ukuran kumpulan",
        "= harga",
        "BPU + PU",
        "tidak pernah dinetokan",
        "hasil investasi",
        "bukan utang",
        "benih 1",
    ):
        assert wanted in text
    assert max(len(line.rstrip()) for line in said.out.splitlines() if "/" not in line) <= 80


def test_json_holds_pools_differences_segments_together_and_what_is_outside(made):
    _, out = made
    told = json.loads((out / "gotong-royong.json").read_text(encoding="utf-8"))
    bpu = next(one for one in told["pools"] if one["segment"] == "BPU")
    assert {member["name"] for member in bpu["members"]} == {"A", "B"}
    assert set(bpu["pool"]) >= {"deficit_in_a_year", "ever_below", "bad_year", "ends"}
    assert set(bpu["carried_a_year"]) == {"gives", "takes", "carried", "uncovered"}
    assert bpu["stable_from_cases"] is None
    assert [step["segments"] for step in told["together"][0]] == [["BPU"], ["BPU", "PU"]]
    assert "investasi" in told["outside"]
    for one in told["differences"]:
        for member in one["members"]:
            assert member["price"] + (member["portfolio"] or 0) + member["chance"] == member["result"]
            assert member["probability"] is not None


def test_the_workbook_has_a_sheet_for_each_and_the_pool_as_a_row(made):
    _, out = made
    book = load_workbook(out / "gotong-royong.xlsx")
    assert book.sheetnames == [
        "Kumpulan", "Memberi dan menerima", "Saldo tiap tahun", "Segmen bersama", "Tiga bagian", "Asumsi",
    ]  # fmt: skip
    rows = [row for row in book["Kumpulan"].iter_rows(values_only=True) if row[0] == "JKM · BPU · 2024"]
    assert [row[1] for row in rows] == ["A", "B", "Kumpulan"]
    assert rows[2][2] == rows[0][2] + rows[1][2] == 800_000_000
    assert "investasi" in str(book["Kumpulan"]["A2"].value)


def test_the_same_seed_gives_the_same_result(two_offices):
    one, other, third = (
        semesta("pool", two_offices, *QUICK, "--seed", seed, "--json", "--programme", "JKM").out
        for seed in ("4", "4", "5")
    )
    assert one == other != third


# ---- ages


def test_ages_of_offices_tell_what_the_portfolio_does(two_offices, tmp_path):
    ages = tmp_path / "umur.yaml"
    ages.write_text(
        "ages:\n  - {office: A, from: 25, to: 34, persons: 100}\n  - {office: B, from: 50, to: 59, persons: 100}\n",
        encoding="utf-8",
    )
    told = json.loads(semesta("pool", two_offices, *QUICK, "--json", "--ages", ages).out)
    bpu = next(one for one in told["differences"] if one["segment"] == "BPU")
    young, old = (member["portfolio"] for member in bpu["members"])
    assert young > 0 > old


def test_a_plan_serves_as_file_of_ages_of_a_place_alone(tmp_path):
    alone = round_of(tmp_path / "p", [paid_in(800_000_000)], [paid_out(20)])
    plan = tmp_path / "rencana.yaml"
    plan.write_text(
        "name: uji\nclaims:\n  ages: [{group: rentan.nelayan, from: 50, to: 59, sex: L, persons: 40}]\n",
        encoding="utf-8",
    )
    told = json.loads(semesta("pool", alone, "--json", "--ages", plan).out)
    (member,) = told["differences"][0]["members"]
    assert [trait["amount"] is not None for trait in member["traits"][:2]] == [True, True]
    assert member["portfolio"] < 0


def test_everything_wrong_with_the_ages_is_told_with_its_field(two_offices, tmp_path):
    ages = tmp_path / "umur.yaml"
    ages.write_text("ages: [{from: 50, to: 40, persons: 0}, {from: 20, to: 30}]\nusia: 3\n", encoding="utf-8")
    said = semesta("pool", two_offices, "--ages", ages)
    assert said.exit_code == 2
    for field in ("ages[1].to", "ages[1].persons", "ages[2].persons", "usia"):
        assert f"umur.yaml: {field}" in said.err


@pytest.mark.parametrize(("office", "said"), [("office: C, ", "ages.office = C"), ("", "umur tanpa kantor")])
def test_ages_of_no_office_of_the_pool_are_refused(two_offices, tmp_path, office, said):
    ages = tmp_path / "umur.yaml"
    ages.write_text(f"ages: [{{{office}from: 25, to: 34, persons: 100}}]\n", encoding="utf-8")
    told = semesta("pool", two_offices, "--ages", ages)
    assert (told.exit_code, said in told.err, "yang ada: A, B" in told.err) == (2, True, True)


# ---- a place alone, and what is lacking


def test_one_branch_has_no_pool_but_its_difference_in_three_parts(tmp_path):
    said = semesta("pool", round_of(tmp_path / "p", [paid_in(800_000_000, "A")], [paid_out(20, "A")]))
    assert said.exit_code == 0
    assert "kolom Kantor: hanya satu anggota (A)" in re.sub(r"\s+", " ", said.out)
    assert "Kebetulan" in said.out
    assert "JKM BPU 2023" in re.sub(r"\s+", " ", said.out)


def test_an_office_without_claims_is_named_and_left_out(tmp_path):
    given = [paid_in(500_000_000, "A"), paid_in(300_000_000, "B"), paid_in(90_000_000, "C")]
    said = semesta("pool", round_of(tmp_path / "p", given, [paid_out(8, "A"), paid_out(12, "B")]), *QUICK)
    assert "Di luar hitungan karena datanya tidak ada: C (manfaat)" in re.sub(r"\s+", " ", said.out)


def test_no_claims_at_all_name_the_sheet(tmp_path):
    folder = round_of(tmp_path / "p", [paid_in(5_000_000, "A"), paid_in(3_000_000, "B")], [])
    (folder / "claims.csv").unlink()
    said = semesta("pool", folder, "--out", tmp_path / "hasil")
    assert said.exit_code == 2
    assert "lembar Manfaat dibayarkan: belum diisi" in said.err
    assert not (tmp_path / "hasil").exists()


def test_claims_that_are_zero_everywhere_ask_for_an_expectation(tmp_path):
    given = round_of(
        tmp_path / "p", [paid_in(5_000_000, "A"), paid_in(3_000_000, "B")], [paid_out(0, "A"), paid_out(0, "B")]
    )
    said = semesta("pool", given)
    assert (said.exit_code, "claims.amount, JKM BPU 2024" in said.err, "--expect" in said.err) == (2, True, True)
    assert semesta("pool", given, *QUICK, "--expect", "terbit").exit_code == 0


def test_an_office_whose_contributions_are_zero_is_named(tmp_path):
    given = round_of(tmp_path / "p", [paid_in(5_000_000, "A"), paid_in(0, "B")], [paid_out(1, "A"), paid_out(2, "B")])
    said = semesta("pool", given, "--lang", "en")
    assert (said.exit_code, "contributions.amount, B, JKM BPU 2024 = 0" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("lang", "named"), [("id", "kolom Periode: s.d. 17 Juli 2024;"), ("en", "column Period: up to 17 July 2024;")]
)
def test_a_period_without_a_start_names_its_column(tmp_path, lang, named):
    period = "../2024-07-17"
    given = round_of(
        tmp_path / "p",
        [paid_in(5_000_000, "A", period=period), paid_in(3_000_000, "B", period=period)],
        [paid_out(1, "A", period=period), paid_out(2, "B", period=period)],
    )
    said = semesta("pool", given, "--lang", lang)
    assert (said.exit_code, named in said.err) == (2, True)


def test_a_programme_that_is_savings_is_refused(two_offices):
    said = semesta("pool", two_offices, "--programme", "jht")
    assert (said.exit_code, "tabungan" in said.err) == (2, True)


# ---- two totals


def test_two_totals_are_told_in_80_columns_with_their_parts():
    said = semesta("pool", "--contributions", "Rp480.457.660", "--claims", "790 juta", "--month", "2024-07", columns=80)
    text = re.sub(r"\s+", " ", said.out)
    assert "kira-kira 2 dari 100 tahun" in text
    assert "18 kasus, diharapkan" in text
    assert "28.598 orang-bulan pada Rp16.800, sisa Rp11.260" in text
    assert "paling sedikit 4, paling banyak 18 kematian" in text
    assert "7,9 per 1.000 orang-tahun (95 %: 4,5–11,9); titik impas 1,94" in text.replace("\u00a0", " ")
    assert "−Rp309.542.340" in text
    assert max(map(len, said.out.splitlines())) <= 80


def test_two_totals_make_every_paper(tmp_path):
    said = semesta(
        "pool", "--contributions", "480457660", "--claims", "790000000", "--month", "2024-07", "--out", tmp_path
    )
    assert said.exit_code == 0
    told = json.loads((tmp_path / "gotong-royong.json").read_text(encoding="utf-8"))["totals"]
    parts = told["parts"]
    assert parts["price"] + (parts["portfolio"] or 0) + parts["chance"] == -309_542_340
    assert load_workbook(tmp_path / "gotong-royong.xlsx").sheetnames == ["Tiga bagian", "Dua jumlah"]
    assert (tmp_path / "gotong-royong.pdf").read_bytes().startswith(b"%PDF")


def test_two_totals_of_jkm_alone_are_read_at_its_own_price():
    asked = ("pool", "--contributions", "1204560000", "--claims", "1812000000", "--month", "2024-12")
    told = json.loads(semesta(*asked, "--programme", "JKM", "--json").out)["totals"]
    assert (told["prices"][0]["months"], round(told["deaths_per_1000"], 1)) == (177_141, 2.9)
    assert told["parts"]["expectation"]["central"] == 1.981
    assert semesta(*asked, "--programme", "JKK").exit_code == 2


def test_the_users_own_expectation_is_named_with_its_value(two_offices):
    told = json.loads(semesta("pool", two_offices, *QUICK, "--expect", "90 %", "--json").out)
    assert told["pools"][0]["expected_by"].startswith("asumsi pemakai: manfaat 90,0")


def test_chances_move_with_the_shock_that_is_assumed(made):
    _, out = made
    for one in json.loads((out / "gotong-royong.json").read_text(encoding="utf-8"))["pools"]:
        assert [end["shock"] for end in one["by_shock"]] == [0.05, 0.3]
        assert one["by_shock"][1]["bad_year"] <= one["by_shock"][0]["bad_year"]


@pytest.mark.parametrize(
    ("cases", "said"), [(40, "sulit dijelaskan"), (20, "dalam batas kebetulan"), (4, "lebih sedikit")]
)
def test_one_branch_is_told_whether_it_was_bad_luck(tmp_path, cases, said):
    """Rp445 million at 198.1 % are 21 deaths of Rp42 million."""
    alone = round_of(tmp_path / "p", [paid_in(445_000_000)], [paid_out(cases)])
    assert said in re.sub(r"\s+", " ", semesta("pool", alone).out)


def test_ages_move_only_the_part_of_two_totals_that_is_jkms(tmp_path):
    ages = tmp_path / "umur.yaml"
    ages.write_text("ages: [{from: 50, to: 50, persons: 9}]\n", encoding="utf-8")
    asked = (
        "pool",
        "--contributions",
        "480457660",
        "--claims",
        "790000000",
        "--month",
        "2024-07",
        "--ages",
        ages,
        "--json",
    )
    parts = json.loads(semesta(*asked).out)["totals"]["parts"]
    usual = sum(life_table().chance(age) for age in range(20, 60)) / 40
    of_jkm = 480_457_660 * 6_800 / 16_800 * 1.981
    assert parts["traits"][0]["amount"] == pytest.approx(of_jkm * (1 - life_table().chance(50) / usual), abs=2)


# ---- lists of people


def with_lists(folder, months=12):
    """Forty members of 45 to 64, ten of them new in July 2025 of whom three die within three months; two of the others die."""
    people = ["id,nik,name,birth_date,sex,place,segment,office,registered_on,status"]
    payments, claims = (
        ["participant_id,month,amount"],
        ["id,participant_id,programme,event_date,filed_on,paid_on,amount,status"],
    )
    paid = 0
    for n in range(40):
        born, new = dt.date(1961 + n // 2, 3, 10), n < 10
        name = f"ORANG {'ABCDEFGHIJ'[n % 10]}{'KLMN'[n // 10]}"
        entry = dt.date(2025, 7, 1) if new else dt.date(2020, 1, 1)
        people.append(f"{n},36720110{born:%m%y}{3000 + n},{name},{born},L,36.72,BPU,Cabang,{entry},AKTIF")
        died = 8 if n < 3 else 11 if n in (20, 30) else None
        for month in range(entry.month, (died or 12) + 1):
            if (n, month) != (15, 6):
                payments.append(f"{n},2025-{month:02},16800")
                paid += 1
        if died:
            claims.append(f"K{n},{n},JKM,2025-{died:02}-20,2025-{died:02}-25,2025-12-{10 + n % 9},42000000,PAID")
    for name, rows in {"participants": people, "payments": payments, "claim_cases": claims}.items():
        (folder / f"{name}.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    given = [CONTRIBUTIONS, f"36.72,,2025,,BPU,JKM,,{paid * 6_800}"]
    (folder / "contributions.csv").write_text("\n".join([*given, ""]), encoding="utf-8")
    return folder


def test_lists_of_a_round_tell_every_trait_that_can_be_told(tmp_path):
    told = json.loads(semesta("pool", with_lists(tmp_path), "--json").out)
    (one,) = [d for d in told["differences"] if d["programme"] == "JKM" and d["segment"] == "BPU"]
    (member,) = one["members"]
    traits = {trait["name"]: trait for trait in member["traits"]}
    known = [name for name, trait in traits.items() if trait["amount"] is not None]
    assert known == [
        "Umur peserta", "Jenis kelamin peserta", "Peserta baru dalam masa tunggu", "Bulan terlindungi yang tidak dibayar",
        "Kematian segera sesudah masuk",
    ]  # fmt: skip
    assert "3 dalam 3 bulan sesudah masuk" in traits["Kematian segera sesudah masuk"]["said"]
    assert member["price"] + member["portfolio"] + member["chance"] == member["result"]


def test_lists_of_other_people_than_those_who_paid_are_not_used(tmp_path):
    folder = with_lists(tmp_path)
    (folder / "contributions.csv").write_text(f"{CONTRIBUTIONS}\n36.72,,2025,,BPU,JKM,,900000000\n", encoding="utf-8")
    (one,) = [d for d in json.loads(semesta("pool", folder, "--json").out)["differences"] if d["segment"] == "BPU"]
    assert "bukan tentang iuran ini" in one["lists_not_used"]
    assert one["members"][0]["portfolio"] is None


def test_a_round_of_two_totals_is_told_the_command_that_reads_them(tmp_path):
    given = round_of(
        tmp_path / "p", [paid_in(480_457_660, programme="")], [paid_out(0, programme="", amount=790_000_000)]
    )
    said = semesta("pool", given)
    assert (said.exit_code, "kolom Program" in said.err) == (2, True)
    assert "semesta pool --contributions 480457660 --claims 790000000 --month 2024-12" in said.err


def test_one_branch_without_a_published_ratio_is_asked_for_an_expectation(tmp_path):
    given = [paid_in(80_000_000, "A", programme="JKK")], [paid_out(2, "A", programme="JKK", amount=16_000_000)]
    alone = round_of(tmp_path / "p", *given)
    said = semesta("pool", alone)
    assert (said.exit_code, "JKK BPU 2024: belum ada rasio terbit" in said.err) == (2, True)
    assert "Kebetulan" in semesta("pool", alone, "--expect", "0.3").out


def assumptions(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "asumsi.yaml"
    file.write_text(text, encoding="utf-8")
    return file


SHOCK = "assumptions:\n  shared_shock: {low: 0, central: 0, high: 0.5, source: catatan aktuaris}\n"


def test_an_assumption_of_ones_own_takes_the_place_of_ours_and_is_told_with_its_source(two_offices, tmp_path):
    ask = ("pool", two_offices, *QUICK, "--json")
    ours = json.loads(semesta(*ask).out)
    theirs = json.loads(semesta(*ask, "--assumptions", assumptions(tmp_path, SHOCK)).out)
    assert ours["pools"] != theirs["pools"]
    told = semesta("pool", two_offices, *QUICK, "--assumptions", assumptions(tmp_path, SHOCK)).out
    assert "catatan aktuaris" in re.sub(r"\s+", " ", told)


def test_assumptions_move_what_two_totals_of_jkk_and_jkm_are_held_against(tmp_path):
    own = "assumptions:\n  jkk_cases_bpu: {low: 0, central: 0, high: 0, source: catatan kantor}\n"
    totals = ("--contributions", "480457660", "--claims", "790000000", "--month", "2024-07", "--json")
    usual, without = (
        json.loads(semesta("pool", *totals, *more).out)["totals"]["parts"]
        for more in ((), ("--assumptions", assumptions(tmp_path, own)))
    )
    assert without["price"] > usual["price"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("ages: []\n", "assumptions"),
        ("assumptions: {shock: {low: 0, central: 0, high: 0, source: x}}\n", "assumptions.shock"),
        ("assumptions: {shared_shock: {low: 1, central: 0, high: 0, source: x}}\n", "assumptions.shared_shock"),
        ("assumptions: {shared_shock: {low: 0, central: 0, high: 0}}\n", "assumptions.shared_shock.source"),
        ("assumptions: 3\n", "assumptions"),
    ],
)
def test_what_is_wrong_with_assumptions_of_ones_own_is_told_by_field(text, field, two_offices, tmp_path):
    said = semesta("pool", two_offices, *QUICK, "--assumptions", assumptions(tmp_path, text))
    assert (said.exit_code, field in said.err) == (2, True)


# ---- the answer first, and both directions of chance


def test_the_ratio_and_whether_it_was_bad_luck_stand_first_of_two_totals():
    said = re.sub(r"\s+", " ", semesta("pool", *CILEGON).out)
    assert said.strip().startswith("Manfaat 164,4 % dari iuran; jumlah kasus saja membuka 97 % sampai 260 % (95 %).")
    assert said.index("sulit dijelaskan oleh kebetulan saja") < said.index("orang-bulan")


CILEGON = ("--contributions", "480457660", "--claims", "790000000", "--month", "2024-07")
JKM_ALONE = ("--contributions", "612000000", "--claims", "1003680000", "--month", "2025-12", "--programme", "JKM")


def test_where_the_range_of_what_is_expected_changes_the_answer_that_is_said():
    """24 deaths: usual where 198,1 % was expected, hardly ever where 55,6 % was, and both were published."""
    said = re.sub(r"\s+", " ", semesta("pool", *JKM_ALONE).out)
    assert "Belum dapat dipastikan: bila harapannya 55,6 % dari iuran" in said
    verdicts = json.loads(semesta("pool", *JKM_ALONE, "--json").out)["totals"]["parts"]["verdicts"]
    assert (verdicts["low"], verdicts["central"]) == ("more", "within")


def test_a_ratio_of_ones_own_has_no_range_and_leaves_nothing_open():
    said = re.sub(r"\s+", " ", semesta("pool", *JKM_ALONE, "--expect", "164%").out)
    assert "manfaat 164,0 % dari iuran; asumsi pemakai" in said
    assert "Belum dapat dipastikan" not in said


def test_more_cases_than_chance_and_fewer_are_told_apart_with_the_ratio_of_each(tmp_path):
    contributions = [paid_in(420_000_000, name) for name in "ABC"]
    folder = round_of(tmp_path, contributions, [paid_out(40, "A"), paid_out(15, "B"), paid_out(1, "C")])
    said = semesta("pool", folder, *QUICK).out
    assert "lebih banyak daripada yang dijelaskan kebetulan (95 %): A." in said
    assert "lebih sedikit daripada yang dijelaskan kebetulan (95 %): C." in said
    assert re.search(r"^A .* 400,0\s% ", said, re.MULTILINE)


def test_no_case_where_few_are_expected_is_no_surprise(tmp_path):
    folder = round_of(tmp_path, [paid_in(21_000_000)], [paid_out(0)])
    said = re.sub(r"\s+", " ", semesta("pool", folder, *QUICK, "--expect", "1").out)
    assert "tahun tanpa kasus terjadi kira-kira 61 dari 100 tahun: dalam batas kebetulan" in said


def test_segments_together_are_the_pool_of_the_programme_and_say_the_same_chance(two_offices):
    found = json.loads(semesta("pool", two_offices, *QUICK, "--json").out)
    pools = {(one["programme"], one["segment"]): one["pool"]["deficit_in_a_year"] for one in found["pools"]}
    for steps in found["together"]:
        programme, first = steps[0]["programme"], steps[0]["segments"][0]
        assert steps[0]["deficit_in_a_year"] == pools[programme, first]
        if (programme, "") in pools:
            assert steps[-1]["deficit_in_a_year"] == pools[programme, ""]


def test_contributions_below_one_month_of_one_person_are_refused():
    said = semesta("pool", "--contributions", "10000", "--claims", "790000000", "--month", "2024-07")
    assert (said.exit_code, "Rp16.800" in said.err) == (2, True)


def test_a_programme_that_the_round_does_not_hold_is_named_with_those_it_has(tmp_path):
    folder = round_of(tmp_path, [paid_in(21_000_000, name) for name in "AB"], [paid_out(1, name) for name in "AB"])
    said = semesta("pool", folder, *QUICK, "--programme", "JKK")
    assert (said.exit_code, "tidak ada baris JKK, yang ada JKM" in said.err) == (2, True)
    assert "--contributions" not in said.err


def test_an_office_with_a_sum_of_several_programmes_is_named_and_left_out(tmp_path):
    folder = round_of(
        tmp_path,
        [*(paid_in(100_000_000, name) for name in "AB"), paid_in(300_000_000, "C", programme="")],
        [*(paid_out(2, name) for name in "AB"), paid_out(5, "C", programme="")],
    )
    said = re.sub(r"\s+", " ", semesta("pool", folder, *QUICK).out)
    assert "C (hanya jumlah beberapa program bersama; isi kolom Program)" in said
    assert json.loads(semesta("pool", folder, *QUICK, "--json").out)["pools"][0]["unknown"] == ["C"]
