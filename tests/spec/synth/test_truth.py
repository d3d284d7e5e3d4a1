"""What is true of made-up lists: who stands behind each row, what was paid, who died, and what is to be found."""

import datetime as dt

import polars as pl
import pytest
from city import WISH, city

from semesta.law.heirs.payment import payment_deadline
from semesta.law.law import LAW
from semesta.people.covered import with_state
from semesta.synth import Wish
from semesta.synth.findings import KINDS

BIG = Wish("36.72", 30_000, 11, months=6)


def findings(kind, wish=WISH):
    return city(wish)["truth_findings"].filter(finding=kind)


def test_the_participant_of_a_worker_row_is_the_same_person():
    workers, participants = city()["truth_workers"], city()["truth_participants"]
    for column in ("participant_id", "second_participant_id"):
        pairs = workers.join(participants, left_on=column, right_on="participant_id", suffix="_there")
        assert pairs.height == workers[column].drop_nulls().len() > 0
        assert (pairs["person_id"] == pairs["person_id_there"]).all()


def test_a_worker_row_has_a_participant_exactly_if_its_person_is_a_member():
    workers = city()["truth_workers"]

    assert (workers["is_member"] == workers["participant_id"].is_not_null()).all()


def test_every_participant_is_a_person_on_the_lists_or_outside_all_of_them():
    lists = city()
    listed = lists["truth_workers"]["person_id"].unique()
    members = lists["truth_participants"].filter(pl.col("person_id").is_in(listed.implode()))
    memberships = lists["truth_workers"].unique("person_id").select("participant_id", "second_participant_id")

    assert members.height == memberships.unpivot()["value"].drop_nulls().len()


def test_rows_and_truth_stand_in_one_order():
    lists = city()

    assert (lists["workers"]["id"] == lists["truth_workers"]["worker_id"]).all()
    assert (lists["participants"]["id"] == lists["truth_participants"]["participant_id"]).all()


def test_every_finding_is_planted_in_a_city_and_named_with_its_rows():
    planted = city(BIG)["truth_findings"]

    assert set(planted["finding"].unique()) == set(KINDS)
    assert (
        planted.select(pl.any_horizontal(pl.col("worker_id", "participant_id", "claim_id").is_not_null()))
        .to_series()
        .all()
    )
    assert planted["worker_id"].drop_nulls().is_in(city(BIG)["workers"]["id"].implode()).all()
    assert planted["participant_id"].drop_nulls().is_in(city(BIG)["participants"]["id"].implode()).all()
    assert planted["claim_id"].drop_nulls().is_in(city(BIG)["claim_cases"]["id"].implode()).all()


def test_two_lists_are_two_rows_of_one_person():
    rows = findings("two_lists")

    assert rows.height == 2 * rows["person_id"].n_unique() > 0
    again = city()["truth_workers"].filter(pl.col("person_id").is_duplicated())
    assert rows.height == again.height


def test_paid_twice_are_covered_by_two_sponsors_one_of_them_public():
    memberships = city()["participants"].with_columns(city()["truth_participants"]["person_id"]).filter(status="active")
    twice = memberships.filter(pl.col("person_id").is_duplicated())
    public = twice.filter(pl.col("funding").str.contains("apbd|dbh"))

    assert set(findings("paid_twice")["participant_id"]) == set(public["id"]) != set()
    assert (twice.group_by("person_id").agg(pl.struct("sponsor", "funding").n_unique())["sponsor"] == 2).all()


# ---- payments


def test_the_last_payment_is_of_the_month_that_the_extract_says():
    last = city()["payments"].group_by("participant_id").agg(pl.col("month").max())
    paid = city()["participants"].join(last, left_on="id", right_on="participant_id")

    assert (paid["month"] == paid["active_until"]).all()


def test_every_member_is_paid_for_once_a_month_and_under_his_own_account():
    payments = city()["payments"]
    held = payments.join(city()["participants"], left_on="participant_id", right_on="id", suffix="_there")

    assert not payments.select("participant_id", "month").is_duplicated().any()
    assert held["sponsor"].eq_missing(held["sponsor_there"]).all()
    assert (payments["amount"] > 0).all()
    assert (payments["paid_on"] <= WISH.as_of).all()


def test_a_payment_is_what_the_law_of_its_month_asks():
    row = city()["payments"].filter(programmes="JKK JKM", month="2025-03", funding="apbd.kabkota").row(0, named=True)
    member = city()["participants"].filter(id=row["participant_id"]).row(0, named=True)
    rules = ["jkk_contribution", "jkm_contribution"]
    basis = "income_per_month" if member["segment"] == "BPU" else "wage_per_month"
    asked = {"segment": member["segment"], basis: member["wage"], "risk_class": 1, "funding": row["funding"]}
    told = LAW.values(rules, date=dt.date(2025, 3, 1), **asked)

    assert row["amount"] == sum(result.value for result in told)


