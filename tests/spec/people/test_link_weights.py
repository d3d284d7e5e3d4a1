"""What a pair weighs: as Splink reckons it, though its tables are not made for it."""

from __future__ import annotations

import polars as pl
from splink import DuckDBAPI, Linker

from semesta.people.link import default_model
from semesta.people.link.candidates import candidates
from semesta.people.link.comparisons import COLUMNS, COMPARISONS, LEAST_FREQUENCY, NAME, settings
from semesta.people.link.connection import connected, frame_of
from semesta.people.link.embedded import EmbeddedLists
from semesta.people.link.score import LEAST_WEIGHT
from semesta.synth.making import Wish, made

NONE_REFUSED = pl.DataFrame(schema={"worker": pl.Int64, "participant": pl.Int64})


def _of_splink(con) -> pl.DataFrame:
    """l, r, weight of the candidates in the other list by Splink's own prediction."""
    columns = ", ".join(COLUMNS)
    for name, table in (("a", "left_workers"), ("b", "participants")):
        con.execute(f"create temp table of_{name} as select row as id, {columns} from {table}")
    asked = settings(COMPARISONS, default_model().numbers).create_settings_dict("duckdb")
    asked["probability_two_random_records_match"] = 0.5
    asked["blocking_rules_to_generate_predictions"] = [{"blocking_rule": rule} for rule in candidates(COMPARISONS, 1)]
    same_name = asked["comparisons"][COMPARISONS.index(NAME)]["comparison_levels"][1]
    same_name |= {"tf_adjustment_column": NAME.frequency, "tf_minimum_u_value": LEAST_FREQUENCY}
    api = DuckDBAPI(con)
    tables = [api.register(f"of_{name}", dataset_display_name=name) for name in "ab"]
    linker = Linker(tables, asked, log_level=None, validate_settings=False)
    linker.table_management.register_term_frequency_lookup(api.register("name_frequencies"), "phs")
    predicted = linker.inference.predict(threshold_match_weight=LEAST_WEIGHT).physical_name
    return frame_of(con, f"select id_l as l, id_r as r, match_weight as weight from {predicted}")


def test_pairs_weigh_what_splink_says_though_few_are_weighed_at_once(monkeypatch):
    monkeypatch.setattr("semesta.people.link.score.AT_ONCE", 500)
    lists = {name: frame for name, frame in made(Wish("36.72", 1_200, 11, months=1)) if name[:5] in ("worke", "parti")}
    with connected() as con:
        held = EmbeddedLists(con, lists["workers"], lists["participants"])
        held.by_nik(NONE_REFUSED)
        held.weighed(COMPARISONS, default_model())
        ours, theirs = frame_of(con, "from weighed_participants"), _of_splink(con)
    both = ours.join(theirs, on=["l", "r"])
    assert both.height == ours.height > 50
    assert (both["weight"] - both["weight_right"]).abs().max() < 1e-9
    # What Splink has beyond them agrees in nothing of which there are not many.
    assert theirs.height > ours.height
