"""Lists of people come to summary tables: each person once in every row, the same on every engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest
from small_lists import ABOVE_2_TO_THE_53, AS_OF, PLACE, born, lists, nik, pairs_and_clusters

from semesta.basics.groups import GROUPS
from semesta.people.covered import with_state
from semesta.people.summarise import summaries
from semesta.tables.registry import TABLES

Frames = Mapping[str, pl.DataFrame]
NUMBERS = {"population": ["persons"], "members": ["registered", "active"]}


def on_polars(frame: pl.DataFrame) -> Any:
    return frame.lazy()


def on_duckdb(frame: pl.DataFrame) -> Any:
    return duckdb.from_arrow(frame.to_arrow())


def summed(frames: Frames, engine: Callable[[pl.DataFrame], Any] = on_polars, place: str = PLACE) -> dict[str, Any]:
    return summaries({name: engine(frame) for name, frame in frames.items()}, place=place, as_of=AS_OF)


def rows(frame: pl.DataFrame, *columns: str) -> set[tuple[Any, ...]]:
    return set(frame.select(columns).iter_rows())


def workers(*people: dict[str, Any]) -> pl.DataFrame:
    schema = dict.fromkeys(
        ("nik", "place", "group", "segment", "decile", "bpjs_status", "funding", "programmes"), pl.String
    )
    numbered = [{"id": str(n), "place": PLACE, **person} for n, person in enumerate(people)]
    kept = {n: t for n, t in schema.items() if any(n in person for person in numbered)}
    return pl.DataFrame(numbered, schema={"id": pl.String} | kept)


def participants(*members: dict[str, Any]) -> pl.DataFrame:
    schema = dict.fromkeys(
        ("nik", "office", "segment", "programmes", "funding", "payer", "active_until", "status"), pl.String
    )
    numbered = [{"id": f"p{n}", **member} for n, member in enumerate(members)]
    kept = {n: t for n, t in schema.items() if any(n in member for member in numbered)}
    return pl.DataFrame(numbered, schema={"id": pl.String} | kept)


# ---- who is counted


def test_a_person_in_two_groups_stands_in_both_rows_and_once_in_the_total():
    found = summed(
        {
            "workers": workers(
                {"nik": nik(1), "group": "rentan.nelayan"},
                {"nik": nik(1), "group": "non_asn.rt_rw"},
                {"nik": nik(2), "group": "rentan.nelayan"},
            )
        }
    )
    assert rows(found["population"], "place", "group", "persons") == {
        (PLACE, None, 2),
        (PLACE, "rentan", 2),
        (PLACE, "rentan.nelayan", 2),
        (PLACE, "non_asn", 1),
        (PLACE, "non_asn.rt_rw", 1),
    }


def test_a_person_in_two_parts_of_a_group_is_once_in_the_group():
    found = summed(
        {"workers": workers({"nik": nik(1), "group": "rentan.nelayan"}, {"nik": nik(1), "group": "rentan.petani"})}
    )
    assert rows(found["population"], "group", "persons") == {("rentan", 1), ("rentan.nelayan", 1), ("rentan.petani", 1)}


def test_the_total_of_a_list_of_fishermen_is_that_of_the_fishermen_not_of_all_groups():
    found = summed({"workers": workers({"nik": nik(1), "group": "rentan.nelayan"})})
    assert rows(found["population"], "group", "persons") == {("rentan.nelayan", 1)}


def test_people_without_nik_are_each_a_person_and_never_one_together():
    found = summed({"workers": workers({"nik": None}, {"nik": None}, {"nik": nik(1)})})
    assert rows(found["population"], "group", "persons") == {(None, 3)}


def test_rows_without_nik_and_id_are_each_a_person():
    frame = workers({"nik": None}, {"nik": None}).drop("id")
    assert summed({"workers": frame})["population"]["persons"].to_list() == [2]


def test_rows_that_say_no_place_belong_to_the_place_asked_for():
    found = summed(
        {"workers": workers({"nik": nik(1), "place": None}, {"nik": nik(2), "place": "36.73"})}, place="36.04"
    )
    assert rows(found["population"], "place", "persons") == {("36.04", 1), ("36.73", 1)}


def test_a_person_with_two_programmes_stands_under_each_and_once_in_the_headline():
    found = summed(
        {
            "workers": workers({"nik": nik(1)}, {"nik": nik(2)}),
            "participants": participants({"nik": nik(1), "programmes": "JKK JKM", "status": "active"}),
        }
    )
    assert rows(found["members"], "programme", "registered", "active") == {(None, 1, 1), ("JKK", 1, 1), ("JKM", 1, 1)}


def test_a_person_with_two_sponsors_is_active_when_one_of_them_pays():
    held = participants(
        {"nik": nik(1), "funding": "mandiri", "status": "inactive"},
        {"nik": nik(1), "funding": "csr", "status": "active"},
    )
    found = summed({"workers": workers({"nik": nik(1)}), "participants": held})
    assert rows(found["members"], "funding", "registered", "active") == {
        (None, 1, 1),
        ("mandiri", 1, 0),
        ("csr", 1, 1),
    }


def test_a_group_in_which_nobody_is_registered_has_a_row_that_says_so():
    found = summed(
        {
            "workers": workers({"nik": nik(1), "group": "rentan.petani"}, {"nik": nik(2), "group": "rentan.nelayan"}),
            "participants": participants({"nik": nik(2), "status": "active"}),
        }
    )
    assert rows(found["members"], "group", "registered", "active") == {
        ("rentan", 1, 1),
        ("rentan.petani", 0, 0),
        ("rentan.nelayan", 1, 1),
    }


def test_whether_anybody_is_active_stays_unknown_where_nothing_tells():
    found = summed({"workers": workers({"nik": nik(1)}), "participants": participants({"nik": nik(1)})})
    assert rows(found["members"], "registered", "active") == {(1, None)}


def test_a_payer_is_named_only_when_it_is_another_government():
    held = participants(
        {"nik": nik(1), "funding": "apbd.kabkota", "payer": PLACE},
        {"nik": nik(2), "funding": "apbd.provinsi", "payer": "36.00"},
    )
    found = summed({"workers": workers({"nik": nik(1)}, {"nik": nik(2)}), "participants": held})
    assert rows(found["members"], "funding", "payer", "registered") == {
        (None, None, 2),
        ("apbd", None, 1),
        ("apbd.kabkota", None, 1),
        ("apbd", "36.00", 1),
        ("apbd.provinsi", "36.00", 1),
    }


def test_who_is_paid_for_from_two_budgets_of_governments_is_once_in_both_together():
    held = participants(
        {"nik": nik(1), "funding": "apbd.kabkota", "status": "active"},
        {"nik": nik(1), "funding": "apbd.provinsi", "status": "active"},
    )
    found = summed({"workers": workers({"nik": nik(1)}), "participants": held})
    assert {row for row in rows(found["members"], "funding", "active") if row[0]} == {
        ("apbd", 1),
        ("apbd.kabkota", 1),
        ("apbd.provinsi", 1),
    }


def test_a_province_all_of_whose_regions_sent_lists_has_rows_of_its_own():
    banten = ("36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74")
    people = [{"nik": nik(n), "place": place} for n, place in enumerate(banten)]
    assert ("36", 8) in rows(summed({"workers": workers(*people)})["population"], "place", "persons")
    assert "36" not in set(summed({"workers": workers(*people[1:])})["population"]["place"])


# ---- levels of knowing


def test_our_list_returned_with_a_status_needs_no_extract():
    found = summed(
        {
            "workers": workers(
                {"nik": nik(1), "bpjs_status": "active"},
                {"nik": nik(2), "bpjs_status": "inactive"},
                {"nik": nik(3), "bpjs_status": "unregistered"},
            )
        }
    )
    assert rows(found["members"], "registered", "active", "basis") == {(2, 1, "residence")}
    assert rows(found["population"], "persons") == {(3,)}


def test_an_extract_by_office_is_marked_so_that_coverage_says_at_least():
    held = participants({"nik": nik(1), "office": "Cilegon", "status": "active"})
    found = summed({"workers": workers({"nik": nik(1)}), "participants": held})
    assert set(found["members"]["basis"]) == {"office"}
    assert set(found["population"]["basis"]) == {"residence"}


def test_an_extract_without_any_list_counts_all_its_members_and_no_population():
    held = participants({"nik": nik(1), "status": "active"}, {"nik": nik(1), "status": "inactive"}, {"nik": nik(2)})
    found = summed({"participants": held})
    assert rows(found["members"], "registered", "active", "universe") == {(2, 1, None)}
    assert "population" not in found


def test_a_recycled_nik_with_another_birth_date_makes_nobody_a_member():
    own = workers({"nik": nik(1)}).with_columns(birth_date=pl.lit(born(1)))
    held = participants({"nik": nik(1), "status": "active"}).with_columns(birth_date=pl.lit(dt.date(1950, 1, 1)))
    assert rows(summed({"workers": own, "participants": held})["members"], "registered") == {(0,)}


def test_a_link_that_was_made_is_used_in_place_of_the_nik():
    found = summed(
        {
            "workers": workers({"nik": nik(1)}, {"nik": None}),
            "participants": participants({"nik": nik(9), "status": "active"}),
            "pairs": pl.DataFrame({"worker_id": ["1"], "participant_id": ["p0"]}),
            "clusters": pl.DataFrame({"worker_id": ["0", "1"], "person_id": [0, 1]}),
        }
    )
    assert rows(found["members"], "registered", "active") == {(1, 1)}
    assert rows(found["population"], "persons") == {(2,)}


# ---- money


def test_money_of_which_no_programme_is_said_is_in_the_total_and_in_no_programme():
    paid = pl.DataFrame(
        {
            "kpj": ["1", "1", "1"],
            "month": ["2024-01", "2024-01", "2024-01"],
            "programmes": ["JKK", "JKK JKM", None],
            "amount": [10, 100, 1000],
        }
    )
    found = summed({"payments": paid})["contributions"]
    assert rows(found, "place", "period", "programme", "amount") == {
        (PLACE, "2024-01", None, 1110),
        (PLACE, "2024-01", "JKK", 10),
    }


def test_amounts_above_2_to_the_53_are_added_exactly():
    paid = pl.DataFrame({"kpj": ["1", "2"], "month": ["2024-01"] * 2, "amount": [ABOVE_2_TO_THE_53, ABOVE_2_TO_THE_53]})
    for engine in (on_polars, on_duckdb):
        assert summed({"payments": paid}, engine)["contributions"]["amount"].to_list() == [2 * ABOVE_2_TO_THE_53]


def test_a_claim_paid_in_two_benefits_is_one_case():
    cases = pl.DataFrame(
        {
            "id": ["k1", "k1", "k2"],
            "programme": ["JKM"] * 3,
            "benefit": ["death.grant", "death.funeral", "death.grant"],
            "paid_on": [dt.date(2024, 3, 1)] * 3,
            "amount": [20, 10, 20],
        }
    )
    found = summed({"claim_cases": cases})["claims"]
    assert rows(found, "programme", "benefit", "unit", "cases", "amount") == {
        (None, None, "case", 2, 50),
        ("JKM", None, "case", 2, 50),
        ("JKM", "death.grant", "payment", 2, 40),
        ("JKM", "death.funeral", "payment", 1, 10),
    }


def test_a_claim_paid_in_two_months_is_a_case_of_the_first():
    cases = pl.DataFrame(
        {
            "id": ["k1", "k1"],
            "programme": ["JKK"] * 2,
            "paid_on": [dt.date(2024, 3, 1), dt.date(2024, 4, 1)],
            "amount": [5, 7],
        }
    )
    found = summed({"claim_cases": cases})["claims"].filter(pl.col("programme").is_null())
    assert rows(found, "period", "cases", "amount") == {
        ("2024-03/2024-04", 1, 12),
        ("2024-03", 1, 5),
        ("2024-04", 0, 7),
    }


def test_what_was_filed_and_not_paid_is_no_claim_paid_and_what_was_paid_later_neither():
    cases = pl.DataFrame(
        {
            "id": ["k1", "k2", "k3"],
            "programme": ["JKM"] * 3,
            "paid_on": [None, dt.date(2024, 3, 1), dt.date(2024, 12, 1)],
            "amount": [1, 2, 4],
            "status": ["filed", "paid", "paid"],
        }
    )
    assert set(summed({"claim_cases": cases})["claims"]["amount"]) == {2}


def test_claims_and_contributions_of_a_year_speak_of_one_period():
    paid = pl.DataFrame({"kpj": ["1"] * 3, "month": ["2024-01", "2024-02", "2024-07"], "amount": [1, 2, 4]})
    cases = pl.DataFrame({"id": ["k"], "programme": ["JKM"], "paid_on": [dt.date(2024, 3, 1)], "amount": [9]})
    found = summed({"payments": paid, "claim_cases": cases})
    span = "2024-01/2024-07"
    assert found["contributions"].filter(period=span)["amount"].to_list() == [7]
    assert set(found["claims"].filter(period=span)["amount"]) == {9}


# ---- the contract


def test_the_tables_have_exactly_the_columns_that_are_declared():
    found = summed(lists(1))
    assert set(found) == {"population", "members", "contributions", "claims"}
    for name, frame in found.items():
        assert frame.columns == [c.name for c in TABLES[name].columns]
        assert frame.dtypes == [getattr(pl, c.type.polars) for c in TABLES[name].columns]
        assert frame.select(TABLES[name].key).is_duplicated().sum() == 0


def test_lists_without_rows_come_to_nothing():
    assert summed({name: frame.clear() for name, frame in lists(1).items()}) == {}


def test_no_name_or_number_of_anybody_is_in_a_summary():
    for frame in summed(lists(2)).values():
        for column in frame.select(pl.col(pl.String)):
            assert not column.drop_nulls().str.contains(r"\d{5,}").any()


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("linked", [False, True])
def test_duckdb_comes_to_the_same_as_polars(seed: int, linked: bool):
    frames = lists(seed)
    if linked:
        frames |= pairs_and_clusters(frames)
    one, other = summed(frames, on_polars), summed(frames, on_duckdb)
    assert one.keys() == other.keys()
    for name, frame in one.items():
        assert frame.equals(other[name]), name


@pytest.mark.parametrize("seed", range(4))
def test_every_row_counts_distinct_people(seed: int):
    """Against sets of people, made in the plainest way."""
    frames = lists(seed)
    people: dict[tuple[str, str, str, str], set[str]] = {}
    for row in frames["workers"].iter_rows(named=True):
        person = row["nik"] or row["id"]
        groups = ["", *(GROUPS.path(row["group"]) if row["group"] else [])]
        for group in groups:
            for segment in {"", row["segment"] or ""}:
                for decile in {"", row["decile"] or ""}:
                    if not (decile and (segment or group)):
                        people.setdefault((row["place"] or PLACE, group, segment, decile), set()).add(person)
    found = summed({"workers": frames["workers"]})["population"].with_columns(pl.col(pl.String).fill_null(""))
    assert {row[:4]: row[4] for row in found.select("place", "group", "segment", "decile", "persons").iter_rows()} == {
        key: len(held) for key, held in people.items()
    }


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_changes_nothing(seed: int):
    frames = lists(seed)
    turned = {name: frame.reverse() for name, frame in frames.items()}
    for name, frame in summed(frames).items():
        assert frame.equals(summed(turned)[name])


@pytest.mark.parametrize("seed", range(3))
def test_every_row_of_members_counts_distinct_people_with_each_code(seed: int):
    """Against sets of people, made in the plainest way, by equal NIK and birth date; states are those of `with_state`."""
    frames = {name: frame for name, frame in lists(seed).items() if name in ("workers", "participants")}
    last = pl.col("active_until").str.slice(5).cast(pl.Int64) + 2024 * 12
    stated = with_state(nw.from_native(frames["participants"].with_columns(last_month=last)), AS_OF).to_native()
    held = {(row["id"]): row for row in stated.iter_rows(named=True)}
    registered: dict[tuple[str, str, str], set[str]] = {}
    active: dict[tuple[str, str, str], set[str]] = {}
    for worker in frames["workers"].iter_rows(named=True):
        for member in held.values():
            if worker["nik"] is None or (worker["nik"], worker["birth_date"]) != (member["nik"], member["birth_date"]):
                continue
            place = worker["place"] or PLACE
            splits = [("programme", code) for code in (member["programmes"] or "").split()]
            splits += [(name, member[name]) for name in ("segment", "office") if member[name]]
            for kind, code in [("", ""), *splits]:
                registered.setdefault((place, kind, code), set()).add(worker["nik"])
                if member["active"]:
                    active.setdefault((place, kind, code), set()).add(worker["nik"])
    found = summed(frames)["members"].with_columns(pl.col(pl.String).fill_null(""))
    for kind in ("", "programme", "segment", "office"):
        others = [c for c in ("group", "decile", "funding", "programme", "segment", "office") if c != kind]
        only = found.filter(pl.all_horizontal(pl.col(others) == ""), *([pl.col(kind) != ""] if kind else []))
        counts = {(row["place"], kind, row[kind] if kind else ""): row for row in only.iter_rows(named=True)}
        wanted = {key: people for key, people in registered.items() if key[1] == kind}
        assert {key: row["registered"] for key, row in counts.items()} == {k: len(p) for k, p in wanted.items()}
        assert {key: row["active"] for key, row in counts.items()} == {k: len(active.get(k, ())) for k in wanted}


def test_payments_that_are_only_ticked_tell_who_paid_and_no_contributions():
    paid = pl.DataFrame({"nik": [nik(1)], "month": ["2024-06"]})
    found = summed({"participants": participants({"nik": nik(1), "segment": "BPU"}), "payments": paid})
    assert "contributions" not in found
    assert rows(found["members"], "registered", "active") >= {(1, 1)}


# ---- a list of payments alone


@pytest.mark.parametrize("engine", [on_polars, on_duckdb])
def test_who_was_paid_for_is_registered_and_active_while_that_carries_and_of_others_nothing_is_known(engine):
    month = AS_OF.year * 12 + AS_OF.month - 1

    def paid(person, ago, amount=16_800):
        return {"nik": nik(person), "month": f"{(month - ago) // 12}-{(month - ago) % 12 + 1:02}", "amount": amount}

    people = workers(*({"nik": nik(n), "segment": "BPU"} for n in range(1, 6)))
    payments = pl.DataFrame([paid(1, 0), paid(2, 2), paid(2, 2), paid(3, 9), paid(4, 0, amount=0)])
    found = summed({"workers": people, "payments": payments}, engine)["members"]
    whole = found.filter(pl.all_horizontal(pl.col("group", "segment", "programme", "funding").is_null()))
    told = rows(whole, "registered", "registered_most", "active", "active_most")
    assert told == {(3, 5, 2, 5)}
    assert set(found["source"]) == {"daftar pekerja disandingkan dengan daftar pembayaran iuran"}


def test_a_status_given_by_bpjs_goes_before_payments():
    people = workers({"nik": nik(1), "bpjs_status": "active"}, {"nik": nik(2), "bpjs_status": "unregistered"})
    payments = pl.DataFrame({"nik": [nik(2)], "month": [f"{AS_OF:%Y-%m}"], "amount": [16_800]})
    members = summed({"workers": people, "payments": payments})["members"]
    assert rows(members, "registered", "active") == {(1, 1)}
