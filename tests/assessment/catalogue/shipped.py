# SPDX-License-Identifier: EUPL-1.2
"""The shipped catalogue: as plain data to break, and loaded."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pytest

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.load import load_catalogue
from assessment.errors import FaultyFile
from resources.files import CatalogueFiles, read_catalogue

CHAPTER_A = "checklist/A-identiteit-en-antecedenten.yaml"


@cache
def files() -> CatalogueFiles:
    return read_catalogue()


@cache
def catalogue() -> Catalogue:
    return load_catalogue(files().content, files().date, files().checksum)


def fresh() -> dict[str, Any]:
    """Give the plain data of the shipped files, to break."""
    return copy.deepcopy(dict(files().content))


def entry(data: dict[str, Any], file: str, key: str, id_: str) -> dict[str, Any]:
    """Find one entry of a file by its id."""
    return next(one for one in data[file][key] if one["id"] == id_)


def faults_of(data: dict[str, Any]) -> dict[str, str]:
    """Load broken data; give what was complained about, by place."""
    with pytest.raises(FaultyFile) as caught:
        load_catalogue(data, files().date, "")
    return {fault.where: fault.what for fault in caught.value.faults}
