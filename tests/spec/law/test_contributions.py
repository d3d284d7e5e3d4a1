"""Every fact on contributions, asked as a reader of the fact sheet would: both sides of each change, each segment, each relief."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from semesta.cli.main import app

BILLS = yaml.safe_load(Path(__file__).with_name("contributions.yaml").read_text(encoding="utf-8"))


def asked(tmp_path, bill):
    arguments = ["contribution", *shlex.split(bill["ask"]), "--json"]
    if "case" in bill:
        (tmp_path / "case.yaml").write_text(yaml.safe_dump(bill["case"]), encoding="utf-8")
        arguments.append(str(tmp_path / "case.yaml"))
    return CliRunner().invoke(app(), arguments)


@pytest.mark.parametrize("bill", BILLS, ids=[f"{bill['law']}: {bill['ask']}" for bill in BILLS])
def test_a_bill_is_what_the_fact_sheet_says(tmp_path, bill):
    said = asked(tmp_path, bill)
    assert said.exit_code == 0, said.stderr
    answer = json.loads(said.stdout)
    found = (answer["total"], [item["amount"] for item in answer["items"]], answer["verified"])
    assert found == (bill["total"], bill["amounts"], bill.get("verified", True))


@pytest.mark.parametrize("bill", BILLS, ids=[f"{bill['law']}: {bill['ask']}" for bill in BILLS])
def test_every_line_of_a_bill_names_its_article_its_payer_and_its_reasons(tmp_path, bill):
    for item in json.loads(asked(tmp_path, bill).stdout)["items"]:
        assert item["law"].startswith(("PP ", "Permenaker "))
        assert item["payer"] in ("employer", "worker", "member", "government")
        assert item["because"]
