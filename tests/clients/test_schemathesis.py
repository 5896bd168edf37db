"""schemathesis asks all that the OpenAPI description allows, and what it does not, for half a minute."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from tests.api.serving import SETTINGS, serving

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
SECONDS = 30


@pytest.mark.slow
def test_every_answer_is_as_described_and_none_is_a_failure(sample_data: Path, tmp_path: Path) -> None:
    command = [str(Path(sys.executable).parent / "schemathesis"), "run", "--no-color", "--workers", "2"]
    command += ["--checks", CHECKS, "--phases", "coverage,fuzzing", "--max-examples", "5"]
    command += ["--max-time", str(SECONDS), "--suppress-health-check", "all", "--generation-database", "none"]
    command += ["--exclude-operation-id", "query_by_post"]  # it cannot write application/sparql-query
    with serving(sample_data, replace(SETTINGS, rate_limit_loopback="none")) as address:
        command.append(f"{address}/openapi.json")
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=300)
    assert done.returncode == 0, done.stdout[-6_000:]
    assert " passed" in done.stdout


def test_the_description_is_in_english_and_tells_of_errors(sample_data: Path) -> None:
    with serving(sample_data) as address:
        described = httpx.get(f"{address}/openapi.json").json()
    assert described["info"]["description"].startswith("What municipal meetings")
    operations = [each for path in described["paths"].values() for each in path.values()]
    assert len(operations) > 20
    assert all({"400", "429", "503"} <= each["responses"].keys() for each in operations)
    assert not any("422" in each["responses"] for each in operations)
    assert len({each["operationId"] for each in operations}) == len(operations)
