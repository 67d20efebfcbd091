# SPDX-License-Identifier: EUPL-1.2
"""The description for catalogues of public code keeps to its standard, and to what the project itself says."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
MANDATORY = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    return found


def test_nothing_mandatory_is_missing(described: dict[str, Any]) -> None:
    assert described.keys() >= MANDATORY
    assert described["publiccodeYmlVersion"] == "0"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_descriptions_have_the_right_length(described: dict[str, Any], language: str) -> None:
    texts = described["description"][language]
    assert len(texts["shortDescription"]) <= 150
    assert 150 <= len(texts["longDescription"]) <= 10_000
    assert all(len(feature) <= 100 for feature in texts["features"])


def test_it_agrees_with_the_project(described: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert described["softwareVersion"] == project["version"]
    assert described["legal"]["license"] == project["license"] == "EUPL-1.2"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
