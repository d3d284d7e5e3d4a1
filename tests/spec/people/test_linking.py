"""Linking: workers with participants, rows of one person, and how sure that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import polars as pl
import pytest

from semesta.people.link import Decision, Linked, LinkError, default_model, link, saved_model
from semesta.synth.making import Wish, made


def _made(wish: Wish) -> Mapping[str, pl.DataFrame]:
    kept: dict[str, list[pl.DataFrame]] = {}
    for name, frame in made(wish):
        if name in ("workers", "participants", "truth_workers", "truth_participants"):
            kept.setdefault(name, []).append(frame)
    return {name: pl.concat(frames) for name, frames in kept.items()}


@pytest.fixture(scope="module")
def lists() -> Mapping[str, pl.DataFrame]:
    # Of twenty seeds the interval held the truth in all, with other seeds by two people only: here it has room for a few rows more.
    return _made(Wish("36.72", 6_000, 5, months=1))


@pytest.fixture(scope="module")
def linked(lists: Mapping[str, pl.DataFrame]) -> Linked:
    return link(lists["workers"], lists["participants"])


def _truth(lists: Mapping[str, pl.DataFrame]) -> tuple[pl.DataFrame, pl.DataFrame]:
    workers = lists["truth_workers"].select("worker_id", of_worker="person_id")
    participants = lists["truth_participants"].select("participant_id", of_participant="person_id")
    return workers, participants


def _f1(found: Linked, lists: Mapping[str, pl.DataFrame]) -> float:
    """Of worker rows: linked with a participant who is the same person, against all that have one."""
    workers, participants = _truth(lists)
    pairs = found.pairs.join(workers, on="worker_id").join(participants, on="participant_id")
    right = pairs.filter(pl.col("of_worker") == pl.col("of_participant")).height
    true = workers.join(participants, left_on="of_worker", right_on="of_participant", how="semi").height
    return 2 * right / (pairs.height + true)


def _coverage(lists: Mapping[str, pl.DataFrame]) -> float:
    workers, participants = _truth(lists)
    persons = workers.select("of_worker").unique()
    return (
        persons.join(participants, left_on="of_worker", right_on="of_participant", how="semi").height / persons.height
    )


def _person(**given: object) -> dict[str, object]:
    usual: dict[str, object] = {
        "id": "1",
        "nik": "3672011707840001",
        "name": "Ahmad Fauzi Hidayat",
        "birth_date": dt.date(1984, 7, 17),
        "sex": "L",
        "place": "36.72",
        "village": "36.72.01.1001",
    }
    return usual | given


def _one(worker: dict[str, object], participant: dict[str, object]) -> Linked:
    schema = {"id": pl.String, "nik": pl.String, "name": pl.String, "birth_date": pl.Date, "sex": pl.String}
    return link(
        pl.DataFrame([worker], schema_overrides=schema), pl.DataFrame([participant], schema_overrides=schema)
    )  # fmt: skip


# ---- how good


def test_most_people_are_found_and_few_are_mistaken(lists, linked):
    assert _f1(linked, lists) > 0.985


def test_the_interval_holds_the_true_coverage_and_the_point_is_near(lists, linked):
    true = _coverage(lists)

    assert linked.summary["coverage_low"] <= true <= linked.summary["coverage_high"]
    assert abs(linked.summary["coverage"] - true) <= 0.01


def test_the_interval_holds_the_true_coverage_of_damaged_lists_too():
    lists = _made(Wish("36.72", 4_000, 5, damage="heavy", months=1))
    found = link(lists["workers"], lists["participants"]).summary

    assert found["coverage_low"] <= _coverage(lists) <= found["coverage_high"]


def test_rows_of_one_person_are_counted_once(lists, linked):
    persons = lists["truth_workers"]["person_id"].n_unique()

    assert abs(linked.summary["persons"] - persons) <= 0.005 * persons


def test_without_niks_people_are_linked_by_name_birth_and_place_and_that_is_said(lists):
    found = link(lists["workers"].drop("nik"), lists["participants"])

    assert _f1(found, lists) > 0.9
    assert any("NIK" in note["id"] for note in found.summary["notes"])


# ---- what always holds


def test_a_worker_row_has_at_most_one_participant(linked):
    assert linked.pairs["worker_id"].is_unique().all()


def test_rows_of_one_person_share_one_participant(linked):
    together = (
        linked.pairs.join(linked.clusters, on="worker_id")
        .group_by("person_id")
        .agg(pl.col("participant_id").n_unique())
    )

    assert (together["participant_id"] == 1).all()


def test_persons_are_clusters_and_matched_are_those_with_a_participant(linked):
    matched = linked.pairs.join(linked.clusters, on="worker_id")["person_id"].n_unique()

    assert linked.summary["persons"] == linked.clusters["person_id"].n_unique()
    assert linked.summary["matched"] == matched
    assert linked.summary["coverage"] == round(matched / linked.summary["persons"], 6)


def test_the_same_lists_in_another_order_give_the_same_links(lists, linked):
    again = link(lists["workers"].reverse(), lists["participants"].sample(fraction=1.0, shuffle=True, seed=3))

    assert again.pairs.sort("worker_id").equals(linked.pairs.sort("worker_id"))
    assert again.clusters.sort("worker_id").equals(linked.clusters.sort("worker_id"))
    assert again.summary == linked.summary


def test_a_saved_model_gives_the_same_links(lists, linked, tmp_path):
    path = tmp_path / "model.json"
    path.write_text(linked.model.saved())

    assert link(lists["workers"], lists["participants"], model=saved_model(path)).pairs.equals(linked.pairs)


# ---- single pairs


def test_one_nik_and_one_birth_date_are_one_person():
    found = _one(_person(), _person(id="9", name="A. Fauzi"))

    assert found.pairs.row(0)[:2] == ("1", "9")
    assert found.pairs["stage"].item() == "nik"


def test_a_nik_alone_links_nobody():
    stranger = _person(id="9", name="Slamet Riyadi", birth_date=dt.date(1990, 2, 3), village="36.72.05.1003")

    assert not _one(_person(), stranger).pairs.height


def test_a_placeholder_is_nobodys_nik():
    found = _one(_person(nik="0" * 16, birth_date=None), _person(id="9", nik="0" * 16, birth_date=None, name="Ahmad"))

    assert found.summary["stages"]["nik"] == 0


def test_a_misspelt_name_and_a_wrong_digit_are_still_one_person():
    found = _one(_person(), _person(id="9", nik="3672011707840007", name="Akhmad Pauzi Hidayat"))

    assert found.pairs["stage"].to_list() == ["model"]


def test_brothers_born_on_one_day_in_one_village_are_two_people():
    brother = _person(id="9", nik="3672011707840002", name="Ridwan Fauzi Hidayat")
    lists = [pl.DataFrame([_person(), brother | {"id": "2"}]), pl.DataFrame([_person(id="8"), brother])]
    found = link(*lists)

    assert dict(found.pairs.select("worker_id", "participant_id").iter_rows()) == {"1": "8", "2": "9"}
    assert found.summary["persons"] == 2


def test_two_memberships_of_a_person_are_one_participant_for_the_worker():
    memberships = pl.DataFrame([_person(id="8"), _person(id="9", name="Ahmad Fauzi H")])
    found = link(pl.DataFrame([_person()]), memberships)

    assert found.pairs["participant_id"].to_list() == ["8"]


def test_a_person_in_two_lists_is_counted_once_and_shares_the_participant():
    workers = pl.DataFrame([_person(), _person(id="2", nik=None, name="Ahmad Fauzi Hidayat")])
    found = link(workers, pl.DataFrame([_person(id="9")]))

    assert found.summary["persons"] == found.summary["matched"] == 1
    assert found.pairs["participant_id"].to_list() == ["9", "9"]


@pytest.mark.parametrize(("nik", "persons"), [("3604021707840009", 1), ("3672011707840002", 0)])
def test_a_person_whose_rows_have_whole_niks_that_are_no_slip_of_each_other_is_counted_and_said(nik, persons):
    rows = [_person(nik=None), _person(id="2"), _person(id="3", nik=nik)]
    found = link(pl.DataFrame(rows, schema_overrides={"nik": pl.String}), pl.DataFrame([_person(id="9")])).summary

    assert (found["persons"], found["niks_apart"]) == (1, persons)
    assert any("NIK utuh yang berbeda" in note["id"] for note in found["notes"]) == bool(persons)


# ---- what is no evidence

_NAMED = {"nik": None, "birth_date": None, "name": "Siti Aminah", "sex": "P"}


def _others() -> list[dict[str, object]]:
    """Enough people of other names and villages for the name not to be that of most."""
    names = [f"{first} {last}" for first in ("Budi", "Joko", "Dewi", "Agus", "Rina", "Tono", "Eko", "Yuli")
             for last in ("Santoso", "Wibowo", "Lestari", "Putra", "Rahman", "Hakim", "Wati", "Utami", "Sari")]  # fmt: skip
    born = [dt.date(1970 + n % 30, 1 + n % 12, 1 + n % 27) for n in range(len(names))]
    return [
        _person(id=f"o{n}", nik=None, name=name, birth_date=day, village=f"36.72.02.10{n % 8:02}")
        for n, (name, day) in enumerate(zip(names, born, strict=True))
    ]


def _four_of_one_name(**known: object) -> pl.DataFrame:
    four = [_person(**_NAMED | known, id=f"w{n}") for n in range(4)]
    return pl.DataFrame([*four, *_others()], schema_overrides={"nik": pl.String, "birth_date": pl.Date})


def test_rows_with_no_more_than_name_sex_and_village_in_common_are_never_one_person():
    member = _person(**_NAMED | {"birth_date": dt.date(1990, 3, 2)}, id="p")
    found = link(_four_of_one_name(), pl.DataFrame([*_others(), member], schema_overrides={"nik": pl.String}))

    assert found.clusters.filter(pl.col("worker_id").str.starts_with("w"))["person_id"].n_unique() == 4
    assert not found.pairs["worker_id"].str.starts_with("w").any()


def test_the_same_rows_with_one_birth_date_are_one_person():
    born = dt.date(1990, 3, 2)
    member = _person(**_NAMED | {"birth_date": born}, id="p")
    found = link(_four_of_one_name(birth_date=born), pl.DataFrame([member], schema_overrides={"nik": pl.String}))

    assert found.clusters.filter(pl.col("worker_id").str.starts_with("w"))["person_id"].n_unique() == 1
    assert found.pairs.filter(pl.col("worker_id").str.starts_with("w"))["participant_id"].to_list() == ["p"] * 4


def test_rows_that_nothing_tells_apart_are_counted_said_and_widen_the_interval():
    found = link(_four_of_one_name(), _four_of_one_name()).summary

    assert any("4 baris pekerja dan 4 baris peserta" in note["id"] for note in found["notes"])
    assert found["coverage_high"] - found["coverage"] >= 4 / found["persons"]


def test_lists_of_names_alone_link_nobody_and_claim_no_coverage():
    names = pl.DataFrame({"name": ["Siti Aminah"] * 4})
    found = link(names, names)

    assert (found.summary["persons"], found.summary["matched"]) == (4, 0)
    assert (found.summary["coverage_low"], found.summary["coverage_high"]) == (0.0, 1.0)


# ---- odd lists


@pytest.mark.parametrize(("workers", "participants"), [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_lists_of_none_or_one_row_are_linked(workers, participants):
    rows = pl.DataFrame([_person()])
    found = link(rows.head(workers), rows.head(participants))

    assert found.summary["workers"] == workers
    assert found.pairs.height == min(workers, participants)
    assert found.summary["coverage"] == (None if workers == 0 else float(participants))


def test_lists_of_different_places_are_said():
    workers = pl.DataFrame(
        [_person(id=str(n), nik=f"360401170784{n:04}", place="36.04", village="36.04.01.2001") for n in range(1, 5)]
    )
    found = link(workers, pl.DataFrame([_person(id="9")]))

    assert any("dua daftar dari wilayah yang berbeda" in note["id"] for note in found.summary["notes"])


def test_an_extract_by_office_gives_coverage_of_at_least():
    found = link(pl.DataFrame([_person()]), pl.DataFrame([_person(id="9", office="Cabang Cilegon")]))

    assert found.summary["basis"] == "office"
    assert any("paling sedikit" in note["id"] for note in found.summary["notes"])


def test_lists_too_small_to_train_on_use_the_built_in_model_and_say_so():
    found = _one(_person(nik="3672011707840003"), _person(id="9"))

    assert found.model.numbers == default_model().numbers
    assert any("model bawaan" in note["id"] for note in found.summary["notes"])


def test_a_comparison_that_stays_untrained_is_an_error(lists):
    # The sex is told of those alone who are no participants: no pair of one person teaches how often it agrees.
    rows, participants = _truth(lists)
    members = rows.join(participants, left_on="of_worker", right_on="of_participant", how="semi")
    workers = lists["workers"].with_columns(
        sex=pl.when(~pl.col("id").is_in(members["worker_id"].implode())).then("sex")
    )

    with pytest.raises(LinkError) as told:
        link(workers, lists["participants"])
    assert "Jenis kelamin" in told.value.said.id


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"version": 1}', '{"version": 1, "levels": {"nik": {"same": [2, 3]}}}']
)
def test_a_file_that_is_no_model_is_refused(text, tmp_path):
    path = tmp_path / "model.json"
    path.write_text(text)

    with pytest.raises(LinkError):
        saved_model(path)


# ---- what people decide


def test_what_people_decided_stands(lists, linked):
    yes = linked.pairs.filter(pl.col("stage") == "model").row(0, named=True)
    refused = Decision(yes["worker_id"], yes["participant_id"], is_same=False)
    again = link(lists["workers"], lists["participants"], decisions=[refused])

    assert again.pairs.filter(worker_id=yes["worker_id"], participant_id=yes["participant_id"]).is_empty()
    assert again.summary["reviewed"] == 1


def test_a_review_that_finds_fewer_pairs_than_thought_lowers_the_probabilities(lists, linked):
    doubtful = linked.reasons.filter(pl.col("probability").is_between(0.3, 0.999) & pl.col("accepted")).head(15)
    refused = [Decision(w, p, is_same=False) for w, p in doubtful.select("worker_id", "participant_id").iter_rows()]
    again = link(lists["workers"], lists["participants"], decisions=refused)

    assert again.model.shift < 0


NEIGHBOURS = ("HASAN BASRI", "HUSEN BASRI", "ABDUL ROHIM", "ABDUL ROHMAN")


def _born_together(names: tuple[str, ...], born: str) -> pl.DataFrame:
    """People of one district and day, whose serials follow each other as offices give them."""
    day = dt.date.fromisoformat(born)
    return pl.DataFrame(
        {
            "id": [str(n) for n in range(len(names))],
            "name": names,
            "nik": [f"367202{day:%d%m%y}{8001 + n}" for n in range(len(names))],
            "birth_date": [day] * len(names),
            "sex": ["L"] * len(names),
            "place": ["36.72"] * len(names),
        }
    )


@pytest.mark.parametrize("born", ["1970-01-01", "1984-07-17"])
def test_neighbours_whose_niks_follow_each_other_are_people_of_their_own(born):
    together = _born_together(NEIGHBOURS, born)
    found = link(together, together.head(1).with_columns(id=pl.lit("p")))
    assert found.clusters["person_id"].n_unique() == len(NEIGHBOURS)
    assert found.pairs["worker_id"].to_list() == ["0"]


def test_a_slip_in_the_serial_of_one_name_is_still_one_person():
    one = _born_together(("SITI AMINAH BINTI RASYID",), "1984-07-17").with_columns(sex=pl.lit("P"))
    other = one.with_columns(id=pl.lit("p"), nik=pl.lit(one["nik"][0][:-1] + "7"))
    assert link(one, other).pairs["participant_id"].to_list() == ["p"]
