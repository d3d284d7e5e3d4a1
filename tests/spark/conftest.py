"""One Spark on this machine for all tests here, with two cores and a bounded memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from java import java_fault
from pyspark.sql import SparkSession

MEMORY = "2g"


def pytest_configure(config: pytest.Config) -> None:
    if fault := java_fault():
        pytest.exit(fault, returncode=1)


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"  # no socket but loopback
    os.environ["PYSPARK_PYTHON"] = sys.executable
    quiet = Path(__file__).parent / "log4j2.properties"
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.memory", MEMORY)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.extraJavaOptions", f"-Dlog4j2.configurationFile={quiet.as_uri()}")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .config("spark.sql.shuffle.partitions", "4")  # small data: two hundred tasks of nothing take minutes
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    yield session
    session.stop()
