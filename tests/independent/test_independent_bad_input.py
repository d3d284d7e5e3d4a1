"""Bad input of planning: a clear message that names the field, in both languages, an exit code, and nothing written."""

import pytest
import yaml
from planning_asked import assumed, file_of, group, payer, semesta

RAW = {"low": 0.01, "central": 0.02, "high": 0.03, "source": "uji"}


def target(**fields):
    mix = [{"funding": "apbd.kabkota", "part": 1.0}]
    return {
        "document": "own", "universe": "employed", "population": 10_000, "covered": 5_000, "source": "uji",
        "shares": {2027: 0.6}, "mix": mix, **fields,
    }  # fmt: skip


def without(name):
    return {key: value for key, value in RAW.items() if key != name}


SCENARIOS = {
    "targets above the population": ({"targets": [target(shares={2027: 1.2})]}, "targets[1].shares"),
    "targets of more persons than there are": (
        {"targets": [{k: v for k, v in target(persons={2027: 10_001}).items() if k != "shares"}]},
        "targets[1].persons",
    ),
    "more covered than people": ({"targets": [target(covered=10_001)]}, "targets[1].covered"),
    "years before the law": ({"years": {"first": 2009, "last": 2010}}, "years"),
    "years that fall": ({"years": {"first": 2028, "last": 2027}}, "years"),
    "years for ever": ({"years": {"first": 2027, "last": 2227}}, "years"),
    "assumption without its low": ({"growth": without("low")}, "growth.low"),
    "assumption without source": ({"growth": without("source")}, "growth.source"),
    "assumption below zero": ({"growth": assumed(-0.5, 0.01, 0.02)}, "growth.low"),
    "assumption that falls": ({"leaving": assumed(0.3, 0.2, 0.1)}, "leaving"),
    "kept assumption below zero": ({"assumptions": {"jkm_deaths_bpu": assumed(-1, 2, 3)}}, "assumptions.jkm_deaths_bpu.low"),
    "unknown assumption": ({"assumptions": {"jkm_deaths": assumed(1, 2, 3)}}, "assumptions.jkm_deaths"),
    "group without people": ({"groups": [group("rentan.nelayan", payer(0))]}, "groups[1].payers"),
    "group of none": ({"groups": [group("rentan.nelayan", payer(0), population=0)]}, "groups[1].population"),
    "more paid for than there are": ({"groups": [group("rentan.nelayan", payer(10), population=9)]}, "groups[1].population"),
    "more paid for than there are, in two ways": (
        {
            "groups": [
                group("rentan.nelayan", payer(60), population=100),
                group("rentan.nelayan", payer(60, "csr"), population=100, route="BPU"),
            ]
        },
        "groups[2].population",
    ),
    "no groups": ({"groups": []}, "groups"),
    "persons below zero": ({"groups": [group("rentan.nelayan", payer(-1))]}, "groups[1].payers[1].kept"),
    "half a person": ({"groups": [group("rentan.nelayan", payer(1.5))]}, "groups[1].payers[1].kept"),
    "persons not said": ({"groups": [group("rentan.nelayan", {"funding": "csr"})]}, "groups[1].payers[1].kept"),
    "price of nothing": ({"groups": [group("rentan.nelayan", payer(1), own_price=0)]}, "groups[1].own_price"),
    "thirteenth month": ({"groups": [group("rentan.nelayan", payer(1, months="8-13"))]}, "groups[1].payers[1].months"),
    "begins outside its months": (
        {"groups": [group("rentan.nelayan", payer(1, months="8-12", begins=3))]},
        "groups[1].payers[1].begins",
    ),
    "year of added outside the plan": (
        {"groups": [group("rentan.nelayan", payer(1, added={2031: 5}))]},
        "groups[1].payers[1].added.2031",
    ),
    "wage earners without a wage": ({"groups": [group("non_asn.rt_rw", payer(1), route="PU")]}, "groups[1].wage_per_month"),
    "sixth class of risk": (
        {"groups": [group("non_asn.rt_rw", payer(1), route="PU", wage_per_month=1_000_000, risk_class=6)]},
        "groups[1].risk_class",
    ),
    "rounding that nobody does": ({"groups": [group("rentan", payer(1), rounding="ke atas")]}, "groups[1].rounding"),
    "the same payer twice": ({"groups": [group("rentan.nelayan", payer(1), payer(2))]}, "groups[1].payers[2]"),
    "the same group twice": (
        {"groups": [group("rentan.nelayan", payer(1)), group("rentan.nelayan", payer(2))]},
        "groups[2].payers[1]",
    ),
    "a price whose dots YAML takes for a decimal point": (
        {"groups": [group("rentan.nelayan", payer(1), own_price=17.0)]},
        "groups[1].own_price",
    ),
    "money below zero": ({"money": [{"funding": "apbd.kabkota", "amounts": {2027: -5}}]}, "money[1].amounts.2027"),
    "money of another year": ({"money": [{"funding": "apbd.kabkota", "amounts": {2031: 5}}]}, "money[1].amounts.2031"),
    "money of nobody": ({"money": [{"funding": "bank", "amounts": {2027: 5}}]}, "money[1].funding"),
    "money below one person's price": ({"money": [{"funding": "apbd.kabkota", "amounts": {2027: 100_000}}]}, "money[1].amounts.2027"),
    "parts of a mix that are not the whole": (
        {"targets": [target(mix=[{"funding": "apbd.kabkota", "part": 0.9}])]},
        "targets[1].mix",
    ),
    "national document of another universe": (
        {"targets": [{k: v for k, v in target(document="RPJMN").items() if k != "shares"}]},
        "targets[1].universe",
    ),
    "unknown place": ({"place": "Kota Entah"}, "place"),
    "no place": ({"place": None}, "place"),
    "unknown field": ({"gruops": []}, "gruops"),
    "unknown value of law": ({"law": [{"since": "2027-01-01", "values": {"jkm_flat": 8_000}}]}, "law"),
    "more earners than persons": (
        {"poverty": {"households": [{"size": 2, "earners": 3, "spending": 1, "number": 1}]}},
        "poverty.households[1].earners",
    ),
    "line without source": (
        {"poverty": {"line": 700_000, "households": [{"size": 2, "earners": 1, "spending": 1, "number": 1}]}},
        "poverty.line_source",
    ),
    "experience of negative cases": (
        {"claims": {"experience": [{"programme": "JKM", "segment": "BPU", "cases": -1, "person_years": 5, "source": "u"}]}},
        "claims.experience[1].cases",
    ),
    "experience of no years": (
        {"claims": {"experience": [{"programme": "JKM", "segment": "BPU", "cases": 1, "person_years": 0, "source": "u"}]}},
        "claims.experience[1].person_years",
    ),
    "ages upside down": (
        {"claims": {"ages": [{"group": "rentan.nelayan", "from": 50, "to": 30, "sex": "L", "persons": 5}]}},
        "claims.ages[1]",
    ),
    "members of no group": (
        {"projection": {"group": "rentan.petani", "years": 3, "members": [{"from": 30, "to": 40, "sex": "L", "persons": 5}]}},
        "projection.group",
    ),
    "sensitivity of what is not asked": ({"sensitivity": {"results": ["claims"]}}, "sensitivity.results"),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("what", SCENARIOS)
def test_a_scenario_that_cannot_be_used_names_its_field_and_writes_nothing(tmp_path, what, lang):
    fields, field = SCENARIOS[what]
    said = semesta("plan", "run", file_of(tmp_path, **fields), "--out", tmp_path / "hasil", "--lang", lang)
    assert said.code == 2, said.out
    assert field in said.err
    assert ("Tidak ada yang ditulis" if lang == "id" else "Nothing was written") in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["rencana.yaml"]


def test_everything_wrong_is_told_at_once(tmp_path):
    fields = {
        "place": "Kota Entah",
        "groups": [group("rentan.nelayan", payer(-1))],
        "growth": without("source"),
        "money": [{"funding": "bank", "amounts": {2027: 5}}],
    }
    err = semesta("plan", "run", file_of(tmp_path, **fields)).err
    assert all(field in err for field in ("place", "kept", "growth.source", "money[1].funding"))


@pytest.mark.parametrize("text", ["", "[", "- 1\n- 2\n", "a: &x [*x]", "\x00", "name: !!python/object:os.system ls"])
def test_a_file_that_is_no_scenario_is_refused_in_one_breath(tmp_path, text):
    path = tmp_path / "rencana.yaml"
    path.write_text(text, encoding="utf-8")
    said = semesta("plan", "run", path, "--out", tmp_path / "hasil")
    assert said.code == 2
    assert "rencana.yaml" in said.err
    assert not (tmp_path / "hasil").exists()


def test_dots_between_thousands_are_told_of_once(tmp_path):
    """Written 17.000 and 10.912 without quotes they come as 17.0 and 10.912; never read as seventeen rupiah."""
    err = semesta("plan", "run", file_of(tmp_path, groups=[group("rentan", payer(10.912), own_price=17.0)])).err
    assert err.count("titik ribuan") == 2
    assert err.count("own_price") == 1


def test_a_scenario_that_is_not_there_is_named(tmp_path):
    said = semesta("plan", "run", tmp_path / "tiada.yaml")
    assert (said.code, "tiada.yaml" in said.err) == (2, True)


# pools

HEAD = "place,office,period,segment,programme,amount\n"
CLAIM_HEAD = "place,office,period,segment,programme,unit,cases,amount\n"


def data(folder, contributions="", claims=""):
    if contributions:
        (folder / "contributions.csv").write_text(HEAD + contributions, encoding="utf-8")
    if claims:
        (folder / "claims.csv").write_text(CLAIM_HEAD + claims, encoding="utf-8")
    return folder


TWO = "36,A,2024,BPU,JKM,100000000\n36,B,2024,BPU,JKM,100000000\n"
POOLS = {
    "a region with no claims": (TWO, "", "klaim", "claims"),
    "contributions of one year and claims of another": (
        TWO,
        "36,A,2023,BPU,JKM,person,1,42000000\n36,B,2023,BPU,JKM,person,1,42000000\n",
        "periode",
        "period",
    ),
    "savings alone": (TWO.replace("JKM", "JHT"), "36,A,2024,BPU,JHT,person,2,84000000\n", "program", "programme"),
}


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("what", POOLS)
def test_data_that_make_no_pool_are_refused_and_say_what_is_missing(tmp_path, what, lang):
    contributions, claims, *words = POOLS[what]
    said = semesta("pool", data(tmp_path, contributions, claims), "--out", tmp_path / "hasil", "--lang", lang)
    assert said.code == 2, said.out
    assert words[lang == "en"] in said.err.lower() or words[lang == "en"] in said.err
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_one_branch_only_is_no_pool_and_that_is_said_with_its_column(tmp_path, lang):
    """What can be told of one branch may be told; a pool of it never is."""
    folder = data(tmp_path, "36,A,2024,BPU,JKM,100000000\n", "36,A,2024,BPU,JKM,person,2,84000000\n")
    said = semesta("pool", folder, "--lang", lang)
    assert ("Kantor" if lang == "id" else "Office") in said.out + said.err
    assert said.code == 2 or semesta("pool", folder, "--json").data["pools"] == []


TOTALS = {
    "no claims": (["--contributions", "5000000"], "--claims"),
    "no contributions": (["--claims", "5000000"], "--contributions"),
    "nothing at all": ([], "--contributions"),
    "contributions of nothing": (["--contributions", "0", "--claims", "5"], "--contributions"),
    "claims below zero": (["--contributions", "5000000", "--claims=-5"], "--claims"),
    "contributions in words": (["--contributions", "banyak", "--claims", "5"], "--contributions"),
    "a month that is none": (["--contributions", "5000000", "--claims", "5", "--month", "2024-13"], "--month"),
    "a month before the law": (["--contributions", "5000000", "--claims", "5", "--month", "2009-01"], "2009"),
    "an expectation that is none": (
        ["--contributions", "5000000", "--claims", "42000000", "--month", "2024-07", "--expect", "besar"],
        "--expect",
    ),
    "an expectation below zero": (
        ["--contributions", "5000000", "--claims", "42000000", "--month", "2024-07", "--expect=-1"],
        "--expect",
    ),
}


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("what", TOTALS)
def test_totals_that_say_nothing_are_refused_and_name_the_option(tmp_path, what, lang):
    words, option = TOTALS[what]
    said = semesta("pool", *words, "--out", tmp_path / "hasil", "--lang", lang)
    assert said.code == 2, said.out
    assert option in said.err
    assert not (tmp_path / "hasil").exists()


def test_a_scenario_written_again_is_still_yaml(tmp_path):
    """What `plan new` writes can be read, run, and holds no field that the reader does not know."""
    path = tmp_path / "baru.yaml"
    assert semesta("plan", "new", "-o", path).code == 0
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["years"]
    assert semesta("plan", "run", path, "--json").code == 0
