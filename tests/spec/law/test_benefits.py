"""Every fact on benefits, asked as a reader of the fact sheet would: each programme, each part, both sides of each change."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from semesta.cli.main import app

FACTS = yaml.safe_load(Path(__file__).with_name("benefits.yaml").read_text(encoding="utf-8"))
PAID = [fact for fact in FACTS if "problem" not in fact]
REFUSED = [fact for fact in FACTS if "problem" in fact]


def named(facts):
    return [f"{number} {fact['law']}: {fact['ask'] or fact['case']}" for number, fact in enumerate(facts, 1)]


def asked(tmp_path, fact):
    arguments = ["benefit", *shlex.split(fact["ask"]), "--json"]
    if "case" in fact:
        (tmp_path / "case.yaml").write_text(yaml.safe_dump(fact["case"]), encoding="utf-8")
        arguments.append(str(tmp_path / "case.yaml"))
    return CliRunner().invoke(app(), arguments)


@pytest.mark.parametrize("fact", PAID, ids=named(PAID))
def test_an_event_pays_what_the_fact_sheet_says(tmp_path, fact):
    said = asked(tmp_path, fact)
    assert said.exit_code == 0, said.stderr
    answer = json.loads(said.stdout)
    found = (answer["total"], [item["amount"] for item in answer["items"]], answer["verified"])
    assert found == (fact["total"], fact["amounts"], fact.get("verified", True))
    assert fact.get("payer") in (None, *{item["payer"] for item in answer["items"]})
    assert fact.get("says", "") in "\n".join(item["because"] for item in answer["items"])
    assert all(item["law"] and item["because"] for item in answer["items"])


@pytest.mark.parametrize("fact", REFUSED, ids=named(REFUSED))
def test_what_the_law_does_not_say_is_refused_with_the_reason_and_never_zero(tmp_path, fact):
    said = asked(tmp_path, fact)
    answer = json.loads(said.stdout)
    assert (said.exit_code, answer["total"], answer["items"]) == (2, None, [])
    assert fact["problem"] in said.stderr


def test_each_fact_names_its_source_and_none_stands_twice():
    assert all(fact["source"] for fact in FACTS)
    assert len({str((fact["ask"], fact.get("case"))) for fact in FACTS}) == len(FACTS)
