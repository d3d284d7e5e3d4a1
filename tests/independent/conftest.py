"""Plans made by the command, one folder for each test."""

import pytest
from planning_asked import file_of, semesta


@pytest.fixture
def planned(tmp_path):
    """The JSON of `semesta plan run` for a scenario with these fields."""

    def run(**fields):
        return semesta("plan", "run", file_of(tmp_path, **fields), "--json").data

    return run
