# SPDX-License-Identifier: EUPL-1.2
"""A second catalogue, made from the shipped one: what a later date could bring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.load import load_catalogue
from tests.assessment.catalogue.shipped import entry, files, fresh

LATER = "2026-07-01"
CHECKLIST = {
    "FIN": "checklist/C-financiering.yaml",
    "STR": "checklist/B-structuur-en-zeggenschap.yaml",
    "PAN": "checklist/E-pand-en-locatie.yaml",
    "OMZ": "checklist/D-exploitatie-en-omzet.yaml",
    "IDA": "checklist/A-identiteit-en-antecedenten.yaml",
}


def asked(data: dict[str, Any], id_: str) -> dict[str, Any]:
    """Find a question in the plain data."""
    return entry(data, CHECKLIST[id_[:3]], "questions", id_)


def content_of(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """Give the plain data of the shipped catalogue without its date, and with one thing changed."""
    data = fresh()
    for file in data.values():
        file.pop("date", None)
    change(data)
    return data


def second(change: Callable[[dict[str, Any]], object]) -> Catalogue:
    """Load it under a later date."""
    return load_catalogue(content_of(change), LATER, f"{files().checksum}-later")


def without(id_: str) -> Callable[[dict[str, Any]], object]:
    """Take a question away."""
    return lambda data: data[CHECKLIST[id_[:3]]]["questions"].remove(asked(data, id_))


def with_new(id_: str, like: str, **fields: Any) -> Callable[[dict[str, Any]], object]:
    """Add a question that is like another one."""
    return lambda data: data[CHECKLIST[like[:3]]]["questions"].append({**asked(data, like), "id": id_, **fields})


def changed(id_: str, **fields: Any) -> Callable[[dict[str, Any]], object]:
    """Change what stands at a question."""
    return lambda data: asked(data, id_).update(fields)
