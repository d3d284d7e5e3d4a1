"""Lists of people come to the same summary tables on Spark as on Polars, and cover on a day is the same."""

from __future__ import annotations

import sys
from pathlib import Path

import narwhals as nw
import polars as pl
import pytest
from pyspark.sql import SparkSession

from semesta.engines.engine import home, opened, written
from semesta.people.covered import paid_until, with_state
from semesta.people.summarise import summaries

sys.path.insert(0, str(Path(__file__).parents[1] / "spec" / "people"))  # the lists are those of the specification
from small_lists import AS_OF, PLACE, lists, pairs_and_clusters


@pytest.mark.parametrize("linked", [False, True])
def test_spark_comes_to_the_same_summaries_as_polars(spark: SparkSession, linked: bool):
    frames = lists(3)
    if linked:
        frames |= pairs_and_clusters(frames)
    on_polars = summaries({name: frame.lazy() for name, frame in frames.items()}, place=PLACE, as_of=AS_OF)
    on_spark = summaries(
        {name: spark.createDataFrame(frame.to_arrow()) for name, frame in frames.items()}, place=PLACE, as_of=AS_OF
    )
    assert on_spark.keys() == on_polars.keys()
    for name, frame in on_polars.items():
        assert frame.equals(on_spark[name]), name


def test_spark_says_of_each_member_whether_he_is_covered_as_polars_does(spark: SparkSession):
    members = lists(4)["participants"].with_columns(
        last_month=pl.col("active_until").str.slice(5).cast(pl.Int64) + 2024 * 12
    )
    on_spark = home(with_state(nw.from_native(spark.createDataFrame(members.to_arrow())), AS_OF))
    on_polars = home(with_state(nw.from_native(members), AS_OF))
    columns = ["id", "state", "active"]
    assert on_spark.sort("id").select(columns).equals(on_polars.sort("id").select(columns))


def test_spark_says_of_months_paid_late_and_ahead_what_polars_does(spark: SparkSession):
    given = lists(4)["payments"].drop_nulls(["participant_id", "month", "paid_on"])
    payments = given.with_columns(pl.col("paid_on").dt.offset_by("-60d"))
    day = AS_OF.replace(month=3)
    on_spark = home(paid_until(nw.from_native(spark.createDataFrame(payments.to_arrow())), day, "participant_id"))
    on_polars = home(paid_until(nw.from_native(payments.lazy()), day, "participant_id"))
    assert on_polars["ahead_since"].drop_nulls().len()
    assert on_spark.sort("participant_id").equals(on_polars.sort("participant_id"))


def test_spark_opens_and_writes_parquet_in_folders(spark: SparkSession, tmp_path: Path):
    workers = lists(5)["workers"]
    (tmp_path / "in").mkdir()
    workers.write_parquet(tmp_path / "in" / "one.parquet")
    with written(opened(tmp_path / "in", "spark"), tmp_path / "out", "spark"):
        pass
    assert opened(tmp_path / "out", "polars").collect().sort("id").equals(workers.sort("id"))