def test_who_is_lapsed_or_about_to_is_so_by_the_law():
    members = city()["participants"]
    year, month = (pl.col("active_until").str.slice(at, n).cast(pl.Int64) for at, n in ((0, 4), (5, 2)))
    registered = pl.col("registered_on")
    paid = members.with_columns(
        last_month=year * 12 + month,
        begun=registered.dt.year().cast(pl.Int64) * 10_000 + registered.dt.month() * 100 + registered.dt.day(),
    )
    told = pl.DataFrame(with_state(narwhal(paid), WISH.as_of).to_native())
    dead = city()["truth_deaths"]["person_id"]
    alive = city()["truth_workers"].filter(~pl.col("person_id").is_in(dead.implode()))["person_id"].unique()
    persons = told.with_columns(city()["truth_participants"]["person_id"])
    by_person = persons.filter(pl.col("person_id").is_in(alive.implode())).group_by("person_id").agg("state")

    def is_best(state, *better):
        has_better = pl.col("state").list.eval(pl.element().is_in(list(better))).list.any()
        return set(by_person.filter(pl.col("state").list.contains(state), ~has_better)["person_id"])

    assert is_best("lapsed", "active", "about_to_lapse") == set(findings("lapsed")["person_id"])
    assert is_best("about_to_lapse", "active") == set(findings("about_to_lapse")["person_id"])


def narwhal(frame):
    import narwhals as nw

    return nw.from_native(frame)


# ---- deaths and claims


def test_a_covered_death_is_claimed_or_is_planted_as_unclaimed():
    deaths = city(BIG)["truth_deaths"].filter("was_covered")
    cases = city(BIG)["claim_cases"].filter(benefit="death")
    members = city(BIG)["truth_participants"].select("participant_id", "person_id")
    claimed = set(cases.join(members, on="participant_id")["person_id"])
    unclaimed = set(findings("death_unclaimed", BIG)["person_id"])

    assert not claimed & unclaimed
    assert set(deaths.filter("is_claimed")["person_id"]) <= claimed
    assert set(deaths.filter(~pl.col("is_claimed"), "is_listed")["person_id"]) <= unclaimed


def test_nobody_is_paid_for_after_a_known_death_but_who_is_planted_so():
    deaths = city(BIG)["truth_deaths"].filter("is_listed")
    months = deaths.select("person_id", pl.col("death_date").dt.strftime("%Y-%m").alias("of"))
    members = city(BIG)["truth_participants"].join(months, on="person_id").select("participant_id", "of")
    rows = city(BIG)["participants"].join(members, left_on="id", right_on="participant_id")
    after = rows.filter(pl.col("active_until") > pl.col("of"))

    assert set(after["id"]) == set(findings("dead_still_paid", BIG)["participant_id"])
    assert after.height > 0


def test_a_claim_is_late_exactly_if_it_was_paid_after_the_day_of_the_law():
    late = set(findings("claim_late")["claim_id"])
    paid = city()["claim_cases"].filter(status="paid")
    for row in paid.iter_rows(named=True):
        deadline = payment_deadline(row["programme"], row["complete_on"], LAW)
        assert (row["paid_on"] > deadline.last_day) == (row["id"] in late), row["id"]
    assert 0 < len(late) < paid.height / 4


def test_claims_go_forward_in_time_and_only_paid_ones_have_an_amount():
    cases = city()["claim_cases"]
    days = cases.select(pl.col("event_date", "filed_on", "complete_on", "paid_on").to_physical())

    assert (days["event_date"] <= days["filed_on"]).all()
    assert (days["filed_on"] <= days["complete_on"]).drop_nulls().all()
    assert (days["complete_on"] < days["paid_on"]).drop_nulls().all()
    assert ((cases["status"] == "paid") == cases["amount"].is_not_null()).all()


def test_one_account_of_each_regency_has_many_deaths_soon_after_entry():
    early = findings("early_deaths", BIG)
    soon = early.filter(pl.col("number") <= 4)

    assert early["sponsor"].n_unique() == 1
    assert soon.height >= 5
    assert soon.height / early.height > 0.02


# ---- families


def test_every_person_on_lists_stands_in_one_family():
    families = city()["truth_households"].drop_nulls("person_id")
    listed = city()["truth_workers"]["person_id"].unique()

    assert families["person_id"].n_unique() == families.height
    assert set(families["person_id"]) == set(listed)


def test_the_family_card_of_a_list_is_that_of_the_family():
    listed = city()["workers"].select("kk").with_columns(city()["truth_workers"]["person_id"]).drop_nulls()
    found = listed.join(city()["truth_households"], on="person_id", suffix="_there")

    assert (found["kk"] == found["kk_there"]).all()


@pytest.mark.parametrize(("level", "least", "most"), [("SD", 6, 13), ("SMP", 12, 17), ("SMA", 15, 20), ("PT", 18, 25)])
def test_children_go_to_the_school_of_their_age(level, least, most):
    children = city()["households"].filter(school_level=level)
    ages = (pl.Series([WISH.as_of]) - children["birth_date"]).dt.total_days() / 365.25

    assert children.height > 0
    assert ages.is_between(least, most).all()
    assert (children["relation"] == "child").all()


def test_couples_on_lists_share_card_village_and_decile():
    families = city()["households"].with_columns(city()["truth_households"]["person_id"]).drop_nulls("person_id")
    couples = (
        families.filter(pl.col("kk").is_duplicated())
        .group_by("kk")
        .agg(pl.col("village", "decile", "sex").n_unique(), pl.len())
    )

    assert couples.height > 100
    assert (couples["len"] == 2).all()
    assert couples["village"].max() == couples["decile"].max() == 1
    assert (couples["sex"] == 2).all()
