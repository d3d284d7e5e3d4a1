"""Apache Spark: tables of a nation on a cluster. The session comes from the usual Spark configuration, nothing of it is ours.

`spark-submit`, spark-defaults.conf and SPARK_CONF_DIR say where it runs and what it may read; without them it runs here.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from semesta.basics.words import Words
from semesta.engines.engine import EngineError, Place, absent, is_csv

NEEDS_JAVA = Words("Spark memerlukan Java 17 atau lebih baru", "Spark needs Java 17 or newer")


def session() -> Any:
    """The running session, or one begun as the Spark configuration says.

    Raises:
        EngineError: PySpark or Java is not installed.
    """
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError:
        raise absent("pyspark") from None
    try:
        # Without ANSI a number too large wraps around; with it Spark says so.
        builder = SparkSession.builder.appName("semesta").config("spark.sql.ansi.enabled", "true")
        return builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    except PySparkRuntimeError as error:
        raise EngineError(NEEDS_JAVA) from error


def opened(places: Sequence[Place]) -> Any:
    reader = session().read
    named = [str(place) for place in places]
    if all(is_csv(place) for place in places):
        return reader.csv(named, header=True, inferSchema=True, enforceSchema=False)
    return reader.parquet(*named)


def write(table: Any, place: Place) -> None:
    table.write.mode("overwrite").parquet(str(place))


def failures() -> tuple[type[Exception], ...]:
    if not find_spec("pyspark"):
        return ()
    from py4j.protocol import Py4JError  # type: ignore[import-untyped]
    from pyspark.errors import PySparkException

    return (PySparkException, Py4JError)  # what Spark has no class for comes as Java raised it
